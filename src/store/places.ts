import type { Selectable } from 'kysely';
import type { Place } from '../registry/place.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** All places of all days: some 4,000. */
export async function listPlaces(db: Db): Promise<Place[]> {
  return (await db.selectFrom('place').selectAll().execute()).map(placeOf);
}

const placeOf = ({
  parent_id: parentId,
  valid_from: validFrom,
  valid_until: validUntil,
  ...row
}: Selectable<Tables['place']>): Place => ({ ...row, parentId, validFrom, validUntil });
