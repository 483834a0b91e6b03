import { type RawBuilder, sql } from 'kysely';
import { type Matter, matterKey } from '../registry/matter.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';

/** What is followed and looked at in stocktakes, in the columns that all such tables have. */

export type MatterRow = {
  kind: string;
  document_id: string | null;
  finding_id: string | null;
  duty_id: string | null;
  agency_id: string | null;
};

export const matterColumns = (matter: Matter): MatterRow => ({
  kind: matter.kind,
  document_id: matter.kind === 'target' ? matter.documentId : null,
  finding_id: matter.kind === 'target' ? matter.targetId : null,
  duty_id: matter.kind === 'duty' ? matter.dutyId : null,
  agency_id: matter.kind === 'agency' ? matter.agencyId : null,
});

export function matterOfRow({ kind, document_id, finding_id, duty_id, agency_id }: MatterRow): Matter {
  if (kind === 'target' && document_id !== null && finding_id !== null)
    return { kind, documentId: document_id, targetId: finding_id };
  if (kind === 'duty' && duty_id !== null) return { kind, dutyId: duty_id };
  if (kind === 'agency' && agency_id !== null) return { kind, agencyId: agency_id };
  throw new Error(`no such matter: ${kind}`);
}

/** Which of these are in the register, as the person sees it. */
export async function knownMatters(db: Db, matters: readonly Matter[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    with ${asked(matters)}
    select a.key from asked a where case a.kind
      when 'target' then exists (select from target t where t.document_id = a.document_id and t.id = a.finding_id)
      when 'duty' then exists (select from duty d where d.id = a.duty_id)
      else exists (select from agency g where g.id = a.agency_id) end`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

export type SaidOfMatter = {
  key: string;
  saidAt: Date | null;
  agencyId: string | null;
  agencyName: string | null;
  words: string | null;
  nextDue: PlainDate | null;
};

/** What agencies said of each last, and the next deadline of the work that belongs to it. */
export async function saidOfMatters(
  db: Db,
  matters: readonly Matter[],
  day: PlainDate,
): Promise<Map<string, SaidOfMatter>> {
  const { rows } = await sql<SaidOfMatter>`
    with ${asked(matters)}, concerned(key, duty_id) as (
      select a.key, a.duty_id from asked a where a.kind = 'duty'
      union all select a.key, o.duty_id from asked a join duty_origin o
        on o.document_id = a.document_id and o.finding_kind = 'target' and o.finding_id = a.finding_id
      union all select a.key, d.id from asked a join duty d on d.agency_id = a.agency_id and d.stage <> 'dropped')
    select a.key, s.sent_at as "saidAt", s.agency_id as "agencyId", ${agencyNameOn(sql`s.agency_id`, day)} as "agencyName",
      s.words, n.due as "nextDue"
    from asked a
      left join lateral (
        select p.sent_at, p.agency_id, left(p.done_text, 600) as words from concerned c join progress p on p.duty_id = c.duty_id
        where c.key = a.key and p.stage = 'sent' order by p.sent_at desc limit 1) s on true
      left join lateral (
        select min(d.due) as due from concerned c join duty d on d.id = c.duty_id
        where c.key = a.key and d.stage not in ('done', 'dropped') and (a.kind <> 'agency' or d.due >= ${day}::date)) n on true`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

function asked(matters: readonly Matter[]): RawBuilder<unknown> {
  const rows = matters.map(matterColumns);
  return sql`asked(key, kind, document_id, finding_id, duty_id, agency_id) as (
    select * from unnest(${matters.map(matterKey)}::text[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.document_id)}::uuid[], ${rows.map((row) => row.finding_id)}::text[],
      ${rows.map((row) => row.duty_id)}::uuid[], ${rows.map((row) => row.agency_id)}::text[]))`;
}
