import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { FigureEntry } from '../registry/intake.ts';
import type { IndicatorMatch, ListedTarget } from '../registry/match-indicator.ts';
import type { FigureBeside, IndicatorFigure } from '../registry/past-figure.ts';
import type { PastFigure } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** What documents state of times gone by. */

export const figureRow = (
  documentId: string,
  { figure, quote, valueQuote }: FigureEntry,
  position: number,
): Insertable<Tables['past_figure']> => ({
  document_id: documentId,
  id: figure.id,
  position,
  span_start: figure.span.start,
  span_end: figure.span.end,
  value_start: figure.valueSpan?.start ?? null,
  value_end: figure.valueSpan?.end ?? null,
  quote,
  value_quote: valueQuote,
  section: figure.section,
  group_name: figure.group,
  name: figure.name,
  variant: figure.variant,
  op: figure.op,
  value: figure.value,
  value2: figure.value2,
  value_of: figure.of,
  unit: figure.unit,
  change: figure.change,
  basis: figure.basis,
  period_from: figure.period?.from ?? null,
  period_to: figure.period?.to ?? null,
  tier: figure.tier,
  agencies: figure.agencies,
  target_id: figure.targetId,
});

export async function figuresOfDocument(db: Db, documentId: string): Promise<PastFigure[]> {
  const rows = await db
    .selectFrom('past_figure')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute();
  return rows.map(figureOf);
}

const periodOf = (from: PlainDate | null, to: PlainDate | null): PastFigure['period'] =>
  from === null || to === null ? null : { from, to };

const figureOf = (row: Selectable<Tables['past_figure']>): PastFigure => ({
  id: row.id,
  span: { start: row.span_start, end: row.span_end },
  valueSpan: row.value_start === null || row.value_end === null ? null : { start: row.value_start, end: row.value_end },
  section: row.section,
  group: row.group_name,
  name: row.name,
  variant: row.variant,
  op: row.op,
  value: row.value,
  value2: row.value2,
  of: row.value_of,
  unit: row.unit,
  change: row.change,
  basis: row.basis,
  period: periodOf(row.period_from, row.period_to),
  tier: row.tier,
  agencies: row.agencies,
  targetId: row.target_id,
});

/** As one column: what stands beside each target of a list, in the order of the text. `f` is the target. */
export const figuresBeside: RawBuilder<FigureBeside[]> = sql`(
  select coalesce(json_agg(json_build_object('id', p.id, 'op', p.op, 'value', p.value, 'value2', p.value2, 'of', p.value_of,
    'unit', p.unit, 'basis', p.basis, 'period',
    case when p.period_from is not null then json_build_object('from', p.period_from, 'to', p.period_to) end
  ) order by p.position), '[]'::json)
  from past_figure p where p.document_id = f.document_id and p.target_id = f.id)`;

/**
 * The past figures of an indicator, as the years go. As of a day: what documents issued by then say; that one has been
 * replaced since does not change what it says of the past.
 */
export async function figuresOfIndicator(db: Db, id: string, asOf: PlainDate | undefined): Promise<IndicatorFigure[]> {
  const known = asOf === undefined ? sql`true` : sql`d.valid_from is not null and d.issued_on <= ${asOf}::date`;
  const { rows } = await sql<IndicatorFigure>`
    select p.id, p.name, p.variant, p.op, p.value, p.value2, p.value_of as of, p.unit, p.change, p.basis, p.tier,
      case when p.period_from is not null then json_build_object('from', p.period_from, 'to', p.period_to) end as period,
      p.quote, p.value_quote as "valueQuote", coalesce(p.indicator_line, '') as line, d.id as "documentId",
      d.number as "documentNumber", d.title as "documentTitle", d.state as "documentState", d.issuer,
      d.issued_on as "issuedOn"
    from past_figure p join document d on d.id = p.document_id
    where p.indicator_id = ${id} and d.state <> 'withdrawn' and ${known}
    order by p.period_to nulls last, d.issued_on nulls last, d.id, p.position`.execute(db);
  return rows;
}

/** The past figures of a document as the matcher looks at them: each is a part of what its target is a part of. */
export async function figuresToMatch(db: Db, documentId: string): Promise<ListedTarget[]> {
  const { rows } = await sql<ListedTarget>`
    select p.id, p.name, p.variant, p.op, p.value, p.value2, p.unit, p.change, t.base, p.tier, t.parent_id as "parentId",
      extract(year from p.period_to)::int as year
    from past_figure p left join target t on t.document_id = p.document_id and t.id = p.target_id
    where p.document_id = ${documentId} order by p.position`.execute(db);
  return rows;
}

export async function setFigureMatches(
  trx: Db,
  documentId: string,
  matches: ReadonlyMap<string, IndicatorMatch>,
): Promise<void> {
  const rows = [...matches].map(([id, match]) => ({ id, ...match }));
  await sql`
    update past_figure p set indicator_id = found."indicatorId", indicator_line = found.line,
      indicator_matched_by = found.by, indicator_certainty = found.certainty
    from past_figure old left join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as found(id text, "indicatorId" text, line text, by text, certainty double precision) on found.id = old.id
    where p.document_id = ${documentId} and old.document_id = p.document_id and old.id = p.id
      and (p.indicator_id, p.indicator_line) is distinct from (found."indicatorId", found.line)`.execute(trx);
}
