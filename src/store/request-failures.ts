import { sql } from 'kysely';
import type { RequestFailure } from '../registry/operation.ts';
import type { Db } from './database.ts';

export async function insertRequestFailures(db: Db, failures: readonly RequestFailure[]): Promise<void> {
  await db
    .insertInto('request_failure')
    .values(
      failures.map(({ at, requestId, method, route, code, reason, place }) => ({
        ...{ at: new Date(at), request_id: requestId, method, route, code, reason, place },
      })),
    )
    .execute();
}

/** Those of the last day, latest first. */
export async function listRequestFailures(db: Db, limit: number): Promise<RequestFailure[]> {
  const rows = await db
    .selectFrom('request_failure')
    .selectAll()
    .where('at', '>', sql<Date>`now() - interval '1 day'`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ at, request_id, method, route, code, reason, place }) => ({
    ...{ at: at.toISOString(), requestId: request_id, method, route, code, reason, place },
  }));
}
