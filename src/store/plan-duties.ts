import { type RawBuilder, sql } from 'kysely';
import type { DutyState, StateDay } from '../registry/duty-state.ts';
import { type ChangedDuty, changeKinds, longOverdueDays } from '../registry/overview.ts';
import type { PlanFilter } from '../registry/target-standing.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { allOf, type Condition } from './conditions.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named } from './people.ts';

/** The work that documents gave, counted as it stood at the end of a day. */

export type DutyTally = { agencyId: string; state: DutyState; count: number; long: number };

/**
 * A duty's row is what it is now; what it was on a past day stands in the record of deeds, as the fields before the first change
 * after it. `steps`: only those that changed since, so that all others cost nothing.
 */
const since = (day: PlainDate): RawBuilder<unknown> => sql`
  select duty_id, (array_agg(stage order by id) filter (where stage is not null))[1] as stage,
    (array_agg(due order by id) filter (where moved))[1] as due, bool_or(moved) as moved
  from (
    select a.duty_id, a.id, coalesce(case when a.subject_kind = 'duty' then a.before ->> 'stage' end, a.before #>> '{duty,stage}') as stage,
      coalesce(case when a.subject_kind = 'duty' then a.before ->> 'due' end, a.before #>> '{duty,due}') as due,
      (a.subject_kind = 'duty' and a.before ? 'due') or coalesce(a.before -> 'duty' ? 'due', false) as moved
    from action a where a.duty_id is not null and a.before is not null
      and a.at >= (${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') steps
  group by duty_id`;

/** Given here by then, or by a document that was in force then, however late it came in: as lists of the register have it. */
const givenBy = (day: PlainDate): Condition => sql`((d.given_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date
  or exists (select from duty_origin o join assignment a on a.id = o.assignment_id where o.duty_id = d.id and a.valid_from <= ${day}::date))`;

/** Those of a plan; of a year what was not done before it, nor is due after it. */
const dutiesOfPlan = ({ document, year, tier }: PlanFilter): Condition =>
  allOf([
    sql`d.kind = 'assigned'`,
    document.length === 0
      ? undefined
      : sql`d.id in (select o.duty_id from duty_origin o where o.document_id = any(${document}::uuid[]))`,
    ofTiers(tier),
    year === null ? undefined : inYear(year),
  ]);

export const ofTiers = (tiers: readonly string[]): Condition | undefined =>
  tiers.length === 0 ? undefined : sql`d.agency_id in (select y.id from agency y where y.tier = any(${tiers}::text[]))`;

export const inYear = (year: number): Condition =>
  sql`(coalesce(d.due <= make_date(${year}, 12, 31), true) and coalesce(d.done_on >= make_date(${year}, 1, 1), true))`;

export async function tallyDuties(
  db: Db,
  plan: PlanFilter,
  { today, soonUntil }: StateDay,
  past: boolean,
): Promise<DutyTally[]> {
  const then = past
    ? sql`left join (${since(today)}) s on s.duty_id = d.id`
    : sql`cross join (select null::text as stage, null::text as due, false as moved) s`;
  const due = sql`case when s.moved then s.due::date else d.due end`;
  const state = sql`duty_state(coalesce(s.stage, d.stage), ${due}, d.done_on, ${today}::date, ${soonUntil}::date)`;
  const given = past ? givenBy(today) : sql`true`;
  const { rows } = await sql<DutyTally>`
    select "agencyId", state, count(*) as count, count(*) filter (where state = 'openOverdue' and due < ${today}::date - ${longOverdueDays}::int) as long
    from (select d.agency_id as "agencyId", ${state} as state, ${due} as due from duty d ${then}
      where ${dutiesOfPlan(plan)} and ${given}) d
    where state is not null group by 1, 2`.execute(db);
  return rows;
}

type Changed = Omit<ChangedDuty, 'agency'> & { agencyId: string; agencyName: string | null; total: number };

/** What happened after the end of one day and until the end of another: the latest of each kind, and how many. */
export async function changedDuties(
  db: Db,
  plan: PlanFilter,
  { from, day, most }: { from: PlainDate; day: PlainDate; most: number },
): Promise<Map<ChangedDuty['kind'], { total: number; rows: ChangedDuty[] }>> {
  const of = dutiesOfPlan(plan);
  const between = (column: RawBuilder<unknown>) => sql`${column} > ${from}::date and ${column} <= ${day}::date`;
  const decided = sql`(c.decided_at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const judged = sql`(p.judged_at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const duty = sql`d.id, d.root_id, d.agency_id, d.content`;
  const open = sql`d.stage not in ('done', 'dropped')`;
  const { rows } = await sql<Changed>`
    select kind, id as "dutyId", day, "newDue" as due, total, agency_id as "agencyId", ${agencyNameOn(sql`counted.agency_id`, day)} as "agencyName",
      left(coalesce(content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = root_id order by o.document_id, o.finding_id limit 1), ''), 300) as what
    from (
      select *, count(*) over (partition by kind) as total, row_number() over (partition by kind order by day desc, id) as place from (
        select 'done' as kind, ${duty}, ${judged} as day, null::date as "newDue" from progress p join duty d on d.id = p.duty_id
          where p.judgement = 'confirmed' and d.stage = 'done' and ${between(judged)} and ${of}
        union all select 'overdue', ${duty}, d.due + 1, null from duty d where ${open} and ${between(sql`d.due + 1`)} and ${of}
        union all select case c.stage when 'granted' then 'extended' else 'extensionRefused' end, ${duty}, ${decided}, c.due_granted
          from due_change c join duty d on d.id = c.duty_id
          where c.stage in ('granted', 'refused') and ${between(decided)} and ${of}) happened) counted
    where place <= ${most} order by kind, place`.execute(db);
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
