import { type Expression, type RawBuilder, sql } from 'kysely';
import type { PageOf } from '../registry/listing.ts';
import type { Db } from './database.ts';

const batchSize = 1000;

/** Rows of a query a batch at a time, all as of one moment: a whole country's list never stands in memory at once. */
export async function* inBatches<Row>(db: Db, query: Expression<Row>): AsyncGenerator<Row[]> {
  const trx = await db.startTransaction().setAccessMode('read only').execute();
  try {
    await sql`declare batch no scroll cursor for ${query}`.execute(trx);
    for (;;) {
      const { rows } = await sql<Row>`fetch forward ${sql.raw(String(batchSize))} from batch`.execute(trx);
      if (rows.length > 0) yield rows;
      if (rows.length < batchSize) return;
    }
  } finally {
    // Nothing was written; this also ends it where the reader of the rows went away.
    await trx.rollback().execute();
  }
}

/** One page of a query's rows, and how many rows `counted` has in all. */
export async function readPage<Row>(
  db: Db,
  query: { rows: RawBuilder<Row>; counted: RawBuilder<unknown> },
  { limit, offset }: PageOf,
): Promise<{ total: number; rows: Row[] }> {
  const counted = await sql<{ total: number }>`select count(*) as total from ${query.counted}`.execute(db);
  const { rows } = await sql<Row>`${query.rows} limit ${limit} offset ${offset}`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, rows };
}
