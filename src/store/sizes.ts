import { sql } from 'kysely';
import type { Sizes } from '../registry/operation.ts';
import type { Db } from './database.ts';

const shown = 10;

export async function readSizes(db: Db): Promise<Sizes> {
  const { rows: tables } = await sql<Sizes['tables'][number]>`
    select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes, greatest(c.reltuples, 0)::float8 as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'pgboss')
    order by bytes desc limit ${shown}`.execute(db);
  const { rows } = await sql<{ database: number; files: number }>`
    select pg_database_size(current_database())::float8 as database, coalesce((
      select sum(pg_total_relation_size(a.attrelid)) from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind = 'r' and c.relnamespace = to_regnamespace('public') and a.attname = 'bytes' and a.atttypid = 'bytea'::regtype
    ), 0)::float8 as files`.execute(db);
  return { database: 0, files: 0, ...rows[0], tables };
}
