import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrationsFolder } from '../src/installation.ts';
import { startPostgres } from '../src/outside/embedded-postgres.ts';
import { findEmbeddedBinaries, type PostgresBinaries } from '../src/outside/postgres-binaries.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import type { Engine } from './engines.ts';

/** Debian's folder of the oldest server we promise to run on. */
const debianBinaries = '/usr/lib/postgresql/15/bin';
/** What PostgreSQL finds on a machine of Việt Nam, and keeps as its own; the embedded one is told otherwise. */
const asSetUpHere = { timezone: 'Asia/Ho_Chi_Minh', datestyle: 'iso, dmy' };
const template = 'tiendo_template';
/** A replica must allow as many. */
export const maxConnections = '100';

/** Which engines a project of vitest.config.ts asks, of those that are here. */
const enginesOf = <T>(project: string, present: readonly T[]): readonly T[] => {
  if (project === 'http') return present.slice(0, 1);
  return project === 'services' ? present.slice(-1) : present;
};

/**
 * Starts one cluster of each engine that the project asks, and removes them afterwards. Where Citus is installed beside a server, the tests
 * of the store run on one that has it, too: nothing is laid out on several machines there (docs/scale.md says what is missing for that).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const wanted = [
    { name: 'embedded PostgreSQL', binaries: await findEmbeddedBinaries() },
    {
      name: 'PostgreSQL 15 server',
      binaries: existsSync(debianBinaries) ? { folder: debianBinaries } : undefined,
      settings: asSetUpHere,
    },
  ];
  const present = wanted.flatMap(({ name, binaries, settings }) => {
    if (binaries) return [{ name, binaries, settings }];
    console.warn(`LEFT OUT: every test on "${name}", which this machine does not have.`);
    return [];
  });
  const single = await Promise.all(enginesOf(project.name, present).map(start));
  if (project.name === 'database' && !single.some(({ offersCitus }) => offersCitus))
    console.warn('LEFT OUT: the tests of the store beside Citus, which this machine does not have.');
  const spread = project.name === 'database' ? single.filter(({ offersCitus }) => offersCitus) : [];
  const running = [
    ...single,
    ...(await Promise.all(spread.map(({ asked }) => start({ ...asked, extension: 'citus' })))),
  ];
  project.provide(
    'engines',
    running.map(({ engine }) => engine),
  );
  return async () => {
    await Promise.all(running.map(({ stop }) => stop()));
  };
}

/** @param extension what the cluster loads when it starts and every database made of its template has */
type Asked = {
  name: string;
  binaries: PostgresBinaries;
  settings?: Record<string, string> | undefined;
  extension?: string;
};
type Running = { asked: Asked; engine: Engine; offersCitus: boolean; stop: () => Promise<void> };

async function start(asked: Asked): Promise<Running> {
  const { binaries, extension } = asked;
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-test-'));
  // What these clusters hold is worth nothing, so they need not wait for the disk.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: maxConnections,
    ...asked.settings,
    ...(extension && { shared_preload_libraries: extension }),
  };
  const server = await startPostgres({ binaries, folder, settings });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const adminUrl = server.url('postgres');
    await query(adminUrl, `create database ${template}`);
    if (extension) await query(server.url(template), `create extension ${extension}`);
    const db = openDatabase(server.url(template), (error) => console.error(error));
    await migrate(db, migrationsFolder).finally(() => db.destroy());
    const citus = await query(adminUrl, "select from pg_available_extensions where name = 'citus'");
    const name = extension ? `${asked.name} with ${extension}` : asked.name;
    return { asked, engine: { name, adminUrl, template }, offersCitus: citus.rowCount === 1, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function query(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}
