import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Clock, systemClock } from '../src/services/clock.ts';
import { type Db, openDatabase } from '../src/store/database.ts';

/** A PostgreSQL that runs for the length of the test run; `template` is the name of a migrated, empty database in it. */
export type Engine = { name: string; adminUrl: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    engines: Engine[];
  }
}

/** Both engines, for `describe.each(engines)`; one that this machine lacks was named when the run began. */
export const engines: Engine[] = inject('engines');

/** With the clock beside it, it is what many services need of an `App`. */
export type FreshDatabase = { db: Db; clock: Clock; url: string; drop: () => Promise<void> };

/** A database of its own for one test file, migrated and empty. */
export async function freshDatabase(engine: Engine, from: string = engine.template): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(engine, `create database ${name} template ${from}`);
  const url = databaseUrl(engine, name);
  const db = openDatabase(url, (error) => console.error(error));
  return {
    db,
    clock: systemClock,
    url,
    drop: async () => {
      await db.destroy();
      await onServer(engine, `drop database ${name} with (force)`);
    },
  };
}

const databaseUrl = (engine: Engine, name: string): string => {
  const url = new URL(engine.adminUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** Two files may want the template in the same moment, and PostgreSQL copies it for one at a time: wait for the lock. */
async function onServer(engine: Engine, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: engine.adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
