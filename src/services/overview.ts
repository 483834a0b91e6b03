import { type DutyState, noCounts, type StateCounts, stateDay } from '../registry/duty-state.ts';
import { joinedNews } from '../registry/figure-news.ts';
import { type Overview, type OverviewNumbers, yearsBefore } from '../registry/overview.ts';
import type { Standing } from '../registry/standing.ts';
import { byGroup, byPillar } from '../registry/target-pillar.ts';
import { countStandings, isAtRisk, type PlanFilter } from '../registry/target-standing.ts';
import type { Db } from '../store/database.ts';
import { agencyNamesOn } from '../store/names.ts';
import { findPathRules } from '../store/path-rules.ts';
import { changedDuties, type DutyTally, type PlanWork, tallyDuties } from '../store/plan-duties.ts';
import { provincesOfDocuments } from '../store/provinces.ts';
import { confidenceIn } from '../store/standings.ts';
import { dateOfNumber, dayNumber, type PlainDate } from '../values/plain-date.ts';
import { compareVietnamese } from '../values/vietnamese.ts';
import { type App, inOneReading } from './app.ts';
import { type StoodTarget, standingsOf } from './kept-standings.ts';
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
  const targets = await standingsOf(app, { plan, days: [day, before] });
  const given = { plan, provinces: await provincesOfDocuments(db, plan.document) };
  const [duties, dutiesThen] = [await tallyOn(db, given, work, day), await tallyOn(db, given, work, before)];
  const changed = await changedDuties(db, given, { from, day: to, most: mostShown });
  const soleDocument = plan.document.length === 1 ? (plan.document[0] ?? null) : null;
  return {
    ...{
      day,
      than: before,
      thanYear: null,
      now: numbersOf(on(targets, 0), duties),
      before: numbersOf(on(targets, 1), dutiesThen),
    },
    ...newsOf(targets),
    changedTargets: await changedTargets(db, targets),
    changedDuties: [...changed].map(([kind, found]) => ({ kind, ...found })),
    agencies: await byAgency(db, targets, duties, day),
    ...parted(targets),
    rules: await findPathRules(db, soleDocument),
  };
}

type OfYear = { plan: PlanFilter; year: number; work: WorkDay; day: PlainDate };

/** The plan of one year beside that of another, as each stood on the same day of its year. */
async function besideYear(app: App, { plan, year, work, day }: OfYear, thanYear: number): Promise<Overview> {
  const { db } = app;
  const [now, then] = [
    await standOn(app, plan, work, day),
    await standOn(app, { ...plan, year: thanYear }, work, yearsBefore(day, year - thanYear)),
  ];
  const soleDocument = plan.document.length === 1 ? (plan.document[0] ?? null) : null;
  return {
    ...{ day, than: then.day, thanYear, now: now.numbers, before: then.numbers },
    ...newsOf(now.targets),
    ...{ changedTargets: { total: 0, rows: [] }, changedDuties: [] },
    agencies: await byAgency(db, now.targets, now.duties, day),
    ...parted(now.targets),
    rules: await findPathRules(db, soleDocument),
  };
}

async function standOn(app: App, plan: PlanFilter, work: WorkDay, asked: PlainDate) {
  const day = asked < work.today ? asked : work.today;
  const targets = await standingsOf(app, { plan, days: [day] });
  const provinces = await provincesOfDocuments(app.db, plan.document);
  const duties = await tallyOn(app.db, { plan, provinces }, work, day);
  return { day, targets, duties, numbers: numbersOf(on(targets, 0), duties) };
}

/** On one of the days that were asked for. */
const on = (targets: readonly StoodTarget[], which: number): Standing[] =>
  targets.flatMap(({ standings }) => standings[which] ?? []);

/** By the calendar and the days of notice of today: neither is kept as it was. */
function tallyOn(db: Db, given: PlanWork, { calendar, rules, today }: WorkDay, day: PlainDate): Promise<DutyTally[]> {
  return tallyDuties(db, given, stateDay(calendar, day, rules.soonDays), day < today);
}

function parted(targets: readonly StoodTarget[]): Pick<Overview, 'pillars' | 'groups'> {
  const judged = targets.flatMap(({ target, standings: [standing] }) => (standing ? { ...target, standing } : []));
  return { pillars: byPillar(judged), groups: byGroup(judged) };
}

const numbersOf = (standings: readonly Standing[], duties: readonly DutyTally[]): OverviewNumbers => ({
  targets: countStandings(standings),
  atRisk: standings.filter(isAtRisk).length,
  duties: sumOf(duties),
  longOverdue: duties.reduce((sum, { long }) => sum + long, 0),
});

function sumOf(duties: readonly { state: DutyState; count: number }[]): StateCounts {
  const counts = { ...noCounts };
  for (const { state, count } of duties) counts[state] += count;
  return counts;
}

function newsOf(targets: readonly StoodTarget[]): Pick<Overview, 'figuresFrom' | 'figuresTo' | 'newFigures'> {
  const { setOn, periodTo, added } = joinedNews(targets.map(({ news }) => news));
  return { figuresFrom: setOn, figuresTo: periodTo, newFigures: added.length };
}

async function changedTargets(db: Db, targets: readonly StoodTarget[]): Promise<Overview['changedTargets']> {
  const changed = targets.flatMap(({ target, standings: [now, before] }) => {
    const same = !now || !before || (before.state === now.state && before.degree === now.degree);
    return same ? [] : [{ ...target, before, now }];
  });
  const bad = ({ now: { state, degree } }: (typeof changed)[number]) =>
    state === 'behind' ? (degree === 'far' ? 0 : 1) : state === 'noData' ? 2 : 3;
  const worst = changed.toSorted((a, b) => bad(a) - bad(b)).slice(0, mostShown * 2);
  const rows = (await confidenceIn(db, worst)).map(({ before, now, ...target }) => ({ target, before, now }));
  return { total: changed.length, rows };
}

async function byAgency(
  db: Db,
  stood: readonly StoodTarget[],
  duties: readonly DutyTally[],
  day: PlainDate,
): Promise<Overview['agencies']> {
  const work = Map.groupBy(duties, ({ agencyId }) => agencyId);
  const targets = Map.groupBy(
    stood.flatMap(({ target: { agencyIds }, standings: [now] }) => agencyIds.flatMap((id) => (now ? { id, now } : []))),
    ({ id }) => id,
  );
  const ids = [...new Set([...work.keys(), ...targets.keys()])];
  const names = await agencyNamesOn(db, ids, day);
  const rows = ids.map((id) => ({
    agency: { id, name: names.get(id) ?? id },
    duties: sumOf(work.get(id) ?? []),
    targets: countStandings((targets.get(id) ?? []).map(({ now }) => now)),
  }));
  return rows.toSorted(
    (a, b) => b.duties.openOverdue - a.duties.openOverdue || compareVietnamese(a.agency.name, b.agency.name),
  );
}
