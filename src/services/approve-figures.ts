import { announce } from '../store/announcements.ts';
import { cellsOfSubmission } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import { figuresFromCells, holdFiguresOf } from '../store/figures.ts';
import type { AskedFigures } from '../store/held-submissions.ts';
import { followByFormula, holdFollowing } from './follow-by-formula.ts';

/** What was typed becomes what counts, everywhere. Wants the transaction of the step that approves. Gives how many figures. */
export async function approveFigures(
  trx: Db,
  submission: AskedFigures,
  by: { at: Date; userId: string },
): Promise<number> {
  const { id, askedId: agencyId, period, calendar } = submission;
  const of = { agencyId, period, calendar };
  await holdFiguresOf(trx, agencyId);
  const count = await figuresFromCells(trx, submission, await cellsOfSubmission(trx, submission), by);
  // What it follows from may have changed since it was typed, and what others follow from changes with it.
  if (count > 0) await followByFormula(trx, await holdFollowing(trx, of, id), by);
  if (count > 0) await announce(trx, { kind: 'figures' });
  return count;
}
