import { sql } from 'kysely';
import { Refusal } from '../values/refusal.ts';
import type { Db } from './database.ts';

/**
 * The role that everything asked for a person runs as (actingAs). Roles belong to the whole cluster: another database of it may
 * have made it, or make it in this moment. It owns nothing and cannot sign in.
 */
export async function settlePersonRole(db: Db): Promise<void> {
  try {
    await sql`do $$
      begin
        if not exists (select from pg_roles where rolname = 'tiendo_person') then
          create role tiendo_person nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db);
    // Whoever is a superuser may become anybody; others only what they belong to.
    await sql`do $$
      begin
        if not pg_has_role(current_user, 'tiendo_person', 'member') then
          execute format('grant tiendo_person to %I', current_user);
        end if;
      end $$`.execute(db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === insufficientPrivilege)) throw error;
    const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db);
    throw new Refusal('databaseRoleMissing', { user: rows[0]?.name ?? '' });
  }
}

const insufficientPrivilege = '42501';
