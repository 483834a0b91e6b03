import { sql } from 'kysely';
import { settleRole } from './acting-roles.ts';
import type { Db } from './database.ts';

/**
 * Two roles without a password, for accounts that are not the owner of the tables: `tiendo_server` for servers, which write rows and
 * change no table, and `tiendo_reader` for reports of others, which reads all but what accounts are kept by. The owner makes them, after
 * migrations.
 */
const serverRole = 'tiendo_server';
const readerRole = 'tiendo_reader';

/** The record: added to, never changed. */
const addedOnly = ['action', 'action_seal', 'schema_migration'];
/** What accounts are kept by, and what is sealed. */
const secrets = [
  ...['password', 'past_password', 'second_factor', 'recovery_code', 'session', 'sign_in_step', 'sign_in_failure'],
  ...['account_link', 'api_key', 'outside_identity', 'webhook', 'webhook_attempt', 'setting', 'outbox'],
];

export async function settleServerRoles(db: Db): Promise<void> {
  for (const role of [serverRole, readerRole]) await settleRole(db, role);
  await db.transaction().execute(async (trx) => {
    await grantSchema(trx, 'public');
    await grantSchema(trx, 'pgboss');
    await sql`grant tiendo_person, tiendo_public to ${sql.id(serverRole)}`.execute(trx);
  });
}

async function grantSchema(trx: Db, schema: 'public' | 'pgboss'): Promise<void> {
  const { rows: tables } = await sql<{ name: string; walled: boolean; kept: boolean }>`
    select c.relname as name, c.relrowsecurity as walled,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = ${serverRole}) as kept
    from pg_class c where c.relnamespace = to_regnamespace(${schema}) and c.relkind in ('r', 'p')`.execute(trx);
  const [server, within] = [sql.id(serverRole), sql.id(schema)];
  await sql`grant usage on schema ${within} to ${server}`.execute(trx);
  await sql`grant usage, select on all sequences in schema ${within} to ${server}`.execute(trx);
  if (schema === 'public') await sql`grant usage on schema ${within} to ${sql.id(readerRole)}`.execute(trx);
  for (const { name, walled, kept } of tables) {
    const table = sql.id(schema, name);
    const may = schema === 'public' && addedOnly.includes(name) ? 'select, insert' : 'select, insert, update, delete';
    await sql`grant ${sql.raw(may)} on ${table} to ${server}`.execute(trx);
    if (walled && !kept)
      await sql`create policy ${server} on ${table} to ${server} using (true) with check (true)`.execute(trx);
    if (schema === 'public' && !secrets.includes(name)) await letRead(trx, name, walled && !kept);
  }
}

async function letRead(trx: Db, name: string, needsPolicy: boolean): Promise<void> {
  const [table, reader] = [sql.id('public', name), sql.id(readerRole)];
  await sql`grant select on ${table} to ${reader}`.execute(trx);
  if (needsPolicy) await sql`create policy ${reader} on ${table} for select to ${reader} using (true)`.execute(trx);
}
