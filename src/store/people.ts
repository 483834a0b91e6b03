import { type RawBuilder, sql } from 'kysely';
import type { Named } from '../registry/named.ts';

/** A person as joined to a row: the id stands in where the name is not to be seen. */
export const named = (id: string, name: string | null): Named => ({ id, name: name ?? id });

/** A person's name within another question. Planning as many joins takes longer than the question itself. */
export const personName = (column: string): RawBuilder<string | null> =>
  sql`(select person.name from app_user person where person.id = ${sql.ref(column)})`;

type Said = { at: string; by: Named };

/** Who did something and when, where it was done. */
export const said = (at: Date | null, id: string | null, name: string | null): Said | null =>
  at && id !== null ? { at: at.toISOString(), by: named(id, name) } : null;
