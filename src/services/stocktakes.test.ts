import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeKnownEvent } from '../../test/given-work.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import { layOut } from '../files/docx/laid-out.ts';
import { openFile } from '../files/open.ts';
import type { LeaderList } from '../registry/follow.ts';
import type { NoticeRecord } from '../registry/notice.ts';
import type { Attention, StocktakePage } from '../registry/stocktake.ts';
import { checkForm } from '../report/form/check.ts';

/** On 20 March 2026 a duty of so-a is two months late, and one of so-b is due in June. */
describe.each(engines)("a leader's list and the stocktakes made from it, on $name", (engine) => {
  let running: RunningServer;
  let people: Record<'coordinator' | 'leader' | 'other' | 'head' | 'outside', Client>;
  let leaderId: string;
  let late: string;
  let later: string;

  beforeAll(async () => {
    // A second for each look at it: what comes later is later.
    let moment = Date.parse('2026-03-20T03:00:00Z');
    const now = () => {
      moment += 1000;
      return new Date(moment);
    };
    running = await runServer(engine, { clock: { now } });
    const { db } = running.database;
    await storeProvince(db);
    const { id: userId } = await db.selectFrom('app_user').select('id').executeTakeFirstOrThrow();
    late = await storeDuty(db, userId, { agencyId: 'so-a', due: '2026-01-20', quote: 'Xây dựng đề án' });
    later = await storeDuty(db, userId, { agencyId: 'so-b', due: '2026-06-30', quote: 'Rà soát quy hoạch' });
    people = {
      coordinator: await running.as('coordinator', 'ubnd'),
      leader: await running.as('leader', 'ubnd'),
      other: await running.as('coordinator', 'so-b'),
      head: await running.as('head', 'so-a'),
      outside: await running.as('head', 'so-b'),
    };
    const { rows } = await sql<{ id: string }>`select user_id as id from post where role = 'leader'`.execute(db);
    leaderId = rows[0]?.id ?? '';
  });
  afterAll(() => running.stop());

  const list = (who: Client) => who.get<LeaderList>('/api/follows');
  const page = (id: string, who = people.coordinator) => who.get<StocktakePage>(`/api/stocktakes/${id}`);
  const made = async (response: Response): Promise<string> => {
    expect(response.status, await response.clone().text()).toBe(200);
    return ((await response.json()) as { id: string }).id;
  };
  const plan = async (heldOn = '2026-03-20') =>
    made(
      await people.coordinator.post('/api/stocktakes', {
        ...{ title: 'Kiểm điểm tháng 3', heldOn, begins: '8 giờ 00', ends: '10 giờ 30', place: 'Phòng họp A' },
        ...{ chairId: leaderId, secretary: 'Nguyễn Văn Thư', agencies: ['so-a'] },
      }),
    );

  it('lets a leader follow a duty, and whoever prepares the list add to it; the reason stays between the two', async () => {
    const matter = { kind: 'duty', dutyId: late };
    const id = await made(await people.leader.post('/api/follows', { leaderId, matter }));
    expect(await made(await people.leader.post('/api/follows', { leaderId, matter }))).toBe(id);
    await made(
      await people.coordinator.post('/api/follows', { leaderId, matter: { kind: 'agency', agencyId: 'so-b' } }),
    );
    expect((await people.other.post('/api/follows', { leaderId, matter })).status).toBe(403);
    expect((await people.head.post('/api/follows', { leaderId, matter })).status).toBe(403);
    const note = { note: 'Đã hứa với cử tri', version: 0 };
    expect((await people.leader.post(`/api/follows/${id}/note`, note)).status).toBe(200);
    expect((await people.coordinator.post(`/api/follows/${id}/note`, { ...note, note: 'Khác' })).status).toBe(409);
    const { rows } = await list(people.coordinator);
    expect(rows.map(({ facts, note: said }) => [facts.name, facts.nextDue, said])).toEqual([
      ['Xây dựng đề án', '2026-01-20', 'Đã hứa với cử tri'],
      ['Sở B', '2026-06-30', ''],
    ]);
    expect(rows[0]?.facts.now).toMatchObject({ kind: 'duty', state: 'openOverdue' });
    expect(await people.other.get('/api/follows')).toBeNull();
    const seen = await people.head.get<Attention>(`/api/attention?matter=duty:${late}`);
    expect(seen.followers).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain('cử tri');
  });

  it('begins the agenda with what the chair follows, and proposes what is long overdue with its reason', async () => {
    const id = await plan();
    const begun = await page(id);
    expect(begun.items.map(({ facts, reasons }) => [facts.name, reasons.map(({ kind }) => kind)])).toEqual([
      ['Xây dựng đề án', ['followed']],
      ['Sở B', ['followed']],
    ]);
    type Proposed = { proposals: { key: string; reasons: unknown[] }[] };
    const ask = (days: number) =>
      people.coordinator.get<Proposed>(`/api/stocktakes/${id}/proposals?overdueDays=${days}&obstacleDays=0`);
    expect((await ask(30)).proposals).toEqual([]);
    const [first, second] = begun.items.map(({ facts }) => facts.matter);
    const { version } = begun.stocktake;
    const agenda = { kept: [second, { kind: 'duty', dutyId: later }], dropped: [first], version };
    expect((await people.leader.post(`/api/stocktakes/${id}/agenda`, agenda)).status).toBe(200);
    expect((await people.coordinator.post(`/api/stocktakes/${id}/agenda`, agenda)).status).toBe(409);
    const arranged = await page(id);
    expect(arranged.items.map(({ facts, kept }) => [facts.name, kept])).toEqual([
      ['Sở B', true],
      ['Rà soát quy hoạch', true],
      ['Xây dựng đề án', false],
    ]);
    const without = { method: 'DELETE' };
    const removed = await people.coordinator.fetch(
      `/api/stocktakes/${id}?version=${arranged.stocktake.version}`,
      without,
    );
    expect(removed.status).toBe(200);
    expect((await people.coordinator.fetch(`/api/stocktakes/${id}`)).status).toBe(404);
  });

  it('makes a duty of a decision in one step; the next stocktake begins with what became of it', async () => {
    const id = await plan('2026-03-19');
    const [item] = (await page(id)).items;
    const decision = { id: randomUUID(), agencyId: 'so-a', content: 'Trình đề án', due: '2026-04-15' };
    const address = `/api/stocktake-items/${item?.id}`;
    expect((await people.head.post(`${address}/decisions`, decision)).status).toBe(403);
    expect((await people.leader.post(`${address}/decisions`, decision)).status).toBe(200);
    expect((await people.leader.post(`${address}/decisions`, decision)).status).toBe(200);
    expect((await people.leader.post(address, { discussion: 'Sở A nêu lý do', version: 1 })).status).toBe(200);
    const given = await people.leader.post(`/api/stocktakes/${id}/give`, { decisions: [decision.id] });
    expect(await given.json()).toEqual({ given: 1 });
    const again = await people.leader.post(`/api/stocktakes/${id}/give`, { decisions: [decision.id] });
    expect(await again.json()).toEqual({ given: 0 });
    const { stocktake, items } = await page(id);
    const dutyId = items[0]?.decisions[0]?.duty?.id;
    const step = { verb: 'close', version: stocktake.version };
    expect((await people.coordinator.post(`/api/stocktakes/${id}/stage`, step)).status).toBe(200);
    expect((await people.leader.post(address, { discussion: 'Sau cuộc họp', version: 2 })).status).toBe(409);

    type MyWork = { lists: { task: string; items: { duty: { id: string; what: string } }[] }[] };
    const work = await people.head.get<MyWork>('/api/my-work');
    const toAccept = work.lists.find(({ task }) => task === 'accept')?.items.map(({ duty }) => duty);
    expect(toAccept).toEqual([expect.objectContaining({ id: dutyId, what: 'Trình đề án' })]);
    const origin = await people.head.get<Attention>(`/api/attention?matter=duty:${dutyId}`);
    expect(origin.origin).toMatchObject({ id, heldOn: '2026-03-19' });
    const discussed = await people.head.get<Attention>(`/api/attention?matter=duty:${late}`);
    expect(discussed.discussions).toMatchObject([
      { stage: 'held', discussion: 'Sở A nêu lý do', decisions: [{ content: 'Trình đề án', due: '2026-04-15' }] },
    ]);

    for (const [kind, words] of [
      ['minutes', ['8 giờ 00, ngày 19/03/2026', 'Ý kiến tại cuộc họp: Sở A nêu lý do.', 'THƯ KÝ']],
      ['conclusions', ['kết luận như sau:', 'Giao Sở A: Trình đề án; thời hạn: ngày 15/04/2026']],
    ] as const) {
      const file = await people.leader.post(`/api/stocktakes/${id}/document`, { kind, format: 'docx' });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { text } = openFile(bytes, 'van-ban.docx');
      for (const said of words) expect(text).toContain(said);
      expect(checkForm(layOut(bytes), '2026-03-20').boxes.flatMap(({ faults }) => faults)).toEqual([]);
      expect((await people.head.post(`/api/stocktakes/${id}/document`, { kind, format: 'docx' })).status).toBe(403);
    }

    const next = await page(await plan());
    expect(next.last).toMatchObject({ id, decisions: [{ duty: { id: dutyId, stage: 'assigned' } }] });
    const { since } = await list(people.leader);
    expect(since?.heldOn).toBe('2026-03-19');
  });

  it('is read by whoever takes part, and by nobody else', async () => {
    const id = await plan();
    expect((await page(id, people.head)).holds).toBe(false);
    expect((await people.outside.fetch(`/api/stocktakes/${id}`)).status).toBe(404);
    const { version } = (await page(id)).stocktake;
    expect((await people.other.post(`/api/stocktakes/${id}/stage`, { verb: 'close', version })).status).toBe(403);
  });

  it('keeps how things stood when it was closed, is not closed before its day, and can be opened again', async () => {
    const ahead = await plan('2026-03-27');
    const close = async (id: string) =>
      people.coordinator.post(`/api/stocktakes/${id}/stage`, {
        verb: 'close',
        version: (await page(id)).stocktake.version,
      });
    expect((await (await close(ahead)).json()) as object).toMatchObject({ code: 'stocktakeAhead' });
    const id = await plan();
    expect((await close(id)).status).toBe(200);
    await sql`update duty set stage = 'done', done_on = '2026-03-20' where id = ${late}`.execute(running.database.db);
    const standOf = async () => (await page(id)).items.find(({ facts }) => facts.key === `duty:${late}`)?.facts.now;
    expect(await standOf()).toMatchObject({ state: 'openOverdue' });
    const { version } = (await page(id)).stocktake;
    expect((await people.coordinator.post(`/api/stocktakes/${id}/stage`, { verb: 'reopen', version })).status).toBe(
      200,
    );
    expect(await standOf()).toMatchObject({ state: 'doneLate' });
  });

  it('gives what was decided for an agency that is no more by then to its heir', async () => {
    const { db } = running.database;
    const id = await plan();
    const [item] = (await page(id)).items;
    const decision = { id: randomUUID(), agencyId: 'so-a', content: 'Hoàn thiện đề án', due: null };
    expect((await people.leader.post(`/api/stocktake-items/${item?.id}/decisions`, decision)).status).toBe(200);
    await storeKnownEvent(db, {
      ...{ id: 'hop-nhat', title: 'Hợp nhất sở', day: '2026-03-20' },
      successions: [{ kind: 'merge', from: 'so-a', to: 'so-b' }],
    });
    await sql`update agency set valid_until = '2026-03-20' where id = 'so-a'`.execute(db);
    const given = await people.leader.post(`/api/stocktakes/${id}/give`, { decisions: [decision.id] });
    expect(await given.json()).toEqual({ given: 1 });
    const { notices } = await people.outside.get<{ notices: NoticeRecord[] }>('/api/notices');
    expect(notices.map(({ kind, details }) => [kind, details.what])).toEqual([['assigned', 'Hoàn thiện đề án']]);
  });

  it('decides nothing new for an agency that is no more, nor gives anything to one that nobody has taken over', async () => {
    const { db } = running.database;
    const id = await plan();
    const [item] = (await page(id)).items;
    const decide = (agencyId: string, decisionId = randomUUID()) =>
      people.leader.post(`/api/stocktake-items/${item?.id}/decisions`, {
        ...{ id: decisionId, agencyId, content: 'Báo cáo lại', due: null },
      });
    const refused = await decide('so-a');
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'agencyEnded']);
    const decisionId = randomUUID();
    expect((await decide('chi-cuc', decisionId)).status).toBe(200);
    await sql`update agency set valid_until = '2026-03-20' where id = 'chi-cuc'`.execute(db);
    const given = await people.leader.post(`/api/stocktakes/${id}/give`, { decisions: [decisionId] });
    expect([given.status, ((await given.json()) as { code: string }).code]).toEqual([409, 'agencyEnded']);
    const { rows } = await sql`select from duty where agency_id = 'chi-cuc'`.execute(db);
    expect(rows).toEqual([]);
  });
});
