import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { Config } from '../src/config.ts';
import { openInstallation } from '../src/installation.ts';
import { openDatabase } from '../src/store/database.ts';
import { fillCountry } from './country.ts';
import { openCluster } from './work-cluster.ts';

/**
 * node bench/archive.ts [FACTOR]: a backup of that part of the country written, read again and restored by our commands, each in a process of
 * its own, beside `pg_dump` and `pg_restore` of the same database, one after the other on the same server.
 */

const factor = Number(process.argv[2] ?? 0.1);
const program = fileURLToPath(new URL('../src/cli/tiendo.ts', import.meta.url));
const tools = '/usr/lib/postgresql/15/bin';
if (!existsSync(join(tools, 'pg_dump'))) throw new Error('There is no pg_dump of PostgreSQL 15 on this machine.');

type Took = { seconds: number; mebibytes: number };

/** How long it took, and the most memory that it held. */
async function run(command: string, args: readonly string[]): Promise<Took> {
  const from = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 100);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - from) / 1000, mebibytes: peak };
}

const tiendo = (...args: string[]): Promise<Took> => {
  const code = `const { tiendo } = await import(${JSON.stringify(program)}); process.exitCode = await tiendo(${JSON.stringify(args)});`;
  return run(process.execPath, ['--input-type=module', '-e', code]);
};

/** What was filled in bulk is not in the chain of actions, without which nothing is restored. */
const sealAll = sql`do $$
  declare
    a action;
    last action_seal;
  begin
    for a in select * from action x where not exists (select from action_seal s where s.action_id = x.id) order by id loop
      last := row(coalesce(last.position, 0) + 1, a.id, seal_of(last.hash, a));
      insert into action_seal select last.*;
    end loop;
  end $$`;

const named = (url: string, name: string): string => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

const megabytes = async (file: string): Promise<string> => `${((await stat(file)).size / 1e6).toFixed(0)} MB`;

const tell = (what: string, ours: Took, theirs: Took, more = ''): void =>
  console.log(
    `${what.padEnd(10)} ${ours.seconds.toFixed(1)} s (${ours.mebibytes.toFixed(0)} MiB) beside ${theirs.seconds.toFixed(1)} s: ${(ours.seconds / theirs.seconds).toFixed(2)} ${more}`,
  );

const cluster = await openCluster();
try {
  const installation = await openInstallation(Config.parse({ databaseUrl: cluster.url }));
  await fillCountry(installation.db, factor, () => undefined);
  await sealAll.execute(installation.db);
  await sql`vacuum analyze`.execute(installation.db);
  const { rows } = await sql<{ rows: number }>`
    select sum(reltuples)::float8 as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
    installation.db,
  );
  await installation.close();
  const server = openDatabase(cluster.url, () => undefined);
  for (const name of ['restored', 'loaded'])
    await sql`create database ${sql.id(name)} template template0`.execute(server);
  await server.destroy();
  console.log(
    `${factor} of the country, ${Math.round(rows[0]?.rows ?? 0)} rows, ${cluster.name}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  // The database's account may own the folder that its server lies in.
  const folder = join(cluster.folder, 'archives');
  await mkdir(folder);
  const [ours, theirs] = [join(folder, 'export.tar.gz'), join(folder, 'dump')];
  const data = ['--data', join(folder, 'data')];
  const written = await tiendo('export', ours, '--database-url', cluster.url, ...data);
  const dumped = await run(join(tools, 'pg_dump'), ['--format=custom', `--file=${theirs}`, cluster.url]);
  tell('written', written, dumped, `(${await megabytes(ours)}, ${await megabytes(theirs)})`);
  const restored = await tiendo('restore', ours, '--database-url', named(cluster.url, 'restored'), ...data);
  const loaded = await run(join(tools, 'pg_restore'), [`--dbname=${named(cluster.url, 'loaded')}`, theirs]);
  tell('restored', restored, loaded, '(ours compares each table and walks the audit chain, too)');
} finally {
  await cluster.stop();
}
