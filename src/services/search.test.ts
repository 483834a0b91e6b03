import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { para, rawDocx } from '../../test/docx-raw.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { planText } from '../../test/plan-text.ts';
import { aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import { givePost } from '../../test/running-server.ts';
import type { Role } from '../registry/post.ts';
import { type SearchHit, searchKinds } from '../registry/search.ts';
import { actingAs } from '../store/acting.ts';
import type { Db } from '../store/database.ts';
import { findSaying } from '../store/search.ts';
import { searchPatterns, searchTerms } from '../values/search-terms.ts';
import { searchText } from '../values/search-text.ts';
import { indexPassages } from './index-passages.ts';
import { readEvidenceTexts } from './read-evidence.ts';
import { startReader } from './reader.ts';
import { forgetSearch, listSavedSearches, type Search, saveSearch, search } from './search.ts';
import { fileOfBytes, openStoredFiles } from './stored-files/stored-files.ts';

const plain: Search = { q: '', kind: [], year: [], agency: [], standing: [], offset: 0, limit: 20 };

/** A section that an agency writes for a round. */
async function storeSection(db: Db, authorId: string, text: string) {
  const [regime, round, submissionId] = [randomUUID(), randomUUID(), randomUUID()];
  const dutyId = await storeDuty(db, authorId, { agencyId: 'so-a', quote: 'Báo cáo quý', due: '2026-04-05' });
  const outline = JSON.stringify([{ key: 'iii', title: 'III. Khó khăn, vướng mắc' }]);
  await sql`insert into regime (id, name, kind, content, every, calendar, receiver_id, closing, deadlines, asks, outline, valid_from)
    values (${regime}, 'Báo cáo quý', 'periodic', 'text', 'quarter', 'statistical', 'ubnd', '{"kind": "calendar"}', '{"province": 2}',
      '{"targets": "estimated", "duties": false}', ${outline}, '2026-01-01')`.execute(db);
  await sql`insert into round (id, regime_id, period, calendar, from_day, to_day, title, content, guide, asks, outline, opened_at)
    values (${round}, ${regime}, '2026-Q1', 'statistical', '2026-01-01', '2026-03-31', 'Quý I', 'text', '',
      '{"targets": "estimated", "duties": false}', ${outline}, now())`.execute(db);
  await sql`update duty set kind = 'report' where id = ${dutyId}`.execute(db);
  await sql`insert into submission (id, round_id, duty_id, agency_id, sections, stage)
    values (${submissionId}, ${round}, ${dutyId}, 'so-a', '{iii}', 'drafting')`.execute(db);
  const content = JSON.stringify([{ kind: 'paragraph', runs: [{ text }] }]);
  await sql`insert into section_text (submission_id, section, content, author_id, changed_at)
    values (${submissionId}, 'iii', ${content}, ${authorId}, now())`.execute(db);
  return { submissionId, dutyId };
}

async function storeDraft(db: Db, duty: string, author: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into progress (id, duty_id, agency_id, author_id, stage, done_text, created_at, changed_at)
    values (${id}, ${duty}, 'so-a', ${author}, 'draft', '', now(), now())`.execute(db);
  return id;
}

type StoredFile = { duty: string; author: string; progress: string | null; name: string; type: string; bytes: Buffer };

async function storeEvidenceFile(db: Db, { duty, author, progress, name, type, bytes }: StoredFile): Promise<string> {
  const [id, kept] = [randomUUID(), fileOfBytes(bytes)];
  const { hash } = kept;
  await openStoredFiles(db, { place: 'database' }).keep(kept);
  await sql`insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, file_name, file_type, file_size, file_hash)
    values (${id}, ${duty}, ${progress}, 'so-a', ${author}, now(), ${name}, ${type}, ${bytes.length}, ${hash})`.execute(
    db,
  );
  return id;
}

describe.each(engines)('searching everything, on $name', (engine) => {
  let database: FreshDatabase;
  let officer: string;
  let duty: string;
  const reader = startReader({ processes: 1, seconds: 30, memoryMebibytes: 512 });
  const ask = (q: string, more: Partial<Search> = {}) => {
    const db = actingAs(database.db, { userId: officer, day: '2026-03-20' });
    return search({ db, clock: database.clock }, { ...plain, q, ...more });
  };
  const found = async (q: string, more?: Partial<Search>): Promise<string[]> =>
    (await ask(q, more)).hits.map(
      ({ kind, title, pieces }) => `${kind}: ${title ?? pieces.map(({ text }) => text).join('')}`,
    );
  const marked = (hits: readonly SearchHit[]): string[] =>
    hits.flatMap(({ pieces }) => pieces.flatMap(({ text, hit }) => (hit ? [text] : [])));

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    await storeProvince(db);
    officer = await storeUser(db);
    await givePost(db, officer, 'officer', 'so-a');
    for (const [number, issuedOn, state] of [
      ['95/QĐ-UBND', '2026-01-02', 'issued'],
      ['195/QĐ-UBND', '2020-01-02', 'superseded'],
    ] as const) {
      const text = 'Phấn đấu giảm tỷ lệ hộ nghèo xuống dưới 1,5% và xóa nhà tạm; căn cứ Quyết định 95/QĐ-UBND';
      const targets = [aTarget({ name: 'Tỷ lệ hộ nghèo', span: { start: 14, end: 40 } })];
      const header = { number, issuedOn, title: 'Về giảm nghèo bền vững' };
      const id = await storeDocument(db, officer, { header, text, targets });
      await sql`update document set state = ${state}, valid_from = issued_on where id = ${id}`.execute(db);
    }
    duty = await storeDuty(db, officer, { agencyId: 'so-a', quote: 'Hỗ trợ hộ nghèo xóa nhà tạm', due: '2026-03-01' });
  });
  afterAll(async () => {
    await reader.close();
    await database.drop();
  });

  it('begins with the document of the number, whatever else names it', async () => {
    const [first, ...rest] = (await ask('95/QĐ-UBND')).hits;
    expect([first?.kind, first?.document?.number]).toEqual(['document', '95/QĐ-UBND']);
    expect(rest.length).toBeGreaterThan(0);
  });

  it('words its questions alike, whatever is found: a connection keeps no more plans than there is room for', async () => {
    const kindsOf = async (q: string) => new Set((await ask(q)).hits.map(({ kind }) => kind)).size;
    expect(await kindsOf('hộ nghèo')).not.toBe(await kindsOf('95/QĐ-UBND'));
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from pg_prepared_statements where statement like '%as k(at, id, document_id, province)%'`.execute(
      database.db,
    );
    // What it is ranked by, and its words.
    expect(rows).toEqual([{ kept: 2 }]);
  });

  it('gives servers of the form before the same keys as those of this one', async () => {
    const terms = searchTerms('hộ nghèo');
    if (!terms) throw new Error('no words');
    const { said, byPairs } = searchPatterns(terms);
    const asked = sql`${said}::tsquery, null, ${[byPairs.said.index, byPairs.said.row]}::tsquery[], null, ${[...searchKinds]}::text[], null, null, null, 60`;
    const { rows: now } = await sql`select kind, id, document_id, day, pass from search_laid_entries(${asked})`.execute(
      database.db,
    );
    const { rows: before } = await sql`select kind, id, document_id, day, pass from search_entries(${asked})`.execute(
      database.db,
    );
    expect(before).toEqual(now);
    expect(before.length).toBeGreaterThan(3);
  });

  it('minds accents that were typed, and no others', async () => {
    expect((await ask('ho ngheo')).total).toBe((await ask('hộ nghèo')).total);
    expect((await ask('hồ nghèo')).total).toBe(0);
    expect((await ask('hộ ngheo')).total).toBeGreaterThan(0);
    expect((await ask('xoá nhà tạm')).total).toBe((await ask('xóa nhà tạm')).total);
  });

  it('shows where it stands, marked, with the work that it is and whether that is late', async () => {
    const { hits } = await ask('hộ nghèo xóa nhà');
    const task = hits.find(({ kind }) => kind === 'task');
    expect(marked(task ? [task] : [])).toEqual(['hộ nghèo xóa nhà']);
    expect([task?.agency?.name, task?.duty]).toEqual(['Sở A', { id: duty, state: 'openOverdue', due: '2026-03-01' }]);
  });

  it('finds the sentence of a document and where it stands', async () => {
    const { hits } = await ask('"nhà tạm; căn cứ"');
    expect(hits.map(({ kind, span, others }) => [kind, span, others])).toEqual([
      ['passage', { start: 0, end: 89 }, 0],
      ['passage', { start: 0, end: 89 }, 0],
    ]);
  });

  it('puts what is in force before what has ended, and what is narrowed keeps its counts', async () => {
    const { hits, facets, total } = await ask('tỷ lệ hộ nghèo');
    expect(hits.filter(({ kind }) => kind === 'target').map(({ standing }) => standing)).toEqual(['current', 'ended']);
    const narrowed = await ask('tỷ lệ hộ nghèo', { year: [2020], kind: ['target'] });
    expect(narrowed.hits.map(({ day, standing }) => [day, standing])).toEqual([['2020-01-02', 'ended']]);
    expect(narrowed.facets).toEqual(facets);
    expect((await ask('tỷ lệ hộ nghèo', { standing: ['current'] })).total).toBeLessThan(total);
  });

  it('looks as of a day', async () => {
    expect(await found('tỷ lệ hộ nghèo', { asOf: '2021-01-01', kind: ['target'] })).toEqual([]);
    await sql`update target set valid_from = '2020-01-02' where document_id in (select id from document where number = '195/QĐ-UBND')`.execute(
      database.db,
    );
    const then = await ask('tỷ lệ hộ nghèo', { asOf: '2021-01-01' });
    expect(then.hits.filter(({ kind }) => kind === 'target').map(({ document }) => document?.number)).toEqual([
      '195/QĐ-UBND',
    ]);
  });

  it('follows what is sent, answered, renamed and taken away, in the same moment', async () => {
    const { db } = database;
    await sql`insert into progress (id, duty_id, agency_id, author_id, stage, done_text, created_at, changed_at)
      values (gen_random_uuid(), ${duty}, 'so-a', ${officer}, 'draft', 'Đã khởi công mười hai căn', now(), now())`.execute(
      db,
    );
    await sql`insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, note, document_number, file_name)
      select gen_random_uuid(), p.duty_id, p.id, p.agency_id, p.author_id, now(), 'Biên bản nghiệm thu', '88/BB-SA', 'bien ban.pdf'
      from progress p where p.duty_id = ${duty}`.execute(database.db);
    expect(await found('nghiệm thu')).toEqual([]);
    expect(await found('khởi công')).toEqual([]);
    await sql`update progress set stage = 'sent', sent_at = now()`.execute(db);
    expect(await found('khoi cong')).toEqual(['progress: Đã khởi công mười hai căn']);
    expect(await found('nghiệm thu')).toEqual(['evidence: 88/BB-SA']);
    expect(await found('bien ban')).toEqual(['evidence: 88/BB-SA']);
    expect(await found('khoi cong', { agency: ['so-b'] })).toEqual([]);
    expect(await found('khoi cong', { agency: ['so-a'] })).toHaveLength(1);
    await sql`delete from progress`.execute(db);
    expect(await found('khởi công')).toEqual([]);
    await sql`update agency_name set name = 'Sở Lúa gạo', words = search_words('Sở Lúa gạo'), plain_words = plain_search_words('Sở Lúa gạo')
      where agency_id = 'so-b'`.execute(db);
    expect(await found('lua gao')).toEqual(['agency: Sở Lúa gạo']);
  });

  it('finds what an agency sent in its report: for its own people, the coordinator and leaders', async () => {
    const { db } = database;
    const { submissionId, dutyId } = await storeSection(db, officer, 'Giải ngân chậm do vướng bồi thường');
    const foundBy = async (role: Role, agencyId: string): Promise<string[]> => {
      const id = await storeUser(db);
      await givePost(db, id, role, agencyId);
      const as = actingAs(db, { userId: id, day: '2026-03-20' });
      const { hits, facets } = await search({ db: as, clock: database.clock }, { ...plain, q: 'vuong boi thuong' });
      expect(facets.kind.map(({ count }) => count)).toEqual(hits.length > 0 ? [1] : []);
      return hits.map(({ kind, id: key, title }) => `${kind} ${key === `${submissionId}/iii`} ${title}`);
    };
    const stage = (to: string) =>
      sql`update submission set stage = ${to}, sent_at = now() where id = ${submissionId}`.execute(db);
    expect(await foundBy('officer', 'so-a')).toEqual([]);
    await stage('sent');
    const told = ['section true III. Khó khăn, vướng mắc'];
    for (const [role, agency] of [
      ['officer', 'so-a'],
      ['coordinator', 'ubnd'],
      ['leader', 'ubnd'],
    ] as const)
      expect([role, await foundBy(role, agency)]).toEqual([role, told]);
    for (const [role, agency] of [
      ['officer', 'so-b'],
      ['supervisor', 'hdnd'],
      ['administrator', 'ubnd'],
    ] as const)
      expect([role, await foundBy(role, agency)]).toEqual([role, []]);
    const { hits } = await ask('"vướng bồi thường"', { agency: ['so-a'] });
    expect(marked(hits)).toEqual(['vướng bồi thường']);
    await sql`update duty set agency_id = 'so-b' where id = ${dutyId}`.execute(db);
    expect([await foundBy('officer', 'so-a'), await foundBy('officer', 'so-b')]).toEqual([[], told]);
    await sql`update duty set agency_id = 'so-a' where id = ${dutyId}`.execute(db);
    await stage('returned');
    expect(await foundBy('coordinator', 'ubnd')).toEqual([]);
  });

  it('finds what stands in the files of evidence once it was sent, and says which could not be read', async () => {
    const { db } = database;
    const app = {
      db,
      clock: database.clock,
      reader,
      secrets: false,
      files: openStoredFiles(database.db, { place: 'database' }),
    };
    const proof = (name: string, type: string, bytes: Buffer, progress: string | null) =>
      storeEvidenceFile(db, { duty, author: officer, progress, name, type, bytes });
    const sentence = (n: number) => `Hạng mục ${n}: đã nghiệm thu kênh tiêu Ba Hồ.\n`;
    const draft = await storeDraft(db, duty, officer);
    const minutes = await proof('bien-ban.txt', 'text', Buffer.from(sentence(1) + sentence(2)), draft);
    const secret = planText().replace('Độc lập', 'MẬT\nĐộc lập').replace('Thu ngân sách', 'kênh tiêu Ba Hồ');
    const secretBytes = rawDocx({
      body: secret
        .split('\n')
        .map((line) => para(line))
        .join(''),
    });
    await proof('mat.docx', 'docx', Buffer.from(secretBytes), null);
    await proof('hong.docx', 'docx', Buffer.from('PK hỏng kênh tiêu Ba Hồ'), null);
    await readEvidenceTexts(app, new AbortController().signal);
    expect(await found('kenh tieu Ba Ho')).toEqual([]);
    await sql`update progress set stage = 'sent', sent_at = now() where id = ${draft}`.execute(db);
    await readEvidenceTexts(app, new AbortController().signal);
    const { hits } = await ask('kenh tieu Ba Ho');
    expect(hits.map(({ kind, title, others, duty: of, agency }) => [kind, title, others, of?.id, agency?.id])).toEqual([
      ['evidenceText', 'bien-ban.txt', 1, duty, 'so-a'],
    ]);
    expect(marked(hits)).toEqual(['kênh tiêu Ba Hồ']);
    expect((await ask('kenh tieu Ba Ho', { agency: ['so-b'] })).total).toBe(0);
    expect((await ask('kenh tieu Ba Ho', { agency: ['so-a'] })).total).toBe(1);
    const nobody = actingAs(db, { userId: await storeUser(db), day: '2026-03-20' });
    expect((await search({ db: nobody, clock: database.clock }, { ...plain, q: 'kenh tieu Ba Ho' })).total).toBe(0);
    const { rows } = await sql<{ refusal: string | null }>`
      select refusal from evidence_text where read_at is not null order by refusal nulls first`.execute(db);
    expect(rows.map(({ refusal }) => refusal)).toEqual([null, 'fileSecret', 'fileTypeMismatch']);
    await sql`delete from evidence where id = ${minutes}`.execute(db);
    expect(await found('kenh tieu Ba Ho')).toEqual([]);
  });

  it('proposes the name that was meant', async () => {
    expect((await ask('hoi dong nhan dann tinh')).meant).toContain('Hội đồng nhân dân tỉnh');
  });

  it('finds what came in before there was a search', async () => {
    const { db } = database;
    await sql`delete from passage`.execute(db);
    expect(await found('"nhà tạm; căn cứ"')).toEqual([]);
    await indexPassages(db, new AbortController().signal);
    expect(await found('"nhà tạm; căn cứ"')).toHaveLength(2);
  });

  it('keeps a person’s searches for that person alone', async () => {
    const other = await storeUser(database.db);
    const app = { db: actingAs(database.db, { userId: officer, day: '2026-03-20' }), clock: database.clock };
    const user = { id: officer, name: '', email: '' };
    await saveSearch(app, user, { name: 'Hộ nghèo', query: '?q=ho' });
    const [kept] = await saveSearch(app, user, { name: 'Hộ nghèo', query: '?q=hộ nghèo' });
    expect(kept).toMatchObject({ name: 'Hộ nghèo', query: '?q=hộ nghèo' });
    const others = { db: actingAs(database.db, { userId: other, day: '2026-03-20' }), clock: database.clock };
    expect(await listSavedSearches(others, { ...user, id: officer })).toEqual([]);
    await expect(forgetSearch(others, { ...user, id: other }, kept?.id ?? '')).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await forgetSearch(app, user, kept?.id ?? '')).toEqual([]);
  });

  it('gives the newest of thousands that say it, those in a row first, however many or few they are', async () => {
    const { db } = database;
    const most = 60;
    const texts = Array.from({ length: 9000 }, (_, nth) =>
      [
        'chung',
        ...(nth % 2 === 0 ? ['thu ngân sách'] : ['sách thu', 'ngân']),
        ...(nth % 90 === 0 ? ['đất rừng'] : []),
        ...(nth % 4 === 1 ? ['rừng trên đất'] : []),
        ...(nth === 8500 ? ['một lần'] : []),
      ].join(' '),
    );
    const { rows } = await sql<{ id: string }>`select id from document order by id limit 1`.execute(db);
    await sql`
      insert into passage (document_id, position, span_start, span_end, text, day, words)
      select ${rows[0]?.id}, 100000 + nth, 0, 1, t, date '2090-01-01' - nth::int, search_vector(said_words(t), without_accents(said_words(t)))
      from unnest(${texts}::text[]) with ordinality w(t, nth)`.execute(db);
    const newest = (meets: (text: string) => boolean) => texts.flatMap((text, nth) => (meets(text) ? [nth + 1] : []));
    const saying = async (q: string): Promise<number[]> => {
      const terms = searchTerms(q);
      if (!terms) return [];
      const places = { kinds: ['passage' as const], years: [], agencies: [], asOf: undefined };
      const answer = await findSaying(db, { ...searchPatterns(terms), ...places, most });
      const positions = answer.found.map(({ id }) => Number(id) - 100_000).filter((nth) => nth > 0);
      return positions.toSorted((a, b) => a - b);
    };
    /** The last word may be the beginning of one where no space follows. */
    const says = (text: string, words: readonly string[], begun: boolean) => {
      const own = text.split(' ');
      const fits = (one: string | undefined, at: number) =>
        begun && at === words.length - 1 ? one?.startsWith(words[at] ?? '') : one === words[at];
      return {
        all: words.every((_, at) => own.some((one) => fits(one, at))),
        inRow: own.some((_, from) => words.every((__, at) => fits(own[from + at], at))),
      };
    };
    for (const q of [
      'thu ngân sách ',
      'thu ngân sá',
      'đất rừng ',
      'một lần ',
      'chung ',
      'rừng sách ',
      'rừng trên đấ',
      'lần một ',
    ]) {
      const words = q.trim().split(' ');
      const begun = !q.endsWith(' ');
      const inRow = words.length > 1 ? newest((text) => says(text, words, begun).inRow).slice(0, most) : [];
      const rest = inRow.length < most ? newest((text) => says(text, words, begun).all).slice(0, most) : [];
      expect(await saying(q), q).toEqual([...new Set([...inRow, ...rest])].toSorted((a, b) => a - b));
      if (words.length > 1 && !begun) expect(await saying(`"${q.trim()}" `), `“${q}”`).toEqual(inRow);
    }
    await sql`delete from passage where position > 100000`.execute(db);
  });

  it('parts words in the database as the program does', async () => {
    const texts = [
      'Uỷ ban nhân dân TX. Hoà Bình; quý II–III/2026',
      'Quỹ, thuỷ lợi, khoẻ, hoàn thành, ngoài',
      'ĐỀ ÁN “Số hoá” 12,5% (m2)',
      'a@b.vn http://x.vn/1e5?c=d <b>đậm</b> Đ\u0061\u0323t',
    ];
    for (const text of texts) {
      const { rows } = await sql<{ said: string; plain: string }>`
        select said_words(${text}) as said, without_accents(said_words(${text})) as plain`.execute(database.db);
      const { words, plainWords } = searchText([text]);
      const bare = (one: string) => one.replace(/%/g, '').replace(/ +/g, ' ').trim();
      expect(rows[0]).toEqual({ said: bare(words), plain: bare(plainWords) });
    }
  });
});
