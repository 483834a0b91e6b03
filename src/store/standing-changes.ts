import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';

/** What changed of what targets are judged by, as the triggers of migration 042 note it. */

/** `agencyId`: whose figures, and of which indicators; null: what is asked for, of whom, or how it is judged. */
export type StandingChange = { agencyId: string | null; indicatorIds: string[] | null };

/** Which transactions had ended when somebody looked: their changes were seen, those of all others were not. */
export type Snapshot = string;

export type Seen = { snapshot: Snapshot; changes: StandingChange[] };

/**
 * How things are seen now, and what changed of what was seen before; of nothing that was seen, nothing. What is read after it, in the
 * same transaction or later, holds at least what this snapshot holds. Numbers of transactions that are yet to come are those of the
 * database that this one was restored from. A replica's snapshot names none of the transactions that still run on the primary: there
 * nothing counts as seen from the oldest of them on.
 */
export const seenSince = (since: Snapshot | null): RawBuilder<Seen> => sql<Seen>`
  case when pg_is_in_recovery() then format('%1$s:%1$s:', pg_snapshot_xmin(pg_current_snapshot()))
    else pg_current_snapshot()::text end as snapshot, (
    select coalesce(json_agg(json_build_object('agencyId', c.agency_id, 'indicatorIds', c.indicator_ids)), '[]')
    from standing_change c
    where c.made_in >= pg_snapshot_xmin(${since}::pg_snapshot) and c.made_in < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(c.made_in, ${since}::pg_snapshot)) as changes`;

export async function changesSince(db: Db, since: Snapshot | null): Promise<Seen> {
  const { rows } = await sql<Seen>`select ${seenSince(since)}`.execute(db);
  return rows[0] ?? { snapshot: '', changes: [] };
}

/** Nobody keeps what was seen so long ago. By the database's own time, as they are noted: a moved clock of ours moves none of them. */
export async function forgetStandingChanges(db: Db, olderThanMs: number): Promise<void> {
  await sql`delete from standing_change where at < now() - make_interval(secs => ${olderThanMs / 1000})`.execute(db);
}
