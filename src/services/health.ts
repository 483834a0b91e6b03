import { setTimeout as after } from 'node:timers/promises';
import type { Db } from '../store/database.ts';
import { lastMigration } from '../store/vitals.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';

/** Whoever asks asks every few seconds, and counts a late answer as none. */
const patience = 3_000;

/** Throws where a request that comes now would find no database, or one that this program cannot work with. */
export async function checkReady({ db, patient }: App): Promise<void> {
  const database = await inTime(lastMigration(db));
  const program = patient?.migration ?? 0;
  if (database < program) throw new Refusal('databaseOlder', { database, program });
}

/** Whether the database answers at all, soon enough for somebody who only looks. */
export const databaseAnswers = (db: Db): Promise<boolean> =>
  inTime(lastMigration(db)).then(
    () => true,
    () => false,
  );

async function inTime<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  const late = new AbortController();
  const tooLate = after(patience, undefined, { ref: false, signal: late.signal }).then(() => {
    throw new Refusal('databaseAway');
  });
  tooLate.catch(() => undefined);
  return Promise.race([asked, tooLate]).finally(() => late.abort());
}
