import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authenticator } from '../../test/accounts/authenticator.ts';
import { engines } from '../../test/engines.ts';
import { Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { Account } from '../api/account.ts';
import type { Session } from '../api/session.ts';
import type { KeyRecord } from '../registry/api-key.ts';
import type { SignInEntry } from '../registry/sign-in.ts';
import { createUser } from '../services/sign-in.ts';

let person = { name: 'Trần Thị Sông Hậu', email: '', password: 'Lúa chín 2026 !' };
let people = 0;

describe.each(engines)("one's own account, on $name", (engine) => {
  let running: RunningServer;
  let mine: Client;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    const { db } = running.database;
    await db.deleteFrom('sign_in_failure').execute();
    people += 1;
    person = { ...person, email: `nguoi-${people}@thu.vn` };
    await createUser(db, person);
    mine = await signedIn();
  });

  const signedIn = async () => {
    const client = new Client(running.url);
    await client.signIn(person);
    return client;
  };
  const outcome = async (response: Response) => {
    const { code, facts } = (await response.json()) as { code?: string; facts?: Record<string, string> };
    return [response.status, code, facts?.fault ?? facts?.reason].filter((part) => part !== undefined);
  };
  const addFactor = async () => {
    const begun = await mine.post('/api/account/second-factor/begin', { password: person.password });
    const { key } = (await begun.json()) as { key: string };
    const phone = new Authenticator(key);
    const confirmed = await mine.post('/api/account/second-factor', { code: phone.code() });
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    return { phone, recoveryCodes };
  };
  const stepOf = async (client: Client) => {
    const response = await client.post('/api/session', { email: person.email, password: person.password });
    return ((await response.json()) as { step: string }).step;
  };
  const secondStep = async (code: string, client = new Client(running.url)) => {
    const response = await client.post('/api/session/second-step', { step: await stepOf(client), code });
    return outcome(response);
  };

  it('shows the sessions, and ends one or all others', async () => {
    const other = await signedIn();
    await signedIn();
    const { sessions } = await mine.get<Account>('/api/account');
    expect(sessions.map(({ present, address }) => [present, address])).toContainEqual([true, '127.0.0.1']);
    expect(sessions).toHaveLength(3);
    const theirs = (await other.get<Account>('/api/account')).sessions.find(({ present }) => present)?.id;
    expect((await mine.fetch(`/api/account/sessions/${theirs}`, { method: 'DELETE' })).status).toBe(200);
    expect((await other.fetch('/api/account')).status).toBe(401);
    expect((await mine.fetch('/api/account/sessions', { method: 'DELETE' })).status).toBe(200);
    expect((await mine.get<Account>('/api/account')).sessions).toHaveLength(1);
  });

  it('shows and ends nothing of anybody else', async () => {
    const { sessions } = await running.officer.get<Account>('/api/account');
    expect((await mine.fetch(`/api/account/sessions/${sessions[0]?.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await running.officer.fetch('/api/account')).status).toBe(200);
  });

  it('takes a new password that keeps the rules, after the present one, and ends all other sessions', async () => {
    const other = await signedIn();
    const change = async (present: string, next: string) =>
      outcome(await mine.post('/api/account/password', { present, next }));
    expect(await change('sai', 'Sông Tiền 2027 !')).toEqual([403, 'notAllowed', 'passwordAgain']);
    expect(await change(person.password, 'ngắn')).toEqual([422, 'passwordUnfit', 'tooShort']);
    expect(await change(person.password, 'Tran Song Hau 2027!')).toEqual([422, 'passwordUnfit', 'namesPerson']);
    expect(await change(person.password, person.password)).toEqual([422, 'passwordUnfit', 'usedBefore']);
    expect(await change(person.password, 'Cửu Long 2027 !!')).toEqual([200]);
    expect((await other.fetch('/api/account')).status).toBe(401);
    expect((await mine.fetch('/api/account')).status).toBe(200);
    expect(await change('Cửu Long 2027 !!', person.password)).toEqual([422, 'passwordUnfit', 'usedBefore']);
    expect((await new Client(running.url).signIn(person)).status).toBe(401);
    const verbs = await running.database.db.selectFrom('action').select(['verb', 'before', 'after']).execute();
    expect(verbs).toEqual([{ verb: 'changePassword', before: null, after: null }]);
  });

  it('lets nothing else be done before a password that somebody else gave is changed', async () => {
    await running.database.db.updateTable('password').set({ given: true }).execute();
    const session = await mine.get<Session>('/api/session');
    expect(session.must).toBe('changePassword');
    expect(await outcome(await mine.fetch('/api/documents'))).toEqual([403, 'notAllowed', 'changePassword']);
    const body = { present: person.password, next: 'Cửu Long 2027 !!' };
    expect((await mine.post('/api/account/password', body)).status).toBe(200);
    expect((await mine.get<Session>('/api/session')).must).toBeNull();
  });

  it('asks for the code of an authenticator from the day it was added, and keeps its key sealed', async () => {
    const { phone, recoveryCodes } = await addFactor();
    expect(recoveryCodes).toHaveLength(10);
    const kept = JSON.stringify([
      await running.database.db.selectFrom('second_factor').selectAll().execute(),
      await running.database.db.selectFrom('recovery_code').selectAll().execute(),
    ]);
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll('-', ''));
    const half = new Client(running.url);
    const step = await stepOf(half);
    expect((await half.fetch('/api/account')).status).toBe(401);
    half.cookie = `tiendo_session=${step}`;
    expect((await half.fetch('/api/account')).status).toBe(401);
    expect(await secondStep(phone.code())).toEqual([200]);
  });

  it('takes no code twice, neither of the authenticator nor for recovery, and no step twice', async () => {
    const { phone, recoveryCodes } = await addFactor();
    const code = phone.code();
    const first = new Client(running.url);
    const step = await stepOf(first);
    expect((await first.post('/api/session/second-step', { step, code })).status).toBe(200);
    expect(await secondStep(code)).toEqual([401, 'notSignedIn', 'wrongCode']);
    const [recovery = '', another = ''] = recoveryCodes;
    expect(await secondStep(recovery.toLowerCase())).toEqual([200]);
    expect(await secondStep(recovery)).toEqual([401, 'notSignedIn', 'wrongCode']);
    const { entries } = await mine.get<{ entries: SignInEntry[] }>('/api/account/sign-ins');
    expect(entries.slice(0, 3).map(({ outcome, proof }) => [outcome, proof])).toEqual([
      ['refused', 'code'],
      ['opened', 'code'],
      ['refused', 'code'],
    ]);
    expect(await outcome(await first.post('/api/session/second-step', { step, code: another }))).toEqual([
      401,
      'notSignedIn',
      'stepEnded',
    ]);
    expect((await mine.get<Account>('/api/account')).recoveryCodesLeft).toBe(9);
  });

  it('takes codes again where the last one was taken by a clock that was ahead and is set back', async () => {
    const { phone } = await addFactor();
    await sql`update second_factor set last_step = last_step + 2880`.execute(running.database.db);
    expect(await secondStep(phone.code())).toEqual([200]);
  });

  it('is locked by guessing codes, however often the right password is given in between', async () => {
    await addFactor();
    const outcomes: unknown[] = [];
    for (let i = 0; i < 5; i++) outcomes.push(await secondStep(String(i).padStart(6, '0')));
    expect(outcomes).toEqual(Array(5).fill([401, 'notSignedIn', 'wrongCode']));
    expect((await new Client(running.url).signIn(person)).status).toBe(429);
  });

  it('takes one of many sign-ins that come at once with the same code', async () => {
    const { phone } = await addFactor();
    const code = phone.code();
    const clients = Array.from({ length: 4 }, () => new Client(running.url));
    const steps: string[] = [];
    for (const client of clients) steps.push(await stepOf(client));
    const answers = await Promise.all(
      clients.map((client, i) => client.post('/api/session/second-step', { step: steps[i], code })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  });

  it('gives new recovery codes for the old ones, and does without the factor again', async () => {
    const { recoveryCodes } = await addFactor();
    const { password } = person;
    const renewed = await mine.post('/api/account/recovery-codes', { password });
    expect(((await renewed.json()) as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    expect(await secondStep(recoveryCodes[0] ?? '')).toEqual([401, 'notSignedIn', 'wrongCode']);
    expect(await outcome(await mine.post('/api/account/second-factor/remove', { password: 'sai' }))).toEqual([
      403,
      'notAllowed',
      'passwordAgain',
    ]);
    expect((await mine.post('/api/account/second-factor/remove', { password })).status).toBe(200);
    expect((await new Client(running.url).signIn(person)).status).toBe(200);
  });

  it('gives keys to other programs, ended by whose they are, and shows when one was used', async () => {
    const response = await mine.post('/api/account/keys', { name: 'Phần mềm', scopes: ['figures'], days: 30 });
    const { key } = (await response.json()) as { key: string };
    const withKey = async () => {
      const answer = await fetch(`${running.url}/api/session`, { headers: { authorization: `Bearer ${key}` } });
      return ((await answer.json()) as Session).user?.email;
    };
    expect(await withKey()).toBe(person.email);
    const { keys } = await mine.get<{ keys: KeyRecord[] }>('/api/account/keys');
    expect(keys).toMatchObject([{ name: 'Phần mềm', scopes: ['figures'], usedFrom: '127.0.0.1' }]);
    const feed = async (token: string) => fetch(`${running.url}/api/deadlines/${token}`);
    expect((await feed(key)).status).toBe(404);
    const made = await mine.post('/api/account/keys', { name: 'Lịch', scopes: ['calendar'], days: 30 });
    const calendar = ((await made.json()) as { key: string }).key;
    expect(await (await feed(calendar)).text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR/);
    const inPlaceOfAKey = { headers: { authorization: `Bearer ${calendar}` } };
    expect((await fetch(`${running.url}/api/duties`, inPlaceOfAKey)).status).toBe(403);
    const id = keys[0]?.id;
    expect((await running.officer.fetch(`/api/account/keys/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await mine.fetch(`/api/account/keys/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect(await withKey()).toBeUndefined();
  });
});

describe.each(engines.slice(0, 1))('where a role must have a second factor, on $name', (engine) => {
  it('nothing else can be done before it is there', async () => {
    const running = await runServer(engine, { accountRules: { secondFactorFor: ['administrator'] } });
    expect((await running.officer.get<Session>('/api/session')).must).toBe('addSecondFactor');
    expect((await running.officer.fetch('/api/documents')).status).toBe(403);
    const begun = await running.officer.post('/api/account/second-factor/begin', { password: 'mat-khau-thu' });
    const { key, picture } = (await begun.json()) as { key: string; picture: string };
    expect(picture).toMatch(/^<svg[^>]*>.*<\/svg>$/s);
    const code = new Authenticator(key).code();
    expect((await running.officer.post('/api/account/second-factor', { code })).status).toBe(200);
    expect((await running.officer.fetch('/api/documents')).status).toBe(200);
    await running.stop();
  });
});
