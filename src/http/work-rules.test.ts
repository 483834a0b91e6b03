import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';

describe.each(engines)('the rules of working days, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());

  it('are read by everybody with a post and changed by an administrator, who is told of another’s change', async () => {
    const agency = await running.as('officer');
    const usual = { soonDays: 5, returnDays: 3 };
    expect(await agency.get('/api/work-rules')).toEqual(usual);
    const rules = { soonDays: 7, returnDays: 2 };
    expect((await agency.post('/api/work-rules', { seen: usual, rules })).status).toBe(403);
    expect((await running.officer.post('/api/work-rules', { seen: usual, rules })).status).toBe(200);
    expect(await agency.get('/api/work-rules')).toEqual(rules);
    const late = await running.officer.post('/api/work-rules', { seen: usual, rules: usual });
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'changedMeanwhile']);
    const { entries } = await running.officer.get<{ entries: { verb: string; before: object; after: object }[] }>(
      '/api/audit?verb=changeWorkRules',
    );
    expect(entries).toMatchObject([{ before: usual, after: rules }]);
  });
});
