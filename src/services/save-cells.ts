import type { Cell, CellChange } from '../registry/cell.ts';
import { deriveFigure, type Formulas, formulasOf } from '../registry/derived-cells.ts';
import { type FigureKey, type FigureValue, figureKey, sameValue } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import type { SubmissionStage } from '../registry/submission-stage.ts';
import { recordActions } from '../store/actions.ts';
import { announce } from '../store/announcements.ts';
import { cellsOfSubmission, putCells } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import { updateSubmission } from '../store/held-submissions.ts';
import { anyDerived } from '../store/indicators.ts';
import { indicatorNames } from '../store/names.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { nfc } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { figureLines, type SheetLines } from './figure-lines.ts';
import { onSubmission, type SubmissionWork, stageAfterStep } from './submission-work.ts';

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
  onSubmission(app, person, submissionId, async (work) => {
    const { trx, submission } = work;
    const stage = stageAfterStep(work, 'fill');
    const before = await cellsOfSubmission(trx, submission);
    const { formulas, now } = await derivedOf(work, before);
    const typed = changes.filter(({ indicatorId }) => !(indicatorId in formulas));
    const written = await takeIn(trx, before, typed);
    const all = [...written, ...derived(before, written, formulasOf(Object.entries(formulas)), now)];
    const stored = all.length > 0 ? await store(work, stage, before, all) : [];
    const after = new Map([...before, ...stored].map((cell) => [figureKey(cell), cell]));
    const asked = new Set([...changes, ...all].map(figureKey));
    return { cells: [...after.values()].filter((cell) => asked.has(figureKey(cell))) };
  });

/** The first thing that is typed begins the submission. Its version stays: that an officer types makes no button stale. */
async function store(
  { trx, person, at, submission, operation }: SubmissionWork,
  stage: SubmissionStage,
  before: readonly Cell[],
  all: readonly Written[],
): Promise<Cell[]> {
  const { id: submissionId, roundId } = submission;
  const by = { at, userId: person.user.id };
  if (stage !== submission.stage) await updateSubmission(trx, submission, { stage, begun_at: at }, { counts: false });
  const stored = await putCells(trx, submission, all, by);
  await record(trx, submissionId, before, all, { ...by, operation });
  await announce(trx, { kind: 'round', by: by.userId, roundId, submissionId, what: 'typed' });
  return stored;
}

/** What follows from what is typed, and the figures that it may follow from; most agencies are asked for nothing of the kind. */
async function derivedOf({ trx, at, submission }: SubmissionWork, cells: readonly Cell[]): Promise<Derivation> {
  const ids = [...new Set(cells.map(({ indicatorId }) => indicatorId))];
  if (!(await anyDerived(trx, ids))) return { formulas: {}, now: [] };
  return figureLines(trx, submission, { cells, remarks: new Map(), day: dayOfMoment(at) });
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
  submissionId: string,
  before: readonly Cell[],
  all: readonly Written[],
  { at, userId, operation }: { at: Date; userId: string; operation: string },
): Promise<void> {
  const were = new Map(before.map((cell) => [figureKey(cell), cell]));
  const told = ({ indicatorId, line, span, basis, value, missing, reason }: Written) => ({
    ...{ indicatorId, line, span, basis, value, missing },
    ...(reason !== '' && { reason }),
  });
  await recordActions(trx, [
    {
      ...{ operation, at, userId, verb: 'saveCells', documentId: null, reason: null },
      ...{ subjectKind: 'cells', subjectId: submissionId },
      before: { cells: all.flatMap((one) => were.get(figureKey(one)) ?? []).map(told) },
      after: { cells: all.map(told) },
    },
  ]);
}
