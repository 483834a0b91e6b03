import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { DocumentState } from '../registry/document-state.ts';
import type { FilterChoice, PageOf } from '../registry/listing.ts';
import type { Named } from '../registry/named.ts';
import type { TaskQuery, TaskRecord } from '../registry/task.ts';
import type { Due } from '../values/due.ts';
import type { Task } from '../values/finding.ts';
import type { Note } from '../values/note.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inBatches, readPage } from './batches.ts';
import { allOf, type Condition, oneOf, saying, standing } from './conditions.ts';
import type { Db } from './database.ts';
import {
  agencyLabels,
  agencyNames,
  countAgencies,
  countChoices,
  countDocuments,
  countRoles,
  countStates,
  documentLabels,
  documentOfFinding,
  furtherDocuments,
  type Located,
  movedTo,
  naming,
  notesAbout,
  ordering,
  vietnamese,
  withChosen,
} from './findings.ts';
import type { TaskTable } from './tables.ts';

export type TaskRow = Selectable<TaskTable> & { lead_names: string[]; coord_names: string[]; monitor_names: string[] };
type ListedRow = TaskRow & Located & { notes: Note[]; document_state: DocumentState; moved_to: Named[] };

const names = sql`
  ${agencyNames('task', 'lead')} as lead_names,
  ${agencyNames('task', 'coord')} as coord_names,
  ${agencyNames('task', 'monitor')} as monitor_names`;

const sortColumns: Record<TaskQuery['sort'], RawBuilder<unknown> | 'document'> = {
  document: 'document',
  content: vietnamese('f.quote'),
  lead: vietnamese('f.lead'),
  // The day it must be done by; work without such a day comes last.
  time: sql`f.due_to`,
};

type Facet = 'document' | 'year' | 'group' | 'agency' | 'role' | 'due' | 'noted' | 'state' | 'review';

/** What a query asks for; a facet's own choices are counted without its own condition. */
function conditionOf(query: TaskQuery, without?: Facet): Condition {
  const conditions: Record<Exclude<Facet, 'agency' | 'role' | 'state' | 'review'>, Condition | undefined> = {
    document: oneOf(sql`f.document_id`, query.document, 'uuid'),
    year:
      query.year.length === 0
        ? undefined
        : sql`exists (select from unnest(${query.year}::int[]) y where y between f.year_from and f.year_to)`,
    group: oneOf(sql`f.group_name`, query.group, 'text'),
    due: oneOf(sql`f.due_kind`, query.due, 'text'),
    noted: query.noted && sql`f.noted = ${query.noted === 'true'}`,
  };
  if (without && without in conditions) conditions[without as keyof typeof conditions] = undefined;
  const agencies = naming('task', without === 'agency' ? [] : query.agency, without === 'role' ? [] : query.role);
  return allOf([
    standing(without === 'state' ? { ...query, state: [] } : without === 'review' ? { ...query, review: [] } : query),
    saying('task', query.q),
    agencies,
    ...Object.values(conditions),
  ]);
}

const rowsWhere = (
  query: TaskQuery,
  which: Condition,
  order: RawBuilder<unknown>,
): RawBuilder<ListedRow> => sql<ListedRow>`
  select f.*, d.number as document_number, d.title as document_title, ${furtherDocuments} as further, ${names},
    d.state as document_state, ${notesAbout} as notes, ${movedTo('task', query.asOf)} as moved_to
  from task f join document d on d.id = f.document_id
  where ${conditionOf(query)} and ${which} order by ${order}`;

const rowsOf = (query: TaskQuery): RawBuilder<ListedRow> =>
  rowsWhere(query, sql`true`, ordering(sortColumns[query.sort], query.order));

/** In the order of their keys, which never changes: behind one of them the rest is found at once. */
export async function tasksAfter(
  db: Db,
  asOf: PlainDate | undefined,
  after: { documentId: string; id: string } | undefined,
  limit: number,
): Promise<TaskRecord[]> {
  const chosen = { asOf, document: [], year: [], group: [], agency: [], role: [], due: [] };
  const behind = sql<SqlBool>`${after ? sql`(f.document_id, f.id) > (${after.documentId}::uuid, ${after.id})` : sql`true`}`;
  const query = { ...chosen, sort: 'document', order: 'asc' } as const;
  const { rows } = await sql<ListedRow>`${rowsWhere(query, behind, sql`f.document_id, f.id`)} limit ${limit}`.execute(
    db,
  );
  return rows.map(taskRecord);
}

export async function listTasks(
  db: Db,
  query: TaskQuery,
  page: PageOf,
): Promise<{ total: number; rows: TaskRecord[] }> {
  const counted = sql`task f where ${conditionOf(query)}`;
  const { total, rows } = await readPage(db, { rows: rowsOf(query), counted }, page);
  return { total, rows: rows.map(taskRecord) };
}

export async function* readTasks(db: Db, query: TaskQuery): AsyncGenerator<TaskRecord[]> {
  for await (const rows of inBatches(db, rowsOf(query))) yield rows.map(taskRecord);
}

export async function tasksOfDocument(db: Db, documentId: string): Promise<Task[]> {
  const { rows } = await sql<TaskRow>`
    select f.*, ${names} from task f where f.document_id = ${documentId} and f.review in ('proposed', 'accepted')
    order by f.position, f.span_start, f.id`.execute(db);
  return rows.map(taskOf);
}

export type TaskChoices = Record<Facet, FilterChoice[]>;

export async function countTaskChoices(db: Db, query: TaskQuery): Promise<TaskChoices> {
  const plain = (facet: Facet, value: RawBuilder<unknown>) =>
    countChoices(db, { value, from: sql`task f`, where: conditionOf(query, facet) });
  const [document, year, group, agency, role, due, noted, state, review] = await Promise.all([
    countDocuments(db, 'task', conditionOf(query, 'document')),
    countChoices(db, {
      value: sql`y.year`,
      from: sql`task f cross join lateral generate_series(f.year_from::int, f.year_to::int) y(year)`,
      where: conditionOf(query, 'year'),
      latestFirst: true,
    }),
    plain('group', sql`f.group_name`),
    countAgencies(db, 'task', query.role, conditionOf(query, 'agency')),
    countRoles(db, 'task', query.agency, conditionOf(query, 'role')),
    plain('due', sql`f.due_kind`),
    plain('noted', sql`f.noted`),
    countStates(db, 'task', conditionOf(query, 'state')),
    plain('review', sql`f.review`),
  ]);
  return {
    document: await withChosen(document, query.document, documentLabels(db)),
    year: await withChosen(year, query.year),
    group: await withChosen(group, query.group),
    agency: await withChosen(agency, query.agency, agencyLabels(db, 'task')),
    role: await withChosen(role, query.role),
    due: await withChosen(due, query.due),
    noted: await withChosen(noted, query.noted ? [query.noted] : []),
    state: await withChosen(state, query.state ?? []),
    review: await withChosen(review, query.review ?? []),
  };
}

const taskRecord = (row: ListedRow): TaskRecord => ({
  ...taskOf(row),
  documentId: row.document_id,
  ...documentOfFinding(row),
  quote: row.quote,
  notes: row.notes,
  documentState: row.document_state,
  review: row.review,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  movedTo: row.moved_to,
});

export const taskOf = (row: TaskRow): Task => ({
  id: row.id,
  source: row.source,
  span: { start: row.span_start, end: row.span_end },
  section: row.section,
  group: row.group_name,
  ordinal: row.ordinal,
  lead: row.lead_names,
  coord: row.coord_names,
  monitor: row.monitor_names,
  timeRaw: row.time_raw,
  time: dueOf(row),
  productRaw: row.product_raw,
  fundingRaw: row.funding_raw,
  noteRaw: row.note_raw,
  confidence: row.confidence,
});

export type DueColumns = Pick<TaskRow, 'due_kind' | 'due_from' | 'due_to' | 'due_every' | 'due_condition'>;

export function dueOf({
  due_kind: kind,
  due_from: from,
  due_to: to,
  due_every: every,
  due_condition,
}: DueColumns): Due {
  const condition = due_condition ?? '';
  if (kind === 'by' && to !== null) return { kind, to, ...(condition !== '' && { counted: condition }) };
  if (kind === 'during' && from !== null && to !== null) return { kind, from, to };
  if (kind === 'recurring' && every !== null) return { kind, every };
  if (kind === 'conditional' || kind === 'reference') return { kind, condition };
  return { kind: kind === 'ongoing' ? 'ongoing' : 'none' };
}
