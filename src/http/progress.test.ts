import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDuty, storePart, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DutyReport } from '../registry/duty-report.ts';
import type { StoryItem } from '../registry/duty-story.ts';
import type { ProgressFields, ProgressItem } from '../registry/progress.ts';

const nothing: ProgressFields = {
  share: null,
  result: false,
  doneText: '',
  proposal: '',
  confidence: null,
  withoutEvidence: '',
};

describe.each(engines)('progress of a duty, on $name', (engine) => {
  let running: RunningServer;
  let user = '';
  let officer: Client;
  let colleague: Client;
  let head: Client;
  let otherOfficer: Client;
  let monitor: Client;
  let coordinator: Client;
  let leader: Client;
  let supervisor: Client;
  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    user = await storeUser(db);
    await storeProvince(db);
    [officer, colleague, head] = [
      await running.as('officer', 'so-a'),
      await running.as('officer', 'so-a'),
      await running.as('head', 'so-a'),
    ];
    [otherOfficer, monitor] = [await running.as('officer', 'so-b'), await running.as('officer', 'van-phong')];
    [coordinator, leader, supervisor] = [
      await running.as('coordinator', 'ubnd'),
      await running.as('leader', 'ubnd'),
      await running.as('supervisor', 'ubnd'),
    ];
  });
  afterAll(() => running.stop());

  const give = (small: Partial<Parameters<typeof storeDuty>[2]> = {}) =>
    storeDuty(running.database.db, user, { agencyId: 'so-a', ...small });

  type Saved = { id: string; window: string; number: number; version: number; fields: ProgressFields };
  const aSaving = (fields: Partial<ProgressFields> = {}, more: Partial<Saved> = {}): Saved => ({
    ...{ id: randomUUID(), window: randomUUID(), number: 1, version: 0 },
    fields: { ...nothing, ...fields },
    ...more,
  });
  const save = (client: Client, duty: string, saving: Saved) => client.post(`/api/duties/${duty}/progress`, saving);
  const saved = async (client: Client, duty: string, saving: Saved): Promise<ProgressItem> => {
    const response = await save(client, duty, saving);
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as ProgressItem;
  };
  const step = (client: Client, id: string, verb: string, version: number, reason?: string) =>
    client.post(`/api/progress/${id}`, { verb, version, ...(reason && { reason }) });
  const judge = (client: Client, id: string, verb: string, version: number, reason?: string) =>
    client.post(`/api/progress/${id}/judgement`, { verb, version, ...(reason && { reason }) });
  const report = (client: Client, duty: string) => client.get<DutyReport>(`/api/duties/${duty}/report`);
  const codeOf = async (response: Response | Promise<Response>) => {
    const answer = await response;
    return answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
  };
  const dutyRow = async (id: string) =>
    (
      await sql<
        Record<string, unknown>
      >`select stage, share, confidence, done_on, due from duty where id = ${id}`.execute(running.database.db)
    ).rows[0];
  const story = async (client: Client, duty: string) =>
    (await client.get<{ items: StoryItem[] }>(`/api/duties/${duty}/story`)).items.map((item) =>
      item.kind === 'urging' ? item.step : item.verb,
    );

  /** Sends a result through officer and head. */
  async function sendResult(duty: string, fields: Partial<ProgressFields> = {}) {
    const draft = await saved(officer, duty, aSaving({ result: true, doneText: 'Đã trình đề án', ...fields }));
    expect(await codeOf(step(officer, draft.id, 'submit', 1))).toBe('ok');
    expect(await codeOf(step(head, draft.id, 'approve', 2))).toBe('ok');
    return { id: draft.id, version: 3 };
  }

  it('a draft is gone on with by the head, or by the colleague who was put in charge, and that is recorded', async () => {
    const duty = await give();
    const draft = await saved(officer, duty, aSaving({ doneText: 'Đã lập đề cương' }));
    expect(await codeOf(step(colleague, draft.id, 'takeOver', 1))).toBe('notAllowed');
    expect(await codeOf(step(otherOfficer, draft.id, 'takeOver', 1))).toBe('notFound');
    const officerId = (await colleague.get<{ user: { id: string } }>('/api/session')).user.id;
    await running.database.db.updateTable('duty').set({ officer_id: officerId }).where('id', '=', duty).execute();
    expect((await report(colleague, duty)).inside).toMatchObject([{ id: draft.id, may: ['takeOver'] }]);
    expect(await codeOf(step(colleague, draft.id, 'takeOver', 7))).toBe('changedMeanwhile');
    expect(await codeOf(step(colleague, draft.id, 'takeOver', 1))).toBe('ok');
    expect((await report(colleague, duty)).inside).toMatchObject([
      { author: { id: officerId }, stage: 'draft', doneText: 'Đã lập đề cương', may: ['save', 'submit', 'drop'] },
    ]);
    expect(await codeOf(save(officer, duty, aSaving({}, { id: draft.id, version: 1 })))).toBe('notFound');
    const own = await saved(head, duty, aSaving({ doneText: 'Ý kiến của thủ trưởng' }));
    expect(await codeOf(step(head, draft.id, 'takeOver', 2))).toBe('draftElsewhere');
    expect(await codeOf(step(head, own.id, 'drop', 1))).toBe('ok');
    expect(await codeOf(step(head, draft.id, 'takeOver', 2))).toBe('ok');
    expect((await report(head, duty)).inside[0]).toMatchObject({ may: ['save', 'send', 'drop'] });
    expect(await story(head, duty)).toEqual(expect.arrayContaining(['takeOverProgress']));
    expect(await story(supervisor, duty)).not.toContain('takeOverProgress');
  });

  it('goes from the officer’s draft through the head to everybody', async () => {
    const duty = await give();
    const draft = await saved(
      officer,
      duty,
      aSaving({ share: 40, doneText: 'Đã lấy ý kiến các sở', confidence: 'onTrack' }),
    );
    expect(draft).toMatchObject({ stage: 'draft', may: ['save', 'submit', 'drop'], version: 1 });
    expect(await codeOf(step(officer, draft.id, 'submit', 1))).toBe('ok');
    expect((await report(supervisor, duty)).inside).toEqual([]);
    expect((await report(head, duty)).inside[0]).toMatchObject({ id: draft.id, may: ['approve', 'return'] });
    expect(await codeOf(step(head, draft.id, 'return', 2, 'Nêu rõ sở nào'))).toBe('ok');
    expect((await report(officer, duty)).inside[0]).toMatchObject({
      stage: 'returned',
      returned: { because: 'Nêu rõ sở nào' },
      may: ['save', 'submit', 'drop'],
    });
    await saved(officer, duty, aSaving({ share: 45, doneText: 'Sở B, Sở C' }, { id: draft.id, version: 3 }));
    expect(await codeOf(step(officer, draft.id, 'submit', 4))).toBe('ok');
    expect(await codeOf(step(head, draft.id, 'approve', 5))).toBe('ok');
    expect((await report(supervisor, duty)).sent).toMatchObject([{ share: 45, doneText: 'Sở B, Sở C' }]);
    expect(await dutyRow(duty)).toMatchObject({ stage: 'accepted', share: 45 });
    expect(await story(supervisor, duty)).toEqual(['approveProgress']);
    expect(await story(officer, duty)).toEqual([
      'approveProgress',
      'submitProgress',
      'returnProgress',
      'submitProgress',
    ]);
  });

  it('of a head is sent at once', async () => {
    const duty = await give();
    const draft = await saved(head, duty, aSaving({ share: 10 }));
    expect(draft.may).toEqual(['save', 'send', 'drop']);
    expect(await codeOf(step(head, draft.id, 'send', 1))).toBe('ok');
    expect((await report(otherOfficer, duty)).sent).toHaveLength(1);
  });

  it('is nobody else’s to write, to read before it is sent, or to send', async () => {
    const duty = await give();
    expect(await codeOf(save(otherOfficer, duty, aSaving({ share: 1 })))).toBe('notAllowed');
    expect(await codeOf(save(coordinator, duty, aSaving({ share: 1 })))).toBe('notAllowed');
    expect(await codeOf(save(supervisor, duty, aSaving({ share: 1 })))).toBe('notAllowed');
    const draft = await saved(officer, duty, aSaving({ share: 30, doneText: 'Chưa gửi' }));
    for (const client of [otherOfficer, coordinator, leader, supervisor, monitor]) {
      expect(JSON.stringify(await report(client, duty))).not.toContain('Chưa gửi');
      expect(JSON.stringify(await client.get(`/api/duties/${duty}/story`))).not.toContain('Chưa gửi');
    }
    expect(await codeOf(step(otherOfficer, draft.id, 'submit', 1))).toBe('notFound');
    expect(await codeOf(step(colleague, draft.id, 'submit', 1))).toBe('notAllowed');
    expect(await codeOf(step(officer, draft.id, 'approve', 1))).toBe('notAllowed');
  });

  it('is refused while there is nothing in it, or a result lacks its proof', async () => {
    const duty = await give({ product: 'Quyết định phê duyệt' });
    const draft = await saved(officer, duty, aSaving());
    expect(draft.gap).toBe('nothingSaid');
    expect(await codeOf(step(officer, draft.id, 'submit', 1))).toBe('progressIncomplete');
    const saving = aSaving({ result: true, doneText: 'Đã ban hành' }, { id: draft.id, version: 1 });
    expect((await saved(officer, duty, saving)).gap).toBe('resultWithoutEvidence');
    const product = { id: randomUUID(), progressId: draft.id, number: '15/QĐ-UBND', date: '2026-03-01' };
    expect((await officer.post(`/api/duties/${duty}/products`, product)).status).toBe(200);
    expect(await codeOf(step(officer, draft.id, 'submit', 2))).toBe('ok');
  });

  it('waits with its sending until the duty was accepted', async () => {
    const duty = await give({ stage: 'assigned' });
    const draft = await saved(officer, duty, aSaving({ share: 5 }));
    expect(draft.may).toEqual(['save', 'drop']);
    expect(await codeOf(step(officer, draft.id, 'submit', 1))).toBe('notPossibleNow');
  });

  describe('that saves itself', () => {
    const draftsOf = async (duty: string) =>
      (
        await sql<{
          done_text: string;
          version: number;
        }>`select done_text, version from progress where duty_id = ${duty}`.execute(running.database.db)
      ).rows;

    it('is there once, however often a saving is sent again', async () => {
      const duty = await give();
      const saving = aSaving({ doneText: 'một' });
      const all = await Promise.all(Array.from({ length: 8 }, () => save(officer, duty, saving)));
      expect(all.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(await draftsOf(duty)).toEqual([{ done_text: 'một', version: 1 }]);
    });

    it('loses nothing where answers were lost and savings come late', async () => {
      const duty = await give();
      const first = aSaving({ doneText: 'một' });
      const next = (number: number, doneText: string) => ({ ...first, number, fields: { ...nothing, doneText } });
      await saved(officer, duty, first);
      // The answer to the second never came: the third knows of version 0 only.
      await saved(officer, duty, next(3, 'một hai ba'));
      await saved(officer, duty, next(2, 'một hai'));
      await saved(officer, duty, first);
      expect(await draftsOf(duty)).toEqual([{ done_text: 'một hai ba', version: 2 }]);
    });

    it('is kept by the page where the session has ended, and sent again after signing in', async () => {
      const duty = await give();
      const saving = aSaving({ doneText: 'gõ khi phiên đã hết' });
      expect(await codeOf(save(running.nobody, duty, saving))).toBe('notSignedIn');
      expect(await draftsOf(duty)).toEqual([]);
      await saved(officer, duty, saving);
      expect(await draftsOf(duty)).toHaveLength(1);
    });

    it('tells a second window from the first, and a colleague from both', async () => {
      const duty = await give();
      const first = await saved(officer, duty, aSaving({ doneText: 'cửa sổ một' }));
      const elsewhere = await save(officer, duty, aSaving({ doneText: 'cửa sổ hai' }));
      expect(await elsewhere.json()).toMatchObject({ code: 'draftElsewhere', facts: { id: first.id, version: 1 } });
      const second = aSaving({ doneText: 'cửa sổ hai', share: 5 }, { id: first.id, version: 1 });
      await saved(officer, duty, second);
      const stale = await save(officer, duty, aSaving({ doneText: 'lại cửa sổ một' }, { id: first.id, version: 1 }));
      expect(await stale.json()).toMatchObject({
        code: 'changedMeanwhile',
        facts: { version: 2, fields: 'share,doneText', name: expect.any(String), at: expect.any(String) },
      });
      await saved(colleague, duty, aSaving({ doneText: 'của đồng nghiệp' }));
      expect((await report(officer, duty)).inside.map(({ doneText }) => doneText)).toEqual([
        'cửa sổ hai',
        'của đồng nghiệp',
      ]);
      expect(await codeOf(save(colleague, duty, { ...second, number: 9 }))).toBe('notFound');
    });

    it('is refused, so that the page keeps what was typed, once it was sent or dropped', async () => {
      const duty = await give();
      const saving = aSaving({ share: 10 });
      const draft = await saved(officer, duty, saving);
      expect(await codeOf(step(officer, draft.id, 'submit', 1))).toBe('ok');
      // The answer to submitting was lost, and the page submits again.
      expect(await codeOf(step(officer, draft.id, 'submit', 1))).toBe('ok');
      expect(await codeOf(save(officer, duty, { ...saving, number: 2 }))).toBe('progressClosed');
      const other = await saved(officer, duty, aSaving({ share: 11 }));
      expect(await codeOf(step(officer, other.id, 'drop', 1))).toBe('ok');
      expect(await codeOf(save(officer, duty, aSaving({ share: 12 }, { id: other.id, version: 1 })))).toBe(
        'progressClosed',
      );
    });

    it('takes what two hundred officers save at once, each saving once', async () => {
      const duties = await Promise.all(Array.from({ length: 20 }, () => give()));
      const windows = duties.map((duty) => ({ duty, first: aSaving() }));
      const rounds = Array.from({ length: 10 }, (_, at) => at + 1);
      const answers = await Promise.all(
        rounds.flatMap((number) =>
          windows.map(({ duty, first }) =>
            save(officer, duty, { ...first, number, fields: { ...nothing, doneText: `lần ${number}` } }),
          ),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const { rows } = await sql<{ said: string; count: number }>`
        select done_text as said, count(*) as count from progress where duty_id = any(${duties}::uuid[]) group by 1`.execute(
        running.database.db,
      );
      expect(rows).toEqual([{ said: 'lần 10', count: 20 }]);
    });
  });

  describe('that claims a result', () => {
    it('is confirmed by the monitor: done from the day it was sent', async () => {
      const duty = await give({ monitorId: 'van-phong' });
      const { id, version } = await sendResult(duty);
      expect(await dutyRow(duty)).toMatchObject({ stage: 'reported', share: 100 });
      for (const client of [officer, head, otherOfficer, coordinator])
        expect(await codeOf(judge(client, id, 'confirm', version))).toBe('notAllowed');
      expect((await report(monitor, duty)).sent[0]?.judge).toEqual(['confirm', 'sendBack']);
      await sql`update progress set sent_at = '2026-03-30T16:59:00Z' where id = ${id}`.execute(running.database.db);
      expect(await codeOf(judge(monitor, id, 'confirm', version))).toBe('ok');
      expect(await dutyRow(duty)).toMatchObject({ stage: 'done', done_on: '2026-03-30' });
    });

    it('is confirmed by the coordinator where nobody monitors', async () => {
      const duty = await give();
      const { id, version } = await sendResult(duty);
      expect(await codeOf(judge(monitor, id, 'confirm', version))).toBe('notAllowed');
      expect(await codeOf(judge(coordinator, id, 'confirm', version))).toBe('ok');
    });

    it('of a part is confirmed by the agency that handed it', async () => {
      const part = await storePart(running.database.db, await give(), 'chi-cuc');
      const below = await running.as('head', 'chi-cuc');
      const draft = await saved(below, part, aSaving({ result: true, doneText: 'Xong phần việc' }));
      expect(await codeOf(step(below, draft.id, 'send', 1))).toBe('ok');
      expect(await codeOf(judge(coordinator, draft.id, 'confirm', 2))).toBe('notAllowed');
      expect(await codeOf(judge(officer, draft.id, 'confirm', 2))).toBe('ok');
    });

    it('counts as not done where it is sent back, and can be sent anew', async () => {
      const duty = await give({ monitorId: 'van-phong' });
      const early = await saved(head, duty, aSaving({ share: 60 }));
      await step(head, early.id, 'send', 1);
      const { id, version } = await sendResult(duty);
      expect((await judge(monitor, id, 'sendBack', version)).status).toBe(400);
      expect(await codeOf(judge(monitor, id, 'sendBack', version, 'Chưa có quyết định phê duyệt'))).toBe('ok');
      expect(await dutyRow(duty)).toMatchObject({ stage: 'accepted', share: 60, done_on: null });
      expect((await report(officer, duty)).sent[0]).toMatchObject({
        judgement: { verdict: 'sentBack', because: 'Chưa có quyết định phê duyệt' },
      });
      await sendResult(duty);
      expect(await story(supervisor, duty)).toEqual([
        'approveProgress',
        'sendBackResult',
        'approveProgress',
        'sendProgress',
      ]);
    });

    it('can have its confirmation taken back, which is recorded', async () => {
      const duty = await give({ monitorId: 'van-phong' });
      const { id, version } = await sendResult(duty);
      await judge(monitor, id, 'confirm', version);
      expect(await codeOf(judge(monitor, id, 'takeBack', version + 1, 'Nhầm việc'))).toBe('ok');
      expect(await dutyRow(duty)).toMatchObject({ stage: 'reported', done_on: null });
      expect((await story(supervisor, duty)).slice(0, 2)).toEqual(['takeBackResult', 'confirmResult']);
    });

    it('waits until the steps and parts of the duty are done or dropped', async () => {
      const duty = await give();
      const part = await storePart(running.database.db, duty, 'chi-cuc');
      const draft = await saved(head, duty, aSaving({ result: true, doneText: 'Xong' }));
      expect(draft.gap).toBe('piecesOpen');
      expect(await codeOf(step(head, draft.id, 'send', 1))).toBe('progressIncomplete');
      await sql`update duty set stage = 'dropped' where id = ${part}`.execute(running.database.db);
      expect(await codeOf(step(head, draft.id, 'send', 1))).toBe('ok');
    });

    it('lets begin what waited for it, by the words of that', async () => {
      const [duty, counted, open] = [await give({ monitorId: 'van-phong' }), await give(), await give()];
      const { db } = running.database;
      await sql`update duty set waits_for = 'sau khi đề án được phê duyệt 10 ngày', waits_for_duty = ${duty} where id = ${counted}`.execute(
        db,
      );
      await sql`update duty set waits_for = 'khi đề án được phê duyệt', waits_for_duty = ${duty} where id = ${open}`.execute(
        db,
      );
      const early = await saved(head, counted, aSaving({ result: true, doneText: 'Xong sớm' }));
      expect(await codeOf(step(head, early.id, 'send', 1))).toBe('notPossibleNow');
      const { id, version } = await sendResult(duty);
      await sql`update progress set sent_at = '2026-03-02T03:00:00Z' where id = ${id}`.execute(db);
      await judge(monitor, id, 'confirm', version);
      expect(await dutyRow(counted)).toMatchObject({ due: '2026-03-12' });
      expect(await dutyRow(open)).toMatchObject({ due: null });
      expect(await story(supervisor, counted)).toEqual(['begin']);
    });

    it('is judged once: the second is told who was first', async () => {
      const duty = await give({ monitorId: 'van-phong' });
      const { id, version } = await sendResult(duty);
      const both = await Promise.all([
        judge(monitor, id, 'confirm', version),
        judge(await running.as('head', 'van-phong'), id, 'sendBack', version, 'Chưa đạt'),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const refused = both.find(({ status }) => status === 409);
      expect(await refused?.json()).toMatchObject({ code: 'changedMeanwhile', facts: { name: expect.any(String) } });
    });
  });

  it('tells its story page by page, and one kind of it alone', async () => {
    const duty = await give();
    for (const share of [10, 20, 30, 40]) {
      const draft = await saved(head, duty, aSaving({ share }));
      await step(head, draft.id, 'send', 1);
    }
    const page = (query: string) =>
      supervisor.get<{ items: { id: number; kind: string }[]; next: string | null }>(
        `/api/duties/${duty}/story?${query}`,
      );
    const first = await page('limit=3');
    const second = await page(`limit=3&after=${encodeURIComponent(first.next ?? '')}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    expect((await page('kind=obstacle')).items).toEqual([]);
    expect((await page('kind=progress&kind=question')).items).toHaveLength(4);
  });
});
