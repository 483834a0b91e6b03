import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';

describe.each(engines.slice(0, 1))('what somebody asked for and may not do', (engine) => {
  let running: RunningServer;
  let person: Client;
  beforeAll(async () => {
    running = await runServer(engine);
    person = await running.as('officer');
  });
  beforeEach(() => running.database.db.deleteFrom('sign_in').execute());
  afterAll(() => running.stop());

  const kept = () => running.database.db.selectFrom('sign_in').selectAll().orderBy('id').execute();

  it('is kept: who, from where, and which question, without what stood in it', async () => {
    const headers = { 'user-agent': 'May thu' };
    expect((await person.fetch('/api/audit?q=bi-mat', { headers })).status).toBe(403);
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      outcome: 'denied',
      asked: 'GET /api/audit',
      address: '127.0.0.1',
      device: 'May thu',
    });
    expect(rows[0]?.account).toMatch(/^officer-\d+@thu\.vn$/);
    expect(JSON.stringify(rows)).not.toContain('bi-mat');
  });

  it('is not kept of what is allowed, not there, or asked by nobody', async () => {
    expect((await person.fetch('/api/documents')).status).toBe(200);
    expect((await person.fetch('/api/nothing')).status).toBe(404);
    expect((await running.nobody.fetch('/api/audit')).status).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it('fills no disk, however often it is asked', async () => {
    const other = await running.as('officer');
    await running.database.db.deleteFrom('sign_in').execute();
    const answers = await Promise.all(Array.from({ length: 80 }, () => other.fetch('/api/audit')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect(await kept()).toHaveLength(60);
  });
});
