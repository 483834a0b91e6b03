import { z } from 'zod';
import { PeriodCode, parsePeriod } from '../values/period.ts';
import { dateOfNumber, dayNumber, endOfMonth, PlainDate } from '../values/plain-date.ts';
import {
  type Expected,
  expectedAt,
  type Path,
  PathMethod,
  type PathPoint,
  satisfies,
  shareOf,
  shortOf,
} from './expected-path.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';
import {
  type AimedIndicator,
  type AimedTarget,
  type AimedYears,
  accumulates,
  aimOf,
  isRelative,
  yearsOf,
} from './target-aim.ts';
import {
  type FigureRule,
  monthAt,
  monthsIn,
  monthsReported,
  type Reporters,
  reportersOf,
  type TargetFigure,
  type ValueThen,
  valueOn,
} from './target-figures.ts';

/** Where a target stands on a day, and why: computed from what was reported, never typed, never stored. Decision 035. */

export const standingStates = ['met', 'onPath', 'behind', 'noData'] as const;
export const StandingState = z.enum(standingStates);
export type StandingState = z.infer<typeof StandingState>;

/** Why nothing can be said. */
const NoDataBecause = z.enum([
  /** It asks for no number, or for none that the catalogue knows how to read. */
  'noNumber',
  'noIndicator',
  'otherUnit',
  'noYear',
  /** "tăng thêm 5 xã", and what there was is not known. */
  'noBase',
  'notBegun',
  'noFigure',
  /** Not all who report it have, or their figures do not add up. */
  'lacking',
  'apart',
  /** The next one of its kind is long due. */
  'old',
  /** The way there by this month is not known. */
  'noPath',
]);
export type NoDataBecause = z.infer<typeof NoDataBecause>;

/** What the coordinator has set for a plan: how far behind is how bad, and when a figure is too old to speak. */
export const PathRules = z.object({
  /** Of what was to be reached by then, in percent: up to so much is on the path. */
  slight: z.number().min(0).max(100).default(5),
  /** Up to so much is slightly behind, beyond it far. */
  far: z.number().min(0).max(100).default(15),
  /** Days after the next figure was due from which the last one no longer tells. */
  lateDays: z.int().min(0).max(400).default(60),
});
export type PathRules = z.infer<typeof PathRules>;

const Expectation = z.object({ low: z.number().nullable(), high: z.number().nullable() });

/** Everything that the colour follows from, for whoever asks why. */
export const Standing = z.object({
  state: StandingState,
  /** Of what is behind. */
  degree: z.enum(['slight', 'far']).nullable(),
  because: NoDataBecause.nullable(),
  /** The value that was judged, or of what is too old the last one. */
  value: z.number().nullable(),
  /** The latest of the figures it rests on. */
  period: PeriodCode.nullable(),
  periodTo: PlainDate.nullable(),
  basis: FigureBasis.nullable(),
  span: FigureSpan.nullable(),
  computed: z.boolean(),
  agencyIds: z.array(z.string()),
  /** Days since the end of its period. */
  age: z.int().nullable(),
  /** What is asked for in the end, in the unit of the indicator, and what was to be by then. */
  aim: Expectation.nullable(),
  expected: Expectation.nullable(),
  method: PathMethod.nullable(),
  start: z.object({ value: z.number(), year: z.int() }).nullable(),
  /** Of a way that follows past years: the part of the year that the same months were, in percent. */
  share: z.number().nullable(),
  /** How far off, in percent of what was to be reached. */
  gap: z.number().nullable(),
  /** The time of the target is over: behind is missed. */
  ended: z.boolean(),
  rules: PathRules,
});
export type Standing = z.infer<typeof Standing>;

export type SetPath = { method: PathMethod; points: readonly { period: PeriodCode; value: number }[] };

export type StandingFacts = {
  target: AimedTarget;
  indicator: AimedIndicator | null;
  rule: FigureRule['aggregation'];
  planFrom: number | null;
  figures: readonly TargetFigure[];
  /** What its document states of the year before. */
  stated: { year: number; value: number } | null;
  set: SetPath | null;
  rules: PathRules;
};

/** A target on its way: everything but the day. */
export type Way = {
  path: Path;
  years: AimedYears;
  start: Standing['start'];
  rule: FigureRule;
  /** What is reached stays so: not the growth of a year that goes on, nor that a sum keeps below its ceiling. */
  lasts: boolean;
};

const nothing = (because: NoDataBecause, rules: PathRules): Standing => ({
  ...{ state: 'noData', degree: null, because, value: null, period: null, periodTo: null, basis: null, span: null },
  ...{ computed: false, agencyIds: [], age: null, aim: null, expected: null, method: null, start: null },
  ...{ share: null, gap: null, ended: false, rules },
});

/** @param day at its end: what was not known then takes no part */
export function standingOf(facts: StandingFacts, day: PlainDate): Standing {
  const { rules } = facts;
  const reporters = reportersOf(facts.figures, day);
  const way = wayOf(facts, reporters, Number(day.slice(0, 4)));
  if (typeof way === 'string') return nothing(way, rules);
  const { path, start } = way;
  const told = { aim: { low: path.aim.low, high: path.aim.high }, method: path.method, start };
  if (path.from > monthOfDay(day)) return { ...nothing('notBegun', rules), ...told };
  const found = latestOf(reporters, way);
  if (typeof found === 'string') return { ...nothing(found, rules), ...told };
  return { ...nothing('noFigure', rules), ...told, ...judged(way, found, { rules, day }) };
}

const monthOfDay = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Which way leads to the target, or why none is known. */
export function wayOf(facts: StandingFacts, reporters: Reporters, thisYear: number): Way | NoDataBecause {
  const { target, indicator } = facts;
  if (target.value === null || target.op === 'text' || indicator?.measure === 'condition') return 'noNumber';
  if (!indicator) return 'noIndicator';
  const all = yearsOf(indicator, target, facts.planFrom);
  if (!all) return 'noYear';
  const year = Math.min(Math.max(thisYear, all.from), all.to);
  const years = all.each ? { ...all, from: year, to: year } : all;
  const rule = { aggregation: facts.rule, summed: indicator.cumulative };
  const fromNothing = accumulates(indicator);
  const base = fromNothing || indicator.measure === 'growth' ? null : baseOf(facts, reporters, rule, years.from);
  const aim = aimOf(indicator, target, base?.value ?? null);
  if (!aim) return isRelative(indicator, target) && base === null ? 'noBase' : 'otherUnit';
  const start = fromNothing ? { value: 0, year: years.from } : base;
  const [from, to] = [years.from * 12, years.to * 12 + 12];
  const shareBy = sharesThen(reporters, rule, years);
  const path: Path = {
    ...{ from, to, start: start?.value ?? null, aim, shareBy },
    points: (facts.set?.points ?? []).map(({ period, value }): PathPoint => ({ at: monthAt(period), value })),
    method: methodOf(facts.set, start, shareBy),
  };
  const lasts = indicator.measure !== 'growth' && (aim.high === null || (aim.low === null && !fromNothing));
  return { path, years, start: fromNothing ? null : start, rule, lasts };
}

/** As it was set, where that can be; else as past years were, where they tell; else straight. */
function methodOf(set: SetPath | null, start: Standing['start'], shareBy: Path['shareBy']): PathMethod {
  if (set && (set.method === 'trajectory' || set.method === 'steady')) return set.method;
  if (start === null) return 'steady';
  if (set?.method === 'linear') return 'linear';
  return monthsWithin.some((month) => shareBy(month) !== undefined) ? 'seasonal' : 'linear';
}

/** How it stood when the first year began: as it was reported, or as the document says. */
function baseOf(
  { stated }: StandingFacts,
  reporters: Reporters,
  rule: FigureRule,
  fromYear: number,
): Standing['start'] {
  const found = valueOn(reporters, fromYear * 12, rule);
  if (found.kind === 'whole') return { value: found.by.value, year: fromYear - 1 };
  return stated && stated.year < fromYear ? stated : null;
}

const mostPastYears = 3;
const monthsWithin = Array.from({ length: 11 }, (_, past) => past + 1);

/** What part of the year was over by the end of a month in past years, of what begins anew each year; looked up when it is asked for. */
function sharesThen(reporters: Reporters, rule: FigureRule, years: AimedYears): Path['shareBy'] {
  if (!rule.summed || years.from !== years.to) return () => undefined;
  const past = Array.from({ length: mostPastYears }, (_, back) => years.from - 1 - back).flatMap((year) => {
    const whole = valueOn(reporters, year * 12 + 12, rule);
    return whole.kind === 'whole' ? [{ year, whole: whole.by.value }] : [];
  });
  const known = new Map<number, number | undefined>();
  return (month) => {
    if (month < 1 || month > 11) return undefined;
    if (!known.has(month)) {
      const then = past.flatMap(({ year, whole }) => {
        const toDate = valueOn(reporters, year * 12 + month, rule);
        return toDate.kind === 'whole' ? [{ toDate: toDate.by.value, whole }] : [];
      });
      known.set(month, shareOf(then));
    }
    return known.get(month);
  };
}

type Found = { at: number; by: ValueThen };

/** The latest month within the target's time of which all is known. */
function latestOf(reporters: Reporters, { path, years, rule }: Way): Found | NoDataBecause {
  let why: NoDataBecause = 'noFigure';
  for (const at of monthsReported(reporters)) {
    if (at > path.to || at <= path.from) continue;
    const by = throughYears(reporters, at, years, rule);
    if (typeof by !== 'string') return { at, by };
    why = by;
  }
  return why;
}

/** Of what is summed over several years: the years that are over, and the one that is not. */
export function throughYears(
  reporters: Reporters,
  at: number,
  { from, to }: AimedYears,
  rule: FigureRule,
): ValueThen | 'lacking' | 'apart' {
  const last = Math.ceil(at / 12) - 1;
  const ends = rule.summed && to > from ? wholeYears(from, last) : [];
  const found = [...ends, at].map((end) => valueOn(reporters, end, rule));
  const parts = found.flatMap((one) => (one.kind === 'whole' ? [one.by] : []));
  if (parts.length < found.length) return found.some(({ kind }) => kind === 'apart') ? 'apart' : 'lacking';
  const latest = parts.at(-1);
  if (!latest) return 'lacking';
  if (parts.length === 1) return latest;
  const value = Number(parts.reduce((sum, part) => sum + part.value, 0).toPrecision(14));
  return { ...latest, value, figures: parts.flatMap(({ figures }) => figures), computed: true };
}

const wholeYears = (from: number, last: number): number[] =>
  Array.from({ length: Math.max(last - from, 0) }, (_, past) => (from + past) * 12 + 12);

function judged(
  { path, start, lasts }: Way,
  { at, by }: Found,
  { rules, day }: { rules: PathRules; day: PlainDate },
): Partial<Standing> {
  const latest = by.figures.toSorted((one, other) => (one.periodTo < other.periodTo ? 1 : -1))[0];
  if (!latest) return { because: 'noFigure' };
  const ended = at >= path.to;
  const facts: Partial<Standing> = {
    ...{ value: by.value, period: latest.period, periodTo: latest.periodTo, basis: latest.basis, span: latest.span },
    ...{ computed: by.computed, agencyIds: by.agencyIds, ended, age: dayNumber(day) - dayNumber(latest.periodTo) },
  };
  if (!ended && day > staleFrom(latest, path, rules)) return { ...facts, because: 'old' };
  const expected = ended ? { low: path.aim.low, high: path.aim.high } : expectedAt(path, at);
  if (!expected) return { ...facts, because: 'noPath' };
  const gap = gapOf(by.value, expected, path, start !== null);
  const share = path.method === 'seasonal' ? path.shareBy(((at - 1) % 12) + 1) : undefined;
  return {
    ...facts,
    ...{ because: null, expected, gap, share: share === undefined ? null : share * 100 },
    ...verdict(by.value, gap, { path, ended, lasts, rules }),
  };
}

/** The last day on which a figure still speaks: the next of its kind has come to its end, and was given some time. */
function staleFrom({ period, periodTo }: TargetFigure, path: Path, { lateDays }: PathRules): PlainDate {
  const kind = parsePeriod(period)?.kind ?? 'month';
  const next = Math.min(monthAt(period) + (kind === 'free' ? 1 : monthsIn[kind]), path.to);
  const year = Math.ceil(next / 12) - 1;
  const due = endOfMonth(year, next - year * 12);
  return dateOfNumber(dayNumber(due > periodTo ? due : periodTo) + lateDays);
}

/**
 * In percent: of the way from the start to the target where there is one, for a rate of 95 % hardly moves; else of what was to be
 * reached by then.
 */
function gapOf(value: number, expected: Expected, { aim, start }: Path, fromStart: boolean): number {
  const short = shortOf(value, expected);
  if (short === 0) return 0;
  const below = expected.low !== null && value < expected.low;
  const [then, end] = below ? [expected.low, aim.low] : [expected.high, aim.high];
  const way = fromStart && start !== null && end !== null ? Math.abs(end - start) : 0;
  const whole = way || Math.abs(then ?? 0) || Math.abs(end ?? 0);
  return whole === 0 ? 100 : Number(((short / whole) * 100).toPrecision(6));
}

type Judging = { path: Path; ended: boolean; lasts: boolean; rules: PathRules };

/** What can still be undone by its nature is not met before its time is over. */
function verdict(
  value: number,
  gap: number,
  { path, ended, lasts, rules }: Judging,
): Pick<Standing, 'state' | 'degree'> {
  if (satisfies(value, path.aim) && (ended || lasts)) return { state: 'met', degree: null };
  if (!ended && gap <= rules.slight) return { state: 'onPath', degree: null };
  return { state: 'behind', degree: gap <= rules.far ? 'slight' : 'far' };
}
