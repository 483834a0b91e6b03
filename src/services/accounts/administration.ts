import { randomUUID } from 'node:crypto';
import type { User } from '../../registry/may.ts';
import type { Post } from '../../registry/post.ts';
import { type AccountToOpen, findAccount, findAccountByEmail } from '../../store/passwords.ts';
import { addPost } from '../../store/posts.ts';
import { deleteSecondFactor } from '../../store/second-factors.ts';
import { deleteSessionsOf, sessionsOf } from '../../store/sessions.ts';
import { insertUser, markSeen, setUserState } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { needAgency } from '../give-post.ts';
import { accountLockedUntil, releaseAccount } from './attempts.ts';
import { makeLink } from './links.ts';
import { lockAccount, unlock } from './lock.ts';
import { refuseAgenciesBeyond, refusePersonBeyond } from './reach.ts';
import { recordOfAccount } from './recording.ts';
import type { Arrival } from './sessions.ts';

type Doing = { by: User; from: Arrival };
type Invitation = { name: string; email: string; posts: readonly Post[]; base: string };

/** Gives the link where the installation sends no mail. */
export async function invite(app: App, { name, email, posts, base }: Invitation, { by, from }: Doing) {
  if (await findAccountByEmail(app.db, email)) throw new Refusal('accountExists');
  const validFrom = today(app.clock);
  const agencyIds = posts.map(({ agencyId }) => agencyId);
  for (const { agencyId } of posts) await needAgency(app.db, agencyId, validFrom);
  await refuseAgenciesBeyond(app.db, by.id, agencyIds, validFrom);
  const user = { id: randomUUID(), name: squeeze(nfc(name)), email: email.toLowerCase() };
  const link = await app.db.transaction().execute(async (trx) => {
    await insertUser(trx, { ...user, state: 'invited' });
    for (const post of posts) await addPost(trx, { ...post, userId: user.id, validFrom, givenBy: by.id });
    const after = { name: user.name, email: user.email, posts };
    await recordOfAccount(trx, { by: by.id, from, verb: 'invite', userId: user.id, after });
    return makeLink(app, trx, user, { kind: 'invitation', madeBy: by.id, base });
  });
  return { userId: user.id, link };
}

/** Somebody whose account an administrator looks after. */
async function getPerson(app: App, userId: string, by: User): Promise<AccountToOpen> {
  const account = await findAccount(app.db, userId);
  if (!account) throw new Refusal('notFound');
  await refusePersonBeyond(app.db, by.id, userId, today(app.clock));
  return account;
}

/** To whoever was invited, or left and comes back; the links of before are worth nothing then. */
export async function inviteAgain(app: App, userId: string, base: string, { by, from }: Doing): Promise<string | null> {
  const account = await getPerson(app, userId, by);
  if (account.state !== 'invited' && account.state !== 'left') throw new Refusal('notPossibleNow');
  return app.db.transaction().execute(async (trx) => {
    await setUserState(trx, userId, 'invited');
    await recordOfAccount(trx, { by: by.id, from, verb: 'inviteAgain', userId });
    return makeLink(app, trx, account, { kind: 'invitation', madeBy: by.id, base });
  });
}

/** What an administrator sees of an account; never where or how its secrets are. */
export async function accountOf(app: App, userId: string, by: User) {
  const account = await getPerson(app, userId, by);
  const now = new Date();
  const idleSince = new Date(now.getTime() - app.accounts.rules.idleMinutes * 60_000);
  const lockedUntil = await accountLockedUntil(app, account.email, now);
  return {
    state: account.state,
    seenAt: account.seenAt?.toISOString() ?? null,
    secondFactor: account.secondFactor,
    lockedUntil: lockedUntil?.toISOString() ?? null,
    sessions: (await sessionsOf(app.db, userId, now, idleSince)).length,
  };
}

/** After failures, after long without use, or from the lock of an administrator. */
export async function release(app: App, userId: string, { by, from }: Doing): Promise<void> {
  const account = await getPerson(app, userId, by);
  await releaseAccount(app, account.email);
  await app.db.transaction().execute(async (trx) => {
    const change = account.state === 'locked' ? await unlock(trx, account) : {};
    await markSeen(trx, userId, new Date());
    await recordOfAccount(trx, { by: by.id, from, verb: 'releaseAccount', userId, ...change });
  });
}

/** Until somebody releases it nobody signs in with it; posts and work stay as they are. */
export async function lock(app: App, userId: string, reason: string, { by, from }: Doing): Promise<void> {
  const account = await getPerson(app, userId, by);
  await app.db.transaction().execute(async (trx) => {
    const change = await lockAccount(trx, account, by);
    await recordOfAccount(trx, { by: by.id, from, verb: 'lockAccount', userId, reason, ...change });
  });
}

/** Whoever lost the phone and the recovery codes begins anew; sessions end, so that nobody else goes on in one. */
export async function resetSecondFactor(app: App, userId: string, { by, from }: Doing): Promise<void> {
  await getPerson(app, userId, by);
  await app.db.transaction().execute(async (trx) => {
    if (!(await deleteSecondFactor(trx, userId))) throw new Refusal('notPossibleNow');
    await deleteSessionsOf(trx, userId);
    await recordOfAccount(trx, { by: by.id, from, verb: 'resetSecondFactor', userId });
  });
}

export async function endSessions(app: App, userId: string, { by, from }: Doing): Promise<void> {
  await getPerson(app, userId, by);
  await app.db.transaction().execute(async (trx) => {
    await deleteSessionsOf(trx, userId);
    await recordOfAccount(trx, { by: by.id, from, verb: 'endSessions', userId });
  });
}
