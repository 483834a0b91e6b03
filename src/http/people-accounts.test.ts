import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authenticator } from '../../test/accounts/authenticator.ts';
import { engines } from '../../test/engines.ts';
import { Client, givePost, type RunningServer, runServer, testAgency } from '../../test/running-server.ts';
import type { PersonAccount } from '../api/people-accounts.ts';
import { sendPasswordLink } from '../services/accounts/links.ts';
import { createUser } from '../services/sign-in.ts';

const password = 'Lúa chín 2026 !';
let people = 0;
const newEmail = () => {
  people += 1;
  return `nguoi-${people}@thu.vn`;
};

const outcome = async (response: Response) => {
  const { code, facts } = (await response.json()) as { code?: string; facts?: Record<string, string> };
  return [response.status, code, facts?.fault ?? facts?.reason].filter((part) => part !== undefined);
};

describe.each(engines)('accounts of others, on $name', (engine) => {
  let running: RunningServer;
  let nobody: Client;
  beforeAll(async () => {
    running = await runServer(engine);
    await sql`insert into agency (id, parent_id, kind, tier, source) values ('so', ${testAgency}, 'department', 'province', 'thử')`.execute(
      running.database.db,
    );
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    nobody = new Client(running.url);
    await running.database.db.deleteFrom('sign_in_failure').execute();
  });

  const invite = async (email: string) => {
    const posts = [{ role: 'officer', agencyId: 'so' }];
    const response = await running.officer.post('/api/people/invitations', { name: 'Lê Văn Mời', email, posts });
    const { link, userId } = (await response.json()) as { link: string; userId: string };
    return { token: new URL(link).hash.slice(1), link, userId };
  };
  const actions = (userId: string) =>
    running.database.db
      .selectFrom('action')
      .select(['verb', 'reason'])
      .where('subject_id', '=', userId)
      .orderBy('id')
      .execute();

  it('begin with an invitation: a link that works once, by which the person chooses a password', async () => {
    const email = newEmail();
    const { token, link, userId } = await invite(email);
    expect(link).toMatch(new RegExp(`^${running.url}/loi-moi#[\\w-]{43}$`));
    const kept = JSON.stringify(await running.database.db.selectFrom('account_link').selectAll().execute());
    expect(kept).not.toContain(token);
    expect((await nobody.signIn({ email, password })).status).toBe(401);
    const seen = await nobody.post('/api/account-links/look', { token });
    expect(await seen.json()).toEqual({ kind: 'invitation', name: 'Lê Văn Mời', email });
    const accept = (chosen: string) =>
      nobody.post('/api/account-links', { token, name: 'Lê Văn Mời', password: chosen });
    expect(await outcome(await accept('ngắn'))).toEqual([422, 'passwordUnfit', 'tooShort']);
    expect((await accept(password)).status).toBe(200);
    expect(await outcome(await accept('Đò ngang 2026 !!'))).toEqual([410, 'linkEnded']);
    expect((await nobody.signIn({ email, password })).status).toBe(200);
    expect((await nobody.get<{ posts: unknown[] }>('/api/session')).posts).toHaveLength(1);
    expect((await actions(userId)).map(({ verb }) => verb)).toEqual(['invite', 'acceptInvitation']);
  });

  it('let no link be used after its time, or when a newer one was made', async () => {
    const first = await invite(newEmail());
    const again = await running.officer.post(`/api/people/${first.userId}/invitation`, {});
    const token = new URL(((await again.json()) as { link: string }).link).hash.slice(1);
    expect(await outcome(await nobody.post('/api/account-links/look', { token: first.token }))).toEqual([
      410,
      'linkEnded',
    ]);
    expect((await nobody.post('/api/account-links/look', { token })).status).toBe(200);
    await running.database.db
      .updateTable('account_link')
      .set({ ends_at: new Date(Date.now() - 1000) })
      .execute();
    expect(await outcome(await nobody.post('/api/account-links', { token, name: null, password }))).toEqual([
      410,
      'linkEnded',
    ]);
  });

  it('are not made twice for one e-mail', async () => {
    const email = newEmail();
    await invite(email);
    const again = { name: 'Người Khác', email: email.toUpperCase(), posts: [] };
    expect(await outcome(await running.officer.post('/api/people/invitations', again))).toEqual([409, 'accountExists']);
  });

  it('are not made for a post in an agency that has ended', async () => {
    const posts = [{ role: 'officer', agencyId: testAgency }];
    const invited = { name: 'Lê Văn Mời', email: newEmail(), posts };
    expect(await outcome(await running.officer.post('/api/people/invitations', invited))).toEqual([
      409,
      'postAgencyGone',
    ]);
  });

  it('are released, and freed of a second factor, by an administrator, which is recorded', async () => {
    const email = newEmail();
    const { id } = await createUser(running.database.db, { name: 'Phạm Mất Máy', email, password });
    await nobody.signIn({ email, password });
    const begun = await nobody.post('/api/account/second-factor/begin', { password });
    const { key } = (await begun.json()) as { key: string };
    await nobody.post('/api/account/second-factor', { code: new Authenticator(key).code() });
    for (let i = 0; i < 5; i++) await new Client(running.url).signIn({ email, password: 'sai' });
    const state = () => running.officer.get<PersonAccount>(`/api/people/${id}/account`);
    expect(await state()).toMatchObject({
      state: 'active',
      secondFactor: true,
      lockedUntil: expect.any(String),
      sessions: 1,
    });
    expect((await running.officer.post(`/api/people/${id}/release`, {})).status).toBe(200);
    expect((await running.officer.fetch(`/api/people/${id}/second-factor`, { method: 'DELETE' })).status).toBe(200);
    expect(await state()).toMatchObject({ secondFactor: false, lockedUntil: null, sessions: 0 });
    expect((await nobody.fetch('/api/account')).status).toBe(401);
    expect((await nobody.signIn({ email, password })).status).toBe(200);
    expect((await running.officer.fetch(`/api/people/${id}/sessions`, { method: 'DELETE' })).status).toBe(200);
    expect((await nobody.fetch('/api/account')).status).toBe(401);
    expect((await actions(id)).map(({ verb }) => verb)).toEqual([
      'addSecondFactor',
      'releaseAccount',
      'resetSecondFactor',
      'endSessions',
    ]);
  });

  it('are locked by an administrator with a reason: sessions end at once, and nobody but who knows the password hears of it', async () => {
    const email = newEmail();
    const { id } = await createUser(running.database.db, { name: 'Bị Khóa Lại', email, password });
    await nobody.signIn({ email, password });
    expect((await running.officer.post(`/api/people/${id}/lock`, { reason: 'Chuyển công tác' })).status).toBe(200);
    expect((await nobody.fetch('/api/account')).status).toBe(401);
    expect(await outcome(await nobody.signIn({ email, password }))).toEqual([403, 'notAllowed', 'accountLocked']);
    expect(await outcome(await nobody.signIn({ email, password: 'sai' }))).toEqual([
      401,
      'notSignedIn',
      'wrongPassword',
    ]);
    expect(await outcome(await running.officer.post(`/api/people/${id}/lock`, { reason: 'x' }))).toEqual([
      409,
      'notPossibleNow',
    ]);
    await running.officer.post(`/api/people/${id}/release`, {});
    expect((await nobody.signIn({ email, password })).status).toBe(200);
    expect(await actions(id)).toEqual([
      { verb: 'lockAccount', reason: 'Chuyển công tác' },
      { verb: 'releaseAccount', reason: null },
    ]);
    const { user } = await running.officer.get<{ user: { id: string } }>('/api/session');
    expect(await outcome(await running.officer.post(`/api/people/${user.id}/lock`, { reason: 'x' }))).toEqual([
      409,
      'notPossibleNow',
    ]);
  });

  it('that nobody used for 45 days wait for an administrator', async () => {
    const email = newEmail();
    const { id } = await createUser(running.database.db, { name: 'Đi Vắng Lâu', email, password });
    const long = new Date(Date.now() - 46 * 86_400_000);
    await running.database.db.updateTable('app_user').set({ seen_at: long }).where('id', '=', id).execute();
    expect(await outcome(await nobody.signIn({ email, password }))).toEqual([403, 'notAllowed', 'accountUnused']);
    expect(await outcome(await nobody.signIn({ email, password: 'sai' }))).toEqual([
      401,
      'notSignedIn',
      'wrongPassword',
    ]);
    await running.officer.post(`/api/people/${id}/release`, {});
    expect((await nobody.signIn({ email, password })).status).toBe(200);
  });

  it('end with a hand-over: open work and drafts go to a colleague in one step, history stays', async () => {
    const { db } = running.database;
    const email = newEmail();
    const leaver = await createUser(db, { name: 'Ngô Chuyển Đi', email, password });
    const heir = await createUser(db, { name: 'Vũ Ở Lại', email: newEmail(), password });
    const stranger = await createUser(db, { name: 'Người Ngoài', email: newEmail(), password });
    await givePost(db, leaver.id, 'officer');
    await givePost(db, heir.id, 'officer');
    const duty = (stage: string) => {
      const id = randomUUID();
      return { id, root_id: id, agency_id: testAgency, kind: 'assigned', officer_id: leaver.id, stage };
    };
    const [open, done] = [duty('accepted'), duty('done')];
    const at = new Date();
    const said = (stage: string) => ({
      id: randomUUID(),
      duty_id: open.id,
      agency_id: testAgency,
      author_id: leaver.id,
      created_at: at,
      changed_at: at,
      sent_at: stage === 'sent' ? at : null,
      stage,
    });
    const [draft, sent] = [said('draft'), said('sent')];
    await db.insertInto('duty').values([open, done]).execute();
    await db.insertInto('progress').values([draft, sent]).execute();
    await nobody.signIn({ email, password });

    const path = `/api/people/${leaver.id}/leaving`;
    const { work } = await running.officer.get<{ work: unknown[] }>(path);
    expect(work).toEqual([
      {
        agencyId: testAgency,
        agencyName: 'Cơ quan thử',
        duties: 1,
        drafts: 1,
        colleagues: expect.arrayContaining([{ id: heir.id, name: heir.name }]),
      },
    ]);
    const leaving = (to: string[]) =>
      running.officer.post(path, { handOver: to.map((id) => ({ agencyId: testAgency, to: id })), reason: 'Nghỉ hưu' });
    expect(await outcome(await leaving([]))).toEqual([409, 'handOverMissing']);
    expect(await outcome(await leaving([stranger.id]))).toEqual([409, 'handOverMissing']);
    expect((await nobody.fetch('/api/account')).status).toBe(200);
    expect((await leaving([heir.id])).status).toBe(200);

    const duties = await db.selectFrom('duty').select(['id', 'officer_id']).execute();
    expect(new Map(duties.map((one) => [one.id, one.officer_id]))).toEqual(
      new Map([
        [open.id, heir.id],
        [done.id, leaver.id],
      ]),
    );
    const progress = await db.selectFrom('progress').select(['id', 'author_id']).execute();
    expect(new Map(progress.map((one) => [one.id, one.author_id]))).toEqual(
      new Map([
        [draft.id, heir.id],
        [sent.id, leaver.id],
      ]),
    );
    expect((await nobody.fetch('/api/account')).status).toBe(401);
    expect(await outcome(await nobody.signIn({ email, password }))).toEqual([401, 'notSignedIn', 'wrongPassword']);
    expect(await actions(leaver.id)).toEqual([{ verb: 'endAccount', reason: 'Nghỉ hưu' }]);
    expect((await actions(open.id)).map(({ verb }) => verb)).toEqual(['handOverDuty']);
    const notices = await db.selectFrom('notice').select(['user_id', 'kind']).execute();
    expect(notices).toEqual([{ user_id: heir.id, kind: 'handedOver' }]);
    // Whoever left can be invited again, and holds nothing until a post is given.
    expect((await running.officer.post(`/api/people/${leaver.id}/invitation`, {})).status).toBe(200);
  });

  it('are touched by administrators only, and nobody ends their own', async () => {
    const officer = await running.as('officer');
    const { user } = await running.officer.get<{ user: { id: string } }>('/api/session');
    for (const path of ['invitations', `${user.id}/release`, `${user.id}/leaving`, `${user.id}/invitation`])
      expect((await officer.post(`/api/people/${path}`, {})).status).toBe(403);
    const own = await running.officer.post(`/api/people/${user.id}/leaving`, { handOver: [], reason: 'x' });
    expect(await outcome(own)).toEqual([409, 'notPossibleNow']);
  });
});

describe.each(engines.slice(0, 1))('a forgotten password, on $name', (engine) => {
  let running: RunningServer;
  const email = 'hay-quen@thu.vn';
  beforeAll(async () => {
    const mail = { url: 'smtp://127.0.0.1:9', from: 'Tiến Độ <tien-do@thu.vn>' };
    running = await runServer(engine, { publicUrl: 'http://tien-do.thu.vn', mail });
    await createUser(running.database.db, { name: 'Hồ Hay Quên', email, password });
  });
  afterAll(() => running.stop());

  const queued = async (queue: string) => {
    const rows = await running.database.db.selectFrom('outbox').select('data').where('queue', '=', queue).execute();
    return rows.map(({ data }) => data as { to?: string; text?: string; email?: string });
  };

  it('is asked for without a word about whether there is such an account, and with the same work', async () => {
    const ask = async (who: string) => {
      const response = await running.nobody.post('/api/password-links', { email: who });
      return [response.status, await response.text()];
    };
    expect([await ask(email), await ask('khong-co@thu.vn')]).toEqual([
      [200, '{}'],
      [200, '{}'],
    ]);
    expect((await queued('passwordLink')).map((data) => data.email)).toEqual([email, 'khong-co@thu.vn']);
    for (let i = 0; i < 5; i++) expect(await ask(email)).toEqual([200, '{}']);
    expect(await queued('passwordLink')).toHaveLength(4);
  });

  it('is set anew by a link in a letter to its owner, whose address no request chooses; all sessions end', async () => {
    const before = new Client(running.url);
    await before.signIn({ email, password });
    await sendPasswordLink(running.app, 'khong-co@thu.vn');
    await sendPasswordLink(running.app, email);
    const letters = await queued('mail');
    expect(letters.map(({ to }) => to)).toEqual([email]);
    const token = /http:\/\/tien-do\.thu\.vn\/loi-moi#([\w-]{43})/.exec(letters[0]?.text ?? '')?.[1];
    const next = 'Đò ngang 2026 !!';
    expect((await running.nobody.post('/api/account-links', { token, name: null, password: next })).status).toBe(200);
    expect((await before.fetch('/api/account')).status).toBe(401);
    expect((await before.signIn({ email, password })).status).toBe(401);
    expect((await before.signIn({ email, password: next })).status).toBe(200);
  });
});
