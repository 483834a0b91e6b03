import type { User } from '../../registry/may.ts';
import { voidAccountLinks } from '../../store/account-links.ts';
import type { Db } from '../../store/database.ts';
import type { AccountToOpen } from '../../store/passwords.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';
import { setUserState } from '../../store/users.ts';
import { Refusal } from '../../values/refusal.ts';

/** Sessions and links end with it. Nobody locks their own account: at least one administrator goes on. */
export async function lockAccount(trx: Db, { id, state }: AccountToOpen, by: User) {
  if (id === by.id || state === 'locked' || state === 'left') throw new Refusal('notPossibleNow');
  await setUserState(trx, id, 'locked');
  await deleteSessionsOf(trx, id);
  await voidAccountLinks(trx, id, new Date());
  return { before: { state }, after: { state: 'locked' } };
}

/** Whoever never chose a password and comes through no provider is still to be invited. */
export async function unlock(trx: Db, { id, hash, seenAt }: AccountToOpen) {
  const state = hash === null && seenAt === null ? 'invited' : 'active';
  await setUserState(trx, id, state);
  return { before: { state: 'locked' }, after: { state } };
}
