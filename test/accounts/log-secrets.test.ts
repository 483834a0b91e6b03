import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { answerErrors } from '../../src/http/errors.ts';
import { logSettings } from '../../src/http/log.ts';

/** Marks where secrets go in; none of them may come out where operators and their programs read. */
const canary = 'zxqwcanarywqxz';

describe('what is written down when something fails', () => {
  const lines: string[] = [];
  const server = fastify({ logger: logSettings({ write: (line) => void lines.push(line) }) });
  answerErrors(server);
  server.all('/api/thu/:key', async () => {
    const refused = { code: '23505', detail: `Key (token_hash)=(${canary}) already exists.`, table: 'session' };
    throw Object.assign(new Error('duplicate key value'), { ...refused, where: canary, parameters: [canary] });
  });
  afterAll(() => server.close());

  it('tells what failed, where and why, and no key, password, cookie or row', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: `/api/thu/td_${canary}?q=${canary}`,
      headers: { authorization: `Bearer ${canary}`, cookie: `tiendo_session=${canary}`, 'x-forwarded-for': canary },
      payload: { password: canary, code: canary },
    });
    expect([answer.statusCode, answer.body.includes(canary)]).toEqual([500, false]);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({
      msg: 'defect',
      route: '/api/thu/:key',
      method: 'POST',
      id: answer.json().facts.id,
      err: { message: 'duplicate key value', code: '23505', table: 'session', stack: expect.stringContaining('at ') },
    });
    expect(lines.join('')).not.toContain(canary);
  });

  it('tells of a setting that is wrong its name, and not what was set', () => {
    for (const [name, value] of [
      ['TIENDO_SMTP_URL', `http://a:${canary}@b`],
      ['DATABASE_URL', `mysql://a:${canary}@b`],
      ['TIENDO_MAIL_FROM', canary],
    ] as const)
      expect(JSON.stringify(readConfig([], { [name]: value }))).not.toContain(canary);
  });
});
