import { type RawBuilder, sql } from 'kysely';
import type { DutyState, StateDay } from '../registry/duty-state.ts';
import type { SearchKind } from '../registry/search.ts';
import type { DocumentKind } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { today } from './conditions.ts';
import type { Db } from './database.ts';
import { dutyStateOn } from './duty-states.ts';
import { byKind, fileOf, type Key, pieceOf } from './search.ts';

/** The words of what was found, for the few that are shown. */

export type FoundWords = {
  at: number;
  title: string | null;
  text: string;
  agencyId: string | null;
  duty: { id: string; state: DutyState | null; due: PlainDate | null } | null;
  roundId: string | null;
};

/** Of each kind: title, text, agency, duty and round, from the keys `k`. */
const wordsOf: Record<SearchKind, RawBuilder<unknown>> = {
  document: sql`select k.at, null::text, coalesce(d.title, d.file_name), null::text, null::uuid, null::uuid
    from k join document d on d.id = k.document_id`,
  passage: sql`select k.at, null::text, p.text, null::text, null::uuid, null::uuid from k join passage p on p.document_id = k.document_id and p.position = k.place`,
  target: sql`select k.at, f.name, f.quote, (select a.agency_id from assignment a where a.document_id = f.document_id and a.finding_kind = 'target'
      and a.finding_id = f.id order by a.role = 'lead' desc, a.id desc limit 1),
    (select o.duty_id from duty_origin o where o.document_id = f.document_id and o.finding_kind = 'target' and o.finding_id = f.id
      order by o.period desc limit 1), null::uuid
    from k join target f on f.document_id = k.document_id and f.id = k.own_id`,
  task: sql`select k.at, null::text, f.quote, (select a.agency_id from assignment a where a.document_id = f.document_id and a.finding_kind = 'task'
      and a.finding_id = f.id and a.role = 'lead' order by a.valid_until nulls first, a.id desc limit 1),
    (select o.duty_id from duty_origin o where o.document_id = f.document_id and o.finding_kind = 'task' and o.finding_id = f.id
      order by o.period desc limit 1), null::uuid
    from k join task f on f.document_id = k.document_id and f.id = k.own_id`,
  duty: sql`select k.at, null::text, coalesce(u.content, ''), u.agency_id, u.id, null::uuid from k join duty u on u.id = k.own_id`,
  progress: sql`select k.at, null::text, concat_ws(E'\n', p.done_text, nullif(p.proposal, '')), p.agency_id, p.duty_id, null::uuid
    from k join progress p on p.id = k.own_id and p.stage = 'sent'`,
  obstacle: sql`select k.at, null::text, concat_ws(E'\n', o.what, nullif(o.impact, ''), o.answer), o.agency_id, o.duty_id, null::uuid
    from k join obstacle o on o.id = k.own_id`,
  question: sql`select k.at, null::text, concat_ws(E'\n', q.question, q.answer), q.asked_for, q.duty_id, null::uuid from k join question q on q.id = k.own_id`,
  evidence: sql`select k.at, coalesce(v.document_number, v.file_name), concat_ws(E'\n', v.document_number, v.file_name, nullif(v.note, '')),
    v.agency_id, v.duty_id, null::uuid from k join evidence v on v.id = k.own_id`,
  evidenceText: sql`select k.at, ${fileOf('min(v.file_name)')}, p.text, ${fileOf('min(v.agency_id)')}, p.duty_id, null::uuid
    from k join evidence_passage p on ${pieceOf}`,
  section: sql`select k.at, (select o ->> 'title' from jsonb_array_elements(r.outline) o where o ->> 'key' = t.section limit 1),
      coalesce((select string_agg(w #>> '{}', ' ') from jsonb_path_query(t.content, 'strict $.**.text') w), ''), d.agency_id, d.id, r.id
    from k join section_text t on t.submission_id = k.submission_id and t.section = k.section
      join submission s on s.id = t.submission_id and s.stage in ('sent', 'approved') join duty d on d.id = s.duty_id join round r on r.id = s.round_id`,
  report: sql`select k.at, concat_ws(' ', r.number, r.title), coalesce((
      select string_agg(s.title || E'\n' || coalesce((select string_agg(t #>> '{}', ' ') from jsonb_path_query(s.content, 'strict $.**.text') t), ''),
        E'\n' order by s.position) from report_section s where s.report_id = r.id), ''), null::text, null::uuid, r.round_id
    from k join report r on r.id = k.own_id`,
  indicator: sql`select k.at, i.name, coalesce((select string_agg(n.name, '; ' order by n.position) from indicator_name n
    where n.indicator_id = i.id), i.unit, ''), null::text, null::uuid, null::uuid from k join indicator i on i.id = k.own_id`,
  agency: sql`select k.at, null::text, concat_ws(', ', p.name, q.name, r.name), a.id, null::uuid, null::uuid from k join agency a on a.id = k.own_id
    left join place p on p.id = a.place_id left join place q on q.id = p.parent_id left join place r on r.id = q.parent_id`,
  person: sql`select k.at, u.name, '', (select p.agency_id from post p where p.user_id = u.id and p.valid_from <= ${today}
      and (p.valid_until is null or p.valid_until > ${today}) order by p.valid_from desc limit 1), null::uuid, null::uuid
    from k join app_user u on u.id = k.own_id`,
};

type WordsRow = Omit<FoundWords, 'duty'> & { dutyId: string | null; state: DutyState | null; due: PlainDate | null };

/** In the order of the keys; what is not there any more is left out. */
export async function wordsOfFound(db: Db, keys: readonly Key[], day: StateDay): Promise<FoundWords[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<WordsRow>`
    with x(at, title, text, agency_id, duty_id, round_id) as (${byKind(keys, (kind) => wordsOf[kind])})
    select x.at, x.title, x.text, x.agency_id as "agencyId", x.round_id as "roundId", d.id as "dutyId", d.due, ${dutyStateOn(day)} as state
    from x left join duty d on d.id = x.duty_id order by x.at`.execute(db);
  return rows.map(({ dutyId, state, due, ...row }) => ({
    ...row,
    duty: dutyId === null ? null : { id: dutyId, state, due },
  }));
}

export type FoundIn = { id: string; kind: DocumentKind; number: string | null; title: string | null };

/** The documents that found things stand in. */
export async function documentsOfFound(db: Db, keys: readonly Key[]): Promise<Map<string, FoundIn>> {
  const ids = [...new Set(keys.flatMap(({ documentId }) => documentId ?? []))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FoundIn>`
    select d.id, d.kind, d.number, d.title from document d where d.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
