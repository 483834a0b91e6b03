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
import { recordOfAccount } from './recording.ts';
import type { Arrival } from './sessions.ts';

type Doing = { by: User; from: Arrival };
type Invitation = { name: string; email: string; posts: readonly Post[]; base: string };

/** Gives the link where the installation sends no mail. */
export async function invite(app: App, { name, email, posts, base }: Invitation, { by, from }: Doing) {
  if (await findAccountByEmail(app.db, email)) throw new Refusal('accountExists');
  const validFrom = today(app.clock);
  for (const { agencyId } of posts) await needAgency(app.db, agencyId, validFrom);
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

async function getPerson(app: App, userId: string): Promise<AccountToOpen> {
  const account = await findAccount(app.db, userId);
  if (!account) throw new Refusal('notFound');
  return account;
}

/** To whoever was invited, or left and comes back; the links of before are worth nothing then. */
export async function inviteAgain(app: App, userId: string, base: string, { by, from }: Doing): Promise<string | null> {
  const account = await getPerson(app, userId);
  if (account.state === 'active') throw new Refusal('notPossibleNow');
  return app.db.transaction().execute(async (trx) => {
    await setUserState(trx, userId, 'invited');
    await recordOfAccount(trx, { by: by.id, from, verb: 'inviteAgain', userId });
    return makeLink(app, trx, account, { kind: 'invitation', madeBy: by.id, base });
  });
}

/** What an administrator sees of an account; never where or how its secrets are. */
export async function accountOf(app: App, userId: string) {
  const account = await getPerson(app, userId);
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

/** After failures, or after long without use. */
export async function release(app: App, userId: string, { by, from }: Doing): Promise<void> {
  const account = await getPerson(app, userId);
  await releaseAccount(app, account.email);
  await app.db.transaction().execute(async (trx) => {
    await markSeen(trx, userId, new Date());
    await recordOfAccount(trx, { by: by.id, from, verb: 'releaseAccount', userId });
  });
}

/** Whoever lost the phone and the recovery codes begins anew; sessions end, so that nobody else goes on in one. */
export async function resetSecondFactor(app: App, userId: string, { by, from }: Doing): Promise<void> {
  await getPerson(app, userId);
  await app.db.transaction().execute(async (trx) => {
    if (!(await deleteSecondFactor(trx, userId))) throw new Refusal('notPossibleNow');
    await deleteSessionsOf(trx, userId);
    await recordOfAccount(trx, { by: by.id, from, verb: 'resetSecondFactor', userId });
  });
}

export async function endSessions(app: App, userId: string, { by, from }: Doing): Promise<void> {
  await getPerson(app, userId);
  await app.db.transaction().execute(async (trx) => {
    await deleteSessionsOf(trx, userId);
    await recordOfAccount(trx, { by: by.id, from, verb: 'endSessions', userId });
  });
}
