import type { DutyCounts, DutyCursor, DutyFilter, DutyOrder, DutyPage, DutyRecord } from '../registry/duty.ts';
import { capacitiesOf, type DutyAgencies, type DutyFacts, mayBeDone } from '../registry/duty-stage.ts';
import type { Person } from '../registry/may.ts';
import { addWorkingDays } from '../registry/working-days.ts';
import { countDuties, type FoundChain, findChain, listDuties as list } from '../store/duties.ts';
import { agenciesAround } from '../store/duty-agencies.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { type WorkDay, workDayThen } from './work-day.ts';

export const listDuties = async (
  app: App,
  filter: DutyFilter,
  order: DutyOrder,
): Promise<{ rows: DutyRecord[]; next: DutyCursor | null }> =>
  list(app.db, filter, order, await workDayThen(app, filter.asOf));

export async function countOfDuties(app: App, filter: DutyFilter): Promise<DutyCounts> {
  const rows = await countDuties(app.db, filter, await workDayThen(app, filter.asOf));
  const sums = <K extends string>(key: (row: (typeof rows)[number]) => K | null) => {
    const groups = Map.groupBy(rows, key);
    const counted = [...groups].flatMap(([name, some]) => (name === null ? [] : [[name, sum(some)] as const]));
    return Object.fromEntries(counted) as Partial<Record<K, number>>;
  };
  return { total: sum(rows), stages: sums(({ stage }) => stage), states: sums(({ state }) => state) };
}

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

/** A duty, what is around it, and the agencies that decide who may do what with it. */
export type SeenDuty = FoundChain & { day: WorkDay; agencies: DutyAgencies };

/** @param asOf what is seen is the duty of a past day: nothing may be done with it. */
export async function seeDuty(
  app: Pick<App, 'db' | 'clock'>,
  id: string,
  asOf?: PlainDate | undefined,
): Promise<SeenDuty> {
  const day = await workDayThen(app, asOf);
  const found = await findChain(app.db, id, day);
  if (!found) throw new Refusal('notFound');
  return { ...found, day, agencies: await agenciesAround(app.db, found.standing, day.today) };
}

export const getDuty = (app: Pick<App, 'db' | 'clock'>, person: Person, id: string): Promise<DutyPage> =>
  inOneTransaction(app, async (one) => pageOf(person, await seeDuty(one, id)));

export const pageOf = (
  { posts }: Person,
  { duty, chain, coordinating, monitoring, day, agencies }: SeenDuty,
): DutyPage => ({
  duty,
  above: aboveIn(chain, duty.parentId),
  below: belowIn(chain, duty.id),
  coordinating,
  monitoring,
  may: day.past ? [] : mayBeDone(factsOf(duty, day), capacitiesOf(posts, agencies)),
});

/** What of a duty decides on its next step. */
export function factsOf(duty: DutyRecord, { calendar, rules, today }: WorkDay): DutyFacts {
  const given = dayOfMoment(new Date(duty.givenAt));
  return {
    ...{ kind: duty.kind, stage: duty.stage, because: duty.because, waits: duty.waitsFor !== null },
    ...{ returnIsLate: today > addWorkingDays(calendar, given, rules.returnDays), origins: duty.origins.length },
  };
}

type Chain = DutyPage['above'];

function aboveIn(chain: Chain, parentId: string | null): Chain {
  const parent = chain.find(({ id }) => id === parentId);
  return parent ? [...aboveIn(chain, parent.parentId), parent] : [];
}

const belowIn = (chain: Chain, id: string): Chain =>
  chain.filter(({ parentId }) => parentId === id).flatMap((child) => [child, ...belowIn(chain, child.id)]);
