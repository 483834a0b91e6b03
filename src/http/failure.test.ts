import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { type DatabaseLine, layDatabaseLine } from '../../test/database-line.ts';
import { engines } from '../../test/engines.ts';
import { readEvents } from '../../test/event-reader.ts';
import { Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { type App, createApp } from '../services/app.ts';
import { announce } from '../store/announcements.ts';
import { openDatabase } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { buildServer, closeServer } from './server.ts';

describe.each(engines)('when the database is gone, on $name', (engine) => {
  let running: RunningServer;
  let line: DatabaseLine;
  let app: App;
  let server: FastifyInstance;
  /** Whoever works through the server whose line to the database is cut. */
  let officer: Client;
  const jobsDone: unknown[] = [];

  beforeAll(async () => {
    running = await runServer(engine);
    line = await layDatabaseLine(running.database.url);
    app = await createApp({
      ...{ db: openDatabase(line.url, () => undefined), maxFileBytes: 1_000_000, demo: false },
      accountRules: { secondFactorFor: [] },
    });
    server = await buildServer(app, { pagesFolder: '/nonexistent' });
    officer = new Client(await server.listen({ host: '127.0.0.1', port: 0 }));
    officer.cookie = running.officer.cookie;
    await app.jobs.start({ tell: async ({ data }) => void jobsDone.push(data) }, { report: () => undefined });
  });
  afterAll(async () => {
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
      const problem = (await answer.json()) as { code: string; message: { vi: string; en: string } };
      expect(problem.code).toBe('databaseAway');
      expect(problem.message.vi).toMatch(/^Cơ sở dữ liệu tạm thời không trả lời\./);
      expect(problem.message.en).toMatch(/^The database does not answer for the moment\./);
    }
    const page = await fetch(`${officer.url}/cong-khai`);
    expect([page.status, page.headers.get('refresh')]).toEqual([503, '10']);
    expect(await page.text()).toContain('Tạm thời chưa đọc được dữ liệu');

    await line.lay();
    expect((await asked()).status).toBe(200);
    expect((await fetch(`${officer.url}/cong-khai`)).status).toBe(200);
    const again = await readEvents(`${officer.url}/api/notices/events`, officer.cookie ?? '');
    await announce(running.database.db, { kind: 'figures' });
    await until('the news of the other server', async () => {
      const { name } = await again.next();
      return name === 'figures' || undefined;
    });
    again.leave();
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
