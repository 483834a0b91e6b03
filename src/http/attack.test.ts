import { cpus } from 'node:os';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedWorld, askedEndpoints as asked, storeAskedWorld } from '../../test/asked-world.ts';
import { hostileTexts } from '../../test/attack/hostile-texts.ts';
import { faultShown, markupIn } from '../../test/attack/shown-back.ts';
import { engines } from '../../test/engines.ts';
import { requestsFor } from '../../test/fuzz/requests.ts';
import { wordOf } from '../../test/hidden-world.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../../test/readings.ts';
import { Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { type Role, roles } from '../registry/post.ts';
import { digestLetter, letterPage, noticeLetter } from '../report/letter.ts';
import { publishDocument } from '../services/publications.ts';

/**
 * Hostile texts in every field of every endpoint, and where they come back. The long form (`npm run test:attack`) sends each of them, as
 * everybody, and prints a table.
 */
const long = process.env.TIENDO_ATTACK === 'long';
const requestsEach = long ? 24 : 1;
const texts = Object.values(hostileTexts);

type Asker = Role | 'nobody';
const askers: readonly Asker[] = [...roles, 'nobody'];

const takesText = ({ body, query, method }: Endpoint): boolean =>
  method !== 'GET' || body !== undefined || query !== undefined;

/** What so-a keeps to itself: nobody of so-b, and nobody without an account, is ever answered it. */
const ofOthers = (['draft', 'answer', 'cell', 'section', 'notice', 'password'] as const).map(wordOf);
const strangers: readonly Asker[] = ['officer', 'head', 'nobody'];

type Row = { what: string; requests: number; taken: number; refused: number; faults: number };

describe.each(engines)('hostile texts, on $name', (engine) => {
  let running: RunningServer;
  let world: AskedWorld;
  const table: Row[] = [];
  const clientOf = (asker: Asker) =>
    (asker === 'nobody' ? new Client(running.url) : world.people.get(asker)) ?? running.nobody;

  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-03-20T03:00:00Z') } });
    world = await storeAskedWorld(running);
  });
  afterAll(async () => {
    await running.stop();
    if (!long) return;
    console.log(
      `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
    );
    console.table(table);
  });

  /** Asks as somebody; a fault where the answer breaks down, tells of others, or does what a text says. */
  async function faultOf(asker: Asker, path: string, init: RequestInit, row: Row): Promise<string | undefined> {
    const answer = await clientOf(asker).fetch(path, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    });
    row.requests += 1;
    if (answer.ok) row.taken += 1;
    else row.refused += 1;
    // An address longer than Node reads at all is refused before there is a request.
    if (answer.status === 431) return undefined;
    const said = await answer.clone().text();
    if (answer.status >= 500 && answer.status !== 503) return `${answer.status} ${said.slice(0, 300)}`;
    const told = strangers.includes(asker) ? ofOthers.find((word) => said.includes(word)) : undefined;
    return told ? `tells of others: ${told}` : faultShown(answer);
  }

  async function run(what: string, work: readonly { asker: Asker; path: string; init: RequestInit }[]) {
    const row: Row = { what, requests: 0, taken: 0, refused: 0, faults: 0 };
    table.push(row);
    const faults: unknown[] = [];
    const lines = Array.from({ length: 4 }, (_, line) => work.filter((__, index) => index % 4 === line));
    await Promise.all(
      lines.map(async (line) => {
        for (const { asker, path, init } of line) {
          const fault = await faultOf(asker, path, init, row);
          if (fault !== undefined)
            faults.push({ asker, method: init.method, path, body: String(init.body).slice(0, 200), fault });
        }
      }),
    );
    row.faults = faults.length;
    expect(faults).toEqual([]);
    return row;
  }

  it('are taken or refused by every field of every endpoint, and break nothing', { timeout: 3_600_000 }, async () => {
    const work = asked.filter(takesText).flatMap((endpoint, at) =>
      fc
        .sample(requestsFor(endpoint, world.ids, false, texts), { seed: at + 1, numRuns: requestsEach })
        .map((one, index) => ({
          asker: askers[(index + at) % askers.length] ?? 'nobody',
          path: one.path.replace('format=pdf', 'format=docx'),
          init: {
            method: one.method,
            headers: one.headers,
            ...(one.body !== null && {
              body: typeof one.body === 'string' ? one.body.replace('"pdf"', '"docx"') : one.body,
            }),
          },
        })),
    );
    const row = await run('texts into every endpoint', work);
    expect(row.requests).toBe(work.length);
    // Whoever may do everything is asked with the same texts, so that many of them are kept.
    const kept = asked
      .filter(({ method, body }) => method === 'POST' && body !== undefined)
      .flatMap((endpoint, at) =>
        fc
          .sample(requestsFor(endpoint, world.ids, false, texts), { seed: at + 1000, numRuns: requestsEach })
          .map(({ path, headers, body }) => ({
            asker: (['coordinator', 'administrator'] as const)[at % 2] ?? 'coordinator',
            path,
            init: { method: 'POST', headers, ...(body !== null && { body }) },
          })),
      );
    const { taken } = await run('texts from those who may', kept);
    expect(taken).toBeGreaterThan(5);
  });

  it('are shown as text, in answers, pages and files alike, to everybody who may see them', {
    timeout: 3_600_000,
  }, async () => {
    await plant(running);
    const lists = ['csv', 'xlsx'].flatMap((format) =>
      ['targets', 'tasks', 'standings', 'alignment', 'scorecards', 'owner-health', 'sign-ins'].map(
        (one) => `/api/${one}/export?format=${format}`,
      ),
    );
    const pages = ['', '/van-ban', '/chi-tieu', '/nhiem-vu', '/don-vi', '/tin.atom', '/sitemap.xml', '/gioi-thieu'];
    const found = Object.values(hostileTexts).map(
      (text) => `/tim?q=${encodeURIComponent(text.toWellFormed().slice(0, 200))}`,
    );
    const open = ['documents', 'targets', 'tasks', 'agencies', 'indicators'].flatMap((one) => [
      `/du-lieu/${one}.csv`,
      `/du-lieu/${one}.xlsx`,
    ]);
    const portal = [...pages, ...found, ...open].map((path) => `/cong-khai${path}`);
    const reads = asked
      .filter(({ method }) => method === 'GET')
      .flatMap((endpoint, at) =>
        fc.sample(requestsFor(endpoint, world.ids, false, texts), { seed: at + 1, numRuns: 1 }),
      )
      .map(({ path }) => path.replace('format=pdf', 'format=docx'));
    const work = [
      ...portal.map((path) => ({ asker: 'nobody' as const, path, init: { method: 'GET' } })),
      ...[...lists, ...reads].flatMap((path) =>
        (long ? askers : (['coordinator', 'officer'] as const)).map((asker) => ({
          asker,
          path,
          init: { method: 'GET' },
        })),
      ),
    ];
    const page = await (await clientOf('nobody').fetch('/cong-khai/chi-tieu')).text();
    expect(page).toContain('&lt;img src=x onerror');
    await run('texts shown back', work);
  });

  it('leave by mail as text in one subject', () => {
    for (const text of texts) {
      const notice = {
        kind: 'urged' as const,
        details: { what: text, by: text, reason: text },
        dutyId: null,
        documentId: null,
        roundId: null,
      };
      for (const language of ['vi', 'en'] as const)
        for (const letter of [
          noticeLetter([notice], language, 'https://thu.vn'),
          digestLetter([notice], '2026-03-20', language, undefined),
        ]) {
          expect(letter.subject).not.toMatch(/[\r\n]/);
          expect(markupIn(letterPage(letter.text, 'https://thu.vn'))).toBeUndefined();
        }
    }
  });

  it('are nothing but names where they are names of files', async () => {
    const coordinator = clientOf('coordinator');
    for (const name of [
      ...texts.filter((text) => text.length < 200),
      'a.docx\r\nX-Attack: 1',
      'nul.txt',
      '.txt',
      ' .pdf',
    ]) {
      const answer = await coordinator.upload(`${name}.txt`, 'Thư mời họp phụ huynh');
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(await faultShown(answer)).toBeUndefined();
    }
  });
});

/** As services would keep them: no name is longer than this. */
const kept = texts.filter((text) => text.isWellFormed() && !text.includes('\0')).map((text) => text.slice(0, 200));

/** In the words of everything that lists, pages, files and letters are made of; a document full of it is published. */
async function plant({ app, database: { db } }: RunningServer): Promise<void> {
  const userId = await storeUser(db);
  const text = kept.join('\n');
  const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
  const id = await storeDocument(db, userId, {
    header: { number: '9/KH-UBND', kind: 'ke_hoach', title: hostileTexts.html, issuedOn: '2026-01-05' },
    text,
    targets: kept.map((name) => aTarget({ span: spanOf(name), name, unit: hostileTexts.formula.slice(0, 20) })),
    tasks: kept.map((quote) => aTask({ span: spanOf(quote), productRaw: quote })),
  });
  await sql`update document set state = 'issued', valid_from = '2026-01-05' where id = ${id}`.execute(db);
  for (const kind of ['target', 'task'] as const)
    await sql`update ${sql.table(kind)} set review = 'accepted', valid_from = '2026-01-05' where document_id = ${id}`.execute(
      db,
    );
  const user = { id: userId, name: '', email: '' };
  await publishDocument(app, user, id, { version: 0, from: '2026-03-20', reason: 'thử', keptBack: [] });
  for (const [table, column] of [
    ...([
      ['agency_name', 'name'],
      ['agency', 'contact'],
      ['indicator', 'name'],
      ['duty', 'content'],
    ] as const),
    ...([
      ['round', 'title'],
      ['regime', 'name'],
      ['report', 'title'],
      ['stocktake', 'title'],
    ] as const),
  ])
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = (${kept}::text[])[1 + mod(abs(hashtext(ctid::text)), ${kept.length})]
      where ${sql.ref(column)} is not null`.execute(db);
}
