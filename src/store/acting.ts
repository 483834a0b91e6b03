import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import type { PlainDate } from '../values/plain-date.ts';
import { type Db, joinDatabase } from './database.ts';
import { keptPlan, onePlanForAll } from './kept-plans.ts';
import type { Attempt } from './request-keys.ts';
import type { Tables } from './tables.ts';

/** For whom the database is asked: nobody known is ''. `day`: as of which posts count. */
export type Acting = { userId: string; day: PlainDate; address?: string; keepsPlans?: boolean; request?: Attempt };

const actings = new WeakMap<Db, Acting>();

/** How a transaction begins in which somebody acts, what comes before its commit, and whether its plans are kept. */
type Beginning = { begin: (settings: TransactionSettings) => string; end?: string; keepsPlans: boolean };

/**
 * The same database behind its wall: each connection that is taken is one transaction of the role `tiendo_person` for this
 * person, so whatever is asked through it sees and changes only what the policies of the migrations let this person see and
 * change. Transactions begun on it are that transaction.
 */
export function actingAs(db: Db, acting: Acting): Db {
  const begin = (settings: TransactionSettings) => beginning(acting, settings);
  const { request, keepsPlans = false } = acting;
  const joined = joinActing(db, { begin, keepsPlans, ...(request && { end: keepingRequest(request) }) });
  actings.set(joined, acting);
  return joined;
}

/**
 * The same database as the public sees it on a day: in the role `tiendo_public`, which reads what is published and changes nothing.
 * Whoever asks is nobody, so what is asked needs no person and finds none.
 */
export const actingForPublic = (db: Db, day: PlainDate): Db =>
  joinActing(db, {
    begin: ({ isolationLevel }) =>
      [
        ['begin', isolationLevel && `isolation level ${isolationLevel}`, 'read only'].filter(Boolean).join(' '),
        `select set_config('tiendo.user', '', true), set_config('tiendo.roles', '', true),
          set_config('tiendo.day', ${pg.escapeLiteral(day)}, true)`,
        'set local role tiendo_public',
      ].join('; '),
    keepsPlans: false,
  });

const joinActing = (db: Db, beginning: Beginning): Db =>
  joinDatabase(db, (driver) => {
    const actingDriver = new ActingDriver(driver, beginning);
    return new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => actingDriver,
        createIntrospector: (any) => new PostgresIntrospector(any),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  });

/**
 * The same for the same person, where what is asked is worded alike for everybody with the same posts: its plans are kept. Past the
 * wall, or within a transaction that is begun, nothing is different.
 */
export function keepingPlans(db: Db): Db {
  const acting = actings.get(db);
  return acting ? actingAs(db, { ...acting, keepsPlans: true }) : db;
}

/** Another server of the same data, for whoever the first is asked for. */
export function actingAlike(db: Db, other: Db): Db {
  const acting = actings.get(db);
  return acting ? actingAs(other, acting) : other;
}

/** One round trip, whoever it is for. The isolation comes first: after a first question it could not be set any more. */
function beginning(
  { userId, day, address = '', keepsPlans }: Acting,
  { isolationLevel, accessMode }: TransactionSettings,
): string {
  return [
    ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' '),
    `select act_as(${pg.escapeLiteral(userId)}, ${pg.escapeLiteral(day)}, ${pg.escapeLiteral(address)})`,
    'set local role tiendo_person',
    ...(keepsPlans ? [onePlanForAll] : []),
  ].join('; ');
}

const keepingRequest = ({ userId, key, attempt }: Attempt): string =>
  `reset role; select keep_request(${[userId, key, attempt].map(pg.escapeLiteral).join(', ')})`;

/** A connection in somebody's hands, from being taken to being given back. */
class ActingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #beginning: Beginning;
  /** 'own': begun for a question asked outside a transaction of the caller's, and ended when the connection is given back. */
  state: 'idle' | 'own' | 'callers' = 'idle';
  failed = false;

  constructor(inner: DatabaseConnection, beginning: Beginning) {
    this.inner = inner;
    this.#beginning = beginning;
  }

  async begin(state: 'own' | 'callers', settings: TransactionSettings): Promise<void> {
    this.failed = true;
    this.state = state;
    await this.inner.executeQuery(CompiledQuery.raw(this.#beginning.begin(settings)));
    this.failed = false;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.state === 'idle') await this.begin('own', {});
    try {
      return await this.inner.executeQuery<R>(this.#beginning.keepsPlans ? keptPlan(query) : query);
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    if (this.state === 'idle') await this.begin('own', {});
    try {
      yield* this.inner.streamQuery<R>(query, chunkSize);
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }
}

const actingConnection = (connection: DatabaseConnection): ActingConnection => {
  if (connection instanceof ActingConnection) return connection;
  throw new Error('a connection that nobody acts on');
};

class ActingDriver implements Driver {
  readonly #inner: Driver;
  readonly #beginning: Beginning;

  constructor(inner: Driver, beginning: Beginning) {
    this.#inner = inner;
    this.#beginning = beginning;
  }

  /** The pool belongs to the database that this one stands before. */
  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ActingConnection(await this.#inner.acquireConnection(), this.#beginning);
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const acting = actingConnection(connection);
    if (acting.state === 'idle') await acting.begin('callers', settings);
    else acting.state = 'callers';
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const acting = actingConnection(connection);
    if (this.#beginning.end !== undefined) await acting.inner.executeQuery(CompiledQuery.raw(this.#beginning.end));
    acting.state = 'idle';
    await this.#inner.commitTransaction(acting.inner);
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const acting = actingConnection(connection);
    acting.state = 'idle';
    acting.failed = false;
    await this.#inner.rollbackTransaction(acting.inner);
  }

  /** What was asked outside a transaction ends here: kept where everything went well, else taken back. */
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const acting = actingConnection(connection);
    try {
      if (acting.state === 'own' && !acting.failed) await this.commitTransaction(acting);
    } finally {
      await this.#giveBack(acting);
    }
  }

  async #giveBack(acting: ActingConnection): Promise<void> {
    try {
      if (acting.state !== 'idle') await this.rollbackTransaction(acting);
    } finally {
      await this.#inner.releaseConnection(acting.inner);
    }
  }
}
