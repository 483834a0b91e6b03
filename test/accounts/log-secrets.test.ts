import fastify from 'fastify';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { answerErrors } from '../../src/http/errors.ts';
import { answerIds, loggedBy, trustsOf } from '../../src/http/log.ts';
import { openLog } from '../../src/outside/log.ts';

/** Marks where secrets go in; none of them may come out where operators and their programs read. */
const canary = 'zxqwcanarywqxz';

const thrown = {
  duplicate: Object.assign(new Error('duplicate key value'), {
    ...{ code: '23505', detail: `Key (token_hash)=(${canary}) already exists.`, table: 'session' },
    ...{ where: canary, parameters: [canary] },
  }),
  unfit: Object.assign(new Error(`invalid input syntax for type date: "${canary}"`), { code: '22007' }),
  mailbox: new Error(`550 <${canary}@tinh.vn> no such user`),
};

describe('what is written down about requests', () => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => void lines.push(line) }, 'requests');
  const server = fastify(loggedBy(log, trustsOf('10.0.0.0/8')));
  answerErrors(server);
  answerIds(server);
  server.all<{ Params: { kind: keyof typeof thrown | 'well' } }>('/api/thu/:kind/:key', async ({ params }) => {
    if (params.kind === 'well') return {};
    throw thrown[params.kind];
  });
  afterAll(() => server.close());
  beforeEach(() => void lines.splice(0));

  const ask = (kind: keyof typeof thrown | 'well', remoteAddress: string, id?: string) =>
    server.inject({
      ...{ method: 'POST', url: `/api/thu/${kind}/td_${canary}?q=${canary}`, remoteAddress },
      headers: {
        ...{ authorization: `Bearer ${canary}`, cookie: `tiendo_session=${canary}`, 'user-agent': canary },
        ...{ 'x-forwarded-for': '203.0.113.7', ...(id !== undefined && { 'x-request-id': id }) },
      },
      payload: { password: canary, code: canary },
    });
  const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('tells what failed, where and why by the id that was answered, and no key, password, cookie or row', async () => {
    const answer = await ask('duplicate', '192.0.2.1');
    expect([answer.statusCode, answer.body.includes(canary)]).toEqual([500, false]);
    const { requestId, message } = answer.json();
    expect([answer.headers['x-request-id'], message.vi.includes(requestId)]).toEqual([requestId, true]);
    expect(told()).toMatchObject([
      {
        ...{ msg: 'defect', level: 'error', route: '/api/thu/:kind/:key', method: 'POST', id: requestId },
        err: { message: 'duplicate key value', code: '23505', table: 'session', stack: expect.stringContaining('at ') },
      },
      { msg: 'request', level: 'info', id: requestId, status: 500, ms: expect.any(Number) },
    ]);
    expect(lines.join('')).not.toContain(canary);
  });

  it.each(['unfit', 'mailbox', 'well'] as const)(
    'tells nothing of who asked, for what and with which words: %s',
    async (kind) => {
      await ask(kind, '10.0.0.2');
      expect(told().at(-1)).toMatchObject({ msg: 'request', route: '/api/thu/:kind/:key' });
      expect(lines.join('')).not.toMatch(new RegExp(`${canary}|203\\.0\\.113|10\\.0\\.0\\.2`));
    },
  );

  it('has the id that a trusted proxy gave, and where nobody trusted did or it is more than an id, one of its own', async () => {
    const idOf = async (from: string, id: string) => (await ask('well', from, id)).headers['x-request-id'];
    expect(await idOf('10.0.0.2', '4f1c0a9e77b2')).toBe('4f1c0a9e77b2');
    const own = [
      await idOf('192.0.2.1', '4f1c0a9e77b2'),
      await idOf('10.0.0.2', '<b>4f1c0a9e77b2</b>'),
      await idOf('10.0.0.2', 'x'.repeat(65)),
      await idOf('10.0.0.2', 'ngan'),
    ];
    for (const id of own) expect(id).toMatch(/^[2-9a-z]{10}$/);
    expect(new Set(own).size).toBe(own.length);
    expect(told().map(({ id }) => id)).toEqual(['4f1c0a9e77b2', ...own]);
  });
});

it('what is said of a setting that is wrong is its name, and not what was set', () => {
  for (const [name, value] of [
    ['TIENDO_SMTP_URL', `http://a:${canary}@b`],
    ['DATABASE_URL', `mysql://a:${canary}@b`],
    ['TIENDO_MAIL_FROM', canary],
  ] as const)
    expect(JSON.stringify(readConfig([], { [name]: value }))).not.toContain(canary);
});
