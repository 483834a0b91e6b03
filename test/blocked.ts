import { sql } from 'kysely';
import type { Db } from '../src/store/database.ts';
import { until } from './condition.ts';

/** Waits until somebody in this database, or so many, wait for a lock that somebody else holds. */
export const untilBlocked = (db: Db, count = 1): Promise<boolean> =>
  until('somebody to wait', async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length >= count || undefined;
  });
