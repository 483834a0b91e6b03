import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import { givePost } from '../../test/running-server.ts';
import type { SearchHit } from '../registry/search.ts';
import { actingAs } from '../store/acting.ts';
import { searchText } from '../values/search-text.ts';
import { indexPassages } from './index-passages.ts';
import { forgetSearch, listSavedSearches, type Search, saveSearch, search } from './search.ts';

const plain: Search = { q: '', kind: [], year: [], agency: [], standing: [], offset: 0, limit: 20 };

describe.each(engines)('searching everything, on $name', (engine) => {
  let database: FreshDatabase;
  let officer: string;
  let duty: string;
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
  afterAll(() => database.drop());

  it('begins with the document of the number, whatever else names it', async () => {
    const [first, ...rest] = (await ask('95/QĐ-UBND')).hits;
    expect([first?.kind, first?.document?.number]).toEqual(['document', '95/QĐ-UBND']);
    expect(rest.length).toBeGreaterThan(0);
  });

  it('words its questions alike, whatever is found: a connection keeps no more plans than there is room for', async () => {
    const kindsOf = async (q: string) => new Set((await ask(q)).hits.map(({ kind }) => kind)).size;
    expect(await kindsOf('hộ nghèo')).not.toBe(await kindsOf('95/QĐ-UBND'));
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from pg_prepared_statements where statement like '%as k(at, id, document_id)%'`.execute(
      database.db,
    );
    // What it is ranked by, and its words.
    expect(rows).toEqual([{ kept: 2 }]);
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
