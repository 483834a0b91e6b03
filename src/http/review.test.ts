import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { readEvents } from '../../test/event-reader.ts';
import { planText } from '../../test/plan-text.ts';
import { type Client, officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';
import type { Review } from '../api/review.ts';
import type { Draft } from '../registry/review.ts';
import { createApp } from '../services/app.ts';
import { buildServer, closeServer } from './server.ts';

describe.each(engines)('a review over HTTP, on $name', (engine) => {
  let running: RunningServer;
  let other: Client;
  let id: string;
  const path = () => `/api/documents/${id}/review`;
  const review = () => running.officer.get<Review>(path());
  const cookieOf = ({ cookie }: Client) => cookie ?? '';

  beforeAll(async () => {
    running = await runServer(engine);
    other = await running.as('coordinator');
    id = (await running.officer.uploaded('một.txt', planText())).documentId ?? '';
  });
  afterAll(() => running.stop());

  it('is acted on by two people, of whom the later one is told who was first', async () => {
    const { items } = await review();
    const target = items.find(({ kind }) => kind === 'target');
    const action = { verb: 'accept', items: [{ kind: 'target', id: target?.id, version: target?.version }] };
    const first = await running.officer.post(path(), action);
    expect([first.status, await first.json()]).toMatchObject([
      200,
      { changed: [{ id: target?.id, review: 'accepted' }], document: { state: 'inReview' }, undo: { verb: 'accept' } },
    ]);
    const second = await other.post(path(), { ...action, verb: 'reject' });
    const answer = (await second.json()) as { code: string; message: { vi: string } };
    expect([second.status, answer.code]).toEqual([409, 'changedMeanwhile']);
    expect(answer.message.vi).toMatch(
      /^Cán bộ Thử đã thay đổi nội dung này lúc \d\d:\d\d \d{1,2}\/\d{1,2}\/\d{2,4}, sau khi/,
    );
  });

  it('reads a selected stretch with the real reader and fills in what stands around it', async () => {
    const { text } = await running.officer.get<{ text: string }>(`/api/documents/${id}`);
    const sentence = 'Thu ngân sách nhà nước trên địa bàn đạt 6.220 tỷ đồng.';
    const start = text.indexOf(sentence);
    const answer = await running.officer.post(`${path()}/reading`, {
      span: { start: start - 1, end: start + sentence.length },
    });
    const { drafts } = (await answer.json()) as { drafts: Draft[] };
    expect(drafts[0]).toMatchObject({
      kind: 'target',
      fields: {
        name: 'Thu ngân sách nhà nước trên địa bàn',
        value: 6220,
        unit: 'tỷ đồng',
        year: 2026,
        tier: 'province',
      },
    });
    expect(drafts.map(({ kind }) => kind)).toEqual(['target', 'task']);
    const added = await running.officer.post(path(), { verb: 'add', draft: drafts[0] });
    expect(await added.json()).toMatchObject({
      changed: [{ review: 'accepted', quote: expect.stringContaining('6.220') }],
    });
    for (const body of [
      { span: { start: 5, end: 5 } },
      { span: { start: 9, end: 3 } },
      { span: { start: 1e8, end: 2e8 } },
    ])
      expect((await running.officer.post(`${path()}/reading`, body)).status).toBe(400);
  });

  it('tells everybody who looks at it, on every server of the database, who is there and what changes', async () => {
    const app = await createApp({ db: running.database.db, maxFileBytes: 1000, demo: false });
    const second = await buildServer(app, { pagesFolder: '/nonexistent' });
    const url = await second.listen({ host: '127.0.0.1', port: 0 });
    const here = await readEvents(`${running.url}${path()}/events`, cookieOf(running.officer));
    const people = (...names: string[]) => ({ name: 'present', data: { people: names.map((name) => ({ name })) } });
    expect(await here.next()).toMatchObject(people());
    expect(await here.next()).toMatchObject(people('Cán bộ Thử'));
    const there = await readEvents(`${url}${path()}/events`, cookieOf(other));
    expect(await here.next()).toMatchObject(people('Cán bộ Thử', 'coordinator 1'));

    const [item] = (await review()).items;
    const items = [{ kind: item?.kind, id: item?.id, version: item?.version }];
    const acted = (await (await other.post(path(), { verb: 'reject', items })).json()) as { operation: string };
    const changed = {
      name: 'changed',
      data: { operation: acted.operation, verb: 'reject', by: { name: 'coordinator 1' } },
    };
    expect(await here.next()).toMatchObject(changed);
    let event = await there.next();
    while (event.name !== 'changed') event = await there.next();
    expect(event).toMatchObject(changed);

    there.leave();
    expect(await here.next()).toMatchObject(people('Cán bộ Thử'));
    // A stream has no end of its own, and yet a server that stops does not wait for it.
    const still = await readEvents(`${url}${path()}/events`, cookieOf(other));
    await closeServer(second);
    await still.ended;
    await app.close();
    here.leave();
  });

  it('ends the streams where the listening connection is lost, and hears again afterwards', async () => {
    const stream = await readEvents(`${running.url}${path()}/events`, cookieOf(running.officer));
    await stream.next();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen tiendo'`.execute(running.database.db);
    await stream.ended;
    const again = await readEvents(`${running.url}${path()}/events`, cookieOf(running.officer));
    const events = [await again.next(), await again.next()];
    expect(events.map(({ data }) => data)).toMatchObject([{ people: [] }, { people: [{ name: 'Cán bộ Thử' }] }]);
    again.leave();
  });

  it('refuses what is not there and what no database can keep', async () => {
    const missing = '/api/documents/00000000-0000-4000-8000-000000000000';
    for (const address of ['/review', '/review/events', '/story'])
      expect((await running.officer.fetch(missing + address)).status).toBe(404);
    const draft = { kind: 'task', fields: {} };
    for (const body of [
      { verb: 'add', draft },
      { verb: 'accept', items: [{ kind: 'task', id: 'n1\0', version: 1 }] },
      { verb: 'undo', reason: '\0' },
      null,
    ])
      expect((await running.officer.post(path(), body)).status).toBe(400);
    const day = await running.officer.post(`/api/documents/${id}/state`, {
      verb: 'issue',
      version: 1,
      day: '2025-02-30',
    });
    expect(day.status).toBe(400);
  });

  it('tells the story of a finding and of the document, with names', async () => {
    const { actions } = await running.officer.get<{ actions: { verb: string; by: { name: string } }[] }>(
      `/api/documents/${id}/story`,
    );
    expect(actions.at(-1)).toMatchObject({ verb: 'beginReview', by: { name: officerAccount.name } });
  });
});
