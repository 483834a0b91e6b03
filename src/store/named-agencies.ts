import { sql } from 'kysely';
import type { MatchedBy } from '../registry/review.ts';
import type { Db } from './database.ts';

/** A name in a document that nobody has found in the register yet. */
export type UnmatchedName = {
  findingKind: 'target' | 'task';
  findingId: string;
  role: string;
  position: number;
  name: string;
  spanStart: number;
};

export async function unmatchedNames(db: Db, documentId: string): Promise<UnmatchedName[]> {
  const { rows } = await sql<UnmatchedName>`
    select a.finding_kind as "findingKind", a.finding_id as "findingId", a.role, a.position, a.name,
      coalesce(t.span_start, n.span_start, 0) as "spanStart"
    from finding_agency a
    left join target t on a.finding_kind = 'target' and t.document_id = a.document_id and t.id = a.finding_id
    left join task n on a.finding_kind = 'task' and n.document_id = a.document_id and n.id = a.finding_id
    where a.document_id = ${documentId} and a.matched_by is null`.execute(db);
  return rows;
}

export type FoundName = Omit<UnmatchedName, 'spanStart' | 'name'> & {
  agencyId: string | null;
  groupId: string | null;
  matchedBy: MatchedBy;
  members: string[] | null;
};

/** What an officer has decided meanwhile stays. */
export async function setMatches(db: Db, documentId: string, found: readonly FoundName[]): Promise<void> {
  await sql`
    update finding_agency a set agency_id = f."agencyId", group_id = f."groupId", matched_by = f."matchedBy",
      members = f.members
    from json_to_recordset(${JSON.stringify(found)}::json) as f(
      "findingKind" text, "findingId" text, role text, position int, "agencyId" text, "groupId" text, "matchedBy" text, members text[])
    where a.document_id = ${documentId} and a.finding_kind = f."findingKind" and a.finding_id = f."findingId"
      and a.role = f.role and a.position = f.position and a.matched_by is null`.execute(db);
}
