import { deriveFigure, type Formulas, formulasOf } from '../registry/derived-cells.ts';
import { type Figure, type FigureValue, figureKey, sameValue } from '../registry/figure.ts';
import { cellsOfSubmission, putCells } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import {
  figuresOfSubmission,
  holdFiguresOf,
  type ReportedPeriod,
  replaceFigure,
  submissionsFollowing,
} from '../store/figures.ts';
import { type AskedFigures, findAskedFigures, findLaidSubmission } from '../store/held-submissions.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { figureLines, type SheetLines } from './figure-lines.ts';

/** Figures that were approved and follow from others by formula change as those do, in whatever report or list they came. */

const linesOf = async (db: Db, submission: AskedFigures, day: PlainDate): Promise<SheetLines> =>
  figureLines(db, submission, { cells: await cellsOfSubmission(db, submission), remarks: new Map(), day });

const formulasIn = ({ formulas }: SheetLines): Formulas => formulasOf(Object.entries(formulas));

/** Whether a figure is not its agency's own word: it is computed anew as soon as anything that it follows from changes. */
export async function isComputed(db: Db, { submissionId, indicatorId }: Figure, day: PlainDate): Promise<boolean> {
  const [submission] = submissionId === null ? [] : await askedFigures(db, [submissionId]);
  return submission !== undefined && formulasIn(await linesOf(db, submission, day)).has(indicatorId);
}

/** Held, they are waited for in an order that is everybody's. */
async function askedFigures(db: Db, ids: readonly string[], { hold = false } = {}): Promise<AskedFigures[]> {
  const found: AskedFigures[] = [];
  for (const id of new Set(ids.toSorted())) {
    const laid = await findLaidSubmission(db, id);
    const asked = laid && (await findAskedFigures(db, laid, { hold }));
    if (asked) found.push(asked);
  }
  return found;
}

/** Before a figure of an agency changes: its own submission, and those in which something may follow from it. */
export async function holdFollowing(trx: Db, of: ReportedPeriod, submissionId: string | null): Promise<AskedFigures[]> {
  await holdFiguresOf(trx, of.agencyId);
  const ids = await submissionsFollowing(trx, [of]);
  return askedFigures(trx, submissionId === null ? ids : [...ids, submissionId], { hold: true });
}

/** Those in which something may follow from what a list brought; nobody else changes figures meanwhile, so none is waited for. */
export const following = async (trx: Db, periods: readonly ReportedPeriod[]): Promise<AskedFigures[]> =>
  askedFigures(trx, await submissionsFollowing(trx, periods));

type By = { at: Date; userId: string };

/** By what counts now, whatever was typed beside it. Wants them held, or all figures. */
export async function followByFormula(trx: Db, submissions: readonly AskedFigures[], by: By): Promise<void> {
  for (const submission of submissions) {
    const changed = await changedIn(trx, submission, by.at);
    for (const { id, value, missing } of changed) await replaceFigure(trx, id, { value, missing, reason: '' }, by);
    const cells = changed.map(({ indicatorId, line, span, basis, value, missing }) => ({
      ...{ indicatorId, line, span, basis, value, missing, reason: '' },
    }));
    if (cells.length > 0) await putCells(trx, submission, cells, by);
  }
}

/** What follows otherwise than it did. */
async function changedIn(trx: Db, submission: AskedFigures, at: Date): Promise<Figure[]> {
  const lines = await linesOf(trx, submission, dayOfMoment(at));
  const formulas = formulasIn(lines);
  if (formulas.size === 0) return [];
  const cells = await cellsOfSubmission(trx, submission);
  const known = new Map<string, FigureValue>([...cells, ...lines.now].map((one) => [figureKey(one), one]));
  return (await figuresOfSubmission(trx, submission.id)).flatMap((figure) => {
    if (!formulas.has(figure.indicatorId)) return [];
    const derived = deriveFigure(figure, formulas, (key) => known.get(figureKey(key)));
    return sameValue(figure, derived) ? [] : [{ ...figure, ...derived }];
  });
}
