import { type RawBuilder, sql } from 'kysely';
import type { DutyState, StateDay } from '../registry/duty-state.ts';
import type { SearchKind } from '../registry/search.ts';
import type { DocumentKind } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { today } from './conditions.ts';
import type { Db } from './database.ts';
import { dutyStateOn } from './duty-states.ts';
import { byKind, type Key, type Lying, lyingIn } from './found-keys.ts';
import { fileOf, pieceOf } from './search.ts';

/** The words of what was found, for the few that are shown. */

export type FoundWords = {
  at: number;
  title: string | null;
  text: string;
  agencyId: string | null;
  /** The duty that it is, or is about; of a finding none, whose duties are asked for by themselves. */
  dutyId: string | null;
  roundId: string | null;
};

/** Of each kind: title, text, agency, duty and round, from the keys `k`. */
const wordsOf = (lies: Lying): Record<SearchKind, RawBuilder<unknown>> => ({
  document: sql`select k.at, null::text, coalesce(d.title, d.file_name), null::text, null::uuid, null::uuid
    from k join document d on d.id = k.document_id`,
  passage: sql`select k.at, null::text, p.text, null::text, null::uuid, null::uuid from k join passage p on p.document_id = k.document_id and p.position = k.place`,
  target: sql`select k.at, f.name, f.quote, (select a.agency_id from assignment a where a.document_id = f.document_id and a.finding_kind = 'target'
      and a.finding_id = f.id order by a.role = 'lead' desc, a.id desc limit 1), null::uuid, null::uuid
    from k join target f on f.document_id = k.document_id and f.id = k.own_id`,
  task: sql`select k.at, null::text, f.quote, (select a.agency_id from assignment a where a.document_id = f.document_id and a.finding_kind = 'task'
      and a.finding_id = f.id and a.role = 'lead' order by a.valid_until nulls first, a.id desc limit 1), null::uuid, null::uuid
    from k join task f on f.document_id = k.document_id and f.id = k.own_id`,
  duty: sql`select k.at, null::text, coalesce(u.content, ''), u.agency_id, u.id, null::uuid from k join duty u on u.id = k.own_id and ${lies('u')}`,
  progress: sql`select k.at, null::text, concat_ws(E'\n', p.done_text, nullif(p.proposal, '')), p.agency_id, p.duty_id, null::uuid
    from k join progress p on p.id = k.own_id and ${lies('p')} and p.stage = 'sent'`,
  obstacle: sql`select k.at, null::text, concat_ws(E'\n', o.what, nullif(o.impact, ''), o.answer), o.agency_id, o.duty_id, null::uuid
    from k join obstacle o on o.id = k.own_id and ${lies('o')}`,
  question: sql`select k.at, null::text, concat_ws(E'\n', q.question, q.answer), q.asked_for, q.duty_id, null::uuid
    from k join question q on q.id = k.own_id and ${lies('q')}`,
  evidence: sql`select k.at, coalesce(v.document_number, v.file_name), concat_ws(E'\n', v.document_number, v.file_name, nullif(v.note, '')),
    v.agency_id, v.duty_id, null::uuid from k join evidence v on v.id = k.own_id and ${lies('v')}`,
  evidenceText: sql`select k.at, ${fileOf('min(v.file_name)')}, p.text, ${fileOf('min(v.agency_id)')}, p.duty_id, null::uuid
    from k join evidence_passage p on ${pieceOf} and ${lies('p')}`,
  section: sql`select k.at, (select o ->> 'title' from jsonb_array_elements(r.outline) o where o ->> 'key' = t.section limit 1),
      coalesce((select string_agg(w #>> '{}', ' ') from jsonb_path_query(t.content, 'strict $.**.text') w), ''), d.agency_id, d.id, r.id
    from k join section_text t on t.submission_id = k.submission_id and t.section = k.section and ${lies('t')}
      join submission s on s.id = t.submission_id and s.province = t.province and s.stage in ('sent', 'approved')
      join duty d on d.id = s.duty_id and d.province = s.province join round r on r.id = s.round_id`,
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
});

/** In the order of the keys; what is not there any more is left out. */
export async function wordsOfFound(db: Db, keys: readonly Key[]): Promise<FoundWords[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<FoundWords>`
    select x.at, x.title, x.text, x.agency_id as "agencyId", x.duty_id as "dutyId", x.round_id as "roundId"
    from (${byKind(keys, (kind, lies) => wordsOf(lies)[kind])}) x(at, title, text, agency_id, duty_id, round_id)
    order by x.at`.execute(db);
  return rows;
}

type FoundDuty = { id: string; state: DutyState | null; due: PlainDate | null };

/**
 * The duty of each that is or is about one, and of each finding the newest that came from it, by what they are `at`.
 * @param documents those that findings stand in
 */
export async function dutiesOfFound(
  db: Db,
  keys: readonly Key[],
  words: readonly Pick<FoundWords, 'at' | 'dutyId'>[],
  documents: ReadonlyMap<string, FoundIn>,
  day: StateDay,
): Promise<Map<number, FoundDuty>> {
  const works = words.flatMap(({ at, dutyId }) => {
    const province = keys[at]?.province;
    return dutyId === null || province === undefined ? [] : [{ at, dutyId, province }];
  });
  const findings = keys.flatMap(({ kind, id, documentId }, at) =>
    documentId !== null && (kind === 'target' || kind === 'task') ? [{ at, kind, id, documentId }] : [],
  );
  if (works.length === 0 && findings.length === 0) return new Map();
  const provinces = new Set(findings.flatMap(({ documentId }) => documents.get(documentId)?.provinces ?? []));
  const { rows } = await sql<FoundDuty & { at: number }>`
    (select k.at, d.id, d.due, ${dutyStateOn(day)} as state
      from unnest(${works.map(({ at }) => at)}::int[], ${works.map(({ dutyId }) => dutyId)}::uuid[], ${works.map(({ province }) => province)}::text[])
          as k(at, duty_id, province)
        join duty d on d.id = k.duty_id and ${lyingIn(works)('d')})
    union all
    (select distinct on (k.at) k.at, d.id, d.due, ${dutyStateOn(day)}
      from unnest(${findings.map(({ at }) => at)}::int[], ${findings.map(({ documentId }) => documentId)}::uuid[],
          ${findings.map(({ kind }) => kind)}::text[], ${findings.map(({ id }) => id)}::text[]) as k(at, document_id, kind, id)
        join duty_origin o on o.document_id = k.document_id and o.finding_kind = k.kind and o.finding_id = k.id
          and o.province = any(${[...provinces]}::text[])
        join duty d on d.id = o.duty_id and d.province = o.province
      order by k.at, o.period desc)`.execute(db);
  return new Map(rows.map(({ at, ...duty }) => [at, duty]));
}

export type FoundIn = {
  id: string;
  kind: DocumentKind;
  number: string | null;
  title: string | null;
  /** In which its duties lie. */
  provinces: string[];
};

/** The documents that found things stand in. */
export async function documentsOfFound(db: Db, keys: readonly Key[]): Promise<Map<string, FoundIn>> {
  const ids = [...new Set(keys.flatMap(({ documentId }) => documentId ?? []))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FoundIn>`
    select d.id, d.kind, d.number, d.title, array(select p.province from document_province p where p.document_id = d.id) as provinces
    from document d where d.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
