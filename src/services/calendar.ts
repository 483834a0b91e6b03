import { randomUUID } from 'node:crypto';
import { type DayFields, dayFault } from '../registry/calendar-edit.ts';
import type { User } from '../registry/may.ts';
import { type CalendarDay, isWorkingDay, nextWorkingDay, type WorkingCalendar } from '../registry/working-days.ts';
import { type NewAction, recordActions } from '../store/actions.ts';
import {
  listCalendarDays,
  loadCalendar,
  lockCalendarDay,
  moveBack,
  moveDeadlines,
  movedDeadlines,
  putCalendarDay,
  type StoredDay,
} from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import type { LaidDuty } from '../store/reported-duties.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { today } from './clock.ts';

export const getCalendar = async ({ db }: App): Promise<{ days: CalendarDay[] }> => ({
  days: await listCalendarDays(db),
});

type Change = { fields: DayFields; version: number; reason?: string | undefined };
type Changed = { day: CalendarDay | null; moved: number; movedTo: PlainDate | null };

/** Open deadlines that a changed day takes along: their duties, from where and to where. */
type Moved = { duties: LaidDuty[]; from: PlainDate; to: PlainDate };

/** From a day that is off now to the next working day; to a day that is worked again from where days off had moved them. */
async function followDay(trx: Db, day: PlainDate, before: WorkingCalendar): Promise<Moved | undefined> {
  const calendar = await loadCalendar(trx);
  if (!isWorkingDay(calendar, day)) {
    const to = nextWorkingDay(calendar, day);
    return { duties: await moveDeadlines(trx, day, to), from: day, to };
  }
  if (isWorkingDay(before, day)) return undefined;
  const from = nextWorkingDay(before, day);
  const moved = await movedDeadlines(trx, from);
  const duties = moved.filter(({ own }) => nextWorkingDay(calendar, own) === day);
  await moveBack(trx, duties, from, day);
  return { duties, from, to: day };
}

/** What is said of one day. Open deadlines go along with it, each recorded. */
export function changeCalendarDay({ db, clock }: App, user: User, day: PlainDate, change: Change): Promise<Changed> {
  const { fields, version, reason } = change;
  return db.transaction().execute(async (trx) => {
    const stored = await lockCalendarDay(trx, day);
    const before = stored?.kind === 'usual' ? undefined : stored;
    if ((before?.version ?? 0) !== version) throw await changedMeanwhile(trx, { kind: 'calendar', id: day });
    const fault = dayFault(day, fields.kind, { today: today(clock), there: before !== undefined, reason });
    if (fault) throw new Refusal('calendarDayFaulty', { fault });
    // Above 1: what was said here stays when a newer calendar is delivered.
    const after: StoredDay = { day, ...fields, version: (stored?.version ?? 1) + 1 };
    const calendarBefore = await loadCalendar(trx);
    await putCalendarDay(trx, after);
    const moved = await followDay(trx, day, calendarBefore);
    const deed = {
      operation: randomUUID(),
      at: clock.now(),
      userId: user.id,
      documentId: null,
      reason: reason ?? null,
    };
    await recordActions(trx, [
      {
        ...deed,
        verb: 'changeCalendarDay',
        subjectKind: 'calendar',
        subjectId: day,
        before: before ? fieldsOf(before) : null,
        after: after.kind === 'usual' ? null : fieldsOf(after),
      },
      ...(moved?.duties ?? []).map(
        (duty): NewAction => ({
          ...deed,
          verb: 'moveDue',
          subjectKind: 'duty',
          subjectId: duty.id,
          duty,
          before: { due: moved?.from },
          after: { due: moved?.to },
        }),
      ),
    ]);
    const { kind, ...said } = after;
    return {
      day: kind === 'usual' ? null : { ...said, kind },
      moved: moved?.duties.length ?? 0,
      movedTo: moved?.to ?? null,
    };
  });
}

const fieldsOf = ({ kind, name, source, certain }: DayFields): DayFields => ({ kind, name, source, certain });
