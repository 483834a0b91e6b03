import { type Driver, Kysely, PostgresDialect, PostgresDriver } from 'kysely';
import pg from 'pg';
import { keepingPool, mostKept } from './kept-plans.ts';
import { watchSilence } from './silence.ts';
import { SlowRecord } from './slow-questions.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

/** PostgreSQL's type numbers whose values pg would hand over in another form than we work with. */
const dateType = 1082;
const bigintType = 20;
const numericType = 1700;

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} has more digits than a number keeps`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  // A day without a time stays text and never becomes a Date in some time zone.
  [dateType, (text) => text],
  [bigintType, readBigint],
  [numericType, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    parsers.get(type) ??
    (format === 'binary' ? pg.types.getTypeParser(type, format) : pg.types.getTypeParser(type, 'text')),
};

type Joined = { config: pg.ClientConfig; driver: Driver; pool: pg.Pool; slow: SlowRecord };
const joined = new WeakMap<Db, Joined>();

/** A line that went dead without a word is noticed. */
const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/**
 * So many milliseconds a question may be without an answer before we ask whether anybody is there, and that question as long again.
 * Nobody waits longer than both for a connection.
 */
const usualPatience = 4_000;

type Opening = { waitsForDisk?: boolean; poolerUrl?: string | undefined; patience?: number };

/**
 * Connections to one database. `onLost` hears of idle connections that break, which must not end the process. Where nothing is
 * acknowledged to anybody, commits need not wait for the disk: then the last half second may be lost with the power, in order.
 * `poolerUrl`: a pooler before the same database that gives a connection for a transaction. Questions go there; what listens, holds a lock or
 * keeps a queue goes straight. It may know neither settings of a connection nor plans that one keeps.
 */
export function openDatabase(
  url: string,
  onLost: (error: Error) => void,
  { waitsForDisk = true, poolerUrl, patience = usualPatience }: Opening = {},
): Db {
  // Compiling a question costs more than asking it: a person's questions are long and their answers short.
  const options = `-c jit=off${waitsForDisk ? '' : ' -c synchronous_commit=off'}`;
  const plain = { types, application_name: 'tiendo', ...keepAlive };
  const config: pg.ClientConfig = { ...plain, connectionString: url, options };
  const toAsk = poolerUrl === undefined ? config : { ...plain, connectionString: poolerUrl };
  const pool = new pg.Pool({ ...toAsk, max: 12, connectionTimeoutMillis: patience * 2 });
  // A server that is stopped right after the pool may still tell connections that are going that it ends them.
  pool.on('error', (error) => !pool.ending && onLost(error));
  // Of one in somebody's hands only that one's question hears; an event that nobody hears ends the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const straight = poolerUrl === undefined;
  const silence = watchSilence(toAsk, patience, straight);
  const slow = new SlowRecord();
  const asked = { pool: keepingPool(pool, { most: straight ? mostKept : 0, silence, slow }) };
  const dialect = new PostgresDialect(asked);
  const driver = new PostgresDriver(asked);
  // It has nothing to wait for but the pool that it was given.
  void driver.init();
  const db = new Kysely<Tables>({ dialect });
  joined.set(db, { config, driver, pool, slow });
  return db;
}

function joinedOf(db: Db): Joined {
  const found = joined.get(db);
  if (!found) throw new Error('not a database that was opened here');
  return found;
}

/** Another way to ask the same database, over the same connections. */
export function joinDatabase(db: Db, make: (driver: Driver) => Db): Db {
  const found = joinedOf(db);
  const other = make(found.driver);
  joined.set(other, found);
  return other;
}

/** A connection to the same database beside the others, for whoever listens. */
export const newClient = (db: Db): pg.Client =>
  new pg.Client({ ...joinedOf(db).config, connectionTimeoutMillis: usualPatience * 2 });

/** Of this process's connections for questions: all that are open, those that nobody has in hand, and who waits for one. */
export function connectionCounts(db: Db): { open: number; idle: number; waiting: number } {
  const { totalCount, idleCount, waitingCount } = joinedOf(db).pool;
  return { open: totalCount, idle: idleCount, waiting: waitingCount };
}

/** What took long of all that was asked through it. */
export const slowOf = (db: Db): SlowRecord => joinedOf(db).slow;

/** The address of the same database, for what keeps connections of its own. */
export function addressOf(db: Db): string {
  const address = joinedOf(db).config.connectionString;
  if (!address) throw new Error('this database was not opened by openDatabase');
  return address;
}

/** What asks through one connection that somebody holds, in whatever transaction it is. */
export function askingThrough(client: pg.Client): Db {
  const one = Object.assign(client, { release: () => undefined });
  const pool = { connect: () => Promise.resolve(one), end: () => Promise.resolve(), options: {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
