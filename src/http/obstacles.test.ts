import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { storeDuty, storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { DutyReport } from '../registry/duty-report.ts';
import type { ObstacleItem } from '../registry/obstacle.ts';
import type { QuestionItem } from '../registry/question.ts';

const codeOf = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return answer.ok ? 'ok' : ((await answer.json()) as { code: string }).code;
};

describe.each(engines)('what stands in the way of a duty, and what is asked about it, on $name', (engine) => {
  let running: RunningServer;
  let user = '';
  let officer: Client;
  let head: Client;
  let decider: Client;
  let stranger: Client;
  let leader: Client;
  let supervisor: Client;
  beforeAll(async () => {
    running = await runServer(engine);
    user = await storeUser(running.database.db);
    await storeProvince(running.database.db);
    [officer, head] = [await running.as('officer', 'so-a'), await running.as('head', 'so-a')];
    [decider, stranger] = [await running.as('head', 'so-b'), await running.as('officer', 'van-phong')];
    [leader, supervisor] = [await running.as('leader', 'ubnd'), await running.as('supervisor', 'ubnd')];
  });
  afterAll(() => running.stop());

  const give = () => storeDuty(running.database.db, user, { agencyId: 'so-a' });
  const report = (client: Client, duty: string) => client.get<DutyReport>(`/api/duties/${duty}/report`);
  const obstacleOf = async (client: Client, duty: string) => (await report(client, duty)).obstacles[0];

  const anObstacle = (changes = {}) => ({
    id: randomUUID(),
    what: 'Chưa có đơn giá',
    impact: 'Không lập được dự toán',
    deciderId: 'so-b',
    wantedBy: '2026-03-01',
    ...changes,
  });
  async function raised(duty: string, changes = {}): Promise<ObstacleItem> {
    const response = await officer.post(`/api/duties/${duty}/obstacles`, anObstacle(changes));
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as ObstacleItem;
  }

  describe('an obstacle', () => {
    it('is raised by the agency, answered by who is to decide, and closed by who raised it', async () => {
      const duty = await give();
      const { id } = await raised(duty);
      expect((await obstacleOf(decider, duty))?.may).toEqual(['answer']);
      expect((await obstacleOf(officer, duty))?.may).toEqual(['close']);
      expect((await obstacleOf(stranger, duty))?.may).toEqual([]);
      const answer = { verb: 'answer', version: 1, answer: 'Áp dụng đơn giá năm 2025' };
      expect(await codeOf(stranger.post(`/api/obstacles/${id}`, answer))).toBe('notAllowed');
      expect(await codeOf(decider.post(`/api/obstacles/${id}`, answer))).toBe('ok');
      expect(await codeOf(officer.post(`/api/obstacles/${id}`, { verb: 'close', version: 2 }))).toBe('ok');
      expect(await obstacleOf(supervisor, duty)).toMatchObject({
        answer: { text: 'Áp dụng đơn giá năm 2025', by: { name: expect.any(String) } },
        closedAt: expect.any(String),
      });
      expect(await codeOf(officer.post(`/api/obstacles/${id}`, { verb: 'reopen', version: 3 }))).toBe('ok');
    });

    it('can always be answered by a leader, and by them alone where nobody is named', async () => {
      const duty = await give();
      const { id } = await raised(duty, { deciderId: null });
      const answer = { verb: 'answer', version: 1, answer: 'Đồng ý' };
      expect(await codeOf(decider.post(`/api/obstacles/${id}`, answer))).toBe('notAllowed');
      expect(await codeOf(leader.post(`/api/obstacles/${id}`, answer))).toBe('ok');
    });

    it('is there once where it is sent twice, and nobody else raises it', async () => {
      const duty = await give();
      const obstacle = anObstacle();
      const twice = await Promise.all([1, 2].map(() => officer.post(`/api/duties/${duty}/obstacles`, obstacle)));
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect((await report(officer, duty)).obstacles).toHaveLength(1);
      expect(await codeOf(stranger.post(`/api/duties/${duty}/obstacles`, anObstacle()))).toBe('notAllowed');
      expect(await codeOf(head.post(`/api/duties/${duty}/obstacles`, obstacle))).toBe('invalidInput');
      expect(await codeOf(officer.post(`/api/duties/${duty}/obstacles`, anObstacle({ deciderId: 'khong-co' })))).toBe(
        'notFound',
      );
    });

    it('answered by two at once keeps the first answer and tells the second', async () => {
      const duty = await give();
      const { id } = await raised(duty);
      const answers = await Promise.all(
        [decider, leader].map((client) =>
          client.post(`/api/obstacles/${id}`, { verb: 'answer', version: 1, answer: 'Ý kiến' }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    });
  });

  describe('a question', () => {
    const aQuestion = () => ({ id: randomUUID(), question: 'Vì sao chậm?', answerBy: '2026-03-10' });
    async function asked(duty: string): Promise<QuestionItem> {
      const response = await supervisor.post(`/api/duties/${duty}/questions`, aQuestion());
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as QuestionItem;
    }

    it('is drafted by an officer, given by the head, and then seen by everybody', async () => {
      const duty = await give();
      const { id } = await asked(duty);
      const draft = (draftVersion: number, answer: string) =>
        officer.post(`/api/questions/${id}`, { verb: 'draftAnswer', draftVersion, answer });
      expect(await codeOf(draft(0, 'Do chờ đơn giá'))).toBe('ok');
      expect(await codeOf(draft(0, 'Bản cũ'))).toBe('changedMeanwhile');
      expect(await codeOf(draft(1, 'Do chờ đơn giá của Sở B'))).toBe('ok');
      for (const client of [supervisor, stranger, leader])
        expect(JSON.stringify(await report(client, duty))).not.toContain('chờ đơn giá');
      expect((await report(head, duty)).questions[0]).toMatchObject({
        draft: { text: 'Do chờ đơn giá của Sở B', version: 2 },
        may: ['draftAnswer', 'answer'],
      });
      const given = { verb: 'answer', version: 1, answer: 'Do chờ đơn giá; xong trước 15/3.' };
      expect(await codeOf(officer.post(`/api/questions/${id}`, given))).toBe('notAllowed');
      expect(await codeOf(head.post(`/api/questions/${id}`, given))).toBe('ok');
      expect((await report(supervisor, duty)).questions[0]).toMatchObject({
        answer: { text: 'Do chờ đơn giá; xong trước 15/3.' },
        draft: null,
      });
      expect(await codeOf(head.post(`/api/questions/${id}`, { ...given, version: 2 }))).toBe('notPossibleNow');
    });

    it('is asked by supervisors and leaders only, and answered by the agency only', async () => {
      const duty = await give();
      for (const client of [officer, head, stranger])
        expect(await codeOf(client.post(`/api/duties/${duty}/questions`, aQuestion()))).toBe('notAllowed');
      const { id } = await asked(duty);
      for (const client of [decider, supervisor, leader])
        expect(await codeOf(client.post(`/api/questions/${id}`, { verb: 'answer', version: 1, answer: 'x' }))).toBe(
          'notAllowed',
        );
    });
  });
});
