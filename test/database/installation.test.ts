import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { Config } from '../../src/config.ts';
import { migrationsFolder, openInstallation } from '../../src/installation.ts';
import { startPostgres } from '../../src/outside/embedded-postgres.ts';
import { findEmbeddedBinaries } from '../../src/outside/postgres-binaries.ts';
import { patientOf } from '../../src/patient.ts';
import { lookAtVitals } from '../../src/services/look-at-vitals.ts';
import { upgradeAhead } from '../../src/services/upgrade-ahead.ts';
import { openDatabase } from '../../src/store/database.ts';
import { databaseVitals } from '../../src/store/vitals.ts';
import { until } from '../condition.ts';
import { engines, freshDatabase } from '../engines.ts';

describe.each(engines)('an installation on a database server ($name)', (engine) => {
  it('brings an empty database up to date, and lets several servers share it', async () => {
    const database = await freshDatabase(engine, 'template0');
    const config = Config.parse({ databaseUrl: database.url, dataFolder: 'no-such-folder' });
    const [first, second] = await Promise.all([openInstallation(config), openInstallation(config)]);
    const migrated = [...first.migrated, ...second.migrated];
    expect(migrated).toContain('001-create-accounts');
    expect(new Set(migrated).size).toBe(migrated.length);
    await Promise.all([first.close(), second.close()]);
    await database.drop();
  });

  it('says which database cannot be reached, without its password', async () => {
    const url = new URL(engine.adminUrl);
    url.password = 'secret';
    url.pathname = '/no-such-database';
    const refused = openInstallation(Config.parse({ databaseUrl: url.href }));
    await expect(refused).rejects.toMatchObject({
      code: 'databaseUnreachable',
      detail: { database: 'no-such-database', reason: expect.not.stringContaining('secret') },
    });
  });

  it('is looked over by the doctor as it stands: what is missing is said, nothing is made', async () => {
    const vitals = (list: Awaited<ReturnType<typeof lookAtVitals>>, name: string) =>
      list.find((vital) => vital.name === name);
    const patient = await patientOf(Config.parse({ dataFolder: '/no-such-folder' }));
    const empty = await freshDatabase(engine, 'template0');
    const before = await lookAtVitals(patient, empty);
    expect(vitals(before, 'migrations')).toMatchObject({ word: 'migrationsBehind', values: { database: 0 } });
    const ahead = await upgradeAhead(patient, migrationsFolder, empty);
    expect(ahead).toMatchObject({ ready: false, pending: expect.arrayContaining(['001-create-accounts']) });
    await empty.drop();
    const database = await freshDatabase(engine);
    expect(await upgradeAhead(patient, migrationsFolder, database)).toMatchObject({ ready: true, pending: [] });
    const after = await lookAtVitals(patient, database);
    expect(['database', 'migrations', 'jobs', 'clock'].map((name) => vitals(after, name)?.state)).toEqual(
      Array(4).fill('good'),
    );
    expect(vitals(after, 'backup')).toMatchObject({ word: 'backupNever' });
    await database.drop();
    const gone = await lookAtVitals(patient, { failed: 'no such database' });
    expect(gone.filter(({ state }) => state === 'bad').map(({ name }) => name)).toEqual(['database']);
  });
});

const binaries = await findEmbeddedBinaries();

describe.skipIf(!binaries)("PostgreSQL's own log, kept file by file", () => {
  it('is seen to fail, and to go on when there is room for it again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiendo-archive-'));
    const kept = join(folder, 'kept');
    const settings = { archive_mode: 'on', archive_command: `test -d ${kept} && cp %p ${kept}/%f`, fsync: 'off' };
    if (!binaries) throw new Error('skipped without them');
    const server = await startPostgres({ binaries, folder, settings });
    const db = openDatabase(server.url('postgres'), () => undefined);
    const seen = async () => (await databaseVitals(db)).logArchive;
    const write = () => sql`select pg_logical_emit_message(false, 'tiendo', 'x'), pg_switch_wal()`.execute(db);
    expect(await seen()).toEqual({ lastAt: null, failedAt: null });
    await write();
    await until('a failure', async () => (await seen())?.failedAt ?? undefined);
    await mkdir(kept);
    // The database may run as another account than the tests do.
    await chmod(kept, 0o777);
    await until('a file kept', async () => {
      await write();
      const found = await seen();
      return (found?.lastAt && found.failedAt === null) || undefined;
    });
    await db.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
});
