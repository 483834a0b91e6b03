import { type RawBuilder, sql } from 'kysely';
import type { FigureBasis } from '../registry/figure-basis.ts';
import type { RegimeLine } from '../registry/regime.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';
import type { LaidSubmission } from './held-submissions.ts';

/** Which figures a round asks of which agency: the regime's own lines first, then those of the targets in force that it leads. */

export type CellsAsked = {
  /** The regime's own, in their order. */
  lines: readonly RegimeLine[];
  /** As what the figures of targets are asked; null: none of them is. */
  targets: FigureBasis | null;
  /** The year that the period ends in: a target of an earlier one is over. */
  year: number;
  day: PlainDate;
};

/** Columns agency_id, indicator_id, line, span, basis, place, each figure maybe several times. */
const askedOf = ({ lines, targets, year, day }: CellsAsked, agencyIds: readonly string[]): RawBuilder<unknown> => sql`
  select r.id as agency_id, l."indicatorId" as indicator_id, l.line, l.span, l.basis, array[0, l.position] as place
  from unnest(${agencyIds}::text[]) r(id)
    join jsonb_to_recordset(${JSON.stringify(lines.map((line, position) => ({ ...line, position })))}::jsonb) as l("indicatorId" text, line text,
      span text, basis text, "agencyId" text, position int) on coalesce(l."agencyId", r.id) = r.id
  ${
    targets === null
      ? sql``
      : sql`union all
  select a.agency_id, g.indicator_id, coalesce(g.indicator_line, ''), case when i.cumulative then 'toDate' else 'period' end, ${targets}::text,
    array[1, extract(epoch from d.issued_on)::int / 86400, g.position]
  from assignment a join target g on g.document_id = a.document_id and g.id = a.finding_id
    join indicator i on i.id = g.indicator_id join document d on d.id = a.document_id join agency y on y.id = a.agency_id
  where a.finding_kind = 'target' and a.role = 'named' and a.agency_id = any(${agencyIds}::text[])
    and ${inForce('a', day)} and ${inForce('g', day)} and coalesce(g.year, ${year}) >= ${year}
    and (g.tier <> 'national' or y.tier = 'national')`
  }`;

/** Those of these agencies of which some figure is asked. */
export async function agenciesWithCells(db: Db, asked: CellsAsked, agencyIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct agency_id as id from (${askedOf(asked, agencyIds)}) asked`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Blank cells for the submissions that a round has just made. Gives how many. */
export async function insertCells(
  trx: Db,
  asked: CellsAsked,
  submissions: readonly (LaidSubmission & { agencyId: string })[],
): Promise<number> {
  const agencyIds = submissions.map(({ agencyId }) => agencyId);
  const { numAffectedRows = 0n } = await sql`
    insert into cell (submission_id, province, indicator_id, line, span, basis, position)
    select m.id, m.province, c.indicator_id, c.line, c.span, c.basis, row_number() over (partition by m.id order by min(c.place), c.indicator_id, c.line)
    from (${askedOf(asked, agencyIds)}) c
      join unnest(${submissions.map(({ id }) => id)}::uuid[],
        ${submissions.map(({ province }) => province)}::text[], ${agencyIds}::text[]) m(id, province, agency_id) on m.agency_id = c.agency_id
    group by m.id, m.province, c.indicator_id, c.line, c.span, c.basis`.execute(trx);
  return Number(numAffectedRows);
}

/** Those of these agencies that have open duties to report on. */
export async function agenciesWithDuties(db: Db, agencyIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct d.agency_id as id from duty d
    where d.agency_id = any(${agencyIds}::text[]) and d.kind in ('assigned', 'part') and d.stage not in ('done', 'dropped')`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
