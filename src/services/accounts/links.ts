import type { AccountLinkKind } from '../../registry/account.ts';
import type { User } from '../../registry/may.ts';
import { findAccountLink, insertAccountLink, takeAccountLink } from '../../store/account-links.ts';
import type { Db } from '../../store/database.ts';
import { enqueue } from '../../store/outbox.ts';
import { type AccountToOpen, findAccount, findAccountByEmail, putPassword } from '../../store/passwords.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';
import { countAttempt } from '../../store/sign-in-failures.ts';
import { renameUser, setUserState } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { App } from '../app.ts';
import { queueMail } from '../queue-mail.ts';
import { releaseAccount } from './attempts.ts';
import { faultOfPassword } from './fit-password.ts';
import { letterFor } from './link-letters.ts';
import { refuseUnfit } from './own-account.ts';
import { hashPassword } from './password-hash.ts';
import { recordOfAccount } from './recording.ts';
import type { Arrival } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

const minute = 60_000;

/** The token stands behind the #: browsers keep that part to themselves, so that no log of a server or proxy holds it. */
const addressOf = (base: string, token: string): string => `${base}/loi-moi#${token}`;

type Making = { kind: AccountLinkKind; madeBy: string | null; base: string };

/** By mail where the installation sends mail; otherwise the address is given back, to be handed over in another way. */
export async function makeLink(
  app: Pick<App, 'accounts' | 'mail'>,
  trx: Db,
  user: User,
  { kind, madeBy, base }: Making,
): Promise<string | null> {
  const { invitationHours, passwordLinkMinutes } = app.accounts.rules;
  const at = new Date();
  const lasts = kind === 'invitation' ? invitationHours * 60 : passwordLinkMinutes;
  const endsAt = new Date(at.getTime() + lasts * minute);
  const token = newToken();
  await insertAccountLink(trx, { tokenHash: hashToken(token), userId: user.id, kind, madeBy, at, endsAt });
  const address = addressOf(base, token);
  if (!app.mail) return address;
  await queueMail(trx, { to: user.email, ...letterFor(kind, { name: user.name, address, endsAt }) });
  return null;
}

async function findUsable(app: App, token: string): Promise<{ account: AccountToOpen; kind: AccountLinkKind }> {
  const link = await findAccountLink(app.db, hashToken(token), new Date());
  const account = link && (await findAccount(app.db, link.userId));
  if (!link || !account || account.state !== (link.kind === 'invitation' ? 'invited' : 'active'))
    throw new Refusal('linkEnded');
  return { account, kind: link.kind };
}

export async function lookAtLink(app: App, token: string) {
  const { account, kind } = await findUsable(app, token);
  return { kind, name: account.name, email: account.email };
}

/** Whoever holds the link chooses a password, and a name where it is an invitation. All sessions of before end. */
export async function useLink(
  app: App,
  { token, name, password }: { token: string; name: string | null; password: string },
  from: Arrival,
): Promise<void> {
  const { account, kind } = await findUsable(app, token);
  const called = kind === 'invitation' && name !== null ? squeeze(nfc(name)) : account.name;
  const fault = await faultOfPassword(password, { ...account, name: called });
  if (fault) throw new Refusal('passwordUnfit', { fault });
  await refuseUnfit(app, account, password);
  const hash = await hashPassword(password);
  const now = new Date();
  await app.db.transaction().execute(async (trx) => {
    if (!(await takeAccountLink(trx, hashToken(token), now))) throw new Refusal('linkEnded');
    await putPassword(trx, { userId: account.id, hash, at: now, given: false });
    await deleteSessionsOf(trx, account.id);
    if (kind === 'invitation') {
      await setUserState(trx, account.id, 'active');
      await renameUser(trx, account.id, called);
    }
    const verb = kind === 'invitation' ? 'acceptInvitation' : 'resetPassword';
    await recordOfAccount(trx, { by: account.id, from, verb, userId: account.id });
  });
  await releaseAccount(app, account.email);
}

const askedForAnAddress = 20;
const askedForAnAccount = 3;

/**
 * Somebody says that they forgot a password. Whether there is such an account is found out later, in the queue: what is done here,
 * and said, is the same for everybody.
 */
export async function askForPassword(app: App, email: string, from: Arrival): Promise<void> {
  const now = new Date();
  const { lockMinutes: minutes } = app.accounts.rules;
  const address = `password address ${from.address}`;
  if (!(await countAttempt(app.db, address, { failures: askedForAnAddress, minutes, now })))
    throw new Refusal('tooManyRequests', { seconds: minutes * 60 });
  const account = `password ${email.toLowerCase()}`;
  const counted = await countAttempt(app.db, account, { failures: askedForAnAccount, minutes, now });
  if (counted) await enqueue(app.db, [{ queue: 'passwordLink', data: { email } }]);
}

/** The job of it. Without a known address of our own nothing is sent: a link must not lead where a request's header says. */
export async function sendPasswordLink(app: App, email: string): Promise<void> {
  const { publicUrl: base } = app;
  const account = await findAccountByEmail(app.db, email);
  if (!app.mail || base === undefined || account?.state !== 'active' || account.hash === null) return;
  await app.db.transaction().execute(async (trx) => {
    await makeLink(app, trx, account, { kind: 'password', madeBy: null, base });
    await recordOfAccount(trx, { by: account.id, from: null, verb: 'askPasswordLink', userId: account.id });
  });
}
