import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDuty, storePart, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DueChangeItem } from '../registry/due-change.ts';
import type { DutyReport } from '../registry/duty-report.ts';

const codeOf = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
};

describe.each(engines)('another deadline for a duty, on $name', (engine) => {
  let running: RunningServer;
  let user = '';
  let now = '2026-03-02T03:00:00Z';
  let officer: Client;
  let head: Client;
  let coordinator: Client;
  let leader: Client;
  let stranger: Client;
  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date(now) } });
    user = await storeUser(running.database.db);
    await storeProvince(running.database.db);
    [officer, head] = [await running.as('officer', 'so-a'), await running.as('head', 'so-a')];
    [coordinator, leader] = [await running.as('coordinator', 'ubnd'), await running.as('leader', 'ubnd')];
    stranger = await running.as('officer', 'so-b');
  });
  afterAll(() => running.stop());

  const give = (due: string | null = '2026-03-31') => storeDuty(running.database.db, user, { agencyId: 'so-a', due });
  const ask = (client: Client, duty: string, dueProposed = '2026-04-30', id = randomUUID()) =>
    client.post(`/api/duties/${duty}/due-changes`, { id, reason: 'Chờ hướng dẫn của bộ', dueProposed });
  async function asked(duty: string, dueProposed?: string): Promise<DueChangeItem> {
    const response = await ask(officer, duty, dueProposed);
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as DueChangeItem;
  }
  const decide = (client: Client, id: string, decision: object, version = 1) =>
    client.post(`/api/due-changes/${id}`, { version, ...decision });
  const report = (duty: string, client = stranger) => client.get<DutyReport>(`/api/duties/${duty}/report`);

  it('is granted by who set the first, and all deadlines stay visible', async () => {
    const duty = await give();
    const first = await asked(duty, '2026-05-02');
    expect((await report(duty)).dueChanges[0]).toMatchObject({ stage: 'asked', may: [] });
    for (const client of [officer, head, stranger])
      expect(await codeOf(decide(client, first.id, { verb: 'grant', due: '2026-04-30' }))).toBe('notAllowed');
    // A Saturday.
    expect(await codeOf(decide(leader, first.id, { verb: 'grant', due: '2026-05-02' }))).toBe('ok');
    expect((await report(duty)).due).toBe('2026-05-04');
    now = '2026-03-03T03:00:00Z';
    const second = await asked(duty, '2026-05-29');
    expect(await codeOf(decide(coordinator, second.id, { verb: 'grant', due: '2026-05-15' }))).toBe('ok');
    expect(
      (await report(duty)).dueChanges.map(({ dueBefore, dueProposed, dueGranted }) => [
        dueBefore,
        dueProposed,
        dueGranted,
      ]),
    ).toEqual([
      ['2026-05-04', '2026-05-29', '2026-05-15'],
      ['2026-03-31', '2026-05-02', '2026-05-04'],
    ]);
  });

  it('is refused with a reason, and leaves the deadline as it was', async () => {
    const duty = await give();
    const { id } = await asked(duty);
    expect((await decide(leader, id, { verb: 'refuse' })).status).toBe(400);
    expect(await codeOf(decide(leader, id, { verb: 'refuse', reason: 'Đã gia hạn nhiều lần' }))).toBe('ok');
    expect(await report(duty)).toMatchObject({
      due: '2026-03-31',
      dueChanges: [{ stage: 'refused', decided: { because: 'Đã gia hạn nhiều lần' } }],
    });
    expect(await codeOf(decide(leader, id, { verb: 'grant', due: '2026-04-29' }, 2))).toBe('notPossibleNow');
  });

  it('is asked for once at a time, also where it is sent twice or by two', async () => {
    const duty = await give();
    const id = randomUUID();
    const both = await Promise.all([ask(officer, duty, '2026-04-29', id), ask(officer, duty, '2026-04-29', id)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await codeOf(ask(head, duty))).toBe('dueAskedAlready');
    expect(await codeOf(decide(officer, id, { verb: 'withdraw' }))).toBe('ok');
    const two = await Promise.all([ask(head, duty), ask(officer, duty)]);
    expect(two.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is decided once: the second is told who was first', async () => {
    const { id } = await asked(await give());
    const two = await Promise.all([
      decide(leader, id, { verb: 'grant', due: '2026-04-29' }),
      decide(coordinator, id, { verb: 'refuse', reason: 'Không' }),
    ]);
    expect(two.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = two.find(({ status }) => status === 409);
    expect(await late?.json()).toMatchObject({ code: 'changedMeanwhile', facts: { name: expect.any(String) } });
  });

  it('is put in by the coordinator only, once the deadline has passed', async () => {
    const duty = await give();
    now = '2026-04-01T03:00:00Z';
    try {
      expect((await report(duty, officer)).may.askDueChange).toBe('deadlinePassed');
      expect(await codeOf(ask(officer, duty))).toBe('dueAskedLate');
      expect(await codeOf(ask(coordinator, duty))).toBe('ok');
    } finally {
      now = '2026-03-02T03:00:00Z';
    }
  });

  it('of a part is decided by the agency that handed it', async () => {
    const part = await storePart(running.database.db, await give(), 'chi-cuc', '2026-03-20');
    const below = await running.as('officer', 'chi-cuc');
    const id = randomUUID();
    expect(await codeOf(ask(below, part, '2026-03-27', id))).toBe('ok');
    for (const client of [below, stranger, leader])
      expect(await codeOf(decide(client, id, { verb: 'grant', due: '2026-03-27' }))).toBe('notAllowed');
    expect(await codeOf(decide(head, id, { verb: 'grant', due: '2026-03-27' }))).toBe('ok');
  });

  it('is another day, and none that has passed', async () => {
    const duty = await give();
    expect(await codeOf(ask(officer, duty, '2026-03-31'))).toBe('invalidInput');
    expect(await codeOf(ask(officer, duty, '2026-03-01'))).toBe('invalidInput');
    expect(await codeOf(ask(stranger, duty))).toBe('notAllowed');
  });
});
