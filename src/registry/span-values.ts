import { type PeriodCode, parsePeriod } from '../values/period.ts';
import { type FigureValue, isBlank } from './figure.ts';
import type { FigureSpan } from './figure-basis.ts';

/**
 * In the period alone, or since the year began: one is reported, the other follows from it. Every figure of what is summed over time
 * is the sum of a stretch of months, so what was not reported is found by putting stretches together or taking one from another.
 */

export type Reported = { period: PeriodCode; span: FigureSpan; figure: FigureValue };
export type ComputedFigure = { figure: FigureValue; from: Reported[] };

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

type Step = { to: number; sign: 1 | -1; by: Reported };

const mostSteps = 24;

/**
 * @param reported figures of one line, agency, calendar and basis
 * @param summed it is summed over its period; else it stands at the end of it, and both spans are the same number
 */
export function computeSpan(
  asked: { period: PeriodCode; span: FigureSpan },
  reported: readonly Reported[],
  summed: boolean,
): ComputedFigure | undefined {
  const stretch = stretchOf(asked.period, asked.span);
  if (!stretch) return undefined;
  if (!summed) return standingAt(stretch.to, reported);
  const path = reportedSo(stretch, reported) ?? shortestPath(stretch, stepsOf(reported));
  if (!path) return undefined;
  const known = path.filter(({ by }) => by.figure.value !== null);
  const value = known.reduce((sum, { sign, by }) => sum + sign * (by.figure.value ?? 0), 0);
  const figure: FigureValue =
    known.length === 0
      ? { value: null, missing: 'notApplicable' }
      : { value: Number(value.toPrecision(14)), missing: null };
  return { figure, from: path.map(({ by }) => by) };
}

function standingAt(month: number, reported: readonly Reported[]): ComputedFigure | undefined {
  const found = reported.find(({ period, span, figure }) => !isBlank(figure) && stretchOf(period, span)?.to === month);
  return found && { figure: found.figure, from: [found] };
}

/** What is blank or not known yet leads nowhere; nothing having happened is a step of nothing. */
const leads = ({ figure }: Reported): boolean => figure.value !== null || figure.missing === 'notApplicable';

/** Mostly it was reported as it is asked for. */
function reportedSo({ from, to }: Stretch, reported: readonly Reported[]): Step[] | undefined {
  const by = reported.find((one) => {
    const stretch = leads(one) ? stretchOf(one.period, one.span) : undefined;
    return stretch?.from === from && stretch.to === to;
  });
  return by && [{ to, sign: 1, by }];
}

function stepsOf(reported: readonly Reported[]): Map<number, Step[]> {
  const steps = new Map<number, Step[]>();
  const add = (from: number, step: Step) => {
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
function shortestPath({ from, to }: Stretch, steps: ReadonlyMap<number, Step[]>): Step[] | undefined {
  const paths = new Map<number, Step[]>([[from, []]]);
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
