import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { dayAfter, type PlainDate } from '../values/plain-date.ts';

/** A day that a calendar shows. */
export type CalendarDay = {
  /** Stays the same while what it tells of changes. */
  id: string;
  day: PlainDate;
  title: string;
  text: string;
  link: string | null;
  changedAt: Date;
};

const midnight = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);

/** RFC 5545: whole days, which take no time from anybody's day; calendars ask again after an hour. */
export function writeCalendar(name: string, days: readonly CalendarDay[]): string {
  const calendar = ical({ name, prodId: '//tiendo//deadlines//VI', method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 });
  for (const { id, day, title, text, link, changedAt } of days) {
    calendar.createEvent({
      id,
      start: midnight(day),
      end: midnight(dayAfter(day)),
      allDay: true,
      summary: title,
      description: text,
      url: link,
      stamp: changedAt,
      lastModified: changedAt,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
