import { createHook } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { Client, officerAccount, type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import type { Session } from '../api/session.ts';
import { releaseAccount } from '../services/accounts/attempts.ts';
import { buildServer, closeServer } from './server.ts';

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
      must: null,
      idleSeconds: null,
      providers: [],
      passwordLinks: false,
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
      'seeScorecard',
      'compareAgencies',
      'seeMyWork',
      'seeDuty',
      'askQuestion',
      'seeStocktakes',
      'seeReporting',
      'sendFiles',
    ]);
  });

  it('does not last longer because the clock was ahead and was set back', async () => {
    const client = await running.as('officer');
    const id = (await client.get<Session>('/api/session')).user?.id ?? '';
    const { db } = running.database;
    await sql`update session set used_at = now() + interval '1 day', ends_at = now() + interval '3 days' where user_id = ${id}`.execute(
      db,
    );
    expect((await client.get<Session>('/api/session')).user?.id).toBe(id);
    const { rows } = await sql<{ past: boolean; hours: number }>`
      select used_at <= now() as past, extract(epoch from ends_at - used_at)::float8 / 3600 as hours from session where user_id = ${id}`.execute(
      db,
    );
    expect(rows).toEqual([{ past: true, hours: 12 }]);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const response = await new Client(running.url).signIn(officerAccount);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^tiendo_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('sends its cookie over https only where people come by https', async () => {
    const secure = await runServer(engine, { publicUrl: 'https://tien-do.example' });
    const response = await new Client(secure.url).signIn(officerAccount);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-tiendo_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await secure.officer.fetch('/api/documents')).status).toBe(200);
    await secure.stop();
  });

  it('keeps no password and no token of a session, only what hashes make of them', async () => {
    const kept = JSON.stringify([
      await running.database.db.selectFrom('password').selectAll().execute(),
      await running.database.db.selectFrom('session').selectAll().execute(),
    ]);
    expect(kept).toMatch(/"hash":"\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}"/);
    expect(kept).not.toContain(officerAccount.password);
    expect(kept).not.toContain(running.officer.cookie?.split('=')[1]);
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

  it('does not believe a cookie that somebody made up, changed, or kept after signing out', async () => {
    const client = new Client(running.url);
    const token = running.officer.cookie?.split('=')[1] ?? '';
    await client.signIn(officerAccount);
    const kept = client.cookie;
    await client.fetch('/api/session', { method: 'DELETE' });
    for (const cookie of [
      'tiendo_session=abc',
      `tiendo_session=${token}x`,
      `tiendo_session=${token.slice(0, -9)}AAAAAAAAA`,
      `tiendo_session=${createHash('sha256').update(token).digest('base64url')}`,
      kept,
    ]) {
      client.cookie = cookie;
      expect((await client.fetch('/api/documents')).status).toBe(401);
    }
  });

  it('gives a token of its own: one that was planted before, or belongs to somebody else, is worth nothing afterwards', async () => {
    const planted = `tiendo_session=${'A'.repeat(43)}`;
    const victim = new Client(running.url);
    victim.cookie = planted;
    await victim.signIn(officerAccount);
    expect(victim.cookie).not.toBe(planted);
    const attacker = new Client(running.url);
    attacker.cookie = planted;
    expect((await attacker.fetch('/api/documents')).status).toBe(401);
    // Signing in again over a session ends that session.
    const before = victim.cookie;
    await victim.signIn(officerAccount);
    attacker.cookie = before;
    expect((await attacker.fetch('/api/documents')).status).toBe(401);
  });

  it('ends without use, and after its longest time whatever is done', async () => {
    const { db } = running.database;
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const client = new Client(running.url);
    const status = async (change: { used_at?: Date; ends_at?: Date }) => {
      await client.signIn(officerAccount);
      const token = client.cookie?.split('=')[1] ?? '';
      const token_hash = createHash('sha256').update(token).digest('base64url');
      await db.updateTable('session').set(change).where('token_hash', '=', token_hash).execute();
      return (await client.fetch('/api/documents')).status;
    };
    expect(await status({ used_at: minutesAgo(4) })).toBe(200);
    expect(await status({ used_at: minutesAgo(16) })).toBe(401);
    expect((await client.fetch('/api/documents')).status).toBe(401);
    expect(await status({ ends_at: minutesAgo(1) })).toBe(401);
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

  it('lets nothing be changed with a cookie by a request that does not say where it comes from', async () => {
    const { cookie = '' } = running.officer;
    const said = (headers: Record<string, string>) =>
      fetch(`${running.url}/api/session`, { method: 'DELETE', headers: { cookie, ...headers } });
    expect((await said({})).status).toBe(403);
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
    expect((await said(form)).status).toBe(403);
    expect((await running.officer.fetch('/api/documents')).status).toBe(200);
  });
});

describe.each(engines)('guessing passwords, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine, { accountRules: { addressFailuresBeforeLock: 15 } });
  });
  afterAll(() => running.stop());

  const attempt = async (email: string, password: string, url = running.url) => {
    const response = await new Client(url).signIn({ email, password });
    return { status: response.status, text: await response.text(), wait: response.headers.get('retry-after') };
  };

  it('locks an account after five wrong ones, the same for one that is there and one that is not', async () => {
    const answers = await Promise.all(
      [officerAccount.email, 'khong-co@thu.vn'].map(async (email) => {
        const statuses = [];
        for (let i = 0; i < 7; i++) statuses.push((await attempt(email, `sai ${i}`)).status);
        return statuses;
      }),
    );
    expect(answers).toEqual([
      [401, 401, 401, 401, 401, 429, 429],
      [401, 401, 401, 401, 401, 429, 429],
    ]);
    const right = await attempt(officerAccount.email.toUpperCase(), officerAccount.password);
    expect(right.status).toBe(429);
    expect(Number(right.wait)).toBeGreaterThan(14 * 60);
    const { rows } = await sql`
      select from sign_in where outcome = 'refused' and account = ${officerAccount.email}`.execute(running.database.db);
    expect(rows).toHaveLength(8);
  });

  it('keeps who was refused and who came in, from where, and never what was typed as a password', async () => {
    await attempt('an@thu.vn', 'mật-khẩu-gõ-nhầm');
    await running.as('officer');
    const { rows } = await sql<{ outcome: string; account: string; address: string }>`
      select outcome, account, address, device, user_id from sign_in order by id desc limit 2`.execute(
      running.database.db,
    );
    expect(rows).toMatchObject([
      { outcome: 'opened', address: '127.0.0.1', device: 'test' },
      { outcome: 'refused', account: 'an@thu.vn', address: '127.0.0.1', user_id: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('gõ-nhầm');
  });

  it('keeps the lock in the database, for every server that works on it', async () => {
    const second = await buildServer(running.app, { pagesFolder: '/nonexistent' });
    const url = await second.listen({ host: '127.0.0.1', port: 0 });
    expect((await attempt(officerAccount.email, officerAccount.password, url)).status).toBe(429);
    await closeServer(second);
  });

  it('opens the account again after its time, and when an administrator releases it', async () => {
    const { db } = running.database;
    await db
      .updateTable('sign_in_failure')
      .set({ locked_until: new Date(Date.now() - 1000) })
      .execute();
    expect((await attempt(officerAccount.email, officerAccount.password)).status).toBe(200);
    for (let i = 0; i < 5; i++) await attempt(officerAccount.email, 'sai');
    expect((await attempt(officerAccount.email, officerAccount.password)).status).toBe(429);
    await releaseAccount(running.app, officerAccount.email);
    expect((await attempt(officerAccount.email, officerAccount.password)).status).toBe(200);
  });

  it('does not stay shut because the clock was ahead and was set back', async () => {
    for (let i = 0; i < 6; i++) await attempt(officerAccount.email, 'sai');
    expect((await attempt(officerAccount.email, officerAccount.password)).status).toBe(429);
    await sql`update sign_in_failure set since = now() + interval '1 day', locked_until = now() + interval '25 hours'`.execute(
      running.database.db,
    );
    expect((await attempt(officerAccount.email, officerAccount.password)).status).toBe(200);
  });

  it('judges five of a hundred that come at once', async () => {
    const many = Array.from({ length: 100 }, (_, i) => attempt('bi-do@thu.vn', `thử ${i}`));
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(95);
  });

  it('stops an address that tries one password on many accounts', async () => {
    const statuses = [];
    await running.database.db.deleteFrom('sign_in_failure').execute();
    for (let i = 0; i < 16; i++) statuses.push((await attempt(`nguoi-${i}@thu.vn`, 'Mat-khau-2026')).status);
    expect(statuses.slice(14)).toEqual([401, 429]);
    await running.database.db.deleteFrom('sign_in_failure').execute();
  });

  it('tells nothing by the work it does: unknown, gone and known take one slow hash each', async () => {
    await running.database.db
      .insertInto('app_user')
      .values({ id: 'da-di', name: 'Đã Đi', email: 'da-di@thu.vn', state: 'left' })
      .execute();
    let hashes = 0;
    const hook = createHook({ init: (_, type) => (hashes += type === 'ARGON2REQUEST' ? 1 : 0) }).enable();
    const work = async (email: string, password: string) => {
      hashes = 0;
      expect((await attempt(email, password)).status).toBe(401);
      return hashes;
    };
    const { email, password } = officerAccount;
    expect([
      await work(email, 'sai'),
      await work('khong-co@thu.vn', 'sai'),
      await work('da-di@thu.vn', password),
    ]).toEqual([1, 1, 1]);
    hook.disable();
  });
});

describe.each(engines.slice(0, 1))('the address of whoever signs in, on $name', (engine) => {
  const addressSeen = async (trustProxy: string | undefined) => {
    const running = await runServer(engine, trustProxy === undefined ? {} : { trustProxy });
    const client = new Client(running.url);
    await client.post('/api/session', {});
    const response = await client.fetch('/api/session', {
      method: 'POST',
      body: JSON.stringify({ email: officerAccount.email, password: officerAccount.password }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
    });
    expect(response.status).toBe(200);
    const rows = await running.database.db
      .selectFrom('session')
      .select('address')
      .orderBy('began_at', 'desc')
      .execute();
    await running.stop();
    return rows[0]?.address;
  };

  it('is what the connection says, unless a proxy is trusted by name', async () => {
    expect(await addressSeen(undefined)).toBe('127.0.0.1');
    expect(await addressSeen('loopback')).toBe('203.0.113.9');
  });
});
