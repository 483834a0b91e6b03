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
import type { Tables } from './tables.ts';

/** For whom the database is asked: nobody known is ''. `day`: as of which posts count. */
export type Acting = { userId: string; day: PlainDate; address?: string; keepsPlans?: boolean };

const actings = new WeakMap<Db, Acting>();

/**
 * The same database behind its wall: each connection that is taken is one transaction of the role `tiendo_person` for this
 * person, so whatever is asked through it sees and changes only what the policies of the migrations let this person see and
 * change. Transactions begun on it are that transaction.
 */
export function actingAs(db: Db, acting: Acting): Db {
  const joined = joinDatabase(db, (driver) => {
    const actingDriver = new ActingDriver(driver, acting);
    return new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => actingDriver,
        createIntrospector: (any) => new PostgresIntrospector(any),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  });
  actings.set(joined, acting);
  return joined;
}

/**
 * The same for the same person, where what is asked is worded alike for everybody with the same posts: its plans are kept. Past the
 * wall, or within a transaction that is begun, nothing is different.
 */
export function keepingPlans(db: Db): Db {
  const acting = actings.get(db);
  return acting ? actingAs(db, { ...acting, keepsPlans: true }) : db;
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

/** A connection in somebody's hands, from being taken to being given back. */
class ActingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #acting: Acting;
  /** 'own': begun for a question asked outside a transaction of the caller's, and ended when the connection is given back. */
  state: 'idle' | 'own' | 'callers' = 'idle';
  failed = false;

  constructor(inner: DatabaseConnection, acting: Acting) {
    this.inner = inner;
    this.#acting = acting;
  }

  async begin(state: 'own' | 'callers', settings: TransactionSettings): Promise<void> {
    this.failed = true;
    this.state = state;
    await this.inner.executeQuery(CompiledQuery.raw(beginning(this.#acting, settings)));
    this.failed = false;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.state === 'idle') await this.begin('own', {});
    try {
      return await this.inner.executeQuery<R>(this.#acting.keepsPlans ? keptPlan(query) : query);
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
  readonly #acting: Acting;

  constructor(inner: Driver, acting: Acting) {
    this.#inner = inner;
    this.#acting = acting;
  }

  /** The pool belongs to the database that this one stands before. */
  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ActingConnection(await this.#inner.acquireConnection(), this.#acting);
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const acting = actingConnection(connection);
    if (acting.state === 'idle') await acting.begin('callers', settings);
    else acting.state = 'callers';
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const acting = actingConnection(connection);
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
      else if (acting.state !== 'idle') await this.rollbackTransaction(acting);
    } finally {
      await this.#inner.releaseConnection(acting.inner);
    }
  }
}
