import type { IssuerFacts } from '../report/issuer.ts';
import { agenciesByIds } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { listPlaces } from '../store/places.ts';
import type { PlainDate } from '../values/plain-date.ts';

export type Issuer = IssuerFacts & { id: string };

/** An agency as its letterhead names it on a day. */
export async function issuerFacts(db: Db, id: string, day: PlainDate): Promise<Issuer | undefined> {
  const [agency] = await agenciesByIds(db, [id]);
  if (!agency) return undefined;
  const names = await agencyNamesOn(db, [agency.id, ...(agency.parentId ? [agency.parentId] : [])], day);
  const place = (await listPlaces(db)).find((one) => one.id === agency.placeId);
  return {
    id,
    name: names.get(agency.id) ?? agency.id,
    parent: agency.parentId === null ? null : (names.get(agency.parentId) ?? null),
    place: place?.name.replace(/^(tỉnh|thành phố|xã|phường|huyện|thị xã|đặc khu)\s+/iu, '') ?? null,
  };
}
