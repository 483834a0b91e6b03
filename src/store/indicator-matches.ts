import { sql } from 'kysely';
import type { IndicatorMatch, ListedTarget } from '../registry/match-indicator.ts';
import type { Db } from './database.ts';

/** Which indicator the targets of documents are of. */

/** The targets of a document as the matcher looks at them, in the order of the text. */
export async function targetsToMatch(db: Db, documentId: string): Promise<ListedTarget[]> {
  const { rows } = await sql<ListedTarget>`
    select id, name, variant, op, value, value2, unit, change, base, year, tier, parent_id as "parentId"
    from target where document_id = ${documentId} and review in ('proposed', 'accepted') order by position`.execute(db);
  return rows;
}

/** Sets what was matched, of all targets of a document that no officer has given an indicator or taken it from. */
export async function setIndicatorMatches(
  trx: Db,
  documentId: string,
  matches: ReadonlyMap<string, IndicatorMatch>,
): Promise<void> {
  const rows = [...matches].map(([id, { indicatorId, line, by, certainty }]) => ({
    id,
    indicatorId,
    line,
    by,
    certainty,
  }));
  await sql`
    update target t set indicator_id = found."indicatorId", indicator_line = found.line,
      indicator_matched_by = found.by, indicator_certainty = found.certainty
    from target old left join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as found(id text, "indicatorId" text, line text, by text, certainty double precision) on found.id = old.id
    where t.document_id = ${documentId} and old.document_id = t.document_id and old.id = t.id
      and (t.indicator_id, t.indicator_line) is distinct from (found."indicatorId", found.line)
      and t.indicator_matched_by is distinct from 'officer'
      and not exists (select from action a where a.document_id = t.document_id and a.subject_kind = 'target'
        and a.subject_id = t.id and a.verb = 'chooseIndicator'
        and not exists (select from action later where later.undoes = a.id))`.execute(trx);
}

/** Ids of documents with targets, after one of them. */
export async function documentsAfter(db: Db, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from document d where ${after === null ? sql`true` : sql`d.id > ${after}::uuid`}
    order by d.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function countDocuments(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from document`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function countTargetsOf(db: Db, indicatorId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from target where indicator_id = ${indicatorId}`.execute(db);
  return rows[0]?.count ?? 0;
}
