import { type RawBuilder, sql } from 'kysely';
import type { FilterChoice, Order } from '../registry/listing.ts';
import type { Named } from '../registry/named.ts';
import type { AssignmentRole } from '../registry/task.ts';
import type { FurtherDocument } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Condition, inForce } from './conditions.ts';
import type { Db } from './database.ts';

/** What lists of targets and of tasks have in common. In all of it `f` is the finding and `d` its document. */

type FindingKind = 'target' | 'task';

const agencyOf = (kind: FindingKind): RawBuilder<unknown> =>
  sql`a.document_id = f.document_id and a.finding_kind = ${sql.lit(kind)} and a.finding_id = f.id`;

/** The bodies a finding names in one role, in the order it names them. */
export const agencyNames = (kind: FindingKind, role: AssignmentRole | 'named'): RawBuilder<string[]> =>
  sql`array(select a.name from finding_agency a where ${agencyOf(kind)} and a.role = ${sql.lit(role)} order by a.position)`;

/** The notes about a finding, in the order of the document's notes. */
export const notesAbout: RawBuilder<Note[]> = sql`(
  select coalesce(json_agg(json_build_object(
    'code', n.code, 'findingId', n.finding_id, 'detail', n.detail, 'suggestion', n.suggestion, 'reasons', n.reasons,
    'span', case when n.span_start is not null then json_build_object('start', n.span_start, 'end', n.span_end) end
  ) order by n.position), '[]')
  from note n where n.document_id = f.document_id and n.finding_id = f.id)`;

/** Who has a finding's work on a day, where a reorganisation has moved it; under the names of that day. */
export const movedTo = (kind: FindingKind, day: PlainDate | undefined): RawBuilder<Named[]> => sql`(
  select coalesce(json_agg(distinct jsonb_build_object('id', a.agency_id, 'name', (
    select n.name from agency_name n where n.agency_id = a.agency_id and n.kind = 'official'
    order by ${inForce('n', day)} desc, n.valid_from desc nulls last limit 1))), '[]')
  from assignment a where ${agencyOf(kind)} and a.made_by is not null and ${inForce('a', day)})`;

/** Bodies by their keys, in some roles; where only one of the two is given the other is any. */
export function naming(kind: FindingKind, keys: readonly string[], roles: readonly string[]): Condition | undefined {
  if (keys.length === 0 && roles.length === 0) return undefined;
  return sql`exists (select from finding_agency a where ${agencyOf(kind)} and ${agencyIs(keys, roles)})`;
}

const agencyIs = (keys: readonly string[], roles: readonly string[]): Condition =>
  sql`${keys.length === 0 ? sql`true` : sql`a.key = any(${keys}::text[])`}
    and ${roles.length === 0 ? sql`true` : sql`a.role = any(${roles}::text[])`}`;

/** The documents behind the first in the file that a finding stands in. */
export const furtherDocuments: RawBuilder<Further | null> = sql`d.header -> 'further'`;

type Further = Pick<FurtherDocument, 'number' | 'title' | 'span'>[];

export type Located = {
  document_number: string | null;
  document_title: string | null;
  further: Further | null;
  span_start: number;
};

/** Number and title of the document of the file in which a finding stands. */
export function documentOfFinding(row: Located): { documentNumber: string | null; documentTitle: string | null } {
  const own = row.further?.find(({ span }) => span.start <= row.span_start && row.span_start < span.end);
  if (own) return { documentNumber: own.number, documentTitle: own.title };
  return { documentNumber: row.document_number, documentTitle: row.document_title };
}

export const vietnamese = (column: string): RawBuilder<unknown> => sql`${sql.ref(column)} collate "vi-x-icu"`;

/** Ascending by document is as in the list of documents: newest issued first, and in each as the text goes. */
export function ordering(sort: RawBuilder<unknown> | 'document', order: Order): RawBuilder<unknown> {
  const direction = sql.raw(order);
  if (sort !== 'document') return sql`${sort} ${direction} nulls last, f.document_id, f.position, f.span_start, f.id`;
  return order === 'asc'
    ? sql`d.issued_on desc nulls last, d.id, f.position, f.span_start, f.id`
    : sql`d.issued_on asc nulls last, d.id desc, f.position, f.span_start, f.id`;
}

/** More choices than anybody scrolls through are cut off at the rarest. */
const mostChoices = 1000;

type Counted = {
  value: RawBuilder<unknown>;
  label?: RawBuilder<unknown>;
  from: RawBuilder<unknown>;
  where: Condition;
  /** Years stand latest first; all else most frequent first. */
  latestFirst?: boolean;
};

export async function countChoices(
  db: Db,
  { value, label, from, where, latestFirst = false }: Counted,
): Promise<FilterChoice[]> {
  const { rows } = await sql<FilterChoice>`
    select ${value}::text as value, ${label ?? sql`${value}::text`} as label, count(*) as count
    from ${from} where ${value} is not null and ${where}
    group by ${value} order by ${latestFirst ? sql`${value} desc` : sql`count(*) desc, ${value}`} limit ${mostChoices}`.execute(
    db,
  );
  return rows;
}

export const countDocuments = (db: Db, kind: FindingKind, where: Condition): Promise<FilterChoice[]> =>
  countChoices(db, {
    value: sql`d.id`,
    label: sql`coalesce(d.number, d.title, d.file_name)`,
    from: sql`${sql.table(kind)} f join document d on d.id = f.document_id`,
    where,
  });

export const countStates = (db: Db, kind: FindingKind, where: Condition): Promise<FilterChoice[]> =>
  countChoices(db, {
    value: sql`d.state`,
    from: sql`${sql.table(kind)} f join document d on d.id = f.document_id`,
    where,
  });

/** The label of a body is its most frequent spelling. */
export const countAgencies = (
  db: Db,
  kind: FindingKind,
  roles: readonly string[],
  where: Condition,
): Promise<FilterChoice[]> =>
  countAssignments(db, kind, { value: sql`a.key`, label: sql`a.name` }, sql`${agencyIs([], roles)} and ${where}`);

export const countRoles = (
  db: Db,
  kind: FindingKind,
  keys: readonly string[],
  where: Condition,
): Promise<FilterChoice[]> =>
  countAssignments(db, kind, { value: sql`a.role`, label: sql`a.role` }, sql`${agencyIs(keys, [])} and ${where}`);

/** Counts findings, not assignments: a finding may name a body twice. Three groupings, for none of which rows are sorted. */
async function countAssignments(
  db: Db,
  kind: FindingKind,
  { value, label }: Required<Pick<Counted, 'value' | 'label'>>,
  where: Condition,
): Promise<FilterChoice[]> {
  const { rows } = await sql<FilterChoice>`
    select value, (array_agg(label order by count desc, label))[1] as label, sum(count) as count
    from (
      select value, label, count(*) as count
      from (
        select ${value} as value, min(${label}) as label
        from ${sql.table(kind)} f join finding_agency a on ${agencyOf(kind)}
        where ${where} group by f.document_id, f.id, ${value}) finding
      group by value, label) spelling
    group by value order by 3 desc, 1 limit ${mostChoices}`.execute(db);
  return rows;
}

/** What was chosen stays a choice, by its name, when the other filters leave no rows of it. */
export async function withChosen(
  choices: FilterChoice[],
  chosen: readonly (string | number)[],
  findLabels: (missing: string[]) => Promise<Map<string, string>> = async () => new Map(),
): Promise<FilterChoice[]> {
  const missing = chosen.map(String).filter((value) => !choices.some((choice) => choice.value === value));
  if (missing.length === 0) return choices;
  const labels = await findLabels(missing);
  return [...choices, ...missing.map((value) => ({ value, label: labels.get(value) ?? value, count: 0 }))];
}

type Labelled = { value: string; label: string };

const labelsOf = (rows: Labelled[]): Map<string, string> => new Map(rows.map(({ value, label }) => [value, label]));

export const agencyLabels = (db: Db, kind: FindingKind) => async (keys: string[]) => {
  const { rows } = await sql<Labelled>`
    select key as value, mode() within group (order by name) as label from finding_agency
    where finding_kind = ${kind} and key = any(${keys}::text[]) group by key`.execute(db);
  return labelsOf(rows);
};

export const documentLabels = (db: Db) => async (ids: string[]) => {
  const { rows } = await sql<Labelled>`
    select id as value, coalesce(number, title, file_name) as label from document where id = any(${ids}::uuid[])`.execute(
    db,
  );
  return labelsOf(rows);
};
