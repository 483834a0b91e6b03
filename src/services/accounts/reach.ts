import { agenciesOutOfReach, peopleOutOfReach } from '../../store/administered.ts';
import type { Db } from '../../store/database.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { Refusal } from '../../values/refusal.ts';

/** Administrators give and end posts in the agencies that theirs reach: nobody makes himself more than he is. */
export async function refuseAgenciesBeyond(db: Db, by: string, agencyIds: readonly string[], day: PlainDate) {
  const beyond = await agenciesOutOfReach(db, by, agencyIds, day);
  if (beyond.length > 0) throw new Refusal('notAllowed', { reason: 'beyondReach' });
}

/** An account opens all that its posts open, so all of them must lie within reach. */
export async function refusePersonBeyond(db: Db, by: string, userId: string, day: PlainDate) {
  const beyond = await peopleOutOfReach(db, by, [userId], day);
  if (beyond.length > 0) throw new Refusal('notAllowed', { reason: 'beyondReach' });
}
