import { announce } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { figuresFromCells } from '../store/figures.ts';

/** What was typed becomes what counts, everywhere. Wants the transaction of the step that approves. Gives how many figures. */
export async function approveFigures(
  trx: Db,
  { submissionId, at, userId }: { submissionId: string; at: Date; userId: string },
): Promise<number> {
  const count = await figuresFromCells(trx, submissionId, { at, userId });
  if (count > 0) await announce(trx, { kind: 'figures' });
  return count;
}
