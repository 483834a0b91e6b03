import type { DutyCounts, DutyCursor, DutyFilter, DutyOrder, DutyPage, DutyRecord } from '../registry/duty.ts';
import { capacitiesOf, type DutyFacts, mayBeDone } from '../registry/duty-stage.ts';
import type { Person } from '../registry/may.ts';
import { addWorkingDays } from '../registry/working-days.ts';
import { countDuties, findChain, listDuties as list } from '../store/duties.ts';
import { dutyAgencies, dutyRoles } from '../store/duty-agencies.ts';
import { dueStepsOf } from '../store/duty-dues.ts';
import { agencyNamesOn } from '../store/names.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { type WorkDay, workDay } from './work-day.ts';

export const listDuties = async (
  app: App,
  filter: DutyFilter,
  order: DutyOrder,
): Promise<{ rows: DutyRecord[]; next: DutyCursor | null }> => list(app.db, filter, order, await workDay(app));

export async function countOfDuties(app: App, filter: DutyFilter): Promise<DutyCounts> {
  const rows = await countDuties(app.db, filter, await workDay(app));
  const sums = <K extends string>(key: (row: (typeof rows)[number]) => K | null) => {
    const groups = Map.groupBy(rows, key);
    const counted = [...groups].flatMap(([name, some]) => (name === null ? [] : [[name, sum(some)] as const]));
    return Object.fromEntries(counted) as Partial<Record<K, number>>;
  };
  return { total: sum(rows), stages: sums(({ stage }) => stage), states: sums(({ state }) => state) };
}

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

export const getDuty = (app: App, person: Person, id: string): Promise<DutyPage> =>
  inOneTransaction(app, (one) => pageOf(one, person, id));

async function pageOf(app: App, { posts }: Person, id: string): Promise<DutyPage> {
  const { db } = app;
  const day = await workDay(app);
  const found = await findChain(db, id, day);
  if (!found) throw new Refusal('notFound');
  const { duty, chain } = found;
  const roles = await dutyRoles(db, id, day.today);
  const names = await agencyNamesOn(db, [...roles.coordinating, ...roles.monitoring], day.today);
  const named = (ids: string[]) => ids.map((agencyId) => ({ id: agencyId, name: names.get(agencyId) ?? agencyId }));
  return {
    duty,
    above: aboveIn(chain, duty.parentId),
    below: belowIn(chain, id),
    coordinating: named(roles.coordinating),
    monitoring: named(roles.monitoring),
    dueSteps: await dueStepsOf(db, id),
    may: mayBeDone(factsOf(duty, day), capacitiesOf(posts, await dutyAgencies(db, id, day.today))),
  };
}

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
