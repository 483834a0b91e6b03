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

/** Those of a plan; of a year what was not done before it, nor is due after it. */
const dutiesOfPlan = ({ document, year, tier }: PlanFilter): Condition =>
  allOf([
    sql`d.kind = 'assigned'`,
    document.length === 0 ? undefined : sql`d.id = any(${dutiesFrom(document)})`,
    ofTiers(tier),
    year === null ? undefined : inYear(year),
  ]);

/** Whatever else they come from. */
const dutiesFrom = (documents: readonly string[]): RawBuilder<string[]> =>
  sql`array(select o.duty_id from duty_origin o where o.document_id = any(${documents}::uuid[]))`;

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
  const { rows } = await sql<DutyTally>`
    select agency_id as "agencyId", state, count(*) as count,
      count(*) filter (where state = 'openOverdue' and due < ${today}::date - ${longOverdueDays}::int) as long
    from (select d.agency_id, d.due, duty_state(d.stage, d.due, d.done_on, ${today}::date, ${soonUntil}::date) as state
      from ${dutiesOn({ today, past }, plan.document.length > 0 ? dutiesFrom(plan.document) : undefined)} d
      where ${dutiesOfPlan(plan)}) d
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
  const decided = dayOf('c.decided_at');
  const judged = dayOf('p.judged_at');
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
