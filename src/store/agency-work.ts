import { sql } from 'kysely';
import type { AgencyWork } from '../registry/agency-summary.ts';
import type { PageOf } from '../registry/listing.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { readPage } from './batches.ts';
import type { Db } from './database.ts';

/** Work of an agency on a day: what documents name it for, and what it was given by a group or a reorganisation. */
const workOf = (agencyId: string, day: PlainDate) => sql`(
  select a.document_id, a.finding_kind, a.finding_id, a.role from finding_agency a where a.agency_id = ${agencyId}
  union
  select a.document_id, a.finding_kind, a.finding_id, a.role from assignment a
  where a.agency_id = ${agencyId} and a.valid_from <= ${day} and (a.valid_until is null or a.valid_until > ${day}))`;

export type WorkCount = { findingKind: 'target' | 'task'; role: string; count: number };

export async function countAgencyWork(db: Db, agencyId: string, day: PlainDate): Promise<WorkCount[]> {
  const { rows } = await sql<WorkCount>`
    select w.finding_kind as "findingKind", w.role, count(*) as count from ${workOf(agencyId, day)} w
    group by 1, 2 order by 1 desc, 2`.execute(db);
  return rows;
}

/** Newest documents first, each as its text goes. */
export async function listAgencyWork(
  db: Db,
  { agencyId, day, role }: { agencyId: string; day: PlainDate; role: string | undefined },
  page: PageOf,
): Promise<{ total: number; rows: AgencyWork[] }> {
  const counted = sql`${workOf(agencyId, day)} w where ${role === undefined ? sql`true` : sql`w.role = ${role}`}`;
  const rows = sql<AgencyWork>`
    select w.document_id as "documentId", d.number as "documentNumber", w.finding_kind as "findingKind",
      w.finding_id as "findingId", w.role, coalesce(t.name || coalesce(', ' || t.variant, ''), n.quote, '') as text
    from ${workOf(agencyId, day)} w join document d on d.id = w.document_id
    left join target t on w.finding_kind = 'target' and t.document_id = w.document_id and t.id = w.finding_id
    left join task n on w.finding_kind = 'task' and n.document_id = w.document_id and n.id = w.finding_id
    where ${role === undefined ? sql`true` : sql`w.role = ${role}`}
    order by d.issued_on desc nulls last, d.id, coalesce(t.position, n.position), w.role`;
  return readPage(db, { rows, counted }, page);
}
