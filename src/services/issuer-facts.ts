import { nameOutside } from '../registry/agency.ts';
import { datedAt } from '../registry/place.ts';
import type { IssuerFacts } from '../report/issuer.ts';
import { agenciesByIds } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { listPlaces } from '../store/places.ts';
import type { PlainDate } from '../values/plain-date.ts';

export type Issuer = IssuerFacts & { id: string };

/** An agency as its letterhead names it on a day; in the register bodies of a place are called by its kind alone: "Ủy ban nhân dân tỉnh". */
export async function issuerFacts(db: Db, id: string, day: PlainDate): Promise<Issuer | undefined> {
  const [agency] = await agenciesByIds(db, [id]);
  if (!agency) return undefined;
  const [parent] = agency.parentId === null ? [] : await agenciesByIds(db, [agency.parentId]);
  const names = await agencyNamesOn(db, parent ? [id, parent.id] : [id], day);
  const places = new Map((await listPlaces(db)).map((place) => [place.id, place]));
  const named = (one: { id: string; placeId: string | null }): string => {
    const place = places.get(one.placeId ?? '');
    const name = names.get(one.id) ?? one.id;
    return place ? nameOutside(name, place) : name;
  };
  const place = places.get(agency.placeId ?? '');
  return { id, name: named(agency), parent: parent ? named(parent) : null, place: place ? datedAt(place) : null };
}
