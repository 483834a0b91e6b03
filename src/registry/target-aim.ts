import type { Target } from '../values/finding.ts';
import type { Indicator } from './indicator.ts';
import { askedOf } from './indicator-line.ts';

/** What a target asks for, as the ends that a value must keep within, and over which years. */

/** At least `low`, at most `high`; `open`: the end itself is not enough ("trên 66%"). */
export type Aim = { low: number | null; high: number | null; open: boolean };

export type AimedTarget = Pick<Target, 'op' | 'value' | 'value2' | 'unit' | 'change' | 'year' | 'yearFrom'> & {
  /** Its name, variant and sentence: where a mean of several years is asked for, one of them says so. */
  words: string;
};
export type AimedIndicator = Pick<
  Indicator,
  'unit' | 'unitFactors' | 'measure' | 'direction' | 'cumulative' | 'aggregation'
>;

/** It begins at nothing each year (or each span of years) and grows: what is summed, and how much less something became. */
export const accumulates = ({ cumulative, measure }: Pick<AimedIndicator, 'cumulative' | 'measure'>): boolean =>
  cumulative || measure === 'reduction';

/** A value of one year by itself: no way leads to it from the value of the year before. */
const ofEachYear = (indicator: AimedIndicator): boolean => accumulates(indicator) || indicator.measure === 'growth';

/** "tăng thêm 5 xã": the number is beside what there was, not the number to reach. */
export const isRelative = (indicator: AimedIndicator, { change }: Pick<AimedTarget, 'change'>): boolean =>
  change !== 'level' && !ofEachYear(indicator);

/**
 * A comparison that the document writes counts; where it only names a number, better is what the catalogue says is better. Of a
 * range of what should grow the lower end must be reached, and beyond the upper end is no failure.
 */
export function aimOf(indicator: AimedIndicator, target: AimedTarget, base: number | null): Aim | undefined {
  if (target.op === 'text' || indicator.measure === 'condition') return undefined;
  const asked = askedOf(indicator, target);
  if (!asked) return undefined;
  const fewer = indicator.measure === 'growth' && target.change === 'decrease';
  const relative = isRelative(indicator, target);
  if (relative && base === null) return undefined;
  const sign = target.change === 'decrease' ? -1 : 1;
  const turned = (value: number) => (relative ? (base ?? 0) + sign * value : value);
  const [one, other] = [turned(asked.value), turned(asked.value2 ?? asked.value)];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const better = fewer || (relative && sign < 0) ? 'fewer' : betterIs(indicator);
  const flipped = fewer || (relative && sign < 0);
  return { ...endsOf(target.op, { low, high }, better, flipped), open: target.op === '>' || target.op === '<' };
}

const betterIs = ({ direction }: AimedIndicator): 'more' | 'fewer' | 'neither' =>
  direction === 'up' ? 'more' : direction === 'none' ? 'neither' : 'fewer';

function endsOf(
  op: Target['op'],
  { low, high }: { low: number; high: number },
  better: 'more' | 'fewer' | 'neither',
  /** "giảm ít nhất 5%" is at most 5 % below: the comparison is of the size of what is less. */
  flipped: boolean,
): { low: number | null; high: number | null } {
  const atLeast = { low, high: null };
  const atMost = { low: null, high };
  if (op === '>=' || op === '>') return flipped ? atMost : atLeast;
  if (op === '<=' || op === '<') return flipped ? atLeast : atMost;
  if (better === 'more') return atLeast;
  return better === 'fewer' ? atMost : { low, high };
}

/** From the first to the last year that a target is about. */
export type AimedYears = {
  from: number;
  to: number;
  /** Each of them is judged by itself; else all of them together. */
  each: boolean;
};

/** @param planFrom the first year of its document's period, or that of its issue */
export function yearsOf(
  indicator: AimedIndicator,
  target: AimedTarget,
  planFrom: number | null,
): AimedYears | undefined {
  const { year: to, yearFrom } = target;
  if (to === null) return undefined;
  const several = yearFrom !== null && yearFrom < to;
  if (ofEachYear(indicator)) {
    const total = several && indicator.cumulative && !saysMean(target);
    return { from: several ? yearFrom : to, to, each: several && !total };
  }
  return { from: several ? yearFrom : Math.min(planFrom ?? to, to), to, each: false };
}

/** The years that are on the way as of a year: a target of one year belongs to no other. */
const saysMean = ({ words, unit }: AimedTarget): boolean =>
  /bình quân|trung bình|hằng năm|hàng năm|mỗi năm/iu.test(words) || /\/năm/iu.test(unit ?? '');
