import type { DutyRecord, JoinableDuty } from '../registry/duty.ts';
import { likenessOf } from '../registry/likeness.ts';
import type { Named } from '../registry/named.ts';
import { counterpartDuties, findDuty, otherDuties } from '../store/duties.ts';
import { agenciesBelow, peopleOfAgency } from '../store/duty-agencies.ts';
import { agencyNamesOn } from '../store/names.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { type WorkDay, workDay } from './work-day.ts';

/** What there is to choose from when something is done with a duty. */

async function dutyOn(app: App, id: string): Promise<{ duty: DutyRecord; day: WorkDay }> {
  const day = await workDay(app);
  const duty = await findDuty(app.db, id, day);
  if (!duty) throw new Refusal('notFound');
  return { duty, day };
}

export async function officersOf(app: App, id: string): Promise<Named[]> {
  const { duty, day } = await dutyOn(app, id);
  return peopleOfAgency(app.db, duty.agency.id, day.today);
}

export async function agenciesBelowDuty(app: App, id: string): Promise<Named[]> {
  const { duty, day } = await dutyOn(app, id);
  const below = await agenciesBelow(app.db, duty.agency.id, day.today);
  const names = await agencyNamesOn(app.db, below, day.today);
  const byName = new Intl.Collator('vi').compare;
  return [...names].map(([agencyId, name]) => ({ id: agencyId, name })).toSorted((a, b) => byName(a.name, b.name));
}

/** More than this alike two sentences may be the same work. */
const likely = 0.35;
const mostOffered = 50;

/** What an officer has set beside its sentences first, then by likeness of the words. */
export async function joinableDuties(app: App, id: string): Promise<JoinableDuty[]> {
  const { duty, day } = await dutyOn(app, id);
  const others = await otherDuties(app.db, duty, day);
  const beside = await counterpartDuties(app.db, id);
  const wordsOf = ({ origins }: DutyRecord) => origins.map(({ quote }) => quote).join(' ');
  const like = likenessOf([wordsOf(duty)], others.map(wordsOf));
  return others
    .map((other, at) => ({ other, score: beside.has(other.id) ? 2 : like(0, at) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostOffered)
    .map(({ other, score }) => ({ ...other, like: score > 1 ? 'counterpart' : score >= likely ? 'words' : null }));
}
