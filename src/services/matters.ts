import type { DutyRecord } from '../registry/duty.ts';
import { type DutyState, noCounts, type StateCounts, stateDay } from '../registry/duty-state.ts';
import { type Matter, type MatterFacts, matterKey, type Stand } from '../registry/matter.ts';
import { countStandings } from '../registry/target-standing.ts';
import { dutiesByIds } from '../store/duties.ts';
import { type SaidOfMatter, saidOfMatters } from '../store/matters.ts';
import { agencyNamesOn } from '../store/names.ts';
import { type DutyTally, tallyDuties } from '../store/plan-duties.ts';
import { provincesOfAgencies } from '../store/provinces.ts';
import { type TargetToJudge, targetsToJudge } from '../store/standings.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { type KeepingApp, standingsOf } from './kept-standings.ts';
import { judge } from './standings.ts';
import { workDay, workDayThen } from './work-day.ts';

type Reading = KeepingApp & Pick<App, 'clock'>;
type Many = Map<string, MatterFacts>;

/** What is said of each matter today, beside how it was on another day; what the person may not see is not among them. */
export async function factsOfMatters(
  app: Reading,
  matters: readonly Matter[],
  than: PlainDate | null,
): Promise<MatterFacts[]> {
  if (matters.length === 0) return [];
  const { today: day } = await workDay(app);
  const said = await saidOfMatters(app.db, matters, day);
  const found: Many = new Map([
    ...(await dutyFacts(app, matters, said, than)),
    ...(await targetFacts(app, matters, said, than)),
    ...(await agencyFacts(app, matters, said, than)),
  ]);
  return matters.flatMap((matter) => found.get(matterKey(matter)) ?? []);
}

type Said = ReadonlyMap<string, SaidOfMatter>;

const lastSaid = (one: SaidOfMatter | undefined): Pick<MatterFacts, 'said'> => ({
  said:
    one?.saidAt && one.agencyId !== null
      ? {
          at: one.saidAt.toISOString(),
          agency: { id: one.agencyId, name: one.agencyName ?? one.agencyId },
          words: one.words ?? '',
        }
      : null,
});

const saidDay = (one: SaidOfMatter | undefined): PlainDate | null => (one?.saidAt ? dayOfMoment(one.saidAt) : null);

async function dutyFacts(app: Reading, matters: readonly Matter[], said: Said, than: PlainDate | null): Promise<Many> {
  const ids = matters.flatMap((one) => (one.kind === 'duty' ? [one.dutyId] : []));
  if (ids.length === 0) return new Map();
  const duties = await dutiesByIds(app.db, ids, await workDay(app));
  const then = than === null ? [] : await dutiesByIds(app.db, ids, await workDayThen(app, than));
  const before = new Map(then.map(({ id, state, share }) => [id, { state, share }]));
  return new Map(
    duties.map((duty) => {
      const key = `duty:${duty.id}`;
      return [key, dutyFact(duty, key, said.get(key), before.get(duty.id) ?? null)];
    }),
  );
}

function dutyFact(
  duty: DutyRecord,
  key: string,
  one: SaidOfMatter | undefined,
  before: { state: DutyState | null; share: number | null } | null,
): MatterFacts {
  const [origin] = duty.origins;
  return {
    ...{ key, matter: { kind: 'duty', dutyId: duty.id }, name: duty.content ?? origin?.quote ?? '' },
    source: origin
      ? {
          quote: origin.quote,
          ...{ documentId: origin.documentId, documentNumber: origin.documentNumber, findingId: origin.findingId },
        }
      : null,
    agencies: [duty.agency],
    now: { kind: 'duty', state: duty.state, share: duty.share },
    before: before && { kind: 'duty', ...before },
    ...{ stage: duty.stage, daysLeft: duty.daysLeft, dataDay: saidDay(one), ...lastSaid(one) },
    nextDue: duty.stage === 'done' || duty.stage === 'dropped' ? null : duty.due,
  };
}

async function targetFacts(
  { db, clock }: Reading,
  matters: readonly Matter[],
  said: Said,
  than: PlainDate | null,
): Promise<Many> {
  const among = matters.flatMap((one) =>
    one.kind === 'target' ? { documentId: one.documentId, id: one.targetId } : [],
  );
  if (among.length === 0) return new Map();
  const { today: day } = await workDay({ db, clock });
  const found = await targetsToJudge(db, wholePlan, { from: than ?? day, day, among });
  const names = await agencyNamesOn(db, [...new Set(found.flatMap(({ agencyIds }) => agencyIds))], day);
  return new Map(found.map((one) => targetFact(one, { day, than }, names, said)));
}

function targetFact(
  target: TargetToJudge,
  { day, than }: { day: PlainDate; than: PlainDate | null },
  names: ReadonlyMap<string, string>,
  said: Said,
): [string, MatterFacts] {
  const { documentId, id: targetId, documentNumber, quote, name, variant, agencyIds, indicatorUnit: unit } = target;
  const matter = { kind: 'target' as const, documentId, targetId };
  const key = matterKey(matter);
  const standOn = (on: PlainDate): Stand => ({ kind: 'target', standing: judge(target, on).standing, unit });
  const now = judge(target, day).standing;
  return [
    key,
    {
      ...{ key, matter, name: [name, variant].filter(Boolean).join(', ') },
      source: { quote, documentId, documentNumber, findingId: targetId },
      agencies: agencyIds.map((id) => ({ id, name: names.get(id) ?? id })),
      now: { kind: 'target', standing: now, unit },
      before: than === null ? null : standOn(than),
      ...{ stage: null, daysLeft: null, dataDay: now.periodTo },
      ...lastSaid(said.get(key)),
      nextDue: said.get(key)?.nextDue ?? null,
    },
  ];
}

const wholePlan = { document: [], year: null, tier: [] };

async function agencyFacts(
  app: Reading,
  matters: readonly Matter[],
  said: Said,
  than: PlainDate | null,
): Promise<Many> {
  const ids = matters.flatMap((one) => (one.kind === 'agency' ? [one.agencyId] : []));
  if (ids.length === 0) return new Map();
  const { db } = app;
  const { calendar, rules, today: day } = await workDay(app);
  const names = await agencyNamesOn(db, ids, day);
  const work = { plan: wholePlan, provinces: await provincesOfAgencies(db, ids) };
  const tallyOn = (on: PlainDate) => tallyDuties(db, work, stateDay(calendar, on, rules.soonDays), on < day);
  const targets = await standingsOf(app, { plan: wholePlan, agencyIds: ids, days: [day, than ?? day] });
  const standOf = (id: string, which: number, duties: readonly DutyTally[]): Stand => {
    const own = targets.filter(({ target: { agencyIds } }) => agencyIds.includes(id));
    return {
      ...{ kind: 'agency', duties: countsOf(duties, id) },
      targets: countStandings(own.flatMap(({ standings }) => standings[which] ?? [])),
    };
  };
  const [now, then] = [await tallyOn(day), than === null ? [] : await tallyOn(than)];
  return new Map(
    ids.map((id) => {
      const key = `agency:${id}`;
      const one = said.get(key);
      const facts: MatterFacts = {
        ...{ key, matter: { kind: 'agency', agencyId: id }, name: names.get(id) ?? id, source: null },
        agencies: [{ id, name: names.get(id) ?? id }],
        now: standOf(id, 0, now),
        before: than === null ? null : standOf(id, 1, then),
        ...{ stage: null, daysLeft: null, dataDay: saidDay(one), ...lastSaid(one), nextDue: one?.nextDue ?? null },
      };
      return [key, facts];
    }),
  );
}

function countsOf(duties: readonly DutyTally[], agencyId: string): StateCounts {
  const counts = { ...noCounts };
  for (const one of duties) if (one.agencyId === agencyId) counts[one.state] += one.count;
  return counts;
}
