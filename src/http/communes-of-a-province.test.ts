import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDuty } from '../../test/given-duties.ts';
import { storeDatedAgencies } from '../../test/given-work.ts';
import { storeUser } from '../../test/readings.ts';
import { storeFigure, storeFigureIndicators } from '../../test/round-of-figures.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DutyReport } from '../registry/duty-report.ts';
import type { WorkList } from '../registry/my-work.ts';
import type { NoticeRecord } from '../registry/notice.ts';

/** A commune's committee stands below no agency: those of its province reach it by its place. */

const places = [
  ['tinh', null, 'province'],
  ['tinh-khac', null, 'province'],
  ['xa', 'tinh', 'commune'],
] as const;
const bodies = [
  ['ubnd', 'committee', 'tinh'],
  ['mat-tran', 'front', 'tinh'],
  ['so-a', 'department', 'tinh'],
  ['ubnd-xa', 'committee', 'xa'],
  ['ubnd-khac', 'committee', 'tinh-khac'],
  ['mat-tran-khac', 'front', 'tinh-khac'],
] as const;

describe.each(engines)('the committee of a commune, on $name', (engine) => {
  let running: RunningServer;
  let user = '';
  let commune: Client;
  const ours: Record<string, Client> = {};
  const theirs: Record<string, Client> = {};

  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-03-02T03:00:00Z') } });
    const { db } = running.database;
    user = await storeUser(db);
    for (const [id, parent, tier] of places)
      await sql`insert into place (id, name, kind, tier, parent_id, source) values (${id}, ${id}, ${tier}, ${tier}, ${parent}, 'thử')`.execute(
        db,
      );
    await storeDatedAgencies(
      db,
      bodies.map(([id, , placeId]) => ({ id, name: id, placeId })),
    );
    for (const [id, kind, placeId] of bodies)
      await sql`update agency set kind = ${kind}, tier = (select tier from place where id = ${placeId}) where id = ${id}`.execute(
        db,
      );
    commune = await running.as('head', 'ubnd-xa');
    for (const role of ['coordinator', 'leader'] as const) {
      ours[role] = await running.as(role, 'ubnd');
      theirs[role] = await running.as(role, 'ubnd-khac');
    }
    [ours.supervisor, theirs.supervisor] = [
      await running.as('supervisor', 'mat-tran'),
      await running.as('supervisor', 'mat-tran-khac'),
    ];
    ours.department = await running.as('head', 'so-a');
  });
  afterAll(() => running.stop());

  const of = (people: Record<string, Client>, who: string): Client => {
    const client = people[who];
    if (!client) throw new Error(`nobody is ${who}`);
    return client;
  };
  const give = (more: Partial<Parameters<typeof storeDuty>[2]> = {}) =>
    storeDuty(running.database.db, user, { agencyId: 'ubnd-xa', due: '2026-06-30', ...more });
  const mayWith = async (client: Client, duty: string) =>
    (await client.get<{ may: string[] }>(`/api/duties/${duty}`)).may;
  const toldOf = async (client: Client, duty: string) =>
    (await client.get<{ notices: NoticeRecord[] }>('/api/notices')).notices
      .filter(({ dutyId }) => dutyId === duty)
      .map(({ kind }) => kind);
  const tasksWith = async (client: Client, duty: string) =>
    (await client.get<{ lists: WorkList[] }>('/api/my-work?each=100')).lists
      .filter(({ items }) => items.some((item) => item.duty.id === duty))
      .map(({ task }) => task);

  it('has what it returned decided on by its own province’s coordinator, and by no other', async () => {
    const duty = await give({ stage: 'assigned' });
    const body = { verb: 'return', version: 1, reason: 'wrongCompetence', words: 'Việc của Sở A' };
    expect((await commune.post(`/api/duties/${duty}/actions`, body)).status).toBe(200);
    const [own, other] = [of(ours, 'coordinator'), of(theirs, 'coordinator')];
    expect(await tasksWith(own, duty)).toEqual(['decideReturned']);
    expect(await tasksWith(other, duty)).toEqual([]);
    expect(await mayWith(own, duty)).toEqual(expect.arrayContaining(['insist', 'reassign', 'drop']));
    expect(await mayWith(other, duty)).toEqual([]);
    expect(await mayWith(of(ours, 'department'), duty)).toEqual([]);
    const insist = { verb: 'insist', version: 2, words: 'Xã thực hiện' };
    expect((await other.post(`/api/duties/${duty}/actions`, insist)).status).toBe(403);
    expect((await own.post(`/api/duties/${duty}/actions`, insist)).status).toBe(200);
  });

  it('asks its province’s coordinator or leader for another deadline, who are told of it, and no other', async () => {
    const duty = await give();
    const id = randomUUID();
    const asked = { id, reason: 'Chờ hướng dẫn', dueProposed: '2026-07-31' };
    expect((await commune.post(`/api/duties/${duty}/due-changes`, asked)).status).toBe(200);
    for (const role of ['coordinator', 'leader']) {
      expect(await tasksWith(of(ours, role), duty)).toEqual(['decideDue']);
      expect(await tasksWith(of(theirs, role), duty)).toEqual([]);
      expect([await toldOf(of(ours, role), duty), await toldOf(of(theirs, role), duty)]).toEqual([['dueAsked'], []]);
      const refused = await of(theirs, role).post(`/api/due-changes/${id}`, {
        verb: 'grant',
        version: 1,
        due: '2026-07-31',
      });
      expect(refused.status).toBe(403);
    }
    const granted = { verb: 'grant', version: 1, due: '2026-07-31' };
    expect((await of(ours, 'leader').post(`/api/due-changes/${id}`, granted)).status).toBe(200);
  });

  it('has its result confirmed by its province’s coordinator where nobody monitors it', async () => {
    const duty = await give();
    const fields = {
      ...{ share: 100, result: true, doneText: 'Đã xong', proposal: '', withoutEvidence: 'Không có sản phẩm' },
      confidence: null,
    };
    const id = randomUUID();
    await commune.post(`/api/duties/${duty}/progress`, { id, window: randomUUID(), number: 1, version: 0, fields });
    expect((await commune.post(`/api/progress/${id}`, { verb: 'send', version: 1 })).status).toBe(200);
    expect(await tasksWith(of(ours, 'coordinator'), duty)).toEqual(['judge']);
    expect(await tasksWith(of(theirs, 'coordinator'), duty)).toEqual([]);
    const confirm = { verb: 'confirm', version: 2 };
    expect((await of(theirs, 'coordinator').post(`/api/progress/${id}/judgement`, confirm)).status).toBe(403);
    expect((await of(ours, 'coordinator').post(`/api/progress/${id}/judgement`, confirm)).status).toBe(200);
  });

  it('is asked by its province’s supervisors and leaders, and by no others', async () => {
    const duty = await give();
    const asks = async (client: Client) =>
      (await client.get<DutyReport>(`/api/duties/${duty}/report`)).may.ask &&
      (await client.post(`/api/duties/${duty}/questions`, { id: randomUUID(), question: 'Vì sao?', answerBy: null }))
        .ok;
    expect(await asks(of(ours, 'supervisor'))).toBe(true);
    expect([await asks(of(theirs, 'supervisor')), await asks(of(theirs, 'leader'))]).toEqual([false, false]);
  });

  it('has a figure that was taken out of a list corrected by its province’s coordinator, and by no other', async () => {
    const { db } = running.database;
    await storeFigureIndicators(db);
    const figure = { agencyId: 'ubnd-xa', indicatorId: 'thu', period: '2026-M01', span: 'period', value: 500 } as const;
    await storeFigure(db, figure);
    const { id: figureId } = await db.selectFrom('figure').select('id').executeTakeFirstOrThrow();
    const body = { figureId, value: 550, missing: null, reason: 'Cộng thiếu' };
    const { id } = (await (await commune.post('/api/corrections', body)).json()) as { id: string };
    const grant = (client: Client) => client.post(`/api/corrections/${id}`, { verb: 'grant', version: 1, because: '' });
    expect((await grant(of(theirs, 'coordinator'))).status).toBe(403);
    expect((await grant(of(ours, 'coordinator'))).status).toBe(200);
  });
});
