import { type StateDay, stateDay } from '../registry/duty-state.ts';
import { WorkRules } from '../registry/work-rules.ts';
import type { WorkingCalendar } from '../registry/working-days.ts';
import { loadCounting } from '../store/calendar.ts';
import type { Db } from '../store/database.ts';
import { findSetting } from '../store/settings.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';

/** What deadlines and states are counted by now. */
export type WorkDay = StateDay & { calendar: WorkingCalendar; rules: WorkRules };

/** The setting's name, which the policies of migration 010 know, too. */
export const workSetting = 'work';

export const workRules = async (db: Db): Promise<WorkRules> =>
  WorkRules.parse((await findSetting(db, workSetting)) ?? {});

export async function workDay({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<WorkDay> {
  const counting = await loadCounting(db, workSetting);
  const [calendar, rules] = [counting.calendar, WorkRules.parse(counting.rules ?? {})];
  return { ...stateDay(calendar, today(clock), rules.soonDays), calendar, rules };
}
