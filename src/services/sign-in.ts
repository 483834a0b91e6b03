import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import type { Db } from '../store/database.ts';
import { type AccountToOpen, findAccount, findAccountByEmail, putPassword, renewHash } from '../store/passwords.ts';
import { findStep, insertStep, takeStep } from '../store/sessions.ts';
import { insertUser } from '../store/users.ts';
import { Refusal } from '../values/refusal.ts';
import { attempt } from './accounts/attempts.ts';
import { keepRefused } from './accounts/keep-refused.ts';
import { hashPassword, verifyPassword } from './accounts/password-hash.ts';
import { rulesOf } from './accounts/rules.ts';
import { provesSecondFactor } from './accounts/second-factor.ts';
import { type Arrival, type OpenedSession, openSession } from './accounts/sessions.ts';
import { hashToken, newToken } from './accounts/tokens.ts';
import type { App } from './app.ts';

/** Signed in, or one step before it: the one-time code is to come with this token. */
export type SignInAnswer = { opened: OpenedSession } | { step: string };

const minute = 60_000;
const day = 24 * 60 * minute;
const stepMinutes = 5;

/** Whoever is unknown, gone or has no password takes the same work and gets the same answer as a wrong password. */
export async function signIn(
  app: App,
  { email, password }: { email: string; password: string },
  from: Arrival,
): Promise<SignInAnswer> {
  const proof = 'password';
  const judge = async () => {
    const account = await findAccountByEmail(app.db, email);
    const hash = account && mayTry(account) ? account.hash : null;
    const { right, renew } = await verifyPassword(hash ?? undefined, password);
    if (!account || !right) return undefined;
    if (renew) await renewHash(app.db, account.id, await hashPassword(password));
    return account;
  };
  const account = await attempt({ app, email, from, proof }, judge, ({ secondFactor }) => !secondFactor);
  if (!account) throw new Refusal('notSignedIn', { reason: 'wrongPassword' });
  await keepRefused(app, { account: account.email, proof, ...from }, () => refuseShut(app, account));
  if (!account.secondFactor) return { opened: await openSession(app, userOf(account), from, { proof }) };
  const step = newToken();
  const endsAt = new Date(Date.now() + stepMinutes * minute);
  await insertStep(app.db, { tokenHash: hashToken(step), userId: account.id, endsAt });
  return { step };
}

/** The one-time code, or a recovery code, after the right password. */
export async function takeSecondStep(
  app: App,
  { step, code }: { step: string; code: string },
  from: Arrival,
): Promise<OpenedSession> {
  const tokenHash = hashToken(step);
  const userId = await findStep(app.db, tokenHash, new Date());
  const account = userId === undefined ? undefined : await findAccount(app.db, userId);
  if (account?.state !== 'active') throw new Refusal('notSignedIn', { reason: 'stepEnded' });
  const judge = async () => ((await provesSecondFactor(app, account.id, code)) ? account : undefined);
  if (!(await attempt({ app, email: account.email, from, proof: 'code' }, judge, () => true)))
    throw new Refusal('notSignedIn', { reason: 'wrongCode' });
  if (!(await takeStep(app.db, tokenHash))) throw new Refusal('notSignedIn', { reason: 'stepEnded' });
  return openSession(app, userOf(account), from, { proof: 'code' });
}

const userOf = ({ id, name, email }: User): User => ({ id, name, email });

const mayTry = ({ state }: AccountToOpen): boolean => state === 'active' || state === 'locked';

/** Told only to whoever knows the password, or comes from a provider. */
export async function refuseShut(
  app: App,
  { state, seenAt, createdAt }: Pick<AccountToOpen, 'state' | 'seenAt' | 'createdAt'>,
): Promise<void> {
  if (state === 'locked') throw new Refusal('notAllowed', { reason: 'accountLocked' });
  const { unusedDays } = await rulesOf(app);
  const unused = Date.now() - (seenAt ?? createdAt).getTime();
  if (unused > unusedDays * day) throw new Refusal('notAllowed', { reason: 'accountUnused' });
}

export type NewUser = { name: string; email: string; password: string };

/** A person who signs in by password: both rows or none. Whether the password is a good one was asked before. */
export async function createUser(db: Db, { name, email, password }: NewUser): Promise<User> {
  const hash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    const user = { id: randomUUID(), name, email: email.toLowerCase() };
    await insertUser(trx, { ...user, state: 'active' });
    await putPassword(trx, { userId: user.id, hash, at: new Date(), given: false });
    return user;
  });
}
