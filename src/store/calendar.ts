import { type RawBuilder, sql } from 'kysely';
import { type CalendarDay, type WorkingCalendar, workingCalendar } from '../registry/working-days.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import type { LaidDuty } from './reported-duties.ts';

/** Every day that differs from its place in the week, in order: about twenty a year. */
export async function listCalendarDays(db: Db): Promise<CalendarDay[]> {
  const rows = await db.selectFrom('calendar_day').selectAll().where('kind', '<>', 'usual').orderBy('day').execute();
  return rows.flatMap(({ kind, ...row }) => (kind === 'usual' ? [] : [{ ...row, kind }]));
}

/** What counting in working days needs. */
export const loadCalendar = async (db: Db): Promise<WorkingCalendar> => workingCalendar(await listCalendarDays(db));

/** The same and what is set for work, as columns of a question: every answer that tells of deadlines begins with them. */
export const counting = (setting: string): RawBuilder<CountingRow> => sql<CountingRow>`
  (select coalesce(json_agg(json_build_object('day', c.day, 'kind', c.kind)), '[]') from calendar_day c where c.kind <> 'usual') as days,
  (select value from setting where name = ${setting}) as rules`;
export type CountingRow = { days: Pick<CalendarDay, 'day' | 'kind'>[]; rules: unknown };

export type Counting = { calendar: WorkingCalendar; rules: unknown };
export const countingOf = ({ days, rules }: CountingRow): Counting => ({ calendar: workingCalendar(days), rules });

export async function loadCounting(db: Db, setting: string): Promise<Counting> {
  const { rows } = await sql<CountingRow>`select ${counting(setting)}`.execute(db);
  return countingOf(rows[0] ?? { days: [], rules: null });
}

/** What stands for a day: 'usual' where somebody took away what was delivered. */
export type StoredDay = Omit<CalendarDay, 'kind'> & { kind: CalendarDay['kind'] | 'usual' };

/** Nobody else changes it until the transaction ends. */
export const lockCalendarDay = (trx: Db, day: PlainDate): Promise<StoredDay | undefined> =>
  trx.selectFrom('calendar_day').selectAll().where('day', '=', day).forUpdate().executeTakeFirst();

export async function putCalendarDay(trx: Db, { day, ...fields }: StoredDay): Promise<void> {
  await trx
    .insertInto('calendar_day')
    .values({ day, ...fields })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(fields))
    .execute();
}

/** Brings the calendar to what was delivered; what somebody has changed has a version above 1 and stays. */
export async function putCalendarSeed(trx: Db, days: readonly CalendarDay[]): Promise<void> {
  await trx.deleteFrom('calendar_day').where('version', '=', 1).execute();
  await trx
    .insertInto('calendar_day')
    .values([...days])
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
}

/** An open duty whose deadline lies where days off have moved it, and the day it was moved from first. */
export type MovedDeadline = LaidDuty & { due: PlainDate; own: PlainDate };

/** Those due on a day. What somebody gave a deadline since it was moved has that one for its own. */
export async function movedDeadlines(trx: Db, due: PlainDate): Promise<MovedDeadline[]> {
  const { rows } = await sql<MovedDeadline>`
    select d.id, d.province, d.due, moved.own from duty d
    cross join lateral (
      select a.before ->> 'due' as own from action a
      where a.duty_id = d.id and a.verb = 'moveDue' and a.id > coalesce((
        select max(o.id) from action o where o.duty_id = d.id and o.verb <> 'moveDue' and o.after ? 'due'), 0)
      order by a.id limit 1) moved
    where d.due = ${due} and d.stage not in ('done', 'dropped') and moved.own is not null
    order by d.id for update of d`.execute(trx);
  return rows;
}

/** Of these duties, whose deadlines were moved `from` here. */
export async function moveBack(trx: Db, duties: readonly LaidDuty[], from: PlainDate, to: PlainDate): Promise<void> {
  if (duties.length === 0) return;
  const ids = duties.map(({ id }) => id);
  await trx
    .updateTable('duty')
    .set(({ eb, ref }) => ({
      due: to,
      first_due: eb.case().when('first_due', '=', from).then(to).else(ref('first_due')).end(),
      version: eb('version', '+', 1),
    }))
    .where('id', 'in', ids)
    .execute();
}

/** Deadlines of what is open, from a day that is now off to the next working day. Gives the duties. */
export function moveDeadlines(trx: Db, from: PlainDate, to: PlainDate): Promise<LaidDuty[]> {
  return trx
    .updateTable('duty')
    .set(({ eb, ref }) => ({
      due: to,
      first_due: eb.case().when('first_due', '=', from).then(to).else(ref('first_due')).end(),
      version: eb('version', '+', 1),
    }))
    .where('due', '=', from)
    .where('stage', 'not in', ['done', 'dropped'])
    .returning(['id', 'province'])
    .execute();
}
