import { type RawBuilder, sql } from 'kysely';
import type { DutyState, StateDay } from '../registry/duty-state.ts';
import { type ChangedDuty, changeKinds, longOverdueDays } from '../registry/overview.ts';
import type { PlanFilter } from '../registry/target-standing.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { allOf, type Condition, dayOf } from './conditions.ts';
import type { Db } from './database.ts';
import { dutiesOn } from './duties-then.ts';
import { agencyNameOn } from './names.ts';
import { named } from './people.ts';

/** The work that documents gave, counted as it stood at the end of a day. */

export type DutyTally = { agencyId: string; state: DutyState; count: number; long: number };

/** A plan's work, and the provinces in which it lies. */
export type PlanWork = { plan: PlanFilter; provinces: readonly string[] };

/** Those of a plan; of a year what was not done before it, nor is due after it. */
const dutiesOfPlan = (work: PlanWork): Condition => {
  const { document, year, tier } = work.plan;
  return allOf([
    sql`d.kind = 'assigned'`,
    liesIn('d', work),
    document.length === 0 ? undefined : sql`d.id = any(${dutiesFrom(work)})`,
    ofTiers(tier),
    year === null ? undefined : inYear(year),
  ]);
};

const liesIn = (rows: string, { provinces }: PlanWork): Condition =>
  sql`${sql.ref(`${rows}.province`)} = any(${provinces}::text[])`;

/** Whatever else they come from. */
const dutiesFrom = (work: PlanWork): RawBuilder<string[]> =>
  sql`array(select o.duty_id from duty_origin o where o.document_id = any(${work.plan.document}::uuid[]) and ${liesIn('o', work)})`;

export const ofTiers = (tiers: readonly string[]): Condition | undefined =>
  tiers.length === 0 ? undefined : sql`d.agency_id in (select y.id from agency y where y.tier = any(${tiers}::text[]))`;

export const inYear = (year: number): Condition =>
  sql`(coalesce(d.due <= make_date(${year}, 12, 31), true) and coalesce(d.done_on >= make_date(${year}, 1, 1), true))`;

export async function tallyDuties(
  db: Db,
  work: PlanWork,
  { today, soonUntil }: StateDay,
  past: boolean,
): Promise<DutyTally[]> {
  const among =
    work.plan.document.length > 0 ? { ids: dutiesFrom(work), provinces: sql<string[]>`${work.provinces}` } : undefined;
  const { rows } = await sql<DutyTally>`
    select agency_id as "agencyId", state, count(*) as count,
      count(*) filter (where state = 'openOverdue' and due < ${today}::date - ${longOverdueDays}::int) as long
    from (select d.agency_id, d.due, duty_state(d.stage, d.due, d.done_on, ${today}::date, ${soonUntil}::date) as state
      from ${dutiesOn({ today, past }, among)} d
      where ${dutiesOfPlan(work)}) d
    where state is not null group by 1, 2`.execute(db);
  return rows;
}

type Changed = Omit<ChangedDuty, 'agency'> & { agencyId: string; agencyName: string | null; total: number };

/** What happened after the end of one day and until the end of another: the latest of each kind, and how many. */
export async function changedDuties(
  db: Db,
  work: PlanWork,
  { from, day, most }: { from: PlainDate; day: PlainDate; most: number },
): Promise<Map<ChangedDuty['kind'], { total: number; rows: ChangedDuty[] }>> {
  const of = dutiesOfPlan(work);
  const between = (column: RawBuilder<unknown>) => sql`${column} > ${from}::date and ${column} <= ${day}::date`;
  const decided = dayOf('c.decided_at');
  const judged = dayOf('p.judged_at');
  const open = sql`d.stage not in ('done', 'dropped')`;
  const { rows } = await sql<Changed>`
    select counted.kind, d.id as "dutyId", counted.day, counted."newDue" as due, counted.total, d.agency_id as "agencyId",
      ${agencyNameOn(sql`d.agency_id`, day)} as "agencyName",
      left(coalesce(d.content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = d.root_id and o.province = d.province order by o.document_id, o.finding_id limit 1), ''), 300) as what
    from (
      select *, count(*) over (partition by kind) as total, row_number() over (partition by kind order by day desc, id) as place from (
        select 'done' as kind, d.id, ${judged} as day, null::date as "newDue"
          from progress p join duty d on d.id = p.duty_id and d.province = p.province
          where p.judgement = 'confirmed' and d.stage = 'done' and ${between(judged)} and ${of}
        union all select 'overdue', d.id, d.due + 1, null from duty d where ${open} and ${between(sql`d.due + 1`)} and ${of}
        union all select case c.stage when 'granted' then 'extended' else 'extensionRefused' end, d.id, ${decided}, c.due_granted
          from due_change c join duty d on d.id = c.duty_id and d.province = c.province
          where c.stage in ('granted', 'refused') and ${between(decided)} and ${of}) happened) counted
      join duty d on d.id = counted.id and ${liesIn('d', work)}
    where counted.place <= ${most} order by counted.kind, counted.place`.execute(db);
  const found = Map.groupBy(rows, ({ kind }) => kind);
  return new Map(
    changeKinds.flatMap((kind) => {
      const some = found.get(kind);
      if (!some?.[0]) return [];
      const shown = some.map(({ agencyId, agencyName, total: _, ...row }) => ({
        ...row,
        agency: named(agencyId, agencyName),
      }));
      return [[kind, { total: some[0].total, rows: shown }] as const];
    }),
  );
}
