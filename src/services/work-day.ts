import { type StateDay, stateDay } from '../registry/duty-state.ts';
import { WorkRules } from '../registry/work-rules.ts';
import type { WorkingCalendar } from '../registry/working-days.ts';
import { type Counting, loadCounting } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { findSetting } from '../store/settings.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { type Clock, today } from './clock.ts';

/** What deadlines and states are counted by now. */
export type WorkDay = StateDay & { calendar: WorkingCalendar; rules: WorkRules; past?: true };

/** The setting's name, which the policies of migration 010 know, too. */
export const workSetting = 'work';

export const workRules = async (db: Db): Promise<WorkRules> =>
  WorkRules.parse((await findSetting(db, workSetting)) ?? {});

/** A past day by the calendar and the days of notice of today: neither is kept as it was. */
export async function workDayThen(app: Pick<App, 'db' | 'clock'>, asOf: PlainDate | undefined): Promise<WorkDay> {
  const day = await workDay(app);
  if (asOf === undefined || asOf >= day.today) return day;
  return { ...day, ...stateDay(day.calendar, asOf, day.rules.soonDays), past: true };
}

export const workDay = async ({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<WorkDay> =>
  workDayOf(await loadCounting(db, workSetting), clock);

export function workDayOf({ calendar, rules }: Counting, clock: Clock): WorkDay {
  const parsed = rulesOf({ rules });
  return { ...stateDay(calendar, today(clock), parsed.soonDays), calendar, rules: parsed };
}

export const rulesOf = ({ rules }: Pick<Counting, 'rules'>): WorkRules => WorkRules.parse(rules ?? {});
