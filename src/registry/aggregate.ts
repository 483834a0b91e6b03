import type { FigureValue } from './figure.ts';
import type { Aggregation, Measure } from './indicator.ts';

/** How the figures of several agencies become one (028). What does not add up is never added up. */

type Rule = { aggregation: Aggregation | null; measure: Measure; cumulative: boolean };

/** Without a rule of its own: what is counted, and what is summed over its period, is summed; the rest is not. */
export function aggregationOf({ aggregation, measure, cumulative }: Rule): Aggregation {
  if (aggregation !== null) return aggregation;
  if (measure === 'count') return 'sum';
  return cumulative && measure === 'level' ? 'sum' : 'none';
}

/** What one agency says; `at`: a later one sorts behind an earlier one. */
export type Contribution = { agencyId: string; figure: FigureValue; weight?: FigureValue; at?: string };

export type Aggregate = {
  figure: FigureValue;
  /** Whose numbers are in it. */
  counted: string[];
  /** Who said nothing, or that it is not known yet: without them it is not whole. */
  lacking: string[];
};

const lacks = ({ value, missing }: FigureValue): boolean => value === null && missing !== 'notApplicable';

/** undefined where figures of several agencies are not to be made one: each stands for itself. */
export function aggregate(rule: Aggregation, contributions: readonly Contribution[]): Aggregate | undefined {
  if (rule === 'none') return undefined;
  const wanted = contributions.filter((one) => lacks(one.figure) || one.figure.value !== null);
  const isLacking = (one: Contribution): boolean =>
    lacks(one.figure) || (rule === 'weightedMean' && (one.weight === undefined || one.weight.value === null));
  const lacking = wanted.filter(isLacking).map(({ agencyId }) => agencyId);
  const known = wanted.filter((one) => !isLacking(one));
  const counted = rule === 'latest' ? known.sort(byTime).slice(-1) : known;
  return {
    figure: totalFigure(rule, counted, contributions),
    counted: counted.map(({ agencyId }) => agencyId),
    lacking,
  };
}

const byTime = (one: Contribution, other: Contribution): number => (one.at ?? '').localeCompare(other.at ?? '');

function totalFigure(rule: Aggregation, counted: readonly Contribution[], all: readonly Contribution[]): FigureValue {
  const value = rule === 'weightedMean' ? meanOf(counted) : totalOf(counted);
  if (value !== undefined) return { value, missing: null };
  if (all.length > 0 && all.every(({ figure }) => figure.missing === 'notApplicable'))
    return { value: null, missing: 'notApplicable' };
  return { value: null, missing: all.some(({ figure }) => figure.missing === 'notYet') ? 'notYet' : null };
}

const rounded = (value: number): number => Number(value.toPrecision(14));

const totalOf = (counted: readonly Contribution[]): number | undefined =>
  counted.length === 0 ? undefined : rounded(counted.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0));

function meanOf(counted: readonly Contribution[]): number | undefined {
  const weights = counted.reduce((sum, { weight }) => sum + (weight?.value ?? 0), 0);
  if (weights <= 0) return undefined;
  return rounded(
    counted.reduce((sum, { figure, weight }) => sum + (figure.value ?? 0) * (weight?.value ?? 0), 0) / weights,
  );
}
