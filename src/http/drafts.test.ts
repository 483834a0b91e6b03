import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../test/endpoints.ts';
import { engines } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DutyReport } from '../registry/duty-report.ts';
import { workTasks } from '../registry/my-work.ts';
import { actingAs } from '../store/acting.ts';

/** Stands in everything that is not sent yet, and is no part of any id, day or other word. */
const word = 'zxqwk';

const outsiders = [
  ['an officer of another department', 'officer', 'so-b'],
  ['the head of another department', 'head', 'so-b'],
  ['an officer of an agency below', 'officer', 'chi-cuc'],
  ['a supervisor', 'supervisor', 'ubnd'],
  ['a leader', 'leader', 'ubnd'],
  ['a coordinator', 'coordinator', 'ubnd'],
] as const;

describe.each(engines)('what an agency has not sent yet, on $name', (engine) => {
  let running: RunningServer;
  let officer: Client;
  let head: Client;
  const others: [string, Client][] = [];
  const ids = { duty: '', draft: '', submitted: '', returned: '', evidence: '', question: '', author: '' };
  let before = '';

  const ok = async (response: Response | Promise<Response>): Promise<unknown> => {
    const answer = await response;
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const fields = {
    share: 40,
    result: false,
    doneText: `Đã làm ${word}`,
    proposal: `Kiến nghị ${word}`,
    confidence: 'atRisk',
    withoutEvidence: '',
  };
  const saving = (id: string, version = 0) => ({ id, window: randomUUID(), number: 1, version, fields });
  const aProduct = (progressId: string) => ({
    ...{ id: randomUUID(), progressId, note: '' },
    ...{ number: '1/QĐ-UBND', date: '2026-01-09' },
  });
  const form = () => {
    const body = new FormData();
    body.set('file', new File([`nội dung ${word}`], `${word}.txt`));
    return body;
  };
  const report = (client: Client) => client.get<DutyReport>(`/api/duties/${ids.duty}/report`);
  const userOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).user.id;

  beforeAll(async () => {
    running = await runServer(engine);
    const { db } = running.database;
    await storeProvince(db);
    ids.duty = await storeDuty(db, await storeUser(db), { agencyId: 'so-a' });
    officer = await running.as('officer', 'so-a');
    head = await running.as('head', 'so-a');
    for (const [who, role, agencyId] of outsiders) others.push([who, await running.as(role, agencyId)]);
    others.push(['nobody', running.nobody]);
    await draftEverything();
    before = JSON.stringify([await report(officer), await report(head)]);
  });
  afterAll(() => running.stop());

  /** One of each: a draft with evidence, what waits for the head, what came back, and half an answer. */
  async function draftEverything() {
    [ids.draft, ids.submitted, ids.returned] = [randomUUID(), randomUUID(), randomUUID()];
    ids.author = await userOf(officer);
    const save = async (client: Client, id: string) => ok(client.post(`/api/duties/${ids.duty}/progress`, saving(id)));
    const step = (client: Client, id: string, verb: string, version: number, reason?: string) =>
      ok(client.post(`/api/progress/${id}`, { verb, version, ...(reason && { reason }) }));
    await save(officer, ids.draft);
    const evidence = await ok(
      officer.fetch(`/api/duties/${ids.duty}/evidence?progress=${ids.draft}`, { method: 'POST', body: form() }),
    );
    ids.evidence = (evidence as { id: string }).id;
    const [second, third] = [await running.as('officer', 'so-a'), await running.as('officer', 'so-a')];
    await save(second, ids.submitted);
    await step(second, ids.submitted, 'submit', 1);
    await save(third, ids.returned);
    await step(third, ids.returned, 'submit', 1);
    await step(head, ids.returned, 'return', 2, `Chưa được ${word}`);
    ids.question = randomUUID();
    const supervisor = others.find(([who]) => who === 'a supervisor')?.[1];
    const question = { id: ids.question, question: 'Vì sao chậm?', answerBy: null };
    await ok((supervisor ?? running.nobody).post(`/api/duties/${ids.duty}/questions`, question));
    const answer = { verb: 'draftAnswer', draftVersion: 0, answer: `Vì ${word}` };
    await ok(officer.post(`/api/questions/${ids.question}`, answer));
  }

  it('is there for its own people: the walk below looks for something that can be found', async () => {
    const seen = await report(head);
    expect(seen.inside.map(({ id }) => id)).toEqual(expect.arrayContaining([ids.submitted]));
    expect(seen.questions[0]?.draft?.text).toContain(word);
    expect((await report(officer)).inside[0]).toMatchObject({ id: ids.draft });
    const file = await officer.fetch(`/api/evidence/${ids.evidence}/file`);
    expect(await file.text()).toContain(word);
  });

  it.each([...outsiders.map(([who]) => who), 'nobody'])(
    'cannot be read by %s: not one address of the API gives it away, whatever id stands in it',
    async (who) => {
      const client = others.find(([one]) => one === who)?.[1] ?? running.nobody;
      const addresses = endpoints.filter(({ method }) => method === 'GET').flatMap(({ path }) => addressesOf(path));
      const searched = ['/api/duties', '/api/duties/counts', '/api/tasks', '/api/targets', '/api/tasks/export'];
      const given: string[] = [];
      for (const address of [...addresses, ...searched.map((path) => `${path}?q=${word}`)]) {
        const answer = await client.fetch(address);
        // What streams begins with nothing, and goes on for as long as somebody listens.
        if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel();
        // The question about the word is answered with the words that were asked for.
        else if ((await answer.text()).replaceAll(`q=${word}`, '').toLowerCase().includes(word)) given.push(address);
      }
      expect(given).toEqual([]);
    },
  );

  const addressesOf = (path: string): string[] => {
    if (!path.includes(':')) return [path];
    if (path.endsWith('/:task')) return workTasks.map((task) => path.replace(':task', task));
    return Object.values(ids).map((id) =>
      path.replace(/:(\w+)/g, (_, name: string) => (name === 'page' ? '1' : name === 'day' ? '2026-01-01' : id)),
    );
  };

  it.each([...outsiders.map(([who]) => who), 'nobody'])(
    'cannot be sent, changed, proved or dropped by %s',
    async (who) => {
      const client = others.find(([one]) => one === who)?.[1] ?? running.nobody;
      const tries: Promise<Response>[] = [];
      for (const id of [ids.draft, ids.submitted, ids.returned]) {
        for (const version of [1, 2, 3]) {
          for (const verb of ['submit', 'withdraw', 'send', 'approve', 'drop'])
            tries.push(client.post(`/api/progress/${id}`, { verb, version }));
          tries.push(client.post(`/api/progress/${id}`, { verb: 'return', version, reason: 'không' }));
          for (const verb of ['confirm', 'sendBack', 'takeBack'])
            tries.push(client.post(`/api/progress/${id}/judgement`, { verb, version, reason: 'không' }));
          tries.push(client.post(`/api/duties/${ids.duty}/progress`, saving(id, version)));
        }
        tries.push(
          client.fetch(`/api/duties/${ids.duty}/evidence?progress=${id}`, { method: 'POST', body: form() }),
          client.post(`/api/duties/${ids.duty}/products`, aProduct(id)),
        );
      }
      tries.push(client.fetch(`/api/evidence/${ids.evidence}`, { method: 'DELETE' }));
      for (const draftVersion of [0, 1])
        tries.push(
          client.post(`/api/questions/${ids.question}`, { verb: 'draftAnswer', draftVersion, answer: 'khác' }),
        );
      tries.push(client.post(`/api/questions/${ids.question}`, { verb: 'answer', version: 1, answer: 'khác' }));
      const answers = await Promise.all(tries);
      expect(answers.filter(({ ok }) => ok).map(({ url }) => url)).toEqual([]);
      // Refused for who asks or for what it is, not for a slip in how this test asks.
      expect(answers.filter(({ status }) => status === 400).map(({ url }) => url)).toEqual([]);
      expect(answers.filter(({ status }) => status >= 500).map(({ url }) => url)).toEqual([]);
      for (const answer of answers) expect((await answer.text()).includes(word)).toBe(false);
      expect(JSON.stringify([await report(officer), await report(head)])).toBe(before);
    },
  );

  it('stays behind the wall of the database, where all checks of the program are forgotten', async () => {
    const { db } = running.database;
    const tables = ['progress', 'evidence', 'answer_draft', 'action', 'question', 'duty', 'notice'];
    const said = async (userId: string) => {
      const acting = actingAs(db, { userId, day: '2026-11-21' });
      const found: string[] = [];
      for (const table of tables) {
        const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(
          acting,
        );
        if (rows.some(({ row }) => row.includes(word))) found.push(table);
      }
      return found;
    };
    expect(await said(ids.author)).toEqual(['progress', 'evidence', 'answer_draft', 'action']);
    for (const [who, client] of others)
      expect([who, await said(client.cookie === undefined ? '' : await userOf(client))]).toEqual([who, []]);
  });
});
