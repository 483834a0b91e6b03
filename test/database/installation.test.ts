import { describe, expect, it } from 'vitest';
import { Config } from '../../src/config.ts';
import { openInstallation } from '../../src/installation.ts';
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
});
