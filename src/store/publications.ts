import { sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import type { FindingKind } from '../registry/review.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { named, personName } from './people.ts';

/** What was approved for the public, as those see it who approve it; what the public sees is asked in store/public-*.ts. */

export type StoredPublication = {
  from: PlainDate;
  withdrawn: boolean;
  reason: string;
  changedBy: Named;
  changedAt: Date;
  version: number;
};

export async function findPublication(db: Db, documentId: string): Promise<StoredPublication | undefined> {
  const { rows } = await sql<Omit<StoredPublication, 'changedBy'> & { userId: string; userName: string | null }>`
    select p.from_day as "from", p.withdrawn, p.reason, p.changed_by as "userId", ${personName('p.changed_by')} as "userName",
      p.changed_at as "changedAt", p.version
    from publication p where p.document_id = ${documentId}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { userId, userName, ...rest } = row;
  return { ...rest, changedBy: named(userId, userName) };
}

export type FindingToPublish = {
  kind: FindingKind;
  id: string;
  quote: string;
  words: (string | null)[];
  shown: boolean;
};

/** Targets and tasks of a document that were accepted, with all of their words that the public would read. */
export async function findingsToPublish(db: Db, documentId: string): Promise<FindingToPublish[]> {
  const shown = (kind: FindingKind) => sql`exists (select from published_item i
    where i.document_id = f.document_id and i.finding_kind = ${sql.lit(kind)} and i.finding_id = f.id)`;
  const { rows } = await sql<FindingToPublish>`
    select 'target' as kind, f.id, f.quote, f.section || array[f.name, f.variant, f.group_name, f.ordinal] as words,
      ${shown('target')} as shown, f.position, f.span_start
    from target f where f.document_id = ${documentId} and f.review = 'accepted'
    union all
    select 'task', f.id, f.quote, f.section || array[f.time_raw, f.product_raw, f.group_name, f.ordinal, f.due_condition],
      ${shown('task')}, f.position, f.span_start
    from task f where f.document_id = ${documentId} and f.review = 'accepted'
    order by kind, position, span_start, id`.execute(db);
  return rows.map(({ kind, id, quote, words, shown: isShown }) => ({ kind, id, quote, words, shown: isShown }));
}

type NewPublication = {
  documentId: string;
  from: PlainDate;
  withdrawn: boolean;
  reason: string;
  userId: string;
  at: Date;
  /** What was seen; 0: there was none. */
  version: number;
};

/** The version that it has got; undefined where it is no longer the one that was seen. */
export async function putPublication(trx: Db, given: NewPublication): Promise<number | undefined> {
  const { documentId, from, withdrawn, reason, userId, at, version } = given;
  const { rows } = await sql<{ version: number }>`
    insert into publication (document_id, from_day, withdrawn, reason, changed_by, changed_at)
    values (${documentId}, ${from}, ${withdrawn}, ${reason}, ${userId}, ${at})
    on conflict (document_id) do update set from_day = excluded.from_day, withdrawn = excluded.withdrawn, reason = excluded.reason,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = publication.version + 1
    where publication.version = ${version} returning version`.execute(trx);
  return rows[0]?.version;
}

export async function setPublishedItems(
  trx: Db,
  documentId: string,
  items: readonly { kind: FindingKind; id: string }[],
): Promise<void> {
  await sql`delete from published_item where document_id = ${documentId}`.execute(trx);
  await sql`
    insert into published_item (document_id, finding_kind, finding_id)
    select ${documentId}, kind, id from unnest(${items.map(({ kind }) => kind)}::text[], ${items.map(({ id }) => id)}::text[]) i(kind, id)`.execute(
    trx,
  );
}
