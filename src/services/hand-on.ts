import type { Db } from '../store/database.ts';
import { handOn, openPiecesOf, rowsNow } from '../store/handed-duties.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { heirOfEnded } from './heirs.ts';

type Duty = { id: string; agencyId: string };

/**
 * A duty that is open again goes to the heir where its agency is no more, as with what was open when that ended: to whoever has the work
 * that it follows, and where it follows none to the first heir. Gives whose it is now; it stays where nobody has taken over.
 */
export async function handOnEnded(trx: Db, { id, agencyId }: Duty, at: Date): Promise<string> {
  const day = dayOfMoment(at);
  const heir = await heirOfEnded(trx, agencyId, day);
  if (!heir) return agencyId;
  const rows = await rowsNow(trx, id, day);
  const now = rows[0]?.agencyId ?? heir.agencyId;
  await handOn(trx, heir.reorganisationId, { dutyId: id, agencyId: now, rows }, at);
  return now;
}

/** What is open below a duty of this agency: steps stand with it, parts go to their heirs. */
export async function handOnBelow(trx: Db, { id: dutyId, agencyId: above }: Duty, at: Date): Promise<void> {
  for (const { id, kind, agencyId } of await openPiecesOf(trx, dutyId)) {
    const heir = await heirOfEnded(trx, agencyId, dayOfMoment(at));
    const now = heir && kind === 'step' ? above : (heir?.agencyId ?? agencyId);
    if (heir) await handOn(trx, heir.reorganisationId, { dutyId: id, agencyId: now, rows: [] }, at);
    await handOnBelow(trx, { id, agencyId: now }, at);
  }
}
