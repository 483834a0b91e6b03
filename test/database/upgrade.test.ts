import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../src/installation.ts';
import { openStoredFiles } from '../../src/services/stored-files/stored-files.ts';
import { workDay } from '../../src/services/work-day.ts';
import { verifyChain } from '../../src/store/audit.ts';
import { findDocument, findFile } from '../../src/store/documents.ts';
import { findDuty } from '../../src/store/duties.ts';
import { figuresOfAgency } from '../../src/store/figures.ts';
import { migrate, migrationsIn } from '../../src/store/migrate.ts';
import { listNotices } from '../../src/store/notices.ts';
import { findAccountByEmail } from '../../src/store/passwords.ts';
import { postsOf } from '../../src/store/posts.ts';
import { findSaying } from '../../src/store/search.ts';
import { searchPatterns, searchTerms } from '../../src/values/search-terms.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';

/** What people had stored at that step, NNN.sql: rows as they were written then, and never changed afterwards. */
const seeds = fileURLToPath(new URL('../upgrade', import.meta.url));
const documentId = '00000000-0000-4000-8000-000000000002';
const dutyId = '00000000-0000-4000-8000-000000000013';

describe.each(engines)('data of every released step, brought up to the newest ($name)', (engine) => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(engine, 'template0');
    const folder = await mkdtemp(join(tmpdir(), 'tiendo-upgrade-'));
    const steps = (await readdir(seeds)).sort();
    let copied = 0;
    for (const seed of [...steps, 'the newest']) {
      const upTo = Number.parseInt(seed, 10) || Number.POSITIVE_INFINITY;
      for (const { number, name, file } of await migrationsIn(migrationsFolder))
        if (number > copied && number <= upTo) await cp(file, join(folder, `${name}.sql`));
      copied = upTo;
      await migrate(database.db, folder);
      if (seed.endsWith('.sql')) await sql.raw(await readFile(join(seeds, seed), 'utf8')).execute(database.db);
    }
    await rm(folder, { recursive: true });
  });
  afterAll(() => database.drop());

  it('the person of step 1 comes in with the password of then, and holds the post of step 10', async () => {
    expect(await findAccountByEmail(database.db, 'Lan@vinhlong.example')).toMatchObject({
      ...{ id: 'lan', name: 'Nguyễn Thị Lan', state: 'active', hash: 'salt:hash-of-step-one', given: false },
    });
    expect(await postsOf(database.db, 'lan', '2025-10-01')).toEqual([{ role: 'head', agencyId: 'stc' }]);
  });

  it('the document of step 2 is there with its file, and what is in it is found', async () => {
    expect(await findDocument(database.db, documentId)).toMatchObject({
      ...{ state: 'inForce', header: { number: '12/KH-UBND', references: [{ relation: 'mentions' }] } },
    });
    const { hash = '' } = (await findFile(database.db, documentId)) ?? {};
    const bytes = await openStoredFiles(database.db, { place: 'database' }).read(hash);
    expect(bytes.toString()).toBe('Kế hoạch');
    const all = { years: [], agencies: [], asOf: undefined, most: 10 };
    const kinds = ['document', 'target', 'task', 'duty', 'agency', 'indicator'] as const;
    for (const [said, kind] of [
      ['chuyen doi so', 'document'],
      ['ho so truc tuyen', 'target'],
      ['ho so truc tuyen', 'indicator'],
      ['ho so dat dai', 'duty'],
      ['so tai chinh', 'agency'],
    ] as const) {
      const terms = searchTerms(said);
      if (!terms) throw new Error(said);
      const { found } = await findSaying(database.db, { ...all, kinds, ...searchPatterns(terms) });
      expect(found.map((one) => one.kind)).toContain(kind);
    }
  });

  it('the duty of step 13 lies with its agency, and says what was reported of it', async () => {
    const day = await workDay(database);
    expect(await findDuty(database.db, dutyId, day)).toMatchObject({
      ...{ id: dutyId, due: '2025-12-31', stage: 'accepted', agency: { id: 'stc' } },
    });
    expect(await listNotices(database.db, 'lan', [], { limit: 10 })).toMatchObject([{ kind: 'assigned', dutyId }]);
    const { rows } = await sql`select said_at::date::text as said from duty`.execute(database.db);
    expect(rows).toEqual([{ said: '2025-09-02' }]);
  });

  it('the figure of step 19 is the same number', async () => {
    const asked = { indicatorIds: ['truc-tuyen'], calendar: 'administrative', since: '2025-01-01' } as const;
    expect(await figuresOfAgency(database.db, 'stc', asked)).toMatchObject([{ period: '2025-M08', value: 81.5 }]);
  });

  it('the deed of step 9, from before deeds were sealed, is under the seal', async () => {
    expect(await verifyChain(database.db)).toMatchObject({ actions: 1, faults: [] });
  });
});
