import { type RawBuilder, sql } from 'kysely';
import { type SearchKind, searchKinds } from '../registry/search.ts';

/** What is found, by the table it is in, and where it lies: 'nation' for what every machine has. */
export type Key = { kind: SearchKind; id: string; documentId: string | null; province: string };

/**
 * The parts of a key as the columns have them that it is joined with. Cast where it is joined, it would be compared behind the wall only: a cast
 * can fail and so tell of rows, and no index serves it.
 */
const partsOf = (kind: SearchKind): RawBuilder<unknown> => {
  switch (kind) {
    case 'passage':
      return sql`id::int as place`;
    case 'evidenceText':
      return sql`split_part(id, '/', 1)::uuid as duty_id, split_part(id, '/', 2) as hash, nullif(split_part(id, '/', 3), '')::int as place`;
    case 'section':
      return sql`left(id, 36)::uuid as submission_id, substr(id, 38) as section`;
    case 'duty':
    case 'progress':
    case 'obstacle':
    case 'question':
    case 'evidence':
    case 'report':
      return sql`id::uuid as own_id`;
    default:
      return sql`id as own_id`;
  }
};

/** That a table's rows lie where the key `k` says: asked only of who has them. */
export type Lying = (table: string) => RawBuilder<boolean>;

export const lyingIn = (keys: readonly { province: string }[]): Lying => {
  const provinces = [...new Set(keys.map(({ province }) => province))];
  return (table) =>
    sql`(${sql.ref(table)}.province = k.province and ${sql.ref(table)}.province = any(${provinces}::text[]))`;
};

/**
 * A question for each kind, over its own keys `k` (at, document_id, province, and the parts of its id) alone. All of them, whatever was found:
 * worded alike, it has one plan that a connection keeps, and a kind without keys costs next to nothing.
 */
export function byKind(
  keys: readonly Key[],
  ask: (kind: SearchKind, lies: Lying) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const placed = keys.map((key, at) => ({ ...key, at }));
  const parts = searchKinds.map((kind) => {
    const own = placed.filter((key) => key.kind === kind);
    const columns = [
      sql`${own.map(({ at }) => at)}::int[]`,
      sql`${own.map(({ id }) => id)}::text[]`,
      sql`${own.map(({ documentId }) => documentId)}::uuid[]`,
      sql`${own.map(({ province }) => province)}::text[]`,
    ];
    return sql`(with k as materialized (
      select at, document_id, province, ${partsOf(kind)} from unnest(${sql.join(columns)}) as k(at, id, document_id, province))
      ${ask(kind, lyingIn(own))})`;
  });
  return sql`${sql.join(parts, sql` union all `)}`;
}
