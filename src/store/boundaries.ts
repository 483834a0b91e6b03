import { sql } from 'kysely';
import { BoundarySet, type BoundaryTier, type PlaceShape, Shape } from '../registry/boundary.ts';
import { PlaceKind, placeName } from '../registry/place.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { landBelow, province, wasThere } from './breakdowns.ts';
import type { Db } from './database.ts';
import { named, personName } from './people.ts';

/** Where places lie. A place that was changed by law is another place, so its boundary ends with it. */

type SetRow = Omit<BoundarySet, 'fileName' | 'loaded'> & {
  file_name: string;
  loaded_by: string;
  loader: string | null;
  loaded_at: Date;
};

/** Latest first. */
export async function listBoundarySets(db: Db): Promise<BoundarySet[]> {
  const { rows } = await sql<SetRow>`
    select s.id, s.tier, s.day, s.source, s.file_name, s.property, s.unmatched, s.loaded_by, ${personName('s.loaded_by')} as loader, s.loaded_at,
      (select count(*)::int from boundary b where b.set_id = s.id) as matched
    from boundary_set s order by s.loaded_at desc, s.id limit 200`.execute(db);
  return rows.map(({ file_name: fileName, loaded_by: by, loader, loaded_at: at, ...row }) =>
    BoundarySet.parse({ ...row, fileName, loaded: { at: at.toISOString(), by: named(by, loader) } }),
  );
}

type NewSet = Omit<BoundarySet, 'matched' | 'loaded'> & { by: string; at: Date; shapes: ReadonlyMap<string, Shape> };

export async function insertBoundarySet(trx: Db, set: NewSet): Promise<void> {
  const { id, tier, day, source, fileName, property, unmatched, by, at, shapes } = set;
  await sql`
    insert into boundary_set (id, tier, day, source, file_name, property, unmatched, loaded_by, loaded_at)
    values (${id}, ${tier}, ${day}, ${source}, ${fileName}, ${property}, ${JSON.stringify(unmatched)}, ${by}, ${at})`.execute(
    trx,
  );
  const rows = [...shapes].map(([place, shape]) => ({ place, shape }));
  await sql`
    insert into boundary (set_id, place_id, shape)
    select ${id}::uuid, r.place, r.shape from json_to_recordset(${JSON.stringify(rows)}::json) as r(place text, shape jsonb)`.execute(
    trx,
  );
}

export async function deleteBoundarySet(trx: Db, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from boundary_set where id = ${id}`.execute(trx);
  return numAffectedRows === 1n;
}

/** Of how many of these places it is known where they lie. */
export async function countBoundaries(db: Db, placeIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    select count(distinct b.place_id)::int as known from boundary b where b.place_id = any(${[...placeIds]}::text[])`.execute(
    db,
  );
  return rows[0]?.known ?? 0;
}

/**
 * Of the own province and its land of a tier as they were on a day: by the file of the latest day that was not after it, else by the
 * next one.
 */
export async function shapesOfLand(
  db: Db,
  { tier, day }: { tier: BoundaryTier; day: PlainDate },
): Promise<PlaceShape[]> {
  const { rows } = await sql<Omit<PlaceShape, 'shape'> & { kind: string; shape: unknown }>`
    select distinct on (b.place_id) b.place_id as "placeId", p.name, p.kind, p.code, p.tier, b.shape
    from (${landBelow(day)} union all select p.* from place p where ${wasThere(day)} and p.id in (${province})) p
      join boundary b on b.place_id = p.id join boundary_set s on s.id = b.set_id
    where p.tier in (${tier}, 'province')
    order by b.place_id, s.day <= ${day}::date desc, abs(s.day - ${day}::date), s.loaded_at desc`.execute(db);
  return rows.map(({ name, kind, shape, ...row }) => ({
    ...row,
    name: placeName({ kind: PlaceKind.parse(kind), name }),
    shape: Shape.parse(shape),
  }));
}
