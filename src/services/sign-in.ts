import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { User } from '../registry/may.ts';
import type { Db } from '../store/database.ts';
import { Refusal } from '../values/refusal.ts';

/** Column names of migrations/001; better-auth itself speaks camel case. */
const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

type AuthOptions = { secret: string; publicUrl: string; validateSchema?: boolean };

/** Only calls from this file reach better-auth: none of its own addresses is served. */
export function createAuth(db: Db, { secret, publicUrl, validateSchema = true }: AuthOptions) {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 200 },
    advanced: { cookiePrefix: 'tiendo', database: { validateSchema } },
    user: { modelName: 'app_user', fields: { ...times, emailVerified: 'email_verified' } },
    session: {
      modelName: 'session',
      expiresIn: 7 * 24 * 3600,
      fields: {
        ...times,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'account',
      fields: {
        ...times,
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'verification', fields: { ...times, expiresAt: 'expires_at' } },
  });
}

export type Auth = ReturnType<typeof createAuth>;

const userOf = ({ id, name, email }: User): User => ({ id, name, email });

/** Cookies to set, as whole header values. */
export type SignedIn = { user: User; cookies: string[] };

export async function signIn(
  auth: Auth,
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<SignedIn> {
  const answer = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (answer.status === 401) throw new Refusal('notSignedIn', { reason: 'wrongPassword' });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  const { user } = (await answer.json()) as { user: User };
  return { user: userOf(user), cookies: answer.headers.getSetCookie() };
}

export async function signOut(auth: Auth, headers: Headers): Promise<{ cookies: string[] }> {
  const answer = await auth.api.signOut({ headers, asResponse: true });
  return { cookies: answer.headers.getSetCookie() };
}

/** Whoever the session cookie belongs to. A session that is used lives on, which may renew its cookie. */
export async function findSignedIn(auth: Auth, headers: Headers): Promise<SignedIn | undefined> {
  const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
  return response ? { user: userOf(response.user), cookies: answered.getSetCookie() } : undefined;
}

export type NewUser = { name: string; email: string; password: string };

/** A person who signs in by password: both rows or none. */
export function createUser(db: Db, { name, email, password }: NewUser): Promise<User> {
  return db.transaction().execute(async (trx) => {
    // Nothing is signed here, so the secret does not matter; and the schema cannot be looked at from a transaction.
    const auth = createAuth(trx, { secret: randomUUID(), publicUrl: 'http://localhost', validateSchema: false });
    const { internalAdapter, password: passwords } = await auth.$context;
    const user = await internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'email-password' });
    const hash = await passwords.hash(password);
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
    return userOf(user);
  });
}
