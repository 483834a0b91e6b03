import { createHash } from 'node:crypto';
import { readCalendar } from '../registry/seed/calendar.ts';
import { putCalendarSeed } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { findSetting, putSetting } from '../store/settings.ts';

const seedSetting = 'calendarSeed';

/** Puts the delivered calendar into the database where it is not there yet in this form. */
export async function loadCalendarSeed(db: Db, text: string): Promise<void> {
  const revision = createHash('sha256').update(text).digest('hex');
  if ((await findSetting(db, seedSetting)) === revision) return;
  await db.transaction().execute(async (trx) => {
    await putCalendarSeed(trx, readCalendar(text));
    await putSetting(trx, seedSetting, revision);
  });
}
