import { sql } from 'kysely';
import type { IndicatorPoint, IndicatorSummary } from '../registry/indicator-line.ts';
import type { JudgedTarget } from '../registry/target-standing.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Condition, standing } from './conditions.ts';
import type { Db } from './database.ts';

/** Targets as points of their indicators: those that count today, or were in force on a past day. */

export async function listIndicatorSummaries(db: Db, asOf: PlainDate | undefined): Promise<IndicatorSummary[]> {
  const { rows } = await sql<IndicatorSummary>`
    select i.id, i.name, i.unit, i.measure, i.direction, i.cumulative, i.pillar, i.owner_profile as "ownerProfile",
      i.statistical_code as "statisticalCode", coalesce(f.targets, 0) as targets, coalesce(f.documents, 0) as documents,
      case when f.first is not null then json_build_object('from', f.first, 'to', f.last) end as years
    from indicator i left join (
      select f.indicator_id, count(*) as targets, count(distinct f.document_id) as documents,
        min(f.year) as first, max(f.year) as last
      from target f where f.indicator_id is not null and ${standing({ asOf })} group by f.indicator_id
    ) f on f.indicator_id = i.id
    order by i.name collate "vi-x-icu", i.id`.execute(db);
  return rows;
}

export const pointsOfIndicator = (db: Db, id: string, asOf: PlainDate | undefined): Promise<IndicatorPoint[]> =>
  pointsWhere(db, sql`f.indicator_id = ${id}`, asOf);

/** Those of the same line and tier, among documents of the same place; where one's place is not known, whoever asks compares. */
export const pointsBeside = (
  db: Db,
  target: Pick<JudgedTarget, 'documentId' | 'indicatorId' | 'line' | 'tier'>,
  asOf: PlainDate | undefined,
): Promise<IndicatorPoint[]> =>
  pointsWhere(
    db,
    sql`f.indicator_id = ${target.indicatorId} and coalesce(f.indicator_line, '') = ${target.line} and f.tier = ${target.tier}
      and exists (select from document o where o.id = ${target.documentId}
        and (d.place_id = o.place_id or d.place_id is null or o.place_id is null or d.issuer = o.issuer))`,
    asOf,
  );

async function pointsWhere(db: Db, which: Condition, asOf: PlainDate | undefined): Promise<IndicatorPoint[]> {
  const { rows } = await sql<IndicatorPoint>`
    select f.id, f.name, f.variant, f.op, f.value, f.value2, f.value_of as of, f.unit, f.change, f.base, f.year,
      f.year_from as "yearFrom", f.tier, f.quote, f.value_quote as "valueQuote", f.version, f.review,
      coalesce(f.indicator_line, '') as line, f.indicator_matched_by as "matchedBy",
      f.indicator_certainty as certainty, d.id as "documentId", d.number as "documentNumber", d.title as "documentTitle",
      d.state as "documentState", d.issuer, d.issued_on as "issuedOn"
    from target f join document d on d.id = f.document_id
    where ${which} and ${standing({ asOf })}
    order by f.year nulls last, d.issued_on nulls last, d.id, f.position`.execute(db);
  return rows;
}

/** Documents whose targets an indicator's words could be about: those it has, and those of none that say all words of a name. */
export async function documentsTouchedBy(
  db: Db,
  id: string,
  names: readonly string[][],
  limit: number,
): Promise<string[]> {
  const says = (words: string[]) =>
    words.length === 0
      ? sql`false`
      : sql.join(
          words.map((word) => sql`f.words like ${`% ${word.replace(/[\\%_]/g, '\\$&')}%`}`),
          sql` and `,
        );
  const { rows } = await sql<{ id: string }>`
    select distinct f.document_id as id from target f
    where f.indicator_id = ${id} or (f.indicator_id is null and (${sql.join(
      names.map((words) => sql`(${says(words)})`),
      sql` or `,
    )}))
    limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
