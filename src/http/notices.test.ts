import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines } from '../../test/engines.ts';
import { readEvents } from '../../test/event-reader.ts';
import { storeDocument } from '../../test/readings.ts';
import { type Client, officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';
import { QueueName } from '../registry/job.ts';
import type { NoticeRecord } from '../registry/notice.ts';
import { type NoticeRules, usualChoice } from '../registry/notice-choice.ts';
import { jobWork } from '../services/job-work.ts';
import { notify } from '../services/notify.ts';

describe.each(engines)('notices and jobs over HTTP, on $name', (engine) => {
  let running: RunningServer;
  let userId = '';

  beforeAll(async () => {
    running = await runServer(engine);
    await running.app.jobs.start(jobWork(running.app));
    const { db } = running.database;
    const row = await db
      .selectFrom('app_user')
      .select('id')
      .where('email', '=', officerAccount.email)
      .executeTakeFirstOrThrow();
    userId = row.id;
  });

  afterAll(() => running.stop());

  const tell = (what: string) =>
    running.database.db
      .transaction()
      .execute((trx) =>
        notify(trx, { by: null, at: new Date() }, [{ kind: 'dueSoon', to: [{ userId }], details: { what } }]),
      );
  type Page = { notices: NoticeRecord[]; unread: number };

  it('are told to an open page at once, listed, and marked as read', async () => {
    const events = await readEvents(`${running.url}/api/notices/events`, running.officer.cookie ?? '');
    await tell('Việc mới');
    expect((await events.next()).name).toBe('noticed');
    const { notices, unread } = await running.officer.get<Page>('/api/notices');
    expect(unread).toBe(1);
    expect(notices[0]).toMatchObject({ kind: 'dueSoon', details: { what: 'Việc mới' }, readAt: null });
    const answer = await running.officer.post('/api/notices/read', { upTo: notices[0]?.id });
    expect(await answer.json()).toEqual({ unread: 0 });
    expect((await events.next()).name).toBe('noticed');
    events.leave();
    await events.ended;
  });

  it('go no further once the session that asked for them has ended: by its person, by idleness, or with the account', async () => {
    const { db } = running.database;
    const sessionOf = async (client: Client) =>
      (await client.get<{ sessions: { id: string; present: boolean }[] }>('/api/account')).sessions.find(
        ({ present }) => present,
      )?.id ?? '';
    const open = async () => {
      const client = await running.as('officer');
      const events = await readEvents(`${running.url}/api/notices/events`, client.cookie ?? '');
      return { client, events, id: await sessionOf(client) };
    };
    const [left, idle, gone, stays] = [await open(), await open(), await open(), await open()];
    const path = `/api/account/sessions/${left.id}`;
    expect((await left.client.fetch(path, { method: 'DELETE' })).status).toBe(200);
    await left.events.ended;
    const longAgo = new Date(Date.now() - 24 * 3_600_000);
    await db.updateTable('session').set({ used_at: longAgo }).where('id', '=', idle.id).execute();
    await running.app.liveSessions.sweep();
    await idle.events.ended;
    const person = (await gone.client.get<{ user: { id: string } }>('/api/session')).user.id;
    expect((await running.officer.fetch(`/api/people/${person}/sessions`, { method: 'DELETE' })).status).toBe(200);
    await gone.events.ended;
    const news = { kind: 'dueSoon' as const, details: { what: 'Việc', agency: 'Sở', due: '2026-12-31', days: 3 } };
    const userId = (await stays.client.get<{ user: { id: string } }>('/api/session')).user.id;
    await db.transaction().execute((trx) => notify(trx, { by: null, at: new Date() }, [{ ...news, to: [{ userId }] }]));
    expect((await stays.events.next()).name).toBe('noticed');
    stays.events.leave();
    await stays.events.ended;
  });

  it('are nobody else’s to see or to mark', async () => {
    await tell('Chỉ mình tôi');
    const other = await running.as('officer');
    expect(await other.get<Page>('/api/notices')).toEqual({ notices: [], unread: 0 });
    const own = await running.officer.get<Page>('/api/notices');
    await other.post('/api/notices/read', { ids: [own.notices[0]?.id] });
    expect((await running.officer.get<Page>('/api/notices')).unread).toBe(1);
    expect((await running.nobody.fetch('/api/notices')).status).toBe(401);
  });

  it('are chosen by each person, and what is chosen to be hidden is', async () => {
    const kinds = { dueSoon: { app: false, mail: 'off', webhook: false } };
    const answer = await running.officer.post('/api/notices/choice', { ...usualChoice, kinds });
    expect(await answer.json()).toMatchObject({ choice: { kinds }, mail: false, address: officerAccount.email });
    expect((await running.officer.get<Page>('/api/notices')).unread).toBe(0);
    const wrong = await running.officer.post('/api/notices/choice', { ...usualChoice, digestAt: '25:00' });
    expect(wrong.status).toBe(400);
  });

  it('show the administrator the queues, and let them be paused and run', async () => {
    const { queues, mail } = await running.officer.get<{ queues: { name: string; paused: boolean }[]; mail: boolean }>(
      '/api/jobs/queues',
    );
    expect(mail).toBe(false);
    expect(queues.map(({ name }) => name).toSorted()).toEqual(QueueName.options.toSorted());
    const paused = await running.officer.post('/api/jobs/queues/digest/pause', { paused: true });
    expect(await paused.json()).toMatchObject({ queues: expect.arrayContaining([{ ...queues[0], paused: true }]) });
    await running.officer.post('/api/jobs/queues/digest/pause', { paused: false });
    expect((await running.officer.post('/api/jobs/queues/mail/run', {})).status).toBe(400);
    expect((await running.officer.post('/api/jobs/queues/urging/run', {})).status).toBe(200);
    await until('the run to be seen', async () => {
      const { jobs } = await running.officer.get<{ jobs: { state: string }[] }>(
        '/api/jobs?queue=urging&state=completed',
      );
      return jobs[0];
    });
    const head = await running.as('head');
    expect((await head.fetch('/api/jobs/queues')).status).toBe(403);
  });

  it('takes a rule of notices from whoever saw the one of today, and tells the other who was first', async () => {
    const { rules } = await running.officer.get<{ rules: NoticeRules }>('/api/notices/choice');
    const [seen, rule] = [rules.overdue, { ...rules.overdue, webhook: !rules.overdue.webhook }];
    expect((await running.officer.post('/api/notice-rules/overdue', { seen, rule })).status).toBe(200);
    const late = await running.officer.post('/api/notice-rules/overdue', { seen, rule });
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { code: 'changedMeanwhile', facts: { name: officerAccount.name } },
    ]);
    const back = await running.officer.post('/api/notice-rules/overdue', { seen: rule, rule: seen });
    expect(back.status).toBe(200);
    expect((await running.officer.get<{ rules: NoticeRules }>('/api/notices/choice')).rules).toEqual(rules);
  });

  it('tells what happens to an address whose secret is shown once', async () => {
    const draft = { name: 'Nhắn tin', address: 'https://nhan.thu.vn/x', kinds: [], active: false };
    const made = await (await running.officer.post('/api/webhooks', draft)).json();
    expect(made).toMatchObject({ secret: expect.stringMatching(/^[\w-]{43}$/) });
    const { id } = made as { id: string };
    const { webhooks } = await running.officer.get<{ webhooks: object[] }>('/api/webhooks');
    expect(webhooks).toEqual([{ ...draft, id, version: 1, createdAt: expect.any(String) }]);
    const change = { ...draft, name: 'Khác', version: 1 };
    expect((await running.officer.post(`/api/webhooks/${id}`, change)).status).toBe(200);
    expect((await running.officer.post(`/api/webhooks/${id}`, change)).status).toBe(409);
    expect((await running.officer.fetch(`/api/webhooks/${id}?version=2`, { method: 'DELETE' })).status).toBe(200);
    expect((await running.officer.post('/api/webhooks', { ...draft, address: 'file:///etc/passwd' })).status).toBe(400);
  });

  it('changes the ladder of urging for whoever gives out work', async () => {
    const steps = [{ kind: 'overdue', days: 2 }];
    const head = await running.as('head');
    expect((await head.post('/api/urging-ladder', { steps, version: 0 })).status).toBe(403);
    const changed = await running.officer.post('/api/urging-ladder', { steps, version: 0 });
    expect(await changed.json()).toEqual({ steps, version: 1 });
    expect((await running.officer.post('/api/urging-ladder', { steps, version: 0 })).status).toBe(409);
  });

  it('lists the documents with a ladder of their own, and lets one go back to the usual', async () => {
    const id = await storeDocument(running.database.db, userId, { targets: [], tasks: [] });
    const usual = await running.officer.get('/api/urging-ladder');
    const steps = [{ kind: 'overdue', days: 9 }];
    expect((await running.officer.post(`/api/urging-ladder?document=${id}`, { steps, version: 0 })).status).toBe(200);
    const listed = () => running.officer.get<{ documents: object[] }>('/api/urging-ladder/documents');
    expect((await listed()).documents).toMatchObject([{ id, steps }]);
    const remove = (client: Client, version: number) =>
      client.fetch(`/api/urging-ladder?document=${id}&version=${version}`, { method: 'DELETE' });
    expect((await remove(await running.as('head'), 1)).status).toBe(403);
    expect((await remove(running.officer, 7)).status).toBe(409);
    expect(await (await remove(running.officer, 1)).json()).toEqual({ ...(usual as object), version: 0 });
    expect(await listed()).toEqual({ documents: [] });
    const { entries } = await running.officer.get<{ entries: object[] }>('/api/audit?verb=removeLadder');
    expect(entries).toMatchObject([{ subjectId: id, before: { steps } }]);
  });
});
