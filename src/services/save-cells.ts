import { randomUUID } from 'node:crypto';
import type { Cell, CellChange } from '../registry/cell.ts';
import { deriveFigure, type Formulas, formulasOf } from '../registry/derived-cells.ts';
import { type FigureKey, type FigureValue, figureKey, sameValue } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import type { SubmissionPage } from '../registry/submission.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import { cellsOfSubmission, putCells } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import { beginSubmission, holdSubmission } from '../store/filled-submissions.ts';
import { anyDerived } from '../store/indicators.ts';
import { indicatorNames } from '../store/names.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { figureLines, type SheetLines } from './figure-lines.ts';
import { getSubmission } from './submissions.ts';

type Derivation = Pick<SheetLines, 'formulas' | 'now'>;
type Written = FigureKey & FigureValue & { reason: string };

/**
 * What was typed or pasted at once: stored whole or not at all. A change that has arrived already is no conflict, for its answer may have
 * been lost on the way. Gives the cells as they are now that differ from what the page knew.
 */
export const saveCells = (
  app: App,
  person: Person,
  submissionId: string,
  changes: readonly CellChange[],
): Promise<{ cells: Cell[] }> =>
  inOneTransaction(app, async (one) => {
    const at = app.clock.now();
    if (!(await holdSubmission(one.db, submissionId))) throw new Refusal('notFound');
    const page = await getSubmission(one, person, submissionId);
    if (!page.may.includes('fill')) throw new Refusal('notPossibleNow');
    const before = await cellsOfSubmission(one.db, submissionId);
    const { formulas, now } = await derivedOf(one, page, before);
    const written = await takeIn(
      one.db,
      before,
      changes.filter(({ indicatorId }) => !(indicatorId in formulas)),
    );
    const all = [...written, ...derived(before, written, formulasOf(Object.entries(formulas)), now)];
    if (all.length > 0) {
      await beginSubmission(one.db, submissionId, at);
      await putCells(one.db, submissionId, all, { at, userId: person.user.id });
      await record(one.db, page, before, all, { at, userId: person.user.id });
      const news = { by: person.user.id, roundId: page.round.id, submissionId };
      await announce(one.db, { kind: 'round', ...news, what: 'typed' });
    }
    const asked = new Set([...changes, ...all].map(figureKey));
    return { cells: (await cellsOfSubmission(one.db, submissionId)).filter((cell) => asked.has(figureKey(cell))) };
  });

/** What follows from what is typed, and the figures that it may follow from; most agencies are asked for nothing of the kind. */
async function derivedOf({ db, clock }: App, page: SubmissionPage, cells: readonly Cell[]): Promise<Derivation> {
  const ids = [...new Set(cells.map(({ indicatorId }) => indicatorId))];
  if (!(await anyDerived(db, ids))) return { formulas: {}, now: [] };
  return figureLines(db, page, { cells, remarks: new Map(), day: today(clock) });
}

/** What of the changes is new. @throws Refusal where somebody else was quicker with one of them, naming who, when and which */
async function takeIn(trx: Db, before: readonly Cell[], changes: readonly CellChange[]): Promise<Written[]> {
  const cells = new Map(before.map((cell) => [figureKey(cell), cell]));
  const written: Written[] = [];
  const stale: Cell[] = [];
  for (const { version, ...change } of changes) {
    const cell = cells.get(figureKey(change));
    if (!cell) throw new Refusal('notFound');
    const said = { ...change, reason: nfc(change.reason) };
    if (sameValue(cell, said) && cell.reason === said.reason) continue;
    if (cell.version === version) written.push(said);
    else stale.push(cell);
  }
  const [first] = stale;
  if (!first) return written;
  const name = (await indicatorNames(trx, [first.indicatorId])).get(first.indicatorId) ?? first.indicatorId;
  throw new Refusal('changedMeanwhile', {
    ...{ cell: first.line === '' ? name : `${name}, ${first.line}`, count: stale.length },
    ...(first.changedBy && { name: first.changedBy.name }),
    ...(first.changedAt && { at: first.changedAt }),
  });
}

/** The derived figures that have become others by it. */
function derived(
  before: readonly Cell[],
  written: readonly Written[],
  formulas: Formulas,
  elsewhere: readonly (FigureKey & FigureValue)[],
): Written[] {
  if (formulas.size === 0) return [];
  const known = new Map<string, FigureValue>([...elsewhere, ...before, ...written].map((one) => [figureKey(one), one]));
  return before.flatMap((cell) => {
    if (!formulas.has(cell.indicatorId)) return [];
    const { value, missing } = deriveFigure(cell, formulas, (key) => known.get(figureKey(key)));
    const { indicatorId, line, span, basis } = cell;
    return sameValue(cell, { value, missing }) ? [] : [{ indicatorId, line, span, basis, value, missing, reason: '' }];
  });
}

/** Once for all that was saved at once: as these cells were, and as they are. */
async function record(
  trx: Db,
  { submission }: SubmissionPage,
  before: readonly Cell[],
  all: readonly Written[],
  { at, userId }: { at: Date; userId: string },
): Promise<void> {
  const were = new Map(before.map((cell) => [figureKey(cell), cell]));
  const told = ({ indicatorId, line, span, basis, value, missing, reason }: Written) => ({
    ...{ indicatorId, line, span, basis, value, missing },
    ...(reason !== '' && { reason }),
  });
  await recordActions(trx, [
    {
      ...{ operation: randomUUID(), at, userId, verb: 'saveCells', documentId: null, reason: null },
      ...{ subjectKind: 'cells', subjectId: submission.id },
      before: { cells: all.flatMap((one) => were.get(figureKey(one)) ?? []).map(told) },
      after: { cells: all.map(told) },
    },
  ]);
}
