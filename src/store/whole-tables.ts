import pg from 'pg';
import type { ArchivedTable } from '../registry/archive.ts';

/** Every table from its first row to its last, out of the database and into another: no row is turned into a record here. */

/** Their text is the same on every server, whatever its own settings. */
const plainForms = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set bytea_output = 'hex';
  set extra_float_digits = 1; set row_security = off`;

export const settleForms = async (client: pg.Client): Promise<void> => void (await client.query(plainForms));

const quoted = (name: string): string => pg.escapeIdentifier(name);

/** What files lie in: an archive holds the files themselves. */
const ofFiles = `('stored_file', 'stored_part', 'stored_room')`;

/** All tables of ours, without the columns that the database computes, and without what files lie in. */
export async function wholeTables(client: pg.Client): Promise<ArchivedTable[]> {
  const { rows } = await client.query<ArchivedTable>(`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and c.relname not in ${ofFiles}
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  return rows;
}

const isJson = (type: string): boolean => /^jsonb?$/.test(type);
/** Sorted by bytes: two servers may sort letters differently. */
const isText = (type: string): boolean => /^(text|character|"char")/.test(type);

/** JSON in a column goes as its text: `null` in it is something else than nothing in it. */
function questionFor({ name, columns, key }: ArchivedTable): string {
  const chosen = columns.map((column) =>
    isJson(column.type) ? `${quoted(column.name)}::text as ${quoted(column.name)}` : quoted(column.name),
  );
  const typeOf = (column: string) => columns.find((one) => one.name === column)?.type ?? '';
  const order = key.map((column) => `t.${quoted(column)}${isText(typeOf(column)) ? ' collate "C"' : ''}`);
  const inner = `select ${chosen.join(', ')} from ${quoted(name)} t${order.length > 0 ? ` order by ${order.join(', ')}` : ''}`;
  const lines = `select row_to_json(r)::text as line from (${inner}) r`;
  return order.length > 0 ? lines : `select line from (${lines}) l order by line collate "C"`;
}

/** As much as waits in memory until it is taken. */
const mostWaiting = 2_000_000;

/** Each row as one line of JSON, as fast as they are taken. */
export const rowsOf = (client: pg.Client, table: ArchivedTable): AsyncGenerator<string> =>
  linesOf(client, questionFor(table));

/** The question's column `line`, one after the other: while nobody takes them the server waits. */
export async function* linesOf(client: pg.Client, question: string): AsyncGenerator<string> {
  const query = new pg.Query<{ line: string }>(question);
  const { stream } = client.connection;
  let waiting: string[] = [];
  let letters = 0;
  let failure: Error | undefined;
  let ended = false;
  let wake: () => void = () => undefined;
  query.on('row', ({ line }: { line: string }) => {
    waiting.push(line);
    letters += line.length;
    if (letters > mostWaiting) stream.pause();
    wake();
  });
  const end = (error?: Error) => {
    failure = error;
    ended = true;
    wake();
  };
  query.on('error', end);
  query.on('end', () => end());
  client.query(query);
  for (;;) {
    const taken = waiting;
    waiting = [];
    letters = 0;
    stream.resume();
    yield* taken;
    if (waiting.length > 0) continue;
    if (failure) throw failure;
    if (ended) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

/** Lines as `rowsOf` gives them, as they were: computed columns come by themselves. */
export async function putRows(
  client: pg.Client,
  { name, columns }: ArchivedTable,
  lines: readonly string[],
): Promise<void> {
  const listed = columns.map((column) => quoted(column.name)).join(', ');
  const read = columns.map(({ name: column, type }) => `${quoted(column)} ${isJson(type) ? 'text' : type}`).join(', ');
  const given = columns
    .map(({ name: column, type }) => `x.${quoted(column)}${isJson(type) ? `::${type}` : ''}`)
    .join(', ');
  await client.query(
    `insert into ${quoted(name)} (${listed}) overriding system value select ${given} from json_to_recordset($1::json) as x(${read})`,
    [`[${lines.join(',')}]`],
  );
}

/** What nobody changed meanwhile: kept from being altered until the transaction ends. */
export const holdTables = async (client: pg.Client, tables: readonly ArchivedTable[]): Promise<void> =>
  void (await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`));

/** Whether there is anything at all: tables, sequences, or the schema of the queue. */
export async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(`
    select not exists (select from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
      and to_regnamespace('pgboss') is null as empty`);
  return rows[0]?.empty ?? false;
}

/** A constraint or an index that is not there while rows come, and the statement that makes it again. */
export type SetAside = { away: string; back: string };

/** References first: the key that one leads to cannot go before it, and must be there again. */
const lookingAtRows = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
  from pg_constraint where contype in ('f', 'p', 'u', 'x') and connamespace = current_schema()::regnamespace and conparentid = 0
    and conrelid::regclass::text not in ${ofFiles}
  order by contype <> 'f', oid`;
const indexesAlone = `
  select format('drop index %s', indexrelid::regclass) as away, pg_get_indexdef(indexrelid) as back
  from pg_index join pg_class c on c.oid = indexrelid
  where c.relnamespace = current_schema()::regnamespace and not c.relispartition and indrelid::regclass::text not in ${ofFiles}
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by indexrelid`;

/**
 * Takes away what would look at each row as it comes, or have a place found for it: indexes made once behind a million rows cost a part
 * of what they cost with each. The rows that migrations made go, too.
 */
export async function makeReady(client: pg.Client, tables: readonly ArchivedTable[]): Promise<SetAside[]> {
  const constraints = await client.query<SetAside>(lookingAtRows);
  const indexes = await client.query<SetAside>(indexesAlone);
  const aside = [...constraints.rows, ...indexes.rows];
  for (const { away } of aside) await client.query(away);
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`);
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  return aside;
}

/** Gives back what was taken away; every reference is looked at once more. */
export async function makeWhole(
  client: pg.Client,
  tables: readonly ArchivedTable[],
  aside: readonly SetAside[],
): Promise<void> {
  await client.query(`set local maintenance_work_mem = '256MB'`);
  for (const { back } of aside.toReversed()) await client.query(back);
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`);
}

/** The last number each one gave; one that gave none is left out. */
export async function sequences(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; last: number }>(
    'select sequencename as name, last_value as last from pg_sequences where schemaname = current_schema() and last_value is not null',
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

export const setSequence = async (client: pg.Client, name: string, last: number): Promise<void> =>
  void (await client.query('select setval($1::regclass, $2)', [quoted(name), last]));

/** Jobs that were not done, in the form in which transactions leave them: whoever starts next takes them over. */
export const undoneJobs = `select json_build_object('queue', name, 'data', coalesce(data, '{}')::text, 'job_id', id)::text as line
  from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'
    and not exists (select from pgboss.schedule s where s.name = job.name) order by created_on, id`;

export async function hasJobs(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
  return rows[0]?.there ?? false;
}

export const putJobs = async (client: pg.Client, lines: readonly string[]): Promise<void> =>
  void (await client.query(
    `insert into outbox (queue, data, job_id) select x.queue, x.data::jsonb, x.job_id
     from json_to_recordset($1::json) as x(queue text, data text, job_id uuid)`,
    [`[${lines.join(',')}]`],
  ));
