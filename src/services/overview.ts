import { type DutyState, noCounts, type StateCounts, stateDay } from '../registry/duty-state.ts';
import { type Overview, type OverviewNumbers, yearsBefore } from '../registry/overview.ts';
import { byGroup, byPillar } from '../registry/target-pillar.ts';
import {
  countStandings,
  isAtRisk,
  noStandings,
  type PlanFilter,
  type TargetStanding,
} from '../registry/target-standing.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { findPathRules } from '../store/path-rules.ts';
import { changedDuties, type DutyTally, tallyDuties } from '../store/plan-duties.ts';
import { type TargetToJudge, targetsToJudge } from '../store/standings.ts';
import { dateOfNumber, dayNumber, type PlainDate } from '../values/plain-date.ts';
import { compareVietnamese } from '../values/vietnamese.ts';
import { type App, inOneReading } from './app.ts';
import { judge } from './standings.ts';
import { type WorkDay, workDay } from './work-day.ts';

export type OverviewQuery = PlanFilter & {
  asOf?: PlainDate | undefined;
  than?: PlainDate | undefined;
  thanYear?: number | undefined;
};

/** As many as a leader reads of each kind. */
const mostShown = 5;
const aWeek = 7;

export const getOverview = (app: App, query: OverviewQuery): Promise<Overview> =>
  inOneReading(app, (one) => overviewOf(one, query));

async function overviewOf(app: App, { asOf, than, thanYear, ...plan }: OverviewQuery): Promise<Overview> {
  const { db, clock } = app;
  const work = await workDay({ db, clock });
  const day = asOf ?? work.today;
  if (thanYear !== undefined && plan.year !== null && thanYear !== plan.year)
    return besideYear(app, { plan, year: plan.year, work, day }, thanYear);
  const before = than ?? dateOfNumber(dayNumber(day) - aWeek);
  const [from, to] = before < day ? [before, day] : [day, before];
  const targets = await targetsToJudge(db, plan, { from, day: to });
  const [now, then] = [targets.map((one) => judge(one, day)), targets.map((one) => judge(one, before))];
  const [duties, dutiesThen] = [await tallyOn(db, plan, work, day), await tallyOn(db, plan, work, before)];
  const changed = await changedDuties(db, plan, { from, day: to, most: mostShown });
  const soleDocument = plan.document.length === 1 ? (plan.document[0] ?? null) : null;
  return {
    ...{ day, than: before, thanYear: null, now: numbersOf(now, duties), before: numbersOf(then, dutiesThen) },
    ...newsOf(targets, from, to),
    changedTargets: changedTargets(then, now),
    changedDuties: [...changed].map(([kind, found]) => ({ kind, ...found })),
    agencies: await byAgency(db, now, duties, day),
    ...{ pillars: byPillar(now), groups: byGroup(now) },
    rules: await findPathRules(db, soleDocument),
  };
}

type OfYear = { plan: PlanFilter; year: number; work: WorkDay; day: PlainDate };

/** The plan of one year beside that of another, as each stood on the same day of its year. */
async function besideYear({ db }: App, { plan, year, work, day }: OfYear, thanYear: number): Promise<Overview> {
  const [now, then] = [
    await standOn(db, plan, work, day),
    await standOn(db, { ...plan, year: thanYear }, work, yearsBefore(day, year - thanYear)),
  ];
  const soleDocument = plan.document.length === 1 ? (plan.document[0] ?? null) : null;
  return {
    ...{ day, than: then.day, thanYear, now: now.numbers, before: then.numbers },
    ...newsOf(now.targets, day, day),
    ...{ changedTargets: { total: 0, rows: [] }, changedDuties: [] },
    agencies: await byAgency(db, now.standings, now.duties, day),
    ...{ pillars: byPillar(now.standings), groups: byGroup(now.standings) },
    rules: await findPathRules(db, soleDocument),
  };
}

async function standOn(db: Db, plan: PlanFilter, work: WorkDay, asked: PlainDate) {
  const day = asked < work.today ? asked : work.today;
  const targets = await targetsToJudge(db, plan, { from: day, day });
  const standings = targets.map((one) => judge(one, day));
  const duties = await tallyOn(db, plan, work, day);
  return { day, targets, standings, duties, numbers: numbersOf(standings, duties) };
}

/** By the calendar and the days of notice of today: neither is kept as it was. */
function tallyOn(db: Db, plan: PlanFilter, { calendar, rules, today }: WorkDay, day: PlainDate): Promise<DutyTally[]> {
  return tallyDuties(db, plan, stateDay(calendar, day, rules.soonDays), day < today);
}

const numbersOf = (standings: readonly TargetStanding[], duties: readonly DutyTally[]): OverviewNumbers => ({
  targets: countStandings(standings.map(({ standing }) => standing)),
  atRisk: standings.filter(({ standing }) => isAtRisk(standing)).length,
  duties: sumOf(duties),
  longOverdue: duties.reduce((sum, { long }) => sum + long, 0),
});

function sumOf(duties: readonly { state: DutyState; count: number }[]): StateCounts {
  const counts = { ...noCounts };
  for (const { state, count } of duties) counts[state] += count;
  return counts;
}

function newsOf(
  targets: readonly TargetToJudge[],
  from: PlainDate,
  to: PlainDate,
): Pick<Overview, 'figuresFrom' | 'figuresTo' | 'newFigures'> {
  const figures = targets.flatMap(({ facts }) => facts.figures);
  const latest = (days: readonly PlainDate[]): PlainDate | null => days.toSorted().at(-1) ?? null;
  return {
    figuresFrom: latest(figures.map(({ setOn }) => setOn)),
    figuresTo: latest(figures.map(({ periodTo }) => periodTo)),
    newFigures: new Set(
      figures
        .filter(({ setOn }) => setOn > from && setOn <= to)
        .map(({ agencyId, period, span, basis, value, setOn }) =>
          [agencyId, period, span, basis, value, setOn].join('\t'),
        ),
    ).size,
  };
}

function changedTargets(before: readonly TargetStanding[], now: readonly TargetStanding[]): Overview['changedTargets'] {
  const changed = now.flatMap(({ standing, ...target }, at) => {
    const then = before[at]?.standing;
    const same = !then || (then.state === standing.state && then.degree === standing.degree);
    return same ? [] : [{ target, before: then, now: standing }];
  });
  const bad = ({ now: { state, degree } }: (typeof changed)[number]) =>
    state === 'behind' ? (degree === 'far' ? 0 : 1) : state === 'noData' ? 2 : 3;
  return { total: changed.length, rows: changed.toSorted((a, b) => bad(a) - bad(b)).slice(0, mostShown * 2) };
}

async function byAgency(
  db: Db,
  standings: readonly TargetStanding[],
  duties: readonly DutyTally[],
  day: PlainDate,
): Promise<Overview['agencies']> {
  const work = Map.groupBy(duties, ({ agencyId }) => agencyId);
  const targets = new Map<string, TargetStanding['standing'][]>();
  for (const { agencyIds, standing } of standings)
    for (const id of agencyIds) targets.set(id, [...(targets.get(id) ?? []), standing]);
  const ids = [...new Set([...work.keys(), ...targets.keys()])];
  const names = await agencyNamesOn(db, ids, day);
  const rows = ids.map((id) => ({
    agency: { id, name: names.get(id) ?? id },
    duties: sumOf(work.get(id) ?? []),
    targets: targets.has(id) ? countStandings(targets.get(id) ?? []) : { ...noStandings },
  }));
  return rows.toSorted(
    (a, b) => b.duties.openOverdue - a.duties.openOverdue || compareVietnamese(a.agency.name, b.agency.name),
  );
}
