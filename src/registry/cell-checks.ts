import { type PeriodCode, parsePeriod, periodBefore } from '../values/period.ts';
import type { FigureValue } from './figure.ts';
import type { FigureBasis, FigureSpan } from './figure-basis.ts';
import type { Measure } from './indicator.ts';
import { lineOf, wordsOf } from './indicator-words.ts';

/** What is unusual about a number that is being typed. Each may stand nevertheless, with a reason. */

export const cellCheckCodes = [
  'magnitude',
  'outlier',
  'outOfRange',
  'negative',
  'notWhole',
  'partOverWhole',
  'partsOverWhole',
  'growthDiffers',
  'fellSinceBefore',
  'spansDiffer',
] as const;
export type CellCheckCode = (typeof cellCheckCodes)[number];
/** With the numbers that its sentence names. */
export type CellCheck = { code: CellCheckCode; detail: Record<string, number> };

export type CheckedCell = FigureValue & {
  span: FigureSpan;
  basis: FigureBasis;
  /** The same period of last year, and the period before; of the same span. */
  sameBefore: number | null;
  previous: number | null;
  /** Of earlier periods of the same kind and span. */
  history: readonly number[];
};

export type CheckedLine = {
  indicatorId: string;
  line: string;
  name: string;
  unit: string | null;
  measure: Measure;
  /** Summed over its period. */
  cumulative: boolean;
  decimals: number | null;
  breakdowns: readonly string[];
  /** For the whole year. */
  plan: number | null;
  cells: readonly CheckedCell[];
};

/** The lines around the one that is checked. */
export type Surroundings = {
  period: PeriodCode;
  /** Of the same indicator: the whole where this is a part, its parts where it is the whole. */
  whole: CheckedLine | undefined;
  parts: readonly CheckedLine[];
  /** What it is the growth of. */
  levelOf: CheckedLine | undefined;
};

type Check = (value: number, cell: CheckedCell, line: CheckedLine, around: Surroundings) => CellCheck | undefined;

const found = (code: CellCheckCode, detail: Record<string, number> = {}): CellCheck => ({ code, detail });

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (low + high) / 2;
};

const isPercent = ({ unit }: CheckedLine): boolean => unit !== null && /^[%‰]/u.test(unit);
const isWhole = (value: number, decimals: number): boolean =>
  Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-6;

/** "tỷ" written as "triệu": a thousand or a million times as much, or as little, as ever. */
const magnitude: Check = (value, { sameBefore, previous, history }, line) => {
  const reference = sameBefore || previous || (history.length > 0 ? median(history) : 0) || line.plan || 0;
  if (isPercent(line) || value === 0 || reference === 0) return undefined;
  const power = Math.log10(Math.abs(value / reference));
  const times = Math.round(power / 3) * 3;
  return times !== 0 && Math.abs(times) <= 9 && Math.abs(power - times) < 0.5
    ? found('magnitude', { factor: 10 ** times, reference })
    : undefined;
};

const fewest = 4;
const farTimes = 4;

/** Further from the middle of what was reported before than that ever was, by far. */
const outlier: Check = (value, { sameBefore, history }, line) => {
  if (history.length < fewest) return undefined;
  // What is as it was a year ago is the season's.
  if (sameBefore !== null && Math.abs(value - sameBefore) <= Math.abs(sameBefore) * 0.3) return undefined;
  const inLogs = !isPercent(line) && value > 0 && history.every((one) => one > 0);
  const scale = (one: number) => (inLogs ? Math.log(one) : one);
  const middle = median(history.map(scale));
  const spread = 1.4826 * median(history.map((one) => Math.abs(scale(one) - middle)));
  const least = inLogs ? 0.1 : isPercent(line) ? 1 : Math.max(Math.abs(middle) * 0.05, 0.01);
  if (Math.abs(scale(value) - middle) <= farTimes * Math.max(spread, least)) return undefined;
  return found('outlier', { middle: inLogs ? Math.exp(middle) : middle, count: history.length });
};

const outOfRange: Check = (value, _, line) =>
  line.measure === 'share' && isPercent(line) && (value < 0 || value > 100) ? found('outOfRange') : undefined;

const negative: Check = (value, _, { measure }) => (measure === 'count' && value < 0 ? found('negative') : undefined);

const notWhole: Check = (value, _, { measure, decimals }) =>
  measure === 'count' && decimals === 0 && !isWhole(value, 0) ? found('notWhole') : undefined;

const sameCell = (line: CheckedLine | undefined, { span, basis }: CheckedCell): CheckedCell | undefined =>
  line?.cells.find((one) => one.span === span && one.basis === basis);

/** Shares, growths and indices of parts may well be above that of the whole. */
const addsUp = ({ measure, cumulative }: CheckedLine): boolean =>
  measure === 'count' || (measure === 'level' && cumulative);

const above = (value: number, limit: number): boolean => value - limit > Math.abs(limit) * 1e-6 + 1e-9;

const partOverWhole: Check = (value, cell, line, { whole }) => {
  const limit = sameCell(whole, cell)?.value;
  return addsUp(line) && typeof limit === 'number' && above(value, limit)
    ? found('partOverWhole', { whole: limit })
    : undefined;
};

/** Parts by sex and parts by area overlap: they are added up only where an indicator is divided in one way. */
const partsOverWhole: Check = (value, cell, line, { parts }) => {
  if (!addsUp(line) || line.breakdowns.length !== 1) return undefined;
  const sum = parts.reduce((total, part) => total + (sameCell(part, cell)?.value ?? 0), 0);
  return parts.length > 1 && above(sum, value) ? found('partsOverWhole', { sum }) : undefined;
};

/** Prices of another year and rounding make so much of a difference, in points. */
const growthTolerance = 0.5;

const growthDiffers: Check = (value, cell, _, { levelOf }) => {
  const level = sameCell(levelOf, cell);
  if (!level || level.value === null || level.sameBefore === null || level.sameBefore <= 0) return undefined;
  const growth = (level.value / level.sameBefore - 1) * 100;
  return Math.abs(growth - value) > growthTolerance ? found('growthDiffers', { growth }) : undefined;
};

const inOneYear = (period: PeriodCode): boolean => {
  const before = periodBefore(period);
  return before !== undefined && parsePeriod(before)?.year === parsePeriod(period)?.year;
};

/** What is counted since the year began cannot become less. */
const fellSinceBefore: Check = (value, { span, previous }, line, { period }) =>
  span === 'toDate' && addsUp(line) && previous !== null && value < previous && inOneYear(period)
    ? found('fellSinceBefore', { previous })
    : undefined;

const spansDiffer: Check = (value, cell, line, { period }) => {
  const alone = line.cells.find((one) => one.span === 'period' && one.basis === cell.basis)?.value;
  const before = inOneYear(period) ? cell.previous : 0;
  if (cell.span !== 'toDate' || !line.cumulative || typeof alone !== 'number' || before === null) return undefined;
  const sum = before + alone;
  return Math.abs(sum - value) > Math.abs(sum) * 1e-6 + 1e-9 ? found('spansDiffer', { sum }) : undefined;
};

const checks: readonly Check[] = [
  magnitude,
  outlier,
  outOfRange,
  negative,
  notWhole,
  partOverWhole,
  partsOverWhole,
  growthDiffers,
  fellSinceBefore,
  spansDiffer,
];

export function checkCell(cell: CheckedCell, line: CheckedLine, around: Surroundings): CellCheck[] {
  const { value } = cell;
  if (value === null) return [];
  const all = checks.flatMap((check) => check(value, cell, line, around) ?? []);
  // A wrong unit explains why it lies far out.
  return all.some(({ code }) => code === 'magnitude') ? all.filter(({ code }) => code !== 'outlier') : all;
}

/** What a name is about, so that the growth of something finds that thing. */
export function sayingOf(name: string): string {
  const { core, aspects } = wordsOf(name);
  return `${[...core].sort().join(' ')} | ${lineOf(aspects)}`;
}

/** Lines as they belong together: made once for a grid, not at each key. */
export function surroundingsOf(
  lines: readonly CheckedLine[],
  period: PeriodCode,
  sayingIn: (name: string) => string = sayingOf,
): Surroundings[] {
  const saying = lines.map(({ name }) => sayingIn(name));
  return lines.map((line, at) => {
    const others = lines.filter((other) => other.indicatorId === line.indicatorId && other.line !== line.line);
    const level =
      line.measure === 'growth' &&
      lines.find(
        (other, index) => other.measure === 'level' && other.line === line.line && saying[index] === saying[at],
      );
    return {
      period,
      whole: line.line === '' ? undefined : others.find((other) => other.line === ''),
      parts: line.line === '' ? others : [],
      levelOf: level || undefined,
    };
  });
}
