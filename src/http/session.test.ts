import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { Client, officerAccount, type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import type { Session } from '../api/session.ts';

describe.each(engines)('signing in, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine, { maxFileBytes: 1234 });
  });
  afterAll(() => running.stop());

  it('tells who is signed in, and which files it takes', async () => {
    expect(await running.nobody.get<Session>('/api/session')).toEqual({
      user: null,
      posts: [],
      may: [],
      demoAccounts: [],
      maxFileBytes: 1234,
      readableExtensions: expect.arrayContaining(['docx', 'txt']),
    });
    const { user, posts } = await running.officer.get<Session>('/api/session');
    expect(user).toMatchObject({ name: officerAccount.name, email: officerAccount.email });
    expect(posts.toSorted((a, b) => a.role.localeCompare(b.role))).toEqual([
      { role: 'administrator', agencyId: testAgency, agencyName: 'Cơ quan thử' },
      { role: 'coordinator', agencyId: testAgency, agencyName: 'Cơ quan thử' },
    ]);
  });

  it('tells what one may do, as the posts say', async () => {
    const mayOf = async (client: Client) => (await client.get<Session>('/api/session')).may;
    expect(await mayOf(running.officer)).toEqual(expect.arrayContaining(['issueDocuments', 'manageUsers']));
    expect(await mayOf(await running.as('supervisor'))).toEqual([
      'readRegister',
      'seeMyWork',
      'seeDuty',
      'askQuestion',
    ]);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const response = await new Client(running.url).signIn(officerAccount);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^tiendo\.session_token=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('sends its cookie over https only where people come by https', async () => {
    const secure = await runServer(engine, { publicUrl: 'https://tien-do.example' });
    const response = await new Client(secure.url).signIn(officerAccount);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Secure-tiendo\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await secure.officer.fetch('/api/documents')).status).toBe(200);
    await secure.stop();
  });

  it('keeps no password, only what a slow hash makes of it', async () => {
    const { rows } = await running.database.db
      .selectFrom('account' as 'app_user')
      .selectAll()
      .execute()
      .then((found) => ({ rows: JSON.stringify(found) }));
    expect(rows).toMatch(/"password":"[0-9a-f]{32}:[0-9a-f]{128}"/);
    expect(rows).not.toContain(officerAccount.password);
  });

  it('is refused alike for a wrong password and for somebody unknown', async () => {
    const wrong = await new Client(running.url).signIn({ ...officerAccount, password: 'sai' });
    const unknown = await new Client(running.url).signIn({ ...officerAccount, email: 'ai-do@thu.vn' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const answer = await wrong.json();
    expect(answer).toEqual(await unknown.json());
    expect(answer).toMatchObject({
      code: 'notSignedIn',
      message: { vi: 'Thư điện tử hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.' },
    });
  });

  it('ends with signing out: the cookie is worth nothing afterwards', async () => {
    const client = new Client(running.url);
    await client.signIn(officerAccount);
    expect((await client.fetch('/api/session', { method: 'DELETE' })).status).toBe(200);
    expect((await client.fetch('/api/documents')).status).toBe(401);
  });

  it('does not believe a cookie that somebody made up or changed', async () => {
    const client = new Client(running.url);
    for (const cookie of [
      'tiendo.session_token=abc',
      `${running.officer.cookie}x`,
      `${running.officer.cookie?.slice(0, -9)}AAAAAAA%3D`,
    ]) {
      client.cookie = cookie;
      expect((await client.fetch('/api/documents')).status).toBe(401);
    }
  });

  it('and everything else that changes something is not done for pages of other sites', async () => {
    const foreign: HeadersInit[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const response = await running.officer.fetch('/api/session', { method: 'DELETE', headers });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'notAllowed']);
    }
    expect((await running.officer.fetch('/api/documents')).status).toBe(200);
    const own = await running.officer.fetch('/api/imports/00000000-0000-4000-8000-000000000000', {
      method: 'DELETE',
      headers: { origin: running.url },
    });
    expect(own.status).toBe(404);
  });

  it('is stopped for an account after many wrong passwords, and says for how long', async () => {
    const attempt = () => new Client(running.url).signIn({ email: 'bi-do@thu.vn', password: 'thử' });
    for (let i = 0; i < 10; i++) expect((await attempt()).status).toBe(401);
    const stopped = await attempt();
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await new Client(running.url).signIn(officerAccount)).status).toBe(200);
  });
});
