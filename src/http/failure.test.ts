import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { type DatabaseLine, layDatabaseLine } from '../../test/database-line.ts';
import { engines } from '../../test/engines.ts';
import { readEvents } from '../../test/event-reader.ts';
import { Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { openLog } from '../outside/log.ts';
import { type App, createApp } from '../services/app.ts';
import { forgetRequests } from '../services/once.ts';
import { announce } from '../store/announcements.ts';
import { openDatabase } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { type MetricsServer, serveMetrics } from './metrics.ts';
import { buildServer, closeServer } from './server.ts';

describe.each(engines)('when the database is gone, on $name', (engine) => {
  let running: RunningServer;
  let line: DatabaseLine;
  let app: App;
  let server: FastifyInstance;
  /** Whoever works through the server whose line to the database is cut. */
  let officer: Client;
  let metrics: MetricsServer;
  const measured = async () => (await fetch(metrics.address)).text();
  const jobsDone: unknown[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    running = await runServer(engine);
    line = await layDatabaseLine(running.database.url);
    app = await createApp({
      ...{ db: openDatabase(line.url, () => undefined, { patience: 1000 }), maxFileBytes: 1_000_000, demo: false },
      accountRules: { secondFactorFor: [] },
      log: openLog({ write: (line) => void logged.push(line) }),
    });
    server = await buildServer(app, { pagesFolder: '/nonexistent' });
    officer = new Client(await server.listen({ host: '127.0.0.1', port: 0 }));
    officer.cookie = running.officer.cookie;
    metrics = await serveMetrics(app, { host: '127.0.0.1', port: 0 });
    const pace = { heartbeatSeconds: 10, monitorSeconds: 1, answerSeconds: 3 };
    await app.jobs.start({ tell: async ({ data }) => void jobsDone.push(data) }, { pace });
  });
  afterAll(async () => {
    await metrics.close();
    await closeServer(server);
    await app.close();
    await app.db.destroy();
    await line.end();
    await running.stop();
  });

  it('says so at once in both languages and when to ask again, and goes on by itself when it is back', async () => {
    const events = await readEvents(`${officer.url}/api/notices/events`, officer.cookie ?? '');
    const asked = () => officer.fetch('/api/regimes');
    expect((await asked()).status).toBe(200);

    await line.cut();
    await events.ended.catch(() => undefined);
    for (const answer of [await asked(), await officer.post('/api/notices/read', { ids: 'all' })]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
      const problem = (await answer.json()) as Record<string, string> & { message: { vi: string; en: string } };
      expect(problem.code).toBe('databaseAway');
      expect(logged.find((one) => one.includes(`"id":"${problem.requestId}"`))).toContain('databaseAway');
      expect(problem.message.vi).toMatch(/^Cơ sở dữ liệu tạm thời không trả lời\./);
      expect(problem.message.en).toMatch(/^The database does not answer for the moment\./);
    }
    const page = await fetch(`${officer.url}/cong-khai`);
    expect([page.status, page.headers.get('refresh')]).toEqual([503, '10']);
    const shown = await page.text();
    expect(shown).toContain('Tạm thời chưa đọc được dữ liệu');
    expect(shown).toContain(`<strong>${page.headers.get('x-request-id')}</strong>`);

    const states = async () => [
      (await fetch(`${officer.url}/api/health`)).status,
      (await fetch(`${officer.url}/api/ready`)).status,
    ];
    expect(await states()).toEqual([200, 503]);
    expect(await measured()).toContain('\ntiendo_database_up 0\n');

    await line.lay();
    expect((await asked()).status).toBe(200);
    expect(await states()).toEqual([200, 200]);
    const numbers = await measured();
    expect(numbers).toContain('\ntiendo_database_up 1\n');
    expect(numbers).toMatch(/\ntiendo_jobs\{queue="mail",state="waiting"\} \d+\n/);
    expect(numbers).toMatch(/duration_seconds_count\{method="GET",route="\/api\/regimes",status="503"\} 1\n/);
    expect(numbers).toMatch(/\nnodejs_eventloop_lag_seconds /);
    expect((await fetch(`${officer.url}/cong-khai`)).status).toBe(200);
    const again = await readEvents(`${officer.url}/api/notices/events`, officer.cookie ?? '');
    await announce(running.database.db, { kind: 'figures' });
    await until('the news of the other server', async () => {
      const { name } = await again.next();
      return name === 'figures' || undefined;
    });
    again.leave();
  });

  it('says so soon where the database takes what it is asked and says nothing, and goes on past the dead lines', async () => {
    const asked = () => officer.fetch('/api/regimes');
    line.mute();
    const answers = await Promise.all([asked(), asked(), officer.post('/api/notices/read', { ids: 'all' })]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    await line.lay();
    await until('answers', async () => (await asked()).ok || undefined);
    await running.database.db.transaction().execute((trx) => enqueue(trx, [{ queue: 'tell', data: { nth: 0 } }]));
    await until('the job', () => jobsDone.pop());
  });

  it('a question that only takes long is waited for', async () => {
    const { rows } = await sql<{ slept: boolean }>`select pg_sleep(2.2) is not null as slept`.execute(app.db);
    expect(rows).toEqual([{ slept: true }]);
  });

  it('jobs that were put meanwhile are done when it is back', async () => {
    await line.cut();
    await running.database.db.transaction().execute((trx) => enqueue(trx, [{ queue: 'tell', data: { nth: 1 } }]));
    await line.lay();
    await until('the job', () => jobsDone.length > 0 || undefined);
    expect(jobsDone).toEqual([{ nth: 1 }]);
  });

  it('an answer that the line broke off in the middle is no defect', async () => {
    const slow = sql`select pg_sleep(30)`.execute(app.db);
    const outcome = slow.catch((error: unknown) => (error instanceof Error ? error.message : ''));
    await until('the question', async () => {
      const found = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where state = 'active' and query like 'select pg_sleep(30)%'`.execute(running.database.db);
      return (found.rows[0]?.n ?? 0) > 0 || undefined;
    });
    await line.cut();
    expect(await outcome).toBe('databaseAway');
    await line.lay();
  });
});

describe.each(engines)('a request that comes twice, on $name', (engine) => {
  let running: RunningServer;
  const ask = (key: string, method: 'POST' | 'DELETE', path: string, body?: unknown) =>
    running.officer.fetch(path, {
      method,
      headers: { 'idempotency-key': key, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const save = (key: string, name: string) => ask(key, 'POST', '/api/saved-searches', { name, query: 'q=thu' });
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  const saved = () => running.officer.get<{ searches: { id: string; name: string }[] }>('/api/saved-searches');
  const age = (key: string) =>
    sql`update request_key set begun_at = begun_at - interval '1 minute' where key = ${key}`.execute(
      running.database.db,
    );

  beforeAll(async () => {
    running = await runServer(engine, { bodyPace: { bytes: 50, milliseconds: 500 } });
  });
  afterAll(() => running.stop());

  it('is refused in plain words, and its connection closed, where its body comes by drops', async () => {
    const { hostname, port, host } = new URL(running.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    socket.on('error', () => undefined);
    const head = `Host: ${host}\r\nOrigin: ${running.url}\r\nCookie: ${running.officer.cookie}\r\nContent-Type: application/json`;
    socket.write(`POST /api/saved-searches HTTP/1.1\r\n${head}\r\nContent-Length: 1000\r\n\r\n{`);
    const drops = setInterval(() => socket.write(' '), 100);
    await once(socket, 'close');
    clearInterval(drops);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"bodyTooSlow"');
  });

  it('is carried out once and answered alike, byte for byte', async () => {
    const first = await save('khoa-thu-nhat', 'Một');
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null]);
    const text = await first.text();
    const again = await save('khoa-thu-nhat', 'Một');
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(await again.text()).toBe(text);

    const { id } = (await saved()).searches[0] ?? { id: '' };
    // What is gone is not there a second time, but this was asked once.
    for (let nth = 0; nth < 2; nth++)
      expect((await ask('khoa-xoa-mot', 'DELETE', `/api/saved-searches/${id}`)).status).toBe(200);
    expect((await ask('khoa-xoa-hai', 'DELETE', `/api/saved-searches/${id}`)).status).toBe(404);
    // Refused before, the same may be asked again.
    expect((await ask('khoa-xoa-hai', 'DELETE', `/api/saved-searches/${id}`)).status).toBe(404);
  });

  it('is refused where its key was for something else, or is no key', async () => {
    expect((await save('khoa-thu-hai', 'Hai')).status).toBe(200);
    const other = await save('khoa-thu-hai', 'Ba');
    expect([other.status, await codeOf(other)]).toEqual([422, 'requestKeyUsed']);
    expect((await save('ngan', 'Ba')).status).toBe(400);
    expect((await saved()).searches.map(({ name }) => name)).toEqual(['Hai']);
  });

  it('keeps a secret that is shown once under seal, and gives it to whoever asked', async () => {
    const make = () => ask('khoa-thu-ba', 'POST', '/api/account/keys', { name: 'Máy', scopes: [], days: 30 });
    const first = await make();
    const text = await first.text();
    expect([first.status, await (await make()).text()]).toEqual([200, text]);
    const { key } = JSON.parse(text) as { key: string };
    const { rows } = await sql<{
      held: string;
    }>`select string_agg(request_key::text, '') as held from request_key`.execute(running.database.db);
    expect(rows[0]?.held).not.toContain(key);
    expect((await running.officer.get<{ keys: unknown[] }>('/api/account/keys')).keys).toHaveLength(1);
  });

  it('waits while the first is being carried out; one that was cut off is taken over, and commits nothing any more', async () => {
    const { database } = running;
    const { promise: unlocked, resolve: unlock } = Promise.withResolvers<void>();
    const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>();
    const holding = database.db.transaction().execute(async (trx) => {
      await sql`lock table saved_search in share row exclusive mode`.execute(trx);
      isLocked();
      await unlocked;
    });
    await locked;
    const first = save('khoa-thu-tu', 'Bốn');
    const claimed = (attempts: number) =>
      until('the attempt', async () => {
        const { rows } = await sql<{
          n: number;
        }>`select count(*)::int as n from pg_locks l join pg_class c on c.oid = l.relation
          where c.relname = 'saved_search' and not l.granted`.execute(database.db);
        return (rows[0]?.n ?? 0) >= attempts || undefined;
      });
    await claimed(1);
    const early = await save('khoa-thu-tu', 'Bốn');
    expect([early.status, await codeOf(early), early.headers.get('retry-after')]).toEqual([409, 'requestInHand', '2']);
    await age('khoa-thu-tu');
    const second = save('khoa-thu-tu', 'Bốn');
    await claimed(2);
    unlock();
    await holding;
    const [overtaken, done] = await Promise.all([first, second]);
    expect([overtaken.status, await codeOf(overtaken), done.status]).toEqual([409, 'requestInHand', 200]);
    expect((await saved()).searches.filter(({ name }) => name === 'Bốn')).toHaveLength(1);
  });

  it('says so where it was carried out and only its answer was lost with the server, and is forgotten after two days', async () => {
    expect((await save('khoa-thu-nam', 'Năm')).status).toBe(200);
    await sql`update request_key set answer = null where key = 'khoa-thu-nam'`.execute(running.database.db);
    await age('khoa-thu-nam');
    const again = await save('khoa-thu-nam', 'Năm');
    expect([again.status, await codeOf(again)]).toEqual([409, 'requestDone']);
    // The clock jumps a day ahead: what is still being sent again is known.
    await sql`update request_key set begun_at = begun_at - interval '1 day'`.execute(running.database.db);
    expect((await save('khoa-thu-nam', 'Năm')).status).toBe(409);
    await sql`update request_key set begun_at = begun_at - interval '1 day'`.execute(running.database.db);
    expect((await save('khoa-thu-nam', 'Năm mới')).status).toBe(200);
    await forgetRequests(running.app);
    const { rows } = await sql<{ key: string }>`select key from request_key`.execute(running.database.db);
    expect(rows.map(({ key }) => key)).toEqual(['khoa-thu-nam']);
  });

  it('is taken over where it was cut off while the clock was ahead, which is set back since', async () => {
    expect((await save('khoa-thu-sau', 'Sáu')).status).toBe(200);
    await sql`update request_key set begun_at = now() + interval '1 day', done_at = null, answer = null
      where key = 'khoa-thu-sau'`.execute(running.database.db);
    await sql`delete from saved_search where name = 'Sáu'`.execute(running.database.db);
    expect((await save('khoa-thu-sau', 'Sáu')).status).toBe(200);
  });
});
