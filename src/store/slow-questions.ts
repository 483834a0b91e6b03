import { sql } from 'kysely';
import type { SlowQuestion } from '../registry/operation.ts';
import type { Db } from './database.ts';

/** Questions that took long, by their wording; what they were asked with is not kept. */

type Tally = { times: number; totalMs: number; mostMs: number };

/** Shorter than this nobody waits for. */
const slowMs = 100;
const mostWordings = 200;

/** Words that stand in quotes are somebody's, where a question has no parameters. */
export const bareWording = (text: string): string =>
  text
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 2000);

export class SlowRecord {
  readonly #tallies = new Map<string, Tally>();

  note(text: string, ms: number): void {
    if (ms < slowMs) return;
    const wording = bareWording(text);
    const tally = this.#tallies.get(wording) ?? { times: 0, totalMs: 0, mostMs: 0 };
    tally.times++;
    tally.totalMs += ms;
    tally.mostMs = Math.max(tally.mostMs, ms);
    this.#tallies.set(wording, tally);
    if (this.#tallies.size > mostWordings) this.#forgetQuickest();
  }

  /** The one that took longest first. */
  list(limit: number): SlowQuestion[] {
    return [...this.#tallies]
      .map(([text, { times, totalMs, mostMs }]) => ({ text, times, meanMs: totalMs / times, mostMs }))
      .toSorted((a, b) => b.mostMs - a.mostMs)
      .slice(0, limit);
  }

  #forgetQuickest(): void {
    const quickest = [...this.#tallies].reduce((a, b) => (b[1].mostMs < a[1].mostMs ? b : a));
    this.#tallies.delete(quickest[0]);
  }
}

/** What pg_stat_statements has of this database, slowest on average first; undefined where it is not there or may not be read. */
export async function listStatements(db: Db, limit: number): Promise<SlowQuestion[] | undefined> {
  const { rows: there } = await sql`select from pg_extension where extname = 'pg_stat_statements'`.execute(db);
  if (there.length === 0) return undefined;
  try {
    const { rows } = await sql<SlowQuestion>`
      select query as text, calls::float8 as times, mean_exec_time as "meanMs", max_exec_time as "mostMs" from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database()) and mean_exec_time >= ${slowMs / 10}
        and query <> '<insufficient privilege>'
      order by mean_exec_time desc limit ${limit}`.execute(db);
    return rows.map(({ text, ...row }) => ({ ...row, text: bareWording(text) }));
  } catch {
    // Made in the database, but not loaded by its server.
    return undefined;
  }
}
