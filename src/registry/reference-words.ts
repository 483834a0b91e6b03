import { formatNumber } from '../values/format.ts';
import {
  type FigureReference,
  isFigure,
  linesOf,
  mapLines,
  type Run,
  type SectionContent,
  type SourcedNumber,
  sourceKey,
} from './section-content.ts';

/** How a reference to the register reads in a report, which is Vietnamese whoever looks at it. */

const rounded = (value: number, decimals: number): number => {
  const number = Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);
  return Number.isFinite(number) ? number : Number(value.toFixed(decimals));
};

const usual = 2;
/** Shares and growths are told to one decimal. */
const ofShares = 1;

/** Binary fractions leave crumbs behind: 0.1 + 0.2 is compared as 0.3. */
const difference = (one: number, other: number): number => Number((one - other).toPrecision(12));

const isRank = ({ unit }: Pick<FigureReference, 'unit'>): boolean => unit !== null && /^(?:thứ )?hạng/u.test(unit);
const isPercent = ({ unit }: Pick<FigureReference, 'unit'>): boolean => unit !== null && /^%/u.test(unit);

/** Percentages change by percentage points, ranks by places; amounts are compared as shares. */
export const isComparedAsShare = ({ measure, unit }: Pick<FigureReference, 'measure' | 'unit'>): boolean =>
  (measure === 'level' || measure === 'count') && !isPercent({ unit }) && !isRank({ unit });

/** "5.120 tỷ đồng", "8,15%", "thứ 12". */
function valueWords({ of, unit, decimals, ...rest }: FigureReference): string {
  const number = formatNumber(rounded(of.value, decimals ?? usual));
  if (isRank({ unit, ...rest })) return `thứ ${number}`;
  if (unit === null) return number;
  return /^[%‰]/u.test(unit) ? number + unit : `${number} ${unit}`;
}

/** "điểm phần trăm", "bậc", or the unit itself. */
function stepWords({ unit }: FigureReference): string {
  if (isRank({ unit })) return 'bậc';
  if (unit === null) return '';
  if (unit.startsWith('%')) return 'điểm phần trăm';
  return unit.startsWith('‰') ? 'điểm phần nghìn' : unit;
}

const counted = (number: number, unit: string): string => `${formatNumber(number)} ${unit}`.trim();

function changeWords(figure: FigureReference, against: number): string {
  const step = difference(figure.of.value, against);
  if (isComparedAsShare(figure)) {
    const share = rounded((step / against) * 100, ofShares);
    if (step === 0) return 'bằng';
    // A change too small to be told in tenths of a percent is not "0%".
    if (share === 0) return 'xấp xỉ';
    return `${share > 0 ? 'tăng' : 'giảm'} ${formatNumber(Math.abs(share))}% so với`;
  }
  const size = rounded(Math.abs(step), figure.decimals ?? usual);
  if (size === 0) return step === 0 ? 'bằng' : 'xấp xỉ';
  // In a ranking the first place is best: a smaller number is a rise.
  const rises = isRank(figure) ? step < 0 : step > 0;
  return `${rises ? 'tăng' : 'giảm'} ${counted(size, stepWords(figure))} so với`;
}

function gapWords(figure: FigureReference, against: number): string {
  const step = difference(figure.of.value, against);
  const size = rounded(Math.abs(step), figure.decimals ?? usual);
  if (size === 0) return step === 0 ? 'bằng' : 'xấp xỉ';
  const above = isRank(figure) ? step < 0 : step > 0;
  return `${above ? 'cao hơn' : 'thấp hơn'} ${counted(size, stepWords(figure))} so với`;
}

const unknown = '…';

/** Of something nothing or negative no share can be told. */
export const isComparable = ({ measure, unit }: Pick<FigureReference, 'measure' | 'unit'>, against: number): boolean =>
  !isComparedAsShare({ measure, unit }) || against > 0;

/** "5.120 tỷ đồng"; "82,3%"; "tăng 6,1% so với", "tăng 3 bậc so với", "bằng"; "cao hơn 0,5 điểm phần trăm so với". */
export function figureWords(figure: FigureReference): string {
  const { as, of, against } = figure;
  if (as === 'value') return valueWords(figure);
  if (against === null) return unknown;
  if (as === 'share')
    return against.value > 0 ? `${formatNumber(rounded((of.value / against.value) * 100, ofShares))}%` : unknown;
  if (as === 'gap') return gapWords(figure, against.value);
  return isComparable(figure, against.value) ? changeWords(figure, against.value) : unknown;
}

export const runText = (run: Run): string => (isFigure(run) ? figureWords(run.figure) : run.text);

export const lineText = (runs: readonly Run[]): string => runs.map(runText).join('');

/** What a text says, a line for each paragraph, item and cell. */
export const contentText = (content: SectionContent): string =>
  content.flatMap((block) => linesOf(block).map(lineText)).join('\n');

export const isEmpty = (content: SectionContent): boolean => contentText(content).trim() === '';

/** The values that references stand for today, by `sourceKey`; null: there is no such number any more. */
export type ValuesNow = ReadonlyMap<string, number | null>;

export type Outdated = { was: string; now: string | null };

/** What a reference would read today, where that is something else; `now` is null where its number is gone. */
export function outdatedWords(figure: FigureReference, values: ValuesNow): Outdated | undefined {
  const renewed = renewedFigure(figure, values);
  if (renewed === figure) return undefined;
  return { was: figureWords(figure), now: renewed && figureWords(renewed) };
}

/** The reference with today's numbers; itself where nothing changed, null where a number is gone. */
function renewedFigure(figure: FigureReference, values: ValuesNow): FigureReference | null {
  const of = renewedNumber(figure.of, values);
  const against = figure.against && renewedNumber(figure.against, values);
  if (of === null || (figure.against !== null && against === null)) return null;
  return of === figure.of && against === figure.against ? figure : { ...figure, of, against };
}

function renewedNumber(number: SourcedNumber, values: ValuesNow): SourcedNumber | null {
  const now = values.get(sourceKey(number.source));
  if (now === undefined || now === number.value) return number;
  return now === null ? null : { ...number, value: now };
}

/** Every reference with today's numbers; what is gone stays as it was. */
export const renewed = (content: SectionContent, values: ValuesNow): SectionContent =>
  content.map((block) =>
    mapLines(block, (runs) =>
      runs.map((run) => (isFigure(run) ? { ...run, figure: renewedFigure(run.figure, values) ?? run.figure } : run)),
    ),
  );

export const countOutdated = (content: SectionContent, values: ValuesNow): number =>
  content
    .flatMap((block) => linesOf(block).flat())
    .filter((run) => isFigure(run) && outdatedWords(run.figure, values) !== undefined).length;
