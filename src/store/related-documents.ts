import { sql } from 'kysely';
import type { Reference } from '../values/finding.ts';
import type { Db } from './database.ts';

export type Related = { id: string; relation: Reference['relation']; later: boolean };

/** Numbers alone name several documents: where both dates are known they must be the same. */
const sameDay = sql`(r.value ->> 'date' is null or d.issued_on is null or (r.value ->> 'date')::date = d.issued_on)`;

/** Documents that this one names in its text, and those that name it. */
export async function relatedDocuments(db: Db, id: string): Promise<Related[]> {
  const { rows } = await sql<Related>`
    select d.id, r.value ->> 'relation' as relation, false as later
    from document own
      cross join lateral jsonb_array_elements(own.header -> 'references') r
      join document d on d.number = r.value ->> 'number' and d.id <> own.id and ${sameDay}
    where own.id = ${id}
    union
    select other.id, r.value ->> 'relation', true
    from document d
      join document other on other.id <> d.id
        and other.header -> 'references' @> jsonb_build_array(jsonb_build_object('number', d.number))
      cross join lateral jsonb_array_elements(other.header -> 'references') r
    where d.id = ${id} and r.value ->> 'number' = d.number and ${sameDay}`.execute(db);
  return rows;
}
