import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import { type Condition, dayOf } from './conditions.ts';

/** Of which day duties are asked for, and whether it is over: then they are what they were at its end. */
export type DutyDay = { today: PlainDate; past?: boolean };

/** Given here by then, or by a document that was in force then, however late it came in: as lists of the register have it. */
const givenBy = (day: PlainDate): Condition => sql`(${dayOf('d.given_at')} <= ${day}::date
  or exists (select from duty_origin o join assignment a on a.id = o.assignment_id
    where o.duty_id = d.id and o.province = d.province and a.valid_from <= ${day}::date))`;

/** Of these alone, and where they lie. */
export type DutiesAmong = { ids: RawBuilder<string[]>; provinces: RawBuilder<string[]> };

/**
 * A duty's row is what it is now; what it was on a past day stands in the record of deeds. Only those that changed since are set back,
 * so that all others cost nothing. The columns are those of the table. @param among nothing is asked of others than these
 */
export function dutiesOn({ today, past = false }: DutyDay, among?: DutiesAmong): RawBuilder<unknown> {
  if (!past) return sql.table('duty');
  const changes = among
    ? sql`duty_changes_among(${today}::date, ${among.ids}::uuid[], ${among.provinces}::text[])`
    : sql`duty_changes_after(${today}::date)`;
  const lying = among ? sql<boolean>`d.province = any(${among.provinces}::text[])` : sql<boolean>`true`;
  return sql`(
    with since as materialized (select * from ${changes})
    select d.* from (
      select d.* from duty d where ${lying} and not exists (select from since s where s.duty_id = d.id)
      union all
      select earlier.* from since s join duty d on d.id = s.duty_id and ${lying}
        cross join lateral jsonb_populate_record(d, s.was) earlier) d
    where ${givenBy(today)})`;
}
