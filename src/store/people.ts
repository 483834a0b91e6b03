import type { Named } from '../registry/named.ts';

/** A person as joined to a row: the id stands in where the name is not to be seen. */
export const named = (id: string, name: string | null): Named => ({ id, name: name ?? id });

type Said = { at: string; by: Named };

/** Who did something and when, where it was done. */
export const said = (at: Date | null, id: string | null, name: string | null): Said | null =>
  at && id !== null ? { at: at.toISOString(), by: named(id, name) } : null;
