import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

describe.each(engines)('migrations on $name', (engine) => {
  let database: FreshDatabase;
  let folder: string;
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  beforeEach(async () => {
    database = await freshDatabase(engine, 'template0');
    folder = await mkdtemp(join(tmpdir(), 'tiendo-migrations-'));
    await write('001-create-thing.sql', 'create table thing (name text); insert into thing values ($$một$$);');
    await write('002-add-size.sql', 'alter table thing add column size bigint default 9007199254740991;');
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('applies each file once, in order, and says which', async () => {
    expect(await migrate(database.db, folder)).toEqual(['001-create-thing', '002-add-size']);
    expect(await migrate(database.db, folder)).toEqual([]);
    const rows = await sql`select name, size, numeric '1.50' as share, date '2024-02-29' as day from thing`.execute(
      database.db,
    );
    expect(rows.rows).toEqual([{ name: 'một', size: 9007199254740991, share: 1.5, day: '2024-02-29' }]);
  });

  it.each([
    { encoding: 'SQL_ASCII', locale: 'C' },
    { encoding: 'UTF8', locale: 'C' },
  ])('makes nothing in a database of $encoding and $locale, and says how to make one', async (made) => {
    const other = await freshDatabase(engine, `template0 encoding '${made.encoding}' locale '${made.locale}'`);
    await expect(migrate(other.db, folder)).rejects.toMatchObject({ code: 'databaseLetters', detail: made });
    const { rows } = await sql`select from pg_class where relnamespace = 'public'::regnamespace`.execute(other.db);
    expect(rows).toEqual([]);
    await other.drop();
  });

  it('lets two servers that start together apply them once', async () => {
    const second = openDatabase(database.url, (error) => console.error(error));
    const applied = await Promise.all([migrate(database.db, folder), migrate(second, folder)]).finally(() =>
      second.destroy(),
    );
    expect(applied.flat().sort()).toEqual(['001-create-thing', '002-add-size']);
  });

  it('lets others read while a change waits for somebody who reads for long', async () => {
    await migrate(database.db, folder);
    await write('003-add-day.sql', 'alter table thing add column day date;');
    const reader = openDatabase(database.url, (error) => console.error(error));
    const waiting = async () => {
      const { rows } = await sql<{ there: boolean }>`select exists (select from pg_locks
        where not granted and relation = 'thing'::regclass) as there`.execute(database.db);
      return rows[0]?.there;
    };
    let applied: string[] = [];
    await reader.transaction().execute(async (trx) => {
      await sql`select name from thing`.execute(trx);
      const migrating = migrate(database.db, folder).then((names) => {
        applied = names;
      });
      await until('the change waits', waiting);
      // Comes behind the change, which would wait for the first reader as long as that one reads.
      const { rows } = await sql`select name from thing`.execute(database.db);
      expect(rows).toEqual([{ name: 'một' }]);
      expect(applied).toEqual([]);
      return { migrating };
    });
    await until('the change', async () => applied.length > 0);
    expect(applied).toEqual(['003-add-day']);
    await reader.destroy();
  });

  it('makes an index while others write, also where an attempt was cut off and another server waits', async () => {
    await migrate(database.db, folder);
    await write('003-find-faster.sql', '-- why\ncreate index concurrently thing_by_name on thing (name);\n');
    await sql`create index thing_by_name on thing (size)`.execute(database.db);
    const second = openDatabase(database.url, (error) => console.error(error));
    const applied = await Promise.all([migrate(database.db, folder), migrate(second, folder)]).finally(() =>
      second.destroy(),
    );
    expect(applied.flat()).toEqual(['003-find-faster']);
    const { rows } = await sql<{ made: string }>`select pg_get_indexdef('thing_by_name'::regclass) as made`.execute(
      database.db,
    );
    expect(rows[0]?.made).toContain('(name)');
  });

  it('leaves nothing of a file that fails, and goes on from there when it is mended', async () => {
    await write('003-break.sql', 'create table half (id int); select 1 / 0;');
    await expect(migrate(database.db, folder)).rejects.toThrow('division by zero');
    await write('003-break.sql', 'create table half (id int);');
    expect(await migrate(database.db, folder)).toEqual(['003-break']);
  });

  it('refuses a database that a newer program has changed', async () => {
    await migrate(database.db, folder);
    await rm(join(folder, '002-add-size.sql'));
    await expect(migrate(database.db, folder)).rejects.toMatchObject({
      code: 'databaseNewer',
      detail: { database: 2, program: 1 },
    });
  });

  it('refuses files whose numbers have a gap', async () => {
    await write('004-skip.sql', 'select 1');
    await expect(migrate(database.db, folder)).rejects.toThrow('004-skip.sql should be number 3');
  });

  it('holds a bigint that a number cannot keep to be an error rather than another number', async () => {
    await expect(sql`select 9007199254740993::bigint as big`.execute(database.db)).rejects.toThrow('more digits');
  });
});
