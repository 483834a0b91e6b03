import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDuty, storePart, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { WorkList } from '../registry/my-work.ts';
import type { ProgressItem } from '../registry/progress.ts';

type MyWork = { day: string; lists: WorkList[] };

describe.each(engines)('my work, on $name', (engine) => {
  let running: RunningServer;
  let user = '';
  let officer: Client;
  let colleague: Client;
  let head: Client;
  let monitor: Client;
  let coordinator: Client;
  let leader: Client;
  let supervisor: Client;
  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-03-02T03:00:00Z') } });
    user = await storeUser(running.database.db);
    await storeProvince(running.database.db);
    [officer, colleague, head] = [
      await running.as('officer', 'so-a'),
      await running.as('officer', 'so-a'),
      await running.as('head', 'so-a'),
    ];
    [monitor, coordinator] = [await running.as('officer', 'van-phong'), await running.as('coordinator', 'ubnd')];
    [leader, supervisor] = [await running.as('leader', 'ubnd'), await running.as('supervisor', 'ubnd')];
    // Those who look in for the first time have nothing; so has whoever only administers.
    await running.as('officer', 'so-b');
  });
  afterAll(() => running.stop());

  const give = (small: Partial<Parameters<typeof storeDuty>[2]> = {}) =>
    storeDuty(running.database.db, user, { agencyId: 'so-a', ...small });
  const idOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).user.id;
  const tasksWith = async (client: Client, duty: string): Promise<string[]> =>
    (await client.get<MyWork>('/api/my-work?each=100')).lists
      .filter(({ items }) => items.some((item) => item.duty.id === duty))
      .map(({ task }) => task);
  async function done(response: Response | Promise<Response>): Promise<Response> {
    const answer = await response;
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  }
  async function draftOf(duty: string, client = officer, result = false): Promise<ProgressItem> {
    const fields = { share: 50, result, doneText: 'Đã làm', proposal: '', confidence: null, withoutEvidence: '' };
    const saving = { id: randomUUID(), window: randomUUID(), number: 1, version: 0, fields };
    return (await (await done(client.post(`/api/duties/${duty}/progress`, saving))).json()) as ProgressItem;
  }
  const step = (client: Client, id: string, verb: string, version: number, reason?: string) =>
    done(client.post(`/api/progress/${id}`, { verb, version, ...(reason && { reason }) }));

  it('of an officer is what is to be accepted, what is due, and what is coming', async () => {
    expect(await tasksWith(officer, await give({ stage: 'assigned' }))).toEqual(['accept']);
    expect(await tasksWith(officer, await give({ due: '2026-02-27' }))).toEqual(['overdue']);
    expect(await tasksWith(officer, await give({ due: '2026-03-02' }))).toEqual(['dueToday']);
    expect(await tasksWith(officer, await give({ due: '2026-03-20' }))).toEqual(['coming']);
    expect(await tasksWith(officer, await give({ due: '2027-03-20' }))).toEqual([]);
    expect(await tasksWith(officer, await give({ due: '2026-02-27', stage: 'done' }))).toEqual([]);
    expect(await tasksWith(monitor, await give({ due: '2026-02-27' }))).toEqual([]);
  });

  it('is the officer’s in charge, where one is named', async () => {
    const duty = await give({ due: '2026-02-27', officerId: await idOf(colleague) });
    expect(await tasksWith(colleague, duty)).toEqual(['overdue']);
    expect(await tasksWith(officer, duty)).toEqual([]);
  });

  it('says what it is, how late it is, and by when', async () => {
    const duty = await give({ due: '2026-02-26', quote: 'Trình đề án chuyển đổi số' });
    const { lists, day } = await officer.get<MyWork>('/api/my-work?each=100');
    const item = lists.flatMap(({ items }) => items).find((one) => one.duty.id === duty);
    expect(day).toBe('2026-03-02');
    expect(item).toMatchObject({
      task: 'overdue',
      duty: {
        what: 'Trình đề án chuyển đổi số',
        agency: { id: 'so-a', name: 'Sở A' },
        state: 'openOverdue',
        due: '2026-02-26',
        daysLeft: -2,
      },
      about: null,
    });
  });

  it('follows an update from the draft to its approval, and back', async () => {
    const duty = await give({ due: '2027-01-01' });
    const { id } = await draftOf(duty);
    expect(await tasksWith(officer, duty)).toEqual(['finishDraft']);
    expect(await tasksWith(colleague, duty)).toEqual([]);
    await step(officer, id, 'submit', 1);
    expect([await tasksWith(officer, duty), await tasksWith(head, duty)]).toEqual([[], ['approve']]);
    await step(head, id, 'return', 2, 'Thiếu số liệu');
    expect([await tasksWith(officer, duty), await tasksWith(head, duty)]).toEqual([['redoProgress'], []]);
    const { lists } = await officer.get<MyWork>('/api/my-work');
    expect(lists.find(({ task }) => task === 'redoProgress')?.items[0]?.about).toMatchObject({
      id,
      words: 'Thiếu số liệu',
    });
  });

  it('brings a result before who confirms it, and back to who sent it', async () => {
    const [monitored, unmonitored] = [await give({ monitorId: 'van-phong' }), await give()];
    for (const duty of [monitored, unmonitored]) {
      const { id } = await draftOf(duty, head, true);
      await step(head, id, 'send', 1);
    }
    expect([await tasksWith(monitor, monitored), await tasksWith(coordinator, monitored)]).toEqual([['judge'], []]);
    expect([await tasksWith(monitor, unmonitored), await tasksWith(coordinator, unmonitored)]).toEqual([[], ['judge']]);
    const { lists } = await monitor.get<MyWork>('/api/my-work?each=100');
    const about = lists.flatMap(({ items }) => items).find(({ duty }) => duty.id === monitored)?.about;
    const judgement = { verb: 'sendBack', version: about?.version, reason: 'Chưa đạt' };
    await done(monitor.post(`/api/progress/${about?.id}/judgement`, judgement));
    expect([await tasksWith(monitor, monitored), await tasksWith(officer, monitored)]).toEqual([[], ['redoResult']]);
  });

  it('of who handed a part is its result, and what it asks for', async () => {
    const part = await storePart(running.database.db, await give(), 'chi-cuc', '2026-03-10');
    const below = await running.as('head', 'chi-cuc');
    await done(
      below.post(`/api/duties/${part}/due-changes`, { id: randomUUID(), reason: 'Chờ', dueProposed: '2026-03-20' }),
    );
    expect([await tasksWith(officer, part), await tasksWith(leader, part)]).toEqual([['decideDue'], []]);
    expect(await tasksWith(below, part)).toEqual(['coming']);
  });

  it('of those who gave the work is what was returned, asked for and waits for a decision', async () => {
    expect(await tasksWith(coordinator, await give({ stage: 'returned' }))).toEqual(['decideReturned']);
    const duty = await give({ due: '2026-03-31' });
    await done(
      officer.post(`/api/duties/${duty}/due-changes`, { id: randomUUID(), reason: 'Chờ', dueProposed: '2026-04-20' }),
    );
    const obstacle = { id: randomUUID(), what: 'Thiếu vốn', impact: '', deciderId: null, wantedBy: null };
    await done(officer.post(`/api/duties/${duty}/obstacles`, obstacle));
    for (const client of [leader, coordinator])
      expect(await tasksWith(client, duty)).toEqual(['decideDue', 'answerObstacle']);
    expect(await tasksWith(supervisor, duty)).toEqual([]);
  });

  it('of a leader is what urging has brought up, until there is another deadline', async () => {
    const duty = await give({ due: '2026-02-02' });
    await sql`
      insert into urging (duty_id, due, step, at, user_ids) values (${duty}, '2026-02-02', 'toLeader', now(), '{}')`.execute(
      running.database.db,
    );
    expect(await tasksWith(leader, duty)).toEqual(['escalated']);
    await sql`update duty set due = '2026-05-04' where id = ${duty}`.execute(running.database.db);
    expect(await tasksWith(leader, duty)).toEqual([]);
  });

  it('of a supervisor is what was asked; of the agency, what is to be answered', async () => {
    const duty = await give({ due: '2027-01-01' });
    const question = { id: randomUUID(), question: 'Vì sao?', answerBy: '2026-03-05' };
    await done(supervisor.post(`/api/duties/${duty}/questions`, question));
    expect([await tasksWith(supervisor, duty), await tasksWith(head, duty)]).toEqual([['asked'], ['answerQuestion']]);
    await done(head.post(`/api/questions/${question.id}`, { verb: 'answer', version: 1, answer: 'Vì thế.' }));
    expect([await tasksWith(supervisor, duty), await tasksWith(head, duty)]).toEqual([['asked'], []]);
    const { lists } = await supervisor.get<MyWork>('/api/my-work');
    expect(lists[0]?.items[0]?.about).toMatchObject({ id: question.id, answered: true });
  });

  it('brings a drafted answer along, so that it can be written on from the list as often as it takes', async () => {
    const duty = await give({ due: '2027-01-01' });
    const question = { id: randomUUID(), question: 'Vì sao?', answerBy: null };
    await done(supervisor.post(`/api/duties/${duty}/questions`, question));
    const draftIn = async (client: Client) => {
      const { lists } = await client.get<MyWork>('/api/my-work?each=100');
      return lists.flatMap(({ items }) => items).find(({ about }) => about?.id === question.id)?.about?.draft;
    };
    const draft = async (client: Client, answer: string) => {
      const seen = await draftIn(client);
      const body = { verb: 'draftAnswer', draftVersion: seen?.version ?? 0, answer };
      await done(client.post(`/api/questions/${question.id}`, body));
    };
    expect(await draftIn(officer)).toBeNull();
    await draft(officer, 'Vì chờ');
    await draft(officer, 'Vì chờ vốn');
    await draft(colleague, 'Vì chờ vốn trung ương');
    expect(await draftIn(officer)).toEqual({ version: 3, text: 'Vì chờ vốn trung ương' });
    expect(await draftIn(supervisor)).toBeNull();
  });

  it('of an agency where nobody works lies with the one above it', async () => {
    await sql`
      insert into agency (id, kind, tier, parent_id, source) values ('phong-b1', 'department', 'province', 'so-b', 'thử')`.execute(
      running.database.db,
    );
    const duty = await storeDuty(running.database.db, user, { agencyId: 'phong-b1', due: '2026-02-27' });
    const above = await running.as('officer', 'so-b');
    expect(await tasksWith(above, duty)).toEqual(['overdue']);
    const own = await running.as('officer', 'phong-b1');
    expect([await tasksWith(own, duty), await tasksWith(above, duty)]).toEqual([['overdue'], []]);
  });

  it('goes on page by page, each item once, and counts them all', async () => {
    const person = await running.as('officer', 'hdnd');
    const given = [];
    for (let at = 0; at < 7; at++)
      given.push(
        await storeDuty(running.database.db, user, { agencyId: 'hdnd', due: `2026-02-${10 + Math.floor(at / 2)}` }),
      );
    const { lists } = await person.get<MyWork>('/api/my-work?each=3');
    expect(lists).toMatchObject([{ task: 'overdue', total: 7, items: [{}, {}, {}] }]);
    const seen = lists[0]?.items.map(({ duty }) => duty.id) ?? [];
    let next = lists[0]?.next;
    while (next) {
      const page: WorkList = await person.get(`/api/my-work/overdue?limit=2&after=${encodeURIComponent(next)}`);
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ duty }) => duty.id));
      next = page.next;
    }
    expect(seen.toSorted()).toEqual(given.toSorted());
    expect((await person.get<WorkList>('/api/my-work/approve')).items).toEqual([]);
  });
});
