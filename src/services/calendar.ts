import { randomUUID } from 'node:crypto';
import { type DayFields, dayFault } from '../registry/calendar-edit.ts';
import type { User } from '../registry/may.ts';
import { type CalendarDay, isWorkingDay, nextWorkingDay } from '../registry/working-days.ts';
import { type NewAction, readStory, recordActions } from '../store/actions.ts';
import {
  listCalendarDays,
  loadCalendar,
  lockCalendarDay,
  moveDeadlines,
  putCalendarDay,
  type StoredDay,
} from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

export const getCalendar = async ({ db }: App): Promise<{ days: CalendarDay[] }> => ({
  days: await listCalendarDays(db),
});

type Change = { fields: DayFields; version: number; reason?: string | undefined };
type Changed = { day: CalendarDay | null; moved: number; movedTo: PlainDate | null };

/** What is said of one day. Open deadlines that it takes the day from move to the next working day, each recorded. */
export function changeCalendarDay({ db, clock }: App, user: User, day: PlainDate, change: Change): Promise<Changed> {
  const { fields, version, reason } = change;
  return db.transaction().execute(async (trx) => {
    const stored = await lockCalendarDay(trx, day);
    const before = stored?.kind === 'usual' ? undefined : stored;
    if ((before?.version ?? 0) !== version) throw await changedMeanwhile(trx, day);
    const fault = dayFault(day, fields.kind, { today: today(clock), there: before !== undefined, reason });
    if (fault) throw new Refusal('calendarDayFaulty', { fault });
    // Above 1: what was said here stays when a newer calendar is delivered.
    const after: StoredDay = { day, ...fields, version: (stored?.version ?? 1) + 1 };
    await putCalendarDay(trx, after);
    const calendar = await loadCalendar(trx);
    const movedTo = isWorkingDay(calendar, day) ? null : nextWorkingDay(calendar, day);
    const moved = movedTo === null ? [] : await moveDeadlines(trx, day, movedTo);
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
      ...moved.map(
        (id): NewAction => ({
          ...deed,
          verb: 'moveDue',
          subjectKind: 'duty',
          subjectId: id,
          dutyId: id,
          before: { due: day },
          after: { due: movedTo },
        }),
      ),
    ]);
    const { kind, ...said } = after;
    return { day: kind === 'usual' ? null : { ...said, kind }, moved: moved.length, movedTo };
  });
}

const fieldsOf = ({ kind, name, source, certain }: DayFields): DayFields => ({ kind, name, source, certain });

async function changedMeanwhile(trx: Db, day: PlainDate): Promise<Refusal> {
  const [last] = await readStory(trx, { subject: { kind: 'calendar', id: day } }, { limit: 1 });
  return new Refusal('changedMeanwhile', { ...(last && { name: last.by.name, at: last.at }) });
}
