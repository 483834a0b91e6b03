import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Config } from './config.ts';
import { lockDataFolder } from './outside/data-folder-lock.ts';
import { keepPostgres } from './outside/kept-postgres.ts';
import { findEmbeddedBinaries } from './outside/postgres-binaries.ts';
import { runningPostgres } from './outside/running-postgres.ts';
import { oldestServer } from './registry/vital.ts';
import { calendarSeed, countrySeed, indicatorSeed, loadSeed, readSeedFiles } from './services/load-seed.ts';
import { type Db, openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { Refusal } from './values/refusal.ts';

/** An installation ready for work: its lock held, its database running and of this program's form. */
export type Installation = {
  db: Db;
  databaseUrl: string;
  /** Migrations applied just now. */
  migrated: string[];
  close: () => Promise<void>;
};

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
export const seedFolder = fileURLToPath(new URL('../seed', import.meta.url));

export async function openInstallation(config: Config, say: Say = sayPlainly): Promise<Installation> {
  const connectionLost = lostBy(say);
  const country = countrySeed(await readSeedFiles(seedFolder));
  const server = config.databaseUrl ? given(config.databaseUrl) : await embedded(config.dataFolder, country.read, say);
  try {
    const straight = openDatabase(server.url, connectionLost);
    // Migrations hold a lock from one transaction to the next, which no pooler keeps.
    const { poolerUrl } = config;
    const db = poolerUrl === undefined ? straight : openDatabase(server.url, connectionLost, { poolerUrl });
    const close = async () => {
      await db.destroy();
      await server.stop();
    };
    try {
      await reach(straight, server.url);
      const migrated = await migrate(straight, migrationsFolder);
      await loadSeed(straight, indicatorSeed(await readFile(join(seedFolder, 'indicators.tsv'), 'utf8')));
      await loadSeed(straight, calendarSeed(await readFile(join(seedFolder, 'calendar.txt'), 'utf8')));
      await loadSeed(straight, country);
      if (db !== straight) await straight.destroy();
      return { db, databaseUrl: server.url, migrated, close };
    } catch (error) {
      await db.destroy();
      throw error;
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Hears in a line what happens to the database while it is used. */
type Say = (line: string) => void;
const sayPlainly: Say = (line) => console.error(line);
const lostBy =
  (say: Say) =>
  (error: Error): void =>
    say(`database connection lost: ${error.message}`);

/** A database as it stands: nothing in it was made, changed or checked. */
export type ReachedDatabase = { db: Db; url: string; close: () => Promise<void> };

/**
 * For commands that look and copy, also beside a running server. Undefined where the data folder has no database yet.
 * @throws where it does not answer
 */
export async function reachDatabase(config: Config): Promise<ReachedDatabase | undefined> {
  const server = config.databaseUrl ? given(config.databaseUrl) : await embeddedAsItIs(config.dataFolder);
  return server && joinServer(server);
}

/** For whoever brings everything along: the database itself is there, and whatever it holds is left as it is. */
export async function openUnmade(config: Config): Promise<ReachedDatabase> {
  return joinServer(
    config.databaseUrl ? given(config.databaseUrl) : await embedded(config.dataFolder, () => undefined),
  );
}

async function joinServer(server: Server): Promise<ReachedDatabase> {
  const db = openDatabase(server.url, lostBy(sayPlainly));
  const close = async () => {
    await db.destroy();
    await server.stop();
  };
  try {
    await reach(db, server.url);
    return { db, url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedAsItIs(dataFolder: string): Promise<Server | undefined> {
  const running = await runningPostgres(dataFolder);
  if (running) return given(running);
  return existsSync(join(dataFolder, 'postgres')) ? embedded(dataFolder, () => undefined) : undefined;
}

type Server = { url: string; stop: () => Promise<void> };

const given = (url: string): Server => ({ url, stop: async () => {} });

/** @param meanwhile is called where a database is made, which takes a second of another process */
async function embedded(dataFolder: string, meanwhile: () => void, say: Say = sayPlainly): Promise<Server> {
  const binaries = await findEmbeddedBinaries();
  if (!binaries) {
    throw new Error(
      `There is no embedded database for ${process.platform}-${process.arch}: give a PostgreSQL server (15 or later) with DATABASE_URL.`,
    );
  }
  const lock = await lockDataFolder(dataFolder, new Date().toISOString());
  try {
    const postgres = await keepPostgres({ binaries, folder: dataFolder, meanwhile }, say);
    return {
      url: postgres.url('postgres'),
      stop: async () => {
        await postgres.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function reach(db: Db, url: string): Promise<void> {
  try {
    const found = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
      db,
    );
    const version = Math.floor((found.rows[0]?.version ?? 0) / 10_000);
    if (version < oldestServer) throw new Error(`PostgreSQL ${version}, needs ${oldestServer} or later`);
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Refusal('databaseUnreachable', {
      server: host,
      database: pathname.slice(1),
      reason: reasonOf(error),
    });
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Refusal && error.cause) return reasonOf(error.cause);
  return error instanceof Error ? error.message : String(error);
};
