import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../values/plain-date.ts';
import { type Condition, dayOf } from './conditions.ts';

/** Of which day duties are asked for, and whether it is over: then they are what they were at its end. */
export type DutyDay = { today: PlainDate; past?: boolean };

/** Given here by then, or by a document that was in force then, however late it came in: as lists of the register have it. */
const givenBy = (day: PlainDate): Condition => sql`(${dayOf('d.given_at')} <= ${day}::date
  or exists (select from duty_origin o join assignment a on a.id = o.assignment_id where o.duty_id = d.id and a.valid_from <= ${day}::date))`;

/**
 * A duty's row is what it is now; what it was on a past day stands in the record of deeds. Only those that changed since are set back,
 * so that all others cost nothing. The columns are those of the table. @param among an array: nothing is asked of others than these
 */
export const dutiesOn = ({ today, past = false }: DutyDay, among?: RawBuilder<string[]>): RawBuilder<unknown> =>
  past
    ? sql`(
    with since as materialized (select * from duty_changes_after(${today}::date, ${among ?? null}::uuid[]))
    select d.* from (
      select d.* from duty d where not exists (select from since s where s.duty_id = d.id)
      union all
      select earlier.* from since s join duty d on d.id = s.duty_id cross join lateral jsonb_populate_record(d, s.was) earlier) d
    where ${givenBy(today)})`
    : sql.table('duty');
