import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { beginOidc, finishOidc } from '../../outside/oidc.ts';
import { type ClaimedPerson, readClaims, type SsoProvider } from '../../registry/claims.ts';
import type { User } from '../../registry/may.ts';
import { agenciesByIds } from '../../store/agencies.ts';
import type { Db } from '../../store/database.ts';
import { findByIdentity, insertIdentity, settleProviderPosts } from '../../store/outside-identities.ts';
import { findAccount, findAccountByEmail } from '../../store/passwords.ts';
import { insertUser, setUserState } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { refuseShut } from '../sign-in.ts';
import { keepRefused } from './keep-refused.ts';
import { recordOfAccount } from './recording.ts';
import { type Arrival, type OpenedSession, openSession } from './sessions.ts';

/** What the browser keeps between going to the provider and coming back, sealed. */
const Begun = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  endsAt: z.number(),
});
const purpose = 'single sign-on';
export const ssoMinutes = 10;

function getProvider({ accounts }: App, id: string): SsoProvider {
  const provider = accounts.providers.find((one) => one.id === id);
  if (!provider) throw new Refusal('notFound');
  return provider;
}

const failed = () => new Refusal('notSignedIn', { reason: 'outside' });

export async function beginSso(
  app: App,
  id: string,
  redirectUri: string,
): Promise<{ address: string; sealed: string }> {
  const provider = getProvider(app, id);
  try {
    const { address, proof } = await beginOidc(provider, { redirectUri, scopes: provider.scopes }, app.outgoing);
    const endsAt = Date.now() + ssoMinutes * 60_000;
    const sealed = app.accounts.sealing.seal(purpose, JSON.stringify({ provider: id, ...proof, endsAt }));
    return { address, sealed };
  } catch (error) {
    app.log.warn({ err: error, provider: id }, 'single sign-on');
    throw failed();
  }
}

/** @param sealed what the browser was given to keep when it went */
export async function finishSso(
  app: App,
  { id, back, sealed }: { id: string; back: URL; sealed: string | undefined },
  from: Arrival,
): Promise<OpenedSession> {
  const provider = getProvider(app, id);
  const kept = sealed === undefined ? undefined : app.accounts.sealing.unseal(purpose, sealed);
  const begun = kept === undefined ? undefined : Begun.parse(JSON.parse(kept));
  if (!begun || begun.provider !== id || begun.endsAt < Date.now()) throw failed();
  const answer = await finishOidc(provider, begun, back, app.outgoing).catch((error: unknown) => {
    app.log.warn({ err: error, provider: id }, 'single sign-on');
    throw failed();
  });
  const person = readClaims(provider, answer.claims);
  const coming = { provider, subject: answer.subject, person, from };
  const tried = { account: person.email ?? answer.subject, provider: provider.id, ...from };
  const user = await keepRefused(app, tried, () =>
    app.db.transaction().execute((trx) => settlePerson(app, trx, coming)),
  );
  return openSession(app, user, from, { provider: provider.id });
}

type Coming = { provider: SsoProvider; subject: string; person: ClaimedPerson; from: Arrival };

async function settlePerson(app: App, trx: Db, coming: Coming): Promise<User> {
  const { provider, subject, person, from } = coming;
  const user = (await findKnown(app, trx, coming)) ?? (await createPerson(trx, coming));
  const known = await agenciesByIds(
    trx,
    person.posts.map(({ agencyId }) => agencyId),
  );
  const posts = person.posts.filter(({ agencyId }) => known.some(({ id }) => id === agencyId));
  const changed = await settleProviderPosts(trx, {
    provider: provider.id,
    userId: user.id,
    posts,
    day: today(app.clock),
  });
  const after = { provider: provider.id, posts, unknown: person.unknown };
  if (changed) await recordOfAccount(trx, { by: user.id, from, verb: 'takePostsFromProvider', userId: user.id, after });
  if ((await findByIdentity(trx, provider.id, subject)) === undefined) {
    await insertIdentity(trx, { provider: provider.id, subject, userId: user.id, at: new Date() });
    const linked = { provider: provider.id };
    await recordOfAccount(trx, { by: user.id, from, verb: 'linkProvider', userId: user.id, after: linked });
  }
  return user;
}

/** By what the provider calls the person; else by an e-mail of which the provider's word is taken. */
async function findKnown(app: App, trx: Db, { provider, subject, person }: Coming): Promise<User | undefined> {
  const linked = await findByIdentity(trx, provider.id, subject);
  const account =
    linked === undefined
      ? person.email === null
        ? undefined
        : await findAccountByEmail(trx, person.email)
      : await findAccount(trx, linked);
  if (!account) return undefined;
  const proven = linked !== undefined || (provider.trustEmail && person.emailVerified);
  if (!proven || account.state === 'left') throw new Refusal('notSignedIn', { reason: 'outsideUnknown' });
  if (account.state !== 'invited') await refuseShut(app, account);
  if (account.state === 'invited') await setUserState(trx, account.id, 'active');
  return { id: account.id, name: account.name, email: account.email };
}

async function createPerson(trx: Db, { provider, person }: Coming): Promise<User> {
  if (!provider.createPeople || person.email === null || !person.emailVerified)
    throw new Refusal('notSignedIn', { reason: 'outsideUnknown' });
  const user = {
    id: randomUUID(),
    name: squeeze(nfc(person.name ?? person.email)),
    email: person.email.toLowerCase(),
  };
  await insertUser(trx, { ...user, state: 'active' });
  return user;
}
