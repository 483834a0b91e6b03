import { createHash } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { CompiledQuery, PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { type ObservedStatement, observed } from '../values/observed.ts';
import { databaseTrouble } from './database-trouble.ts';
import type { SilenceWatch } from './silence.ts';
import { bareWording, type SlowRecord } from './slow-questions.ts';

/**
 * Plans that a connection makes once and keeps: behind the wall planning a long question takes twenty times as long as answering it.
 * Such questions are told by how they begin, since Kysely hands over nothing but their words.
 */
const mark = '/* kept */ ';

export const keptPlan = (query: CompiledQuery): CompiledQuery => ({ ...query, sql: mark + query.sql });

/** One plan for everybody, whoever asks: else one would be made for each again where the planner thinks that it suits better. */
export const onePlanForAll = 'set local plan_cache_mode = force_generic_plan';

/** A connection keeps no more than these; questions beyond are planned each time. */
export const mostKept = 100;

/** A newer program beside this one has added a column, or somebody between has taken the plans away: only another connection helps. */
export const isOutOfDate = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && ['0A000', '26000', '42P05'].includes(error.code ?? '');

const statements = channel(observed.statement);

class KeepingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #names = new Map<string, string>();
  readonly #most: number;
  readonly #silence: SilenceWatch;
  readonly #slow: SlowRecord;
  #isOutOfDate = false;

  constructor(client: pg.PoolClient, { most, silence, slow }: Keeping) {
    this.#client = client;
    this.#most = most;
    this.#silence = silence;
    this.#slow = slow;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('rows are not read one by one here');
    return this.#ask(asked, values) as Promise<PostgresQueryResult<R>>;
  }

  async #ask(text: string, given: readonly unknown[]): Promise<pg.QueryResult> {
    const values = [...given];
    const name = text.startsWith(mark) ? this.#nameOf(text) : undefined;
    const answered = this.#silence.wait(this.#client);
    const begun = performance.now();
    let failed = true;
    try {
      const answer = await this.#client.query(name === undefined ? { text, values } : { name, text, values });
      failed = false;
      return answer;
    } catch (error) {
      if (name !== undefined) this.#isOutOfDate ||= isOutOfDate(error);
      throw databaseTrouble(error) ?? error;
    } finally {
      answered();
      const ms = performance.now() - begun;
      this.#slow.note(text, ms);
      if (statements.hasSubscribers) statements.publish(toldOf(text, { begun, ms, failed }));
    }
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= this.#most) return known;
    // Where connections are shared behind a pooler, the same name must never mean another question.
    const name = `kept_${createHash('sha1').update(text).digest('hex')}`;
    this.#names.set(text, name);
    return name;
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#isOutOfDate);
  }
}

const toldOf = (
  text: string,
  { begun, ...how }: Pick<ObservedStatement, 'begun' | 'ms' | 'failed'>,
): ObservedStatement => ({
  ...how,
  begun: performance.timeOrigin + begun,
  text: bareWording(text.replace(mark, '')),
});

/** `most`: plans that each connection keeps. */
type Keeping = { most: number; silence: SilenceWatch; slow: SlowRecord };

/** The pool as Kysely asks it. */
export function keepingPool(pool: pg.Pool, keeping: Keeping): PostgresPool {
  const known = new WeakMap<pg.PoolClient, KeepingClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw databaseTrouble(error) ?? error;
      });
      const kept = known.get(client) ?? new KeepingClient(client, keeping);
      known.set(client, kept);
      return kept;
    },
    end: () => {
      keeping.silence.end();
      return pool.end();
    },
  };
}
