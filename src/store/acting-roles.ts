import { sql } from 'kysely';
import { Refusal } from '../values/refusal.ts';
import type { Db } from './database.ts';

/**
 * The roles that everything asked for a person, and for the public, runs as (actingAs, actingForPublic). Roles belong to the whole
 * cluster: another database of it may have made them, or make them in this moment. They own nothing and cannot sign in.
 */
const actingRoles = ['tiendo_person', 'tiendo_public'] as const;

export async function settleActingRoles(db: Db): Promise<void> {
  for (const role of actingRoles) await settleRole(db, role);
}

/** There, and what the present account belongs to. */
export async function settleRole(db: Db, role: string): Promise<void> {
  const name = sql.lit(role);
  try {
    await sql`do $$
      begin
        if not exists (select from pg_roles where rolname = ${name}) then
          create role ${sql.id(role)} nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db);
    // Whoever is a superuser may become anybody; others only what they belong to.
    await sql`do $$
      begin
        if not pg_has_role(current_user, ${name}, 'member') then
          execute format('grant %I to %I', ${name}, current_user);
        end if;
      end $$`.execute(db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === insufficientPrivilege)) throw error;
    const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db);
    throw new Refusal('databaseRoleMissing', { user: rows[0]?.name ?? '' });
  }
}

const insufficientPrivilege = '42501';
