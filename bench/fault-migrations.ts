import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { migrationsFolder } from '../src/installation.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { type Found, makeWorld, untilAnswered, type World } from './fault-world.ts';

/**
 * A database that is brought up to date is killed, or the process that does it: what is left is the form of some released version,
 * whole, and bringing it up to date again ends in the same form as without a kill.
 */
export async function killsOfMigration(rounds: number): Promise<Found> {
  const world = await makeWorld();
  try {
    const forms = await formsOfVersions(world);
    let [half, inTheMiddle, duration] = [0, 0, 0];
    // Nobody kills the first, which says how long it takes.
    for (let round = 0; round <= rounds; round++) {
      const url = await freshDatabase(world, `m_${round}`);
      const from = await bringUpToDate(url);
      const begun = performance.now();
      const strike = round === 0 ? 'nobody' : round % 2 === 0 ? 'server' : 'database';
      if (strike !== 'nobody') await Promise.race([after(Math.random() * duration), from.ended]);
      if (strike === 'server') from.child.kill('SIGKILL');
      if (strike === 'database') process.kill(await world.postmaster(), 'SIGKILL');
      await from.ended;
      if (round === 0) duration = performance.now() - begun;
      const left = await formWhenBack(url);
      if (round > 0 && left.version > 0 && left.version < forms.length - 1) inTheMiddle++;
      if (left.version > 0 && left.form !== forms[left.version]) {
        half++;
        console.error(`half done: version ${left.version} is not as it is without a kill`);
      }
      await (await bringUpToDate(url)).ended;
      if ((await formWhenBack(url)).form !== forms.at(-1)) half++;
    }
    return {
      ...{ what: 'kill -9 of a migration, or of its database', rounds, acknowledged: rounds, lost: 0, half },
      note: `${inTheMiddle} between two versions; each left whole, then brought to the end`,
    };
  } finally {
    await world.end();
  }
}

/** The form that each version has, from the empty database on. */
async function formsOfVersions(world: World): Promise<string[]> {
  const url = await freshDatabase(world, 'm_forms');
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-faults-migrations-'));
  const db = openDatabase(url, () => undefined);
  try {
    const forms = [(await formOf(url)).form];
    for (const name of (await readdir(migrationsFolder)).filter((one) => one.endsWith('.sql')).sort()) {
      await copyFile(join(migrationsFolder, name), join(folder, name));
      await migrate(db, folder);
      forms.push((await formOf(url)).form);
    }
    return forms;
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true });
  }
}

async function freshDatabase(world: World, name: string): Promise<string> {
  await untilAnswered(() => world.ask(`create database ${name}`));
  const url = new URL(world.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function bringUpToDate(url: string) {
  const of = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const code = `
    const { openDatabase } = await import(${of('../src/store/database.ts')});
    const { migrate } = await import(${of('../src/store/migrate.ts')});
    const db = openDatabase(${JSON.stringify(url)}, () => undefined);
    console.log('begun');
    await migrate(db, ${JSON.stringify(migrationsFolder)});
    await db.destroy();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  return { child, ended };
}

type Form = { version: number; form: string };

/** All that tables, columns, functions, triggers, policies, indexes and rights are. */
async function formOf(url: string): Promise<Form> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ form: string; made: boolean }>(`
      select to_regclass('public.schema_migration') is not null as made, md5(string_agg(part, E'\\n' order by part)) as form from (
        select concat_ws(' ', c.relname, c.relkind, c.relrowsecurity, c.relacl::text, a.attname, a.atttypid::regtype, a.attnotnull,
            pg_get_expr(e.adbin, e.adrelid))
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum
          where c.relnamespace = 'public'::regnamespace
        union all select concat_ws(' ', proname, md5(coalesce(prosrc, '')), proacl::text) from pg_proc where pronamespace = 'public'::regnamespace
        union all select pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
        union all select concat_ws(' ', tablename, policyname, cmd, roles::text, qual, with_check) from pg_policies
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select pg_get_constraintdef(k.oid) from pg_constraint k where k.connamespace = 'public'::regnamespace) parts (part)`);
    const [row] = rows;
    const version = row?.made
      ? Number((await client.query<{ n: string }>('select count(*) as n from schema_migration')).rows[0]?.n)
      : 0;
    return { version, form: row?.form ?? '' };
  } finally {
    await client.end();
  }
}

const formWhenBack = (url: string): Promise<Form> => untilAnswered(() => formOf(url));
