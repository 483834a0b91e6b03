import { type PeriodCode, parsePeriod } from '../values/period.ts';
import { type FigureValue, isBlank } from './figure.ts';
import type { FigureSpan } from './figure-basis.ts';

/**
 * In the period alone, or since the year began: one is reported, the other follows from it. Every figure of what is summed over time
 * is the sum of a stretch of months, so what was not reported is found by putting stretches together or taking one from another.
 */

export type Reported<Value extends FigureValue = FigureValue> = { period: PeriodCode; span: FigureSpan; figure: Value };
export type ComputedFigure<Value extends FigureValue = FigureValue> = { figure: FigureValue; from: Reported<Value>[] };

/** Months counted through the years; `from` is exclusive, so that stretches meet in one number. */
type Stretch = { from: number; to: number };

const yearly = new Set(['month', 'quarter', 'half', 'nineMonths', 'year']);

/** undefined for free days, which no other figure adds up to. */
function stretchOf(period: PeriodCode, span: FigureSpan): Stretch | undefined {
  const parsed = parsePeriod(period);
  if (!parsed || parsed.kind === 'free') return undefined;
  const { from, to } = parsed;
  const sinceJanuary = span === 'toDate' && yearly.has(parsed.kind);
  return { from: from.year * 12 + (sinceJanuary ? 0 : from.month - 1), to: to.year * 12 + to.month };
}

type Step<Value extends FigureValue> = { to: number; sign: 1 | -1; by: Reported<Value> };

const mostSteps = 24;

/**
 * @param reported figures of one line, agency, calendar and basis
 * @param summed it is summed over its period; else it stands at the end of it, and both spans are the same number
 */
export function computeSpan<Value extends FigureValue>(
  asked: { period: PeriodCode; span: FigureSpan },
  reported: readonly Reported<Value>[],
  summed: boolean,
): ComputedFigure<Value> | undefined {
  const stretch = stretchOf(asked.period, asked.span);
  if (!stretch) return undefined;
  const index = indexOf(reported) as Index<Value>;
  if (!summed) {
    const found = index.standing.get(stretch.to);
    return found && { figure: found.figure, from: [found] };
  }
  const so = index.asReported.get(keyOf(stretch));
  const path = so ? [{ to: stretch.to, sign: 1 as const, by: so }] : shortestPath(stretch, stepsOf(reported));
  if (!path) return undefined;
  const known = path.filter(({ by }) => by.figure.value !== null);
  const value = known.reduce((sum, { sign, by }) => sum + sign * (by.figure.value ?? 0), 0);
  const figure: FigureValue =
    known.length === 0
      ? { value: null, missing: 'notApplicable' }
      : { value: Number(value.toPrecision(14)), missing: null };
  return { figure, from: path.map(({ by }) => by) };
}

type Index<Value extends FigureValue> = {
  /** Of each stretch, and standing at the end of each month, what was reported so. */
  asReported: ReadonlyMap<string, Reported<Value>>;
  standing: ReadonlyMap<number, Reported<Value>>;
};

/** Judging a plan asks the same lists for every month of several years. */
const indexes = new WeakMap<readonly Reported[], Index<FigureValue>>();

function indexOf(reported: readonly Reported[]): Index<FigureValue> {
  const known = indexes.get(reported);
  if (known) return known;
  const [asReported, standing] = [new Map<string, Reported>(), new Map<number, Reported>()];
  for (const by of reported) {
    const stretch = stretchOf(by.period, by.span);
    if (!stretch) continue;
    const key = keyOf(stretch);
    if (leads(by) && !asReported.has(key)) asReported.set(key, by);
    if (!isBlank(by.figure) && !standing.has(stretch.to)) standing.set(stretch.to, by);
  }
  const index = { asReported, standing };
  indexes.set(reported, index);
  return index;
}

const keyOf = ({ from, to }: Stretch): string => `${from} ${to}`;

/** What is blank or not known yet leads nowhere; nothing having happened is a step of nothing. */
const leads = ({ figure }: Reported): boolean => figure.value !== null || figure.missing === 'notApplicable';

function stepsOf<Value extends FigureValue>(reported: readonly Reported<Value>[]): Map<number, Step<Value>[]> {
  const steps = new Map<number, Step<Value>[]>();
  const add = (from: number, step: Step<Value>) => {
    const others = steps.get(from);
    if (others) others.push(step);
    else steps.set(from, [step]);
  };
  for (const by of reported) {
    const stretch = leads(by) ? stretchOf(by.period, by.span) : undefined;
    if (!stretch) continue;
    add(stretch.from, { to: stretch.to, sign: 1, by });
    add(stretch.to, { to: stretch.from, sign: -1, by });
  }
  return steps;
}

/** Through as few figures as possible: each more is one more that may be an estimate. */
function shortestPath<Value extends FigureValue>(
  { from, to }: Stretch,
  steps: ReadonlyMap<number, Step<Value>[]>,
): Step<Value>[] | undefined {
  const paths = new Map<number, Step<Value>[]>([[from, []]]);
  let edge = [from];
  while (edge.length > 0) {
    const next: number[] = [];
    for (const at of edge)
      for (const step of steps.get(at) ?? []) {
        const path = paths.get(at) ?? [];
        if (paths.has(step.to) || path.length >= mostSteps) continue;
        paths.set(step.to, [...path, step]);
        next.push(step.to);
      }
    edge = next;
  }
  return paths.get(to);
}

/** What there was from the beginning of a period's year until it began: nothing where they begin together, null where it is not known. */
export function toDateBefore(period: PeriodCode, reported: readonly Reported[]): number | null {
  const parsed = parsePeriod(period);
  if (!parsed || parsed.kind === 'free') return null;
  const { year, month } = parsed.from;
  if (!yearly.has(parsed.kind) || month === 1) return 0;
  const before = `${year}-M${String(month - 1).padStart(2, '0')}`;
  const figure = computeSpan({ period: before, span: 'toDate' }, reported, true)?.figure;
  return figure?.missing === 'notApplicable' ? 0 : (figure?.value ?? null);
}

export const otherSpanOf = (span: FigureSpan): FigureSpan => (span === 'toDate' ? 'period' : 'toDate');

/** What is said of one span, as it is in the other. @param before `toDateBefore` its period */
export function inOtherSpan(
  { span, value, missing }: FigureValue & { span: FigureSpan },
  before: number | null,
): FigureValue | undefined {
  if (before === null || missing === 'notYet') return undefined;
  if (missing === 'notApplicable')
    return span === 'period' && before !== 0 ? { value: before, missing: null } : { value: null, missing };
  if (value === null) return undefined;
  const other = span === 'period' ? before + value : value - before;
  return { value: Number(other.toPrecision(14)), missing: null };
}
