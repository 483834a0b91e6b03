import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
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

const settings = new WeakMap<Db, pg.ClientConfig>();

/** Connections to one database. `onLost` hears of idle connections that break, which must not end the process. */
export function openDatabase(url: string, onLost: (error: Error) => void): Db {
  const config: pg.ClientConfig = { connectionString: url, types, application_name: 'tiendo' };
  const pool = new pg.Pool({ ...config, max: 12 });
  pool.on('error', onLost);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  settings.set(db, config);
  return db;
}

/** A connection to the same database beside the others, for whoever listens. */
export const newClient = (db: Db): pg.Client => new pg.Client(settings.get(db));

/** The address of the same database, for what keeps connections of its own. */
export function addressOf(db: Db): string {
  const address = settings.get(db)?.connectionString;
  if (!address) throw new Error('this database was not opened by openDatabase');
  return address;
}
