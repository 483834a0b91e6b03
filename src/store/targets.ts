import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { DocumentState } from '../registry/document-state.ts';
import type { FilterChoice, PageOf } from '../registry/listing.ts';
import type { Named } from '../registry/named.ts';
import type { FigureBeside } from '../registry/past-figure.ts';
import type { TargetQuery, TargetRecord } from '../registry/target.ts';
import type { Target } from '../values/finding.ts';
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
import { indicatorNames } from './names.ts';
import { figuresBeside } from './past-figures.ts';
import type { TargetTable } from './tables.ts';

export type TargetRow = Selectable<TargetTable> & { agency_names: string[] };
type ListedRow = TargetRow &
  Located & {
    notes: Note[];
    past: FigureBeside[];
    document_state: DocumentState;
    moved_to: Named[];
    indicator_name: string | null;
  };

const names = agencyNames('target', 'named');

const sortColumns: Record<TargetQuery['sort'], RawBuilder<unknown> | 'document'> = {
  document: 'document',
  name: vietnamese('f.name'),
  year: sql`f.year`,
  value: sql`f.value`,
  unit: vietnamese('f.unit'),
  agencies: vietnamese('f.agencies'),
};

type Facet = 'document' | 'year' | 'group' | 'agency' | 'tier' | 'indicator' | 'listed' | 'noted' | 'state' | 'review';

/** What a query asks for; a facet's own choices are counted without its own condition. */
function conditionOf(query: TargetQuery, without?: Facet): Condition {
  const conditions: Record<Exclude<Facet, 'state' | 'review'>, Condition | undefined> = {
    document: oneOf(sql`f.document_id`, query.document, 'uuid'),
    year: oneOf(sql`f.year`, query.year, 'int'),
    group: oneOf(sql`f.group_name`, query.group, 'text'),
    agency: naming('target', query.agency, []),
    tier: oneOf(sql`f.tier`, query.tier, 'text'),
    indicator: oneOf(sql`f.indicator_id`, query.indicator ?? [], 'text'),
    listed: query.listed && sql`f.listed = ${query.listed === 'true'}`,
    noted: query.noted && sql`f.noted = ${query.noted === 'true'}`,
  };
  if (without && without in conditions) conditions[without as keyof typeof conditions] = undefined;
  return allOf([
    standing(without === 'state' ? { ...query, state: [] } : without === 'review' ? { ...query, review: [] } : query),
    saying('target', query.q),
    ...Object.values(conditions),
  ]);
}

const rowsWhere = (
  query: TargetQuery,
  which: Condition,
  order: RawBuilder<unknown>,
): RawBuilder<ListedRow> => sql<ListedRow>`
  select f.*, d.number as document_number, d.title as document_title, ${furtherDocuments} as further, ${names} as agency_names,
    d.state as document_state, i.name as indicator_name, ${notesAbout} as notes, ${figuresBeside} as past,
    ${movedTo('target', query.asOf)} as moved_to
  from target f join document d on d.id = f.document_id left join indicator i on i.id = f.indicator_id
  where ${conditionOf(query)} and ${which} order by ${order}`;

const rowsOf = (query: TargetQuery): RawBuilder<ListedRow> =>
  rowsWhere(query, sql`true`, ordering(sortColumns[query.sort], query.order));

/** In the order of their keys, which never changes: behind one of them the rest is found at once. */
export async function targetsAfter(
  db: Db,
  asOf: PlainDate | undefined,
  after: { documentId: string; id: string } | undefined,
  limit: number,
): Promise<TargetRecord[]> {
  const chosen = { asOf, document: [], year: [], group: [], agency: [], tier: [] };
  const behind = sql<SqlBool>`${after ? sql`(f.document_id, f.id) > (${after.documentId}::uuid, ${after.id})` : sql`true`}`;
  const query = { ...chosen, sort: 'document', order: 'asc' } as const;
  const { rows } = await sql<ListedRow>`${rowsWhere(query, behind, sql`f.document_id, f.id`)} limit ${limit}`.execute(
    db,
  );
  return rows.map(targetRecord);
}

export async function listTargets(
  db: Db,
  query: TargetQuery,
  page: PageOf,
): Promise<{ total: number; rows: TargetRecord[] }> {
  const counted = sql`target f where ${conditionOf(query)}`;
  const { total, rows } = await readPage(db, { rows: rowsOf(query), counted }, page);
  return { total, rows: rows.map(targetRecord) };
}

export async function* readTargets(db: Db, query: TargetQuery): AsyncGenerator<TargetRecord[]> {
  for await (const rows of inBatches(db, rowsOf(query))) yield rows.map(targetRecord);
}

export async function targetsOfDocument(db: Db, documentId: string): Promise<Target[]> {
  const { rows } = await sql<TargetRow>`
    select f.*, ${names} as agency_names from target f where f.document_id = ${documentId} and f.review in ('proposed', 'accepted')
    order by f.position, f.span_start, f.id`.execute(db);
  return rows.map(targetOf);
}

export type TargetChoices = Record<Facet, FilterChoice[]>;

export async function countTargetChoices(db: Db, query: TargetQuery): Promise<TargetChoices> {
  const plain = (facet: Facet, value: RawBuilder<unknown>) =>
    countChoices(db, { value, from: sql`target f`, where: conditionOf(query, facet) });
  const [document, year, group, agency, tier, indicator, listed, noted, state, review] = await Promise.all([
    countDocuments(db, 'target', conditionOf(query, 'document')),
    countChoices(db, { value: sql`f.year`, from: sql`target f`, where: conditionOf(query, 'year'), latestFirst: true }),
    plain('group', sql`f.group_name`),
    countAgencies(db, 'target', [], conditionOf(query, 'agency')),
    plain('tier', sql`f.tier`),
    countChoices(db, {
      value: sql`i.id`,
      label: sql`i.name`,
      from: sql`target f join indicator i on i.id = f.indicator_id`,
      where: conditionOf(query, 'indicator'),
    }),
    plain('listed', sql`f.listed`),
    plain('noted', sql`f.noted`),
    countStates(db, 'target', conditionOf(query, 'state')),
    plain('review', sql`f.review`),
  ]);
  return {
    document: await withChosen(document, query.document, documentLabels(db)),
    year: await withChosen(year, query.year),
    group: await withChosen(group, query.group),
    agency: await withChosen(agency, query.agency, agencyLabels(db, 'target')),
    tier: await withChosen(tier, query.tier),
    indicator: await withChosen(indicator, query.indicator ?? [], (ids) => indicatorNames(db, ids)),
    listed: await withChosen(listed, query.listed ? [query.listed] : []),
    noted: await withChosen(noted, query.noted ? [query.noted] : []),
    state: await withChosen(state, query.state ?? []),
    review: await withChosen(review, query.review ?? []),
  };
}

const targetRecord = (row: ListedRow): TargetRecord => ({
  ...targetOf(row),
  documentId: row.document_id,
  ...documentOfFinding(row),
  quote: row.quote,
  valueQuote: row.value_quote,
  notes: row.notes,
  past: row.past,
  documentState: row.document_state,
  review: row.review,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  movedTo: row.moved_to,
  indicatorId: row.indicator_id,
  indicatorName: row.indicator_name,
  indicatorLine: row.indicator_line,
});

export const targetOf = (row: TargetRow): Target => ({
  id: row.id,
  span: { start: row.span_start, end: row.span_end },
  valueSpan: row.value_start === null || row.value_end === null ? null : { start: row.value_start, end: row.value_end },
  section: row.section,
  group: row.group_name,
  ordinal: row.ordinal,
  listed: row.listed,
  name: row.name,
  variant: row.variant,
  op: row.op,
  value: row.value,
  value2: row.value2,
  of: row.value_of,
  unit: row.unit,
  change: row.change,
  base: row.base,
  year: row.year,
  yearFrom: row.year_from,
  tier: row.tier,
  agencies: row.agency_names,
  parentId: row.parent_id,
  confidence: row.confidence,
});
