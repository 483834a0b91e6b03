import { type Heir, heirsOn } from '../registry/succession.ts';
import { agenciesByIds } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { successionsFrom } from '../store/successions.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Of these agencies those that are no more on a day, with those that have their work then. */
export async function heirsOfEnded(db: Db, ids: readonly string[], day: PlainDate): Promise<Map<string, Heir[]>> {
  const named = await agenciesByIds(db, [...new Set(ids)]);
  const ended = named.filter(({ validUntil }) => validUntil !== null && validUntil <= day).map(({ id }) => id);
  if (ended.length === 0) return new Map();
  const successions = await successionsFrom(db, ended);
  const reached = new Set(successions.flatMap(({ toAgencyId }) => toAgencyId ?? []));
  const known = new Map([...named, ...(await agenciesByIds(db, [...reached]))].map((one) => [one.id, one]));
  return new Map(ended.map((id) => [id, heirsOn(id, day, successions, known)]));
}

/** Who goes on with what belongs to one agency alone, where that is no more: of several heirs the first, as a reorganisation hands it on. */
export const heirOfEnded = async (db: Db, agencyId: string, day: PlainDate): Promise<Heir | undefined> =>
  (await heirsOfEnded(db, [agencyId], day)).get(agencyId)?.[0];
