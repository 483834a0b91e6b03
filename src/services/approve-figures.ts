import { announce } from '../store/announcements.ts';
import { cellsOfSubmission } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import { figuresFromCells } from '../store/figures.ts';
import type { AskedFigures } from '../store/held-submissions.ts';

/** What was typed becomes what counts, everywhere. Wants the transaction of the step that approves. Gives how many figures. */
export async function approveFigures(
  trx: Db,
  submission: AskedFigures,
  by: { at: Date; userId: string },
): Promise<number> {
  const count = await figuresFromCells(trx, submission, await cellsOfSubmission(trx, submission), by);
  if (count > 0) await announce(trx, { kind: 'figures' });
  return count;
}
