import pg from 'pg';
import { Refusal } from '../values/refusal.ts';

/** PostgreSQL: stopping, crashed, not yet started, connections exhausted; and all of the class of connections. */
const awayStates = new Set(['57P01', '57P02', '57P03', '53300']);
const fullStates = new Set(['53100']);
const lostLines = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  // The socket of an embedded database that is not running.
  'ENOENT',
]);
/** Of pg itself, which gives these no code. */
const saidOfLines =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/;

/** A database that cannot be reached, or has no room left, is no fault of the question: gives what to say then. */
export function databaseTrouble(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || error instanceof Refusal) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof pg.DatabaseError) {
    if (fullStates.has(code)) return caused('databaseFull', error);
    return awayStates.has(code) || code.startsWith('08') ? caused('databaseAway', error) : undefined;
  }
  return lostLines.has(code) || saidOfLines.test(error.message) ? caused('databaseAway', error) : undefined;
}

function caused(code: 'databaseAway' | 'databaseFull', cause: Error): Refusal {
  const refusal = new Refusal(code);
  refusal.cause = cause;
  return refusal;
}

/** The table whose rows still name what was to be deleted. */
export const tableInTheWay = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError && error.code === '23503' ? error.table : undefined;
