import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../src/installation.ts';
import { openStoredFiles } from '../../src/services/stored-files/stored-files.ts';
import { workDay } from '../../src/services/work-day.ts';
import { lastClosedOver } from '../../src/store/account-reviews.ts';
import { keysOf } from '../../src/store/api-keys.ts';
import { verifyChain } from '../../src/store/audit.ts';
import { countBoundaries } from '../../src/store/boundaries.ts';
import { findDocument, findFile } from '../../src/store/documents.ts';
import { findDuty } from '../../src/store/duties.ts';
import { figuresOfAgency } from '../../src/store/figures.ts';
import { findLaidSubmission } from '../../src/store/held-submissions.ts';
import { migrate, migrationsIn } from '../../src/store/migrate.ts';
import { getChoice, weeklySubscribers } from '../../src/store/notice-choices.ts';
import { listNotices } from '../../src/store/notices.ts';
import { findAccountByEmail } from '../../src/store/passwords.ts';
import { postsOf } from '../../src/store/posts.ts';
import { findPublication } from '../../src/store/publications.ts';
import { findRegime } from '../../src/store/regimes.ts';
import { findReportOfRound } from '../../src/store/reports.ts';
import { findRequest } from '../../src/store/request-keys.ts';
import { findRound } from '../../src/store/rounds.ts';
import { findSaying } from '../../src/store/search.ts';
import { sectionsOfSubmission } from '../../src/store/section-texts.ts';
import { latestSignIns } from '../../src/store/sign-ins.ts';
import { findUpload } from '../../src/store/uploads.ts';
import { findSentBody, listAttempts } from '../../src/store/webhooks.ts';
import { searchPatterns, searchTerms } from '../../src/values/search-terms.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';

/** What people had stored at that step, NNN.sql: rows as they were written then, and never changed afterwards. */
const seeds = fileURLToPath(new URL('../upgrade', import.meta.url));
const documentId = '00000000-0000-4000-8000-000000000002';
const dutyId = '00000000-0000-4000-8000-000000000013';
const id = (nth: number): string => `00000000-0000-4000-8000-000000000${nth}`;

/** Its moments are written without a zone. */
const inUtc = (rows: string): string => `begin; set local timezone = 'UTC'; ${rows}\n; commit`;

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
      if (seed.endsWith('.sql')) await sql.raw(inUtc(await readFile(join(seeds, seed), 'utf8'))).execute(database.db);
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
    expect(await listNotices(database.db, 'lan', [], { limit: 10 })).toMatchObject([
      { kind: 'reportAsked' },
      { kind: 'assigned', dutyId },
    ]);
    const { rows } = await sql`select said_at::date::text as said from duty where id = ${dutyId}`.execute(database.db);
    expect(rows).toEqual([{ said: '2025-11-21' }]);
  });

  it('the figure of step 19 is the same number', async () => {
    const asked = { indicatorIds: ['truc-tuyen'], calendar: 'administrative', since: '2025-01-01' } as const;
    const { rows } = await sql<{
      province: string;
    }>`select province from agency_province where agency_id = 'stc'`.execute(database.db);
    const stc = { agencyId: 'stc', province: rows[0]?.province ?? '' };
    expect(await figuresOfAgency(database.db, stc, asked)).toMatchObject([{ period: '2025-M08', value: 81.5 }]);
  });

  it('the deed of step 9, from before deeds were sealed, is under the seal, and that of step 47 after it', async () => {
    expect(await verifyChain(database.db)).toMatchObject({ actions: 2, faults: [] });
  });

  it('what was chosen at step 20 of letters, and at step 39 of the letter of the week, holds', async () => {
    const { digestAt, weeklyOn, kinds } = await getChoice(database.db, 'lan');
    expect({ digestAt, weeklyOn, mail: kinds.overdue?.mail }).toEqual({ digestAt: '08:15', weeklyOn: 0, mail: 'now' });
    expect(await weeklySubscribers(database.db, '2025-09-29')).toEqual(['lan']);
  });

  it('the report of step 20 is there with its regime and round, and news of step 29 lead to it', async () => {
    expect(await findRegime(database.db, id(203))).toMatchObject({ every: 'month', receiverId: 'ubnd' });
    expect(await findRound(database.db, id(204))).toMatchObject({ round: { period: '2025-M08' } });
    expect(await findReportOfRound(database.db, id(204))).toMatchObject({
      ...{ stage: 'collecting', addressees: ['Văn phòng Chính phủ'], recipients: ['Lưu'] },
    });
    const submission = await findLaidSubmission(database.db, id(206));
    expect(submission && (await sectionsOfSubmission(database.db, submission))).toMatchObject([
      { section: 'ket-qua', version: 1 },
    ]);
    expect(await listNotices(database.db, 'lan', [], { limit: 1 })).toMatchObject([
      { kind: 'reportAsked', roundId: id(204) },
    ]);
  });

  it('evidence, its text and passages of steps 20 to 39 are found by their pairs of words, and the section of then', async () => {
    // Only a person finds sections.
    const { rows: sections } = await sql`
      select id from search_entry where kind = 'section' and words @@ 'truc & lien & thong'::tsquery`.execute(
      database.db,
    );
    expect(sections).toEqual([{ id: `${id(206)}/ket-qua` }]);
    const all = { years: [], agencies: [], asOf: undefined, most: 10 };
    const kinds = ['evidence', 'evidenceText', 'passage', 'progress', 'question'] as const;
    for (const [said, kind] of [
      ['bien ban nghiem thu', 'evidence'],
      ['phan mem ke toan', 'evidenceText'],
      ['ha tang vien thong', 'passage'],
      ['so hoa 80 xa', 'progress'],
      ['con bao nhieu xa', 'question'],
    ] as const) {
      const terms = searchTerms(said);
      if (!terms) throw new Error(said);
      const { found } = await findSaying(database.db, { ...all, kinds, ...searchPatterns(terms) });
      expect(found.map((one) => one.kind)).toContain(kind);
    }
  });

  it('files of evidence, templates, envelopes and regimes, which lay in their rows, are read by their hashes', async () => {
    const { rows } = await sql<{ hash: string }>`select file_hash as hash from evidence
      union all select hash from template union all select hash from envelope_file union all select hash from regime_file`.execute(
      database.db,
    );
    const files = openStoredFiles(database.db, { place: 'database' });
    const said = await Promise.all(rows.map(async ({ hash }) => (await files.read(hash)).toString()));
    expect(said).toEqual(['Nghiệm thu', 'Mẫu báo cáo', 'Phụ lục', 'Biểu 01']);
  });

  it('all that lies in a province lies in that of its agency, whatever step it came from', async () => {
    const tables = [
      'duty',
      'figure',
      'duty_origin',
      'progress',
      'evidence',
      'question',
      'answer_draft',
      'submission',
      'section_text',
      'action',
      'evidence_text',
      'evidence_passage',
    ];
    for (const table of tables) {
      const { rows } = await sql`select distinct province from ${sql.table(table)}`.execute(database.db);
      expect(rows, table).toEqual([{ province: 'vinh-long' }]);
    }
    const { rows: entries } =
      await sql`select distinct province, kind in ('duty', 'progress', 'question', 'evidence', 'section') as work
      from search_entry order by province`.execute(database.db);
    expect(entries).toEqual([
      { province: 'nation', work: false },
      { province: 'vinh-long', work: true },
    ]);
  });

  it('the failure to sign in of step 54 is known to be one of the account that it named', async () => {
    expect(await latestSignIns(database.db, { id: 'lan', email: 'Lan@vinhlong.example' }, 1)).toMatchObject([
      { outcome: 'refused', person: { name: 'Nguyễn Thị Lan' }, address: '10.0.0.9', proof: null },
    ]);
  });

  it('accounts, keys, publications, boundaries and uploads of steps 23 to 54 are read by the program of today', async () => {
    const { db } = database;
    expect(await keysOf(db, 'lan')).toMatchObject([{ name: 'Máy đồng bộ' }]);
    expect(await lastClosedOver(db, 'ubnd')).toEqual(new Date('2025-09-12'));
    expect(await listAttempts(db, id(200), 5)).toMatchObject([{ failure: 'timeout' }, { status: 204 }]);
    expect(await findSentBody(db, id(200), 2)).toEqual({ kind: 'overdue' });
    expect(await findPublication(db, documentId)).toMatchObject({ from: '2025-10-01', withdrawn: false });
    expect(await countBoundaries(db, ['vinh-long'])).toBe(1);
    expect(await findUpload(db, { id: id(542), userId: 'lan', now: new Date('2025-12-01') })).toMatchObject({
      received: 4,
    });
    expect(await findRequest(db, 'lan', 'khoa-yeu-cau')).toMatchObject({ done: true });
  });
});
