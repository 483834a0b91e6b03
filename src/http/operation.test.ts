import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { Config } from '../config.ts';
import { openLog } from '../outside/log.ts';
import { patientOf } from '../patient.ts';
import { actingAs } from '../store/acting.ts';

type Seen = {
  sizes: { database: number; files: number; tables: { name: string; bytes: number }[] };
  slow: { source: string; questions: { text: string; times: number; mostMs: number }[] };
  failures: { requestId: string; route: string; code: string; reason: string; place: string }[];
  servers: { number: number; name: string; here: boolean }[];
};

const secret = 'zxqwcanarywqxz';

describe.each(engines.slice(0, 1))('how the installation runs, on $name', (engine) => {
  let running: RunningServer;
  let administrator: Client;
  const seen = () => administrator.get<Seen>('/api/operation');

  beforeAll(async () => {
    const patient = await patientOf(Config.parse({ dataFolder: '/no-such-folder' }));
    running = await runServer(engine, { patient, log: openLog({ write: () => undefined }) });
    administrator = await running.as('administrator');
  });
  afterAll(() => running.stop());

  it('tells of a request that failed by the id that its sender was told, and nothing of what was sent', async () => {
    const { db } = running.database;
    await sql`alter table saved_search rename to saved_search_away`.execute(db);
    const answer = await running.officer.post('/api/saved-searches', { name: secret, query: `q=${secret}` });
    await sql`alter table saved_search_away rename to saved_search`.execute(db);
    const { requestId } = (await answer.json()) as { requestId: string };
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([500, requestId]);
    const { failures } = await seen();
    expect(failures[0]).toMatchObject({ requestId, route: '/api/saved-searches', code: 'defect' });
    expect(failures[0]?.reason).toContain('saved_search');
    expect(JSON.stringify(failures)).not.toContain(secret);
  });

  it('forgets what failed a day ago', async () => {
    await sql`update request_failure set at = at - interval '25 hours'`.execute(running.database.db);
    expect((await seen()).failures).toEqual([]);
  });

  it('tells what is slow by its wording, without what it was asked with, for whomever it was asked', async () => {
    const { db } = running.database;
    const acting = actingAs(db, { userId: secret, day: '2026-03-20', address: secret });
    await sql`select pg_sleep(0.2), ${secret}::text, 'zxqwcanarywqxz in words'`.execute(acting);
    const { slow } = await seen();
    expect(slow.source).toBe('server');
    const found = slow.questions.find(({ text }) => text.startsWith('select pg_sleep('));
    expect(found).toMatchObject({ text: "select pg_sleep(0.2), $1::text, '…'", times: 1 });
    expect(found?.mostMs).toBeGreaterThanOrEqual(200);
    expect(JSON.stringify(slow)).not.toContain(secret);
  });

  it('tells how large the database and its tables are, largest first, and which servers run', async () => {
    const { sizes, servers } = await seen();
    const bytes = sizes.tables.map((table) => table.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => b - a));
    expect(sizes.database).toBeGreaterThan(Math.max(...bytes, sizes.files));
    expect(sizes.files).toBeGreaterThan(0);
    expect(servers).toMatchObject([{ here: true, name: expect.stringMatching(new RegExp(` ${process.pid}$`)) }]);
  });

  it('tells what the doctor finds', async () => {
    const { vitals } = await administrator.get<{ vitals: { name: string; state: string }[] }>('/api/operation/vitals');
    expect(vitals.find(({ name }) => name === 'migrations')?.state).toBe('good');
    expect(vitals.find(({ name }) => name === 'backup')?.state).toBe('warning');
  });

  it('is told to administrators alone', async () => {
    for (const role of ['coordinator', 'leader', 'officer'] as const)
      expect((await (await running.as(role)).fetch('/api/operation')).status).toBe(403);
  });
});
