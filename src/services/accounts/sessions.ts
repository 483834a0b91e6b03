import { randomUUID } from 'node:crypto';
import { type AccountDuty, idleMinutesOf } from '../../registry/account.ts';
import type { User } from '../../registry/may.ts';
import type { SignInProof } from '../../registry/sign-in.ts';
import {
  deleteEndedSessions,
  deleteSession,
  deleteSessionByToken,
  deleteSessionsOf,
  findSessionByToken,
  insertSession,
  type StoredSession,
  touchSession,
} from '../../store/sessions.ts';
import { forgetFailuresBefore } from '../../store/sign-in-failures.ts';
import { insertSignIn } from '../../store/sign-ins.ts';
import { Refusal } from '../../values/refusal.ts';
import type { App } from '../app.ts';
import { today } from '../clock.ts';
import { rulesOf } from './rules.ts';
import { hashToken, newToken } from './tokens.ts';

/** Where a request comes from. */
export type Arrival = { address: string; device: string };

export type OpenedSession = { user: User; token: string; endsAt: Date };

const minute = 60_000;
const day = 24 * 60 * minute;
/** How exactly the last use is known: not every request writes. */
const touchEvery = 15_000;
const longestDevice = 300;

const longestFrom = ({ accounts }: App, now: Date): Date =>
  new Date(now.getTime() + accounts.rules.longestHours * 60 * minute);

/** A token of its own for each sign-in: what a browser brought along before is worth nothing. */
export async function openSession(
  app: App,
  user: User,
  from: Arrival,
  by: { proof?: SignInProof; provider?: string } = {},
): Promise<OpenedSession> {
  const now = new Date();
  const token = newToken();
  const endsAt = longestFrom(app, now);
  await app.db.transaction().execute(async (trx) => {
    await insertSession(trx, {
      id: randomUUID(),
      userId: user.id,
      tokenHash: hashToken(token),
      provider: by.provider ?? null,
      at: now,
      endsAt,
      address: from.address,
      device: from.device.slice(0, longestDevice),
    });
    await insertSignIn(trx, { at: now, outcome: 'opened', account: user.email, ...by, ...from });
    await deleteEndedSessions(trx, now);
    await forgetFailuresBefore(trx, new Date(now.getTime() - day));
  });
  return { user, token, endsAt };
}

export type FoundSession = {
  id: string;
  user: User;
  must: AccountDuty | null;
  /** It ends after so long without a request. */
  idleSeconds: number;
};

/** Whoever the token belongs to, while the session lasts; being asked for it is use. */
export async function findSession(app: App, token: string): Promise<FoundSession | undefined> {
  const now = new Date();
  const stored = await findSessionByToken(app.db, hashToken(token), now, today(app.clock));
  if (!stored) return undefined;
  const minutes = idleMinutesOf(app.accounts.rules, stored.roles);
  const idle = now.getTime() - stored.usedAt.getTime();
  if (idle > minutes * minute) {
    await deleteSession(app.db, stored.user.id, stored.id);
    return undefined;
  }
  // Used in time to come: the clock was set back, and by its future nobody stays signed in.
  if (Math.abs(idle) > touchEvery) await touchSession(app.db, stored.id, now, longestFrom(app, now));
  return { id: stored.id, user: stored.user, must: await dutyOf(app, stored, now), idleSeconds: minutes * 60 };
}

/** What single sign-on answers for, its provider asks for. */
async function dutyOf(app: App, session: StoredSession, now: Date): Promise<AccountDuty | null> {
  if (session.provider !== null) return null;
  if (session.passwordGiven) return 'changePassword';
  const { rules } = app.accounts;
  const old =
    session.roles.includes('administrator') &&
    session.passwordSetAt !== null &&
    now.getTime() - session.passwordSetAt.getTime() > rules.administratorPasswordDays * day;
  const bare = !session.secondFactor && rules.secondFactorFor.some((role) => session.roles.includes(role));
  if (!old && !bare) return null;
  const asked = await rulesOf(app);
  if (old && Number.isFinite(asked.administratorPasswordDays)) return 'changePassword';
  return bare && asked.secondFactorFor.length > 0 ? 'addSecondFactor' : null;
}

export async function closeSession({ db }: Pick<App, 'db'>, token: string): Promise<void> {
  await deleteSessionByToken(db, hashToken(token));
}

export async function endOwnSession({ db }: Pick<App, 'db'>, user: User, id: string): Promise<void> {
  if (!(await deleteSession(db, user.id, id))) throw new Refusal('notFound');
}

export const endOtherSessions = ({ db }: Pick<App, 'db'>, user: User, present: string | undefined): Promise<void> =>
  deleteSessionsOf(db, user.id, present);
