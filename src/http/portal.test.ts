import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type PublicWorld, privateName, secretNumber, secretWord, storePublicWorld } from '../../test/public-world.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { User } from '../registry/may.ts';
import { publishDocument } from '../services/publications.ts';
import { actingForPublic } from '../store/acting.ts';

const portalAddress = 'https://cong-khai.tinh.vn';
const now = new Date('2026-03-20T03:00:00Z');

/** What no answer to the public may hold, whatever form it has. */
const forbidden = new RegExp(
  [secretWord, String(secretNumber), privateName, 'Mười', '0912', 'mat-khau', '@thu\\.vn'].join('|'),
  'iu',
);

/** An answer as text: what is packed is unpacked. */
function textOf(path: string, bytes: Uint8Array): string {
  if (!/\.(?:xlsx|zip)$/.test(path)) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${strFromU8(content)}`)
    .join('\n');
}

/** All addresses that an answer names, of this site and of the portal. */
function linksIn(text: string): string[] {
  const found = [...text.matchAll(/(?:href|action|cite)="([^"]*)"|<loc>([^<]*)<|"@id": "([^"]*)"|"address":"([^"]*)"/g)]
    .flatMap(([, href, loc, id, address]) => href ?? loc ?? id ?? address ?? [])
    .map((link) => link.replaceAll('&amp;', '&').replace(portalAddress, ''))
    .filter((link) => link.startsWith('/'));
  return found.map((link) => link.split('#')[0] ?? '');
}

describe.each(engines)('the public portal, on $name', (engine) => {
  let running: RunningServer;
  let world: PublicWorld;
  let coordinator: User;
  const answers = new Map<string, { status: number; type: string; text: string }>();

  const get = async (path: string): Promise<Response> => fetch(running.url + path, { redirect: 'manual' });
  const ask = async (path: string) => {
    const response = await get(path);
    const text = textOf(path.split('?')[0] ?? '', new Uint8Array(await response.arrayBuffer()));
    const answer = { status: response.status, type: response.headers.get('content-type') ?? '', text };
    answers.set(path, answer);
    return answer;
  };

  /** Everything that can be reached from the front page, the map of the site and the catalogue, each once. */
  async function walk(from: readonly string[]): Promise<void> {
    const waiting = [...from];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (answers.has(path)) continue;
      const { text } = await ask(path);
      waiting.push(...linksIn(text).filter((link) => !answers.has(link)));
    }
  }

  beforeAll(async () => {
    running = await runServer(engine, { portalAddress, clock: { now: () => now } });
    const { db } = running.database;
    coordinator = (await running.officer.get<{ user: User }>('/api/session')).user;
    world = await storePublicWorld(db, coordinator, now);
    await walk(['/cong-khai', '/robots.txt', '/sitemap.xml', '/cong-khai/du-lieu/catalog.jsonld']);
  });
  afterAll(() => running.stop());

  it('leads to nothing that is not there: every link answers', () => {
    expect([...answers].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
    const kinds = [
      '/cong-khai/en/',
      '/chi-tieu/t1',
      '/nhiem-vu/n1',
      '/don-vi/so-a',
      '.csv',
      '.xlsx',
      '.zip',
      'tin.atom',
    ];
    expect(kinds.filter((kind) => ![...answers.keys()].some((path) => path.includes(kind)))).toEqual([]);
    expect(answers.size).toBeGreaterThan(60);
  });

  it('shows what was promised, who is responsible, what was last reported and how late it is', () => {
    const target = answers.get(`/cong-khai/van-ban/${world.published}/chi-tieu/t1`)?.text ?? '';
    expect(target).toContain('Thu ngân sách Sông Thanh đạt 1.200 tỷ đồng');
    expect(target).toContain('href="/cong-khai/don-vi/so-a"');
    expect(target).toContain('187,5 tỷ đồng (tháng 2 năm 2026, ước thực hiện), duyệt ngày 05/03/2026');
    expect(target).toContain('Đây là số ước, chưa phải số chính thức.');
    const task = answers.get(`/cong-khai/van-ban/${world.published}/nhiem-vu/n1`)?.text ?? '';
    expect(task).toContain('Quá hạn 28 ngày');
    expect(task).toContain('Gia hạn từ 10/02/2026 đến 20/02/2026 (ngày 09/02/2026)');
    expect(task).toContain('77/QĐ-STC, ngày 11/02/2026');
  });

  it('tells nothing that was not approved for the public, nor of any person, at any address and in any file', async () => {
    const { hidden, published } = world;
    expect((await get('/cong-khai/')).headers.get('location')).toBe('/cong-khai');
    for (const id of [...Object.values(hidden), '00000000-0000-4000-8000-000000000000'])
      for (const path of ['', '/chi-tieu/t1', '/nhiem-vu/n1'])
        for (const root of ['/cong-khai', '/cong-khai/nhung', '/cong-khai/en/nhung'])
          expect((await ask(`${root}/van-ban/${id}${path}`)).status).toBe(404);
    for (const path of ['chi-tieu/t3', 'chi-tieu/t4', 'nhiem-vu/n3', 'nhiem-vu/n4', 'chi-tieu/n1'])
      for (const root of ['/cong-khai', '/cong-khai/nhung'])
        expect((await ask(`${root}/van-ban/${published}/${path}`)).status).toBe(404);
    expect((await ask('/cong-khai/don-vi/so-kin')).status).toBe(404);
    for (const q of ['giu lai', 'dong chi', 'ngan sach', 'Sở', '%', '12/KH'])
      await ask(`/cong-khai/tim?q=${encodeURIComponent(q)}`);
    expect([...answers].filter(([, { text }]) => forbidden.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('finds by words with accents and without, and nothing by words that are hidden', async () => {
    const found = async (q: string) => (await ask(`/cong-khai/tim?q=${encodeURIComponent(q)}`)).text;
    for (const q of ['thu ngan sach', 'Thu ngân sách', '"ngân sách"'])
      expect(await found(q)).toContain(world.words.target);
    expect(await found('so hoa dịu')).toContain('Không có kết quả nào');
    for (const q of ['bảo đảm chỉ tiêu', 'giữ lại', 'đầu mối'])
      expect(await found(q)).toContain('Không có kết quả nào');
  });

  it('keeps all of it from a question that forgets to ask whether something is published', async () => {
    const db = actingForPublic(running.database.db, '2026-03-20');
    const { rows } = await sql<{ name: string; columns: string[] }>`
      select table_name as name, array_agg(column_name::text order by column_name) as columns
      from information_schema.column_privileges where grantee = 'tiendo_public' and table_schema = current_schema()
      group by 1 order by 1`.execute(running.database.db);
    const seen = new Map<string, number>();
    for (const { name, columns } of rows) {
      const found =
        await sql<object>`select ${sql.join(columns.map((one) => sql.id(one)))} from ${sql.id(name)}`.execute(db);
      seen.set(name, found.rows.length);
      // Names of agencies are facts of the register; which of them are named is the portal's to choose.
      if (!name.startsWith('agency'))
        expect([name, forbidden.exec(JSON.stringify(found.rows))?.[0]]).toEqual([name, undefined]);
    }
    expect(Object.fromEntries(seen)).toMatchObject({
      document: 1,
      target: 2,
      task: 2,
      figure: 3,
      indicator: 1,
      progress: 1,
    });
    for (const table of [
      'app_user',
      'document_text',
      'document_file',
      'finding_agency',
      'action',
      'cell',
      'obstacle',
      'question',
    ])
      await expect(sql`select count(*) from ${sql.id(table)}`.execute(db)).rejects.toThrow('permission denied');
    await expect(
      sql`insert into published_item values (${world.published}, 'task', 'n3')`.execute(db),
    ).rejects.toThrow();
  });

  it('stands in pages of others as a picture alone, which leads back to where it is from', async () => {
    const { published, hidden } = world;
    const rulesOf = async (path: string) => {
      const { headers } = await get(path);
      return [
        /frame-ancestors [^;]+/.exec(headers.get('content-security-policy') ?? '')?.[0],
        headers.get('x-frame-options'),
      ];
    };
    const closed = ["frame-ancestors 'none'", 'DENY'];
    for (const path of [`/van-ban/${published}`, `/van-ban/${published}/chi-tieu/t1`]) {
      const picture = await (await get(`/cong-khai/nhung${path}`)).text();
      expect(picture).toContain('<svg');
      expect(picture).not.toMatch(/<(?:script|form|button|input)/);
      expect(picture).toContain(`<a href="/cong-khai${path}">`);
      expect(await rulesOf(`/cong-khai/nhung${path}`)).toEqual(['frame-ancestors *', null]);
      expect(await rulesOf(`/cong-khai${path}`)).toEqual(closed);
      const page = answers.get(`/cong-khai${path}`)?.text;
      expect(page).toContain(`&lt;iframe src=&quot;${portalAddress}/cong-khai/nhung${path}&quot;`);
    }
    for (const path of ['', '/du-lieu', `/nhung/van-ban/${hidden.unpublished}`])
      expect(await rulesOf(`/cong-khai${path}`)).toEqual(closed);
    expect(await rulesOf('/api/session')).toEqual(closed);
  });

  it('shows that an agency has reported at once, and nothing of what it said', async () => {
    const head = await running.as('head', 'so-b');
    const { rows } = await head.get<{ rows: { id: string; origins: { documentId: string; findingId: string }[] }[] }>(
      '/api/duties',
    );
    const ofTask = ([one]: { documentId: string; findingId: string }[]) =>
      one?.documentId === world.published && one.findingId === 'n1';
    const duty = rows.find(({ origins }) => ofTask(origins))?.id;
    const text = async () => (await get(`/cong-khai/van-ban/${world.published}/nhiem-vu/n1`)).text();
    expect(await text()).not.toContain('20/03/2026</td>');
    const said = { doneText: `Xong bước một ${secretWord}`, proposal: '', withoutEvidence: '' };
    const fields = { ...said, share: 40, result: false, confidence: null };
    const saving = { id: randomUUID(), window: randomUUID(), number: 1, version: 0, fields };
    expect((await head.post(`/api/duties/${duty}/progress`, saving)).status).toBe(200);
    expect((await head.post(`/api/progress/${saving.id}`, { verb: 'send', version: 1 })).status).toBe(200);
    await expect.poll(text).toContain('20/03/2026</td>');
    expect(await text()).not.toContain(secretWord);
  });

  it('is published and taken back by a coordinator, from a day on, with a reason, never over what somebody else decided', async () => {
    const { unpublished, secret } = world.hidden;
    const address = `/api/documents/${unpublished}/publication`;
    const given = { version: 0, from: '2026-03-20', reason: 'Công khai', keptBack: [] };
    const status = async (path: string, body: object, client = running.officer) =>
      (await client.post(path, body)).status;
    expect(await status(address, given, await running.as('leader'))).toBe(403);
    expect(await status(address, { ...given, from: '2026-03-19' })).toBe(400);
    expect(await status(address, { ...given, reason: ' ' })).toBe(400);
    const sealed = await running.officer.get<{ because: string; version: number }>(
      `/api/documents/${secret}/publication`,
    );
    expect(sealed.because).toBe('secret');
    expect(await status(`/api/documents/${secret}/publication`, { ...given, version: sealed.version })).toBe(409);
    expect(await status(address, given)).toBe(200);
    expect(await status(address, given)).toBe(409);
    type Stored = { version: number; state: string; items: { id: string; shown: boolean; namesPerson: boolean }[] };
    const stored = await running.officer.get<Stored>(address);
    expect(stored.state).toBe('published');
    expect(stored.items.filter(({ shown }) => !shown).map(({ id }) => id)).toEqual(['t4', 'n4']);
    const page = `/cong-khai/van-ban/${unpublished}`;
    await expect.poll(async () => (await get(page)).status).toBe(200);
    expect((await get(`${page}/chi-tieu/t4`)).status).toBe(404);
    expect(await status(`${address}/withdrawal`, { version: stored.version, reason: 'Nhầm' })).toBe(200);
    await expect.poll(async () => (await get(page)).status).toBe(404);
    // Published again, it is from that day on: while it was taken back nobody could see it.
    const later = { db: running.database.db, clock: { now: () => new Date('2026-03-25T03:00:00Z') } };
    const again = { version: stored.version + 1, from: '2026-03-20', reason: 'Lại', keptBack: [] };
    await expect(publishDocument(later, coordinator, unpublished, again)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    const { actions } = await running.officer.get<{ actions: { verb: string; reason: string }[] }>(
      `/api/documents/${unpublished}/story`,
    );
    expect(actions.map(({ verb, reason }) => [verb, reason])).toEqual([
      ['unpublish', 'Nhầm'],
      ['publish', 'Công khai'],
    ]);
  });

  it('tells nothing more of a target whose words were set right and name a person now, and leads nobody there', async () => {
    const { published } = world;
    const { unpublished } = world.hidden;
    const address = `/api/documents/${unpublished}/publication`;
    const { version } = await running.officer.get<{ version: number }>(address);
    const given = { version, from: '2026-03-20', reason: 'Công khai', keptBack: [] };
    expect((await running.officer.post(address, given)).status).toBe(200);
    const { db } = running.database;
    await sql`delete from duty where id in (select duty_id from duty_origin where document_id = ${unpublished})`.execute(
      db,
    );
    await sql`update target set indicator_matched_by = 'officer' where document_id = ${unpublished}`.execute(db);
    const own = `/cong-khai/van-ban/${unpublished}/chi-tieu/t1`;
    const beside = async () => (await get(`/cong-khai/van-ban/${published}/chi-tieu/t1`)).text();
    await expect.poll(async () => (await get(own)).status).toBe(200);
    await expect.poll(beside).toContain(own);
    const action = {
      ...{ verb: 'correct', item: { kind: 'target', id: 't1', version: 1 }, reason: 'Gõ thiếu' },
      change: { kind: 'target', fields: { name: `Giao bà ${privateName} thu ngân sách` } },
    };
    const done = await running.officer.post(`/api/documents/${unpublished}/review`, action);
    expect(done.status).toBe(200);
    await expect.poll(async () => (await get(own)).status).toBe(404);
    await expect.poll(beside).not.toContain(own);
    for (const path of ['', '/du-lieu/catalog.jsonld', `/van-ban/${unpublished}`, '/tim?q=thu%20ngan%20sach'])
      expect(await (await get(`/cong-khai${path}`)).text()).not.toContain(privateName);
    expect((await running.officer.post(`${address}/withdrawal`, { version: version + 1, reason: 'Nhầm' })).status).toBe(
      200,
    );
  });

  it('has an own host name, under which nothing else is found', async () => {
    const at = async (url: string, host: string) =>
      (await running.server.inject({ url, headers: { host } })).statusCode;
    const under = async (host: string) => [
      await at('/', host),
      await at('/cong-khai/en', host),
      await at('/robots.txt', host),
      await at('/api/session', host),
    ];
    expect(await under('cong-khai.tinh.vn')).toEqual([200, 200, 200, 404]);
    expect(await under('tien-do.tinh.vn')).toEqual([404, 200, 200, 200]);
  });

  it('answers an address that asks too much for too long with a page that says so', async () => {
    const statuses = new Set<number>();
    for (let asked = 0; asked < 70 && !statuses.has(429); asked++) {
      const { statusCode, headers, body } = await running.server.inject({ url: '/cong-khai/du-lieu/documents.json' });
      statuses.add(statusCode);
      if (statusCode !== 429) continue;
      expect([headers['content-type'], headers['cache-control']]).toEqual(['text/html; charset=utf-8', 'no-store']);
      expect(body).toContain('Quá nhiều yêu cầu');
    }
    expect([...statuses]).toEqual([200, 429]);
  });

  it('weighs little, wants no script, sets no cookie and says how long it may be kept', async () => {
    const response = await fetch(`${running.url}/cong-khai`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    const tag = response.headers.get('etag') ?? '';
    const again = await fetch(`${running.url}/cong-khai`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    // All there is: nothing else is loaded.
    const pages = [...answers].filter(([, { type }]) => type.startsWith('text/html'));
    expect(
      pages.filter(([, { text }]) => /<script|<link rel="stylesheet|<img|<[^>]*\ssrc=|style="/.test(text)),
    ).toEqual([]);
    const { server } = running;
    for (const [path] of pages) {
      const { rawPayload, headers } = await server.inject({ url: path, headers: { 'accept-encoding': 'br' } });
      expect([path, rawPayload.length <= 60_000, headers['content-encoding'] ?? 'none']).toEqual([
        path,
        true,
        rawPayload.length < 1024 ? 'none' : 'br',
      ]);
    }
  });
});
