import type { User } from '../../registry/may.ts';
import type { Db } from '../../store/database.ts';
import { type AccountToOpen, findAccount, latestHashes, putPassword } from '../../store/passwords.ts';
import { countRecoveryCodes } from '../../store/second-factors.ts';
import { deleteSessionsOf, sessionsOf } from '../../store/sessions.ts';
import { renameUser } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { App } from '../app.ts';
import { attempt } from './attempts.ts';
import { faultOfPassword } from './fit-password.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { recordOfAccount } from './recording.ts';
import type { Arrival } from './sessions.ts';

async function getOwnAccount(db: Db, userId: string): Promise<AccountToOpen> {
  const account = await findAccount(db, userId);
  if (!account) throw new Refusal('notFound');
  return account;
}

/** @param present the session that asks */
export async function ownAccount(app: App, user: User, present: string | undefined) {
  const now = new Date();
  const { idleMinutes } = app.accounts.rules;
  const account = await getOwnAccount(app.db, user.id);
  const sessions = await sessionsOf(app.db, user.id, now, new Date(now.getTime() - idleMinutes * 60_000));
  return {
    name: account.name,
    email: account.email,
    passwordSetAt: account.setAt?.toISOString() ?? null,
    secondFactor: account.secondFactor,
    recoveryCodesLeft: await countRecoveryCodes(app.db, user.id),
    sessions: sessions.map(({ beganAt, usedAt, ...session }) => ({
      ...session,
      beganAt: beganAt.toISOString(),
      usedAt: usedAt.toISOString(),
      present: session.id === present,
    })),
  };
}

export async function changeOwnName({ db }: Pick<App, 'db'>, user: User, name: string, from: Arrival): Promise<void> {
  const given = squeeze(nfc(name));
  await db.transaction().execute(async (trx) => {
    await renameUser(trx, user.id, given);
    const change = { before: { name: user.name }, after: { name: given } };
    await recordOfAccount(trx, { by: user.id, from, verb: 'renameAccount', userId: user.id, ...change });
  });
}

/** Whoever found a page open may not take the account over: the password is asked for again, and guesses are counted. */
export async function askPassword(app: App, user: User, password: string, from: Arrival): Promise<AccountToOpen> {
  const judge = async () => {
    const account = await findAccount(app.db, user.id);
    const { right } = await verifyPassword(account?.hash ?? undefined, password);
    return right ? account : undefined;
  };
  const account = await attempt({ app, email: user.email, from, proof: 'password' }, judge, () => false);
  if (!account) throw new Refusal('notAllowed', { reason: 'passwordAgain' });
  return account;
}

export async function refuseUnfit(app: App, account: AccountToOpen, password: string): Promise<void> {
  const fault = await faultOfPassword(password, account);
  if (fault) throw new Refusal('passwordUnfit', { fault });
  for (const hash of await latestHashes(app.db, account.id, app.accounts.rules.rememberedPasswords)) {
    const { right } = await verifyPassword(hash, password);
    if (right) throw new Refusal('passwordUnfit', { fault: 'usedBefore' });
  }
}

type Changing = { from: Arrival; session: string | undefined };

export async function changeOwnPassword(
  app: App,
  user: User,
  { present, next }: { present: string; next: string },
  { from, session }: Changing,
): Promise<void> {
  const account = await askPassword(app, user, present, from);
  await refuseUnfit(app, account, next);
  const hash = await hashPassword(next);
  await app.db.transaction().execute(async (trx) => {
    await putPassword(trx, { userId: user.id, hash, at: new Date(), given: false });
    await deleteSessionsOf(trx, user.id, session);
    await recordOfAccount(trx, { by: user.id, from, verb: 'changePassword', userId: user.id });
  });
}
