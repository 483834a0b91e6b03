import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { Client, officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';

describe.each(engines.slice(0, 1))('whoever asks too much of what costs a lot', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());

  type Asked = { status: number; after: string | undefined; vi: string; en: string };
  const toldOf = ({ statusCode, headers, body }: Awaited<ReturnType<typeof running.server.inject>>): Asked => {
    const { vi, en } = JSON.parse(body).message;
    return { status: statusCode, after: headers['retry-after']?.toString(), vi, en };
  };
  /** Refused for want of a file, which costs nothing; it is counted before that is seen. */
  const upload = async ({ cookie, url }: Client): Promise<Asked> =>
    toldOf(
      await running.server.inject({
        method: 'POST',
        url: '/api/imports',
        headers: { cookie: cookie ?? '', origin: url, host: new URL(url).host },
      }),
    );
  const comeFrom = async (remoteAddress: string): Promise<Asked> =>
    toldOf(await running.server.inject({ url: '/api/sso/khong-co', remoteAddress }));

  /** On a slow machine a minute may end in between, and the counting begins anew. */
  const callsUntilRefused = async (ask: (at: number) => Promise<Asked>): Promise<number> => {
    let calls = 0;
    while (calls < 5000 && (await ask(calls)).status !== 429) calls++;
    return calls;
  };
  const expectToWait = ({ status, after, vi, en }: Asked) => {
    expect(status).toBe(429);
    expect(Number(after)).toBeGreaterThan(0);
    expect(Number(after)).toBeLessThanOrEqual(60);
    expect(vi).toBe(`Có quá nhiều lần thử trong thời gian ngắn nên tạm dừng. Hãy đợi ${after} giây rồi thử lại.`);
    expect(en).toContain(`${after} seconds`);
  };

  it('is asked to wait after 120 calls in a minute, by whatever session; others go on', async () => {
    const elsewhere = new Client(running.url);
    await elsewhere.signIn(officerAccount);
    const calls = await callsUntilRefused((at) => upload(at % 2 === 0 ? running.officer : elsewhere));
    expect(calls).toBeGreaterThanOrEqual(120);
    expectToWait(await upload(running.officer));
    expectToWait(await upload(elsewhere));
    expect((await upload(await running.as('coordinator'))).status).not.toBe(429);
  });

  it('without having signed in is asked to wait after 600 from one address; others go on', async () => {
    expect(await callsUntilRefused(() => comeFrom('198.51.100.7'))).toBeGreaterThanOrEqual(600);
    expectToWait(await comeFrom('198.51.100.7'));
    expect((await comeFrom('198.51.100.8')).status).toBe(404);
  });
});
