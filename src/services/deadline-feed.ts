import { type CalendarDay, writeCalendar } from '../outside/icalendar.ts';
import { opensCalendarOnly } from '../registry/api-key.ts';
import type { DutyFilter, DutyRecord } from '../registry/duty.ts';
import { noticePath } from '../registry/notice.ts';
import { listDuties } from '../store/duties.ts';
import { dateOfNumber, dayNumber } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { findKey } from './accounts/keys.ts';
import { type App, appFor, inOneTransaction } from './app.ts';
import { actorOf } from './posts.ts';
import { workDay } from './work-day.ts';

const mostDays = 500;
const [past, ahead] = [92, 731];

const everything: DutyFilter = {
  ...{ document: [], agency: [], below: false, role: 'lead', officer: [], stage: [], kind: [] },
  state: ['openInTime', 'dueSoon', 'openOverdue'],
};

/**
 * What is open with the agencies of whom the key belongs to, as a calendar that other programs subscribe to. Behind the wall like all
 * that is asked for a person. Refused: keys that were not made for this.
 */
export async function deadlineFeed(app: App, key: string, address: string): Promise<string> {
  const found = await findKey(app, key, address);
  if (!found || !opensCalendarOnly(found.scopes)) throw new Refusal('notFound');
  const actor = await actorOf(app, found.user);
  const agency = [...new Set(actor.posts.map(({ agencyId }) => agencyId))];
  if (agency.length === 0) return calendarOf(app, []);
  return inOneTransaction(appFor(app, actor, address), async (one) => {
    const day = await workDay(one);
    const dueFrom = dateOfNumber(dayNumber(day.today) - past);
    const dueTo = dateOfNumber(dayNumber(day.today) + ahead);
    const filter = { ...everything, agency, dueFrom, dueTo };
    const { rows } = await listDuties(one.db, filter, { sort: 'due', order: 'asc', limit: mostDays }, day);
    return calendarOf(app, rows);
  });
}

const calendarOf = (app: App, duties: readonly DutyRecord[]): string =>
  writeCalendar(
    'Thời hạn trên Tiến Độ',
    duties.flatMap((duty) => dayOf(app, duty)),
  );

function dayOf({ publicUrl }: App, duty: DutyRecord): CalendarDay[] {
  if (duty.due === null) return [];
  const words = duty.content ?? duty.origins.map(({ quote }) => quote).join('; ');
  return [
    {
      id: `${duty.id}@tiendo`,
      day: duty.due,
      title: words.length > 120 ? `${words.slice(0, 119)}…` : words,
      text: [words, duty.agency.name, duty.officer?.name].filter(Boolean).join('\n'),
      link:
        publicUrl === undefined ? null : publicUrl + noticePath({ dutyId: duty.id, documentId: null, roundId: null }),
      changedAt: new Date(duty.givenAt),
    },
  ];
}
