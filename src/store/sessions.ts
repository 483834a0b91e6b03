import type { ExpressionBuilder } from 'kysely';
import type { User } from '../registry/may.ts';
import { announce } from './announcements.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export type NewSession = {
  id: string;
  userId: string;
  tokenHash: string;
  provider: string | null;
  at: Date;
  endsAt: Date;
  address: string;
  device: string;
};

export async function insertSession(trx: Db, session: NewSession): Promise<void> {
  await trx
    .insertInto('session')
    .values({
      id: session.id,
      user_id: session.userId,
      token_hash: session.tokenHash,
      provider: session.provider,
      began_at: session.at,
      used_at: session.at,
      ends_at: session.endsAt,
      address: session.address,
      device: session.device,
    })
    .execute();
  await trx.updateTable('app_user').set({ seen_at: session.at }).where('id', '=', session.userId).execute();
}

/** A session that has not reached its longest time, of somebody who is still here. */
export type StoredSession = {
  id: string;
  user: User;
  provider: string | null;
  usedAt: Date;
  endsAt: Date;
  /** Of the password; null where the person has none. */
  passwordSetAt: Date | null;
  passwordGiven: boolean;
  secondFactor: boolean;
  roles: string[];
};

/** What whoever a session belongs to holds on a day. */
const rolesHeld = (is: ExpressionBuilder<Tables, 'app_user'>, day: string) =>
  is
    .selectFrom('post')
    .whereRef('post.user_id', '=', 'app_user.id')
    .where('valid_from', '<=', day)
    .where((holds) => holds.or([holds('valid_until', 'is', null), holds('valid_until', '>', day)]))
    .select((held) => held.fn<string[] | null>('array_agg', [held.ref('post.role')]).as('roles'));

export async function findSessionByToken(
  db: Db,
  tokenHash: string,
  now: Date,
  day: string,
): Promise<StoredSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .leftJoin('password', 'password.user_id', 'session.user_id')
    .leftJoin('second_factor', 'second_factor.user_id', 'session.user_id')
    .select((is) => [
      'session.id',
      'session.provider',
      'session.used_at',
      'session.ends_at',
      'app_user.id as user_id',
      'app_user.name',
      'app_user.email',
      'password.set_at',
      'password.given',
      'second_factor.confirmed_at',
      rolesHeld(is, day).as('roles'),
    ])
    .where('token_hash', '=', tokenHash)
    .where('session.ends_at', '>', now)
    .where('app_user.state', '=', 'active')
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      user: { id: row.user_id, name: row.name, email: row.email },
      provider: row.provider,
      usedAt: row.used_at,
      endsAt: row.ends_at,
      passwordSetAt: row.set_at,
      passwordGiven: row.given ?? false,
      secondFactor: row.confirmed_at !== null,
      roles: row.roles ?? [],
    }
  );
}

/** @param longest it ends by then, whatever was said when it began: the clock may have been ahead */
export async function touchSession(db: Db, id: string, now: Date, longest: Date): Promise<void> {
  await db
    .updateTable('session')
    .set((is) => ({ used_at: now, ends_at: is.fn('least', ['ends_at', is.val(longest)]) }))
    .where('id', '=', id)
    .execute();
}

export type SessionRecord = {
  id: string;
  beganAt: Date;
  usedAt: Date;
  address: string;
  device: string;
  provider: string | null;
};

/** Those that have not ended, the one used last first. */
export async function sessionsOf(db: Db, userId: string, now: Date, usedSince: Date): Promise<SessionRecord[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('user_id', '=', userId)
    .where('ends_at', '>', now)
    .where('used_at', '>', usedSince)
    .orderBy('used_at', 'desc')
    .execute();
  return rows.map(({ id, began_at, used_at, address, device, provider }) => ({
    id,
    beganAt: began_at,
    usedAt: used_at,
    address,
    device,
    provider,
  }));
}

/** Of some sessions those that have not reached their longest time, with when they were used last and what is held by whom. */
export async function lastingAmong(
  db: Db,
  ids: readonly string[],
  now: Date,
  day: string,
): Promise<Pick<StoredSession, 'id' | 'usedAt' | 'roles'>[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .select((is) => ['session.id', 'session.used_at', rolesHeld(is, day).as('roles')])
    .where('session.id', 'in', ids)
    .where('session.ends_at', '>', now)
    .where('app_user.state', '=', 'active')
    .execute();
  return rows.map((row) => ({ id: row.id, usedAt: row.used_at, roles: row.roles ?? [] }));
}

/** An announcement holds 8000 bytes. */
const namedAtOnce = 150;

/** What still goes out to them is cut, on every server. */
async function sayEnded(db: Db, ended: readonly { id: string }[]): Promise<void> {
  const ids = ended.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += namedAtOnce)
    await announce(db, { kind: 'sessionsEnded', sessionIds: ids.slice(at, at + namedAtOnce) });
}

/** Gives whether there was such a session of this person. */
export async function deleteSession(db: Db, userId: string, id: string): Promise<boolean> {
  const query = db.deleteFrom('session').where('user_id', '=', userId).where('id', '=', id);
  const ended = await query.returning('id').execute();
  await sayEnded(db, ended);
  return ended.length > 0;
}

export async function deleteSessionByToken(db: Db, tokenHash: string): Promise<void> {
  await sayEnded(db, await db.deleteFrom('session').where('token_hash', '=', tokenHash).returning('id').execute());
}

/** @param but the one that stays */
export async function deleteSessionsOf(db: Db, userId: string, but?: string): Promise<void> {
  const ended = await db
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(but !== undefined, (query) => query.where('id', '!=', but ?? ''))
    .returning('id')
    .execute();
  await sayEnded(db, ended);
  await db.deleteFrom('sign_in_step').where('user_id', '=', userId).execute();
}

export async function deleteEndedSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('ends_at', '<=', now).execute();
  await db.deleteFrom('sign_in_step').where('ends_at', '<=', now).execute();
}

export async function insertStep(db: Db, step: { tokenHash: string; userId: string; endsAt: Date }): Promise<void> {
  await db
    .insertInto('sign_in_step')
    .values({ token_hash: step.tokenHash, user_id: step.userId, ends_at: step.endsAt })
    .execute();
}

export async function findStep(db: Db, tokenHash: string, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in_step')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row?.user_id;
}

/** Gives whether it was still there: a step opens one session. */
export async function takeStep(trx: Db, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sign_in_step')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
