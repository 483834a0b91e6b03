import { randomUUID } from 'node:crypto';
import type { KeyDraft, KeyRecord, KeyScope } from '../../registry/api-key.ts';
import type { User } from '../../registry/may.ts';
import { deleteKey, findKeyByToken, insertKey, keysOf, touchKey } from '../../store/api-keys.ts';
import { Refusal } from '../../values/refusal.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { App } from '../app.ts';
import { recordOfAccount } from './recording.ts';
import type { Arrival } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

const day = 24 * 60 * 60_000;
/** How exactly the last use is known: not every request writes. */
const touchEvery = 60_000;
const mostKeys = 20;
/** So that one that was published by mistake can be searched for. */
const mark = 'td_';

export const ownKeys = ({ db }: Pick<App, 'db'>, user: User): Promise<KeyRecord[]> => keysOf(db, user.id);

/** Gives the key, this once: what is kept does not give it back. */
export async function makeKey(
  app: App,
  user: User,
  { name, scopes, days }: KeyDraft,
  from: Arrival,
): Promise<{ key: string }> {
  const key = mark + newToken();
  const id = randomUUID();
  const at = new Date();
  const fields = {
    name: squeeze(nfc(name)),
    scopes: [...new Set(scopes)],
    endsAt: new Date(at.getTime() + days * day),
  };
  await app.db.transaction().execute(async (trx) => {
    if ((await keysOf(trx, user.id)).length >= mostKeys) throw new Refusal('notPossibleNow');
    await insertKey(trx, { id, userId: user.id, tokenHash: hashToken(key), at, ...fields });
    const after = { key: id, ...fields, endsAt: fields.endsAt.toISOString() };
    await recordOfAccount(trx, { by: user.id, from, verb: 'makeKey', userId: user.id, after });
  });
  return { key };
}

export async function endKey(app: App, user: User, id: string, from: Arrival): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const ended = await deleteKey(trx, user.id, id);
    if (!ended) throw new Refusal('notFound');
    const before = { key: id, name: ended.name, scopes: ended.scopes };
    await recordOfAccount(trx, { by: user.id, from, verb: 'endKey', userId: user.id, before });
  });
}

export type FoundKey = { id: string; scopes: KeyScope[]; user: User };

/** Whom a key asks for, while it lasts and they are here. */
export async function findKey({ db }: Pick<App, 'db'>, key: string, address: string): Promise<FoundKey | undefined> {
  if (!key.startsWith(mark)) return undefined;
  const now = new Date();
  const found = await findKeyByToken(db, hashToken(key), now);
  if (!found) return undefined;
  const { usedAt, ...rest } = found;
  if (usedAt === null || now.getTime() - usedAt.getTime() > touchEvery) await touchKey(db, found.id, now, address);
  return rest;
}
