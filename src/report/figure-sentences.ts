import type { FigureBasis } from '../registry/figure-basis.ts';
import type { Indicator } from '../registry/indicator.ts';
import {
  isComputedToDate,
  type KnownNumber,
  type LineFacts,
  type Numbers,
  type WholeLine,
} from '../registry/line-facts.ts';
import { isComparable, isComparedAsShare } from '../registry/reference-words.ts';
import type { FigureAs, FigureRun, Run, SourcedNumber } from '../registry/section-content.ts';
import { type PeriodCode, parsePeriod } from '../values/period.ts';
import { periodWords } from '../values/period-words.ts';
import { upperFirst } from '../values/vietnamese.ts';

/** The first draft of what figures say: one sentence for each line of an indicator, every number in it a reference. */

/** What is known of one line. What is null is left out of its sentence. */
export type SentenceFacts = Numbers & {
  indicator: Pick<Indicator, 'name' | 'unit' | 'measure' | 'direction' | 'decimals'>;
  /** The part that is meant; '' is the whole. */
  line: string;
  period: PeriodCode;
};

const text = (words: string): Run => ({ text: words, from: 'composed' });

const verbs: Record<FigureBasis, string> = { planned: 'kế hoạch', estimated: 'ước', preliminary: 'sơ bộ', final: '' };

/** "ước đạt", "sơ bộ còn", "xếp": how sure it is, and whether more of it is better. */
function verbOf({ indicator }: SentenceFacts, basis: FigureBasis): string {
  const { name, unit, direction } = indicator;
  const said =
    direction === 'rank' || unit === 'hạng'
      ? 'xếp'
      : direction === 'down'
        ? 'còn'
        : /^(?:tỷ trọng|cơ cấu)/iu.test(name)
          ? 'chiếm'
          : 'đạt';
  return `${verbs[basis]} ${said}`.trim();
}

/** Money of the state's budget is planned by an estimate of its own name. */
const planWord = ({ name }: SentenceFacts['indicator']): string =>
  /(?:^|\s)(?:thu|chi) .*(?:ngân sách|nội địa|xuất nhập khẩu|nhập khẩu)|ngân sách nhà nước/iu.test(name)
    ? 'dự toán'
    : 'kế hoạch';

function reference(facts: SentenceFacts, as: FigureAs, of: SourcedNumber, against: SourcedNumber | null): FigureRun {
  const { measure, unit, decimals } = facts.indicator;
  const bare = ({ source, value }: SourcedNumber): SourcedNumber => ({ source, value });
  return { figure: { as, of: bare(of), against: against && bare(against), measure, unit, decimals }, from: 'composed' };
}

/** "…, bằng 82,3% dự toán", "…, cao hơn 0,3 điểm phần trăm so với kế hoạch". */
function besidePlan(facts: SentenceFacts, number: KnownNumber): Run[] {
  const { plan, indicator } = facts;
  if (!plan || number.basis === 'planned') return [];
  if (!isComparedAsShare(indicator))
    return [text(', '), reference(facts, 'gap', number, plan), text(` ${planWord(indicator)}`)];
  if (plan.value <= 0) return [];
  return [text(', bằng '), reference(facts, 'share', number, plan), text(` ${planWord(indicator)} năm`)];
}

/** "…, tăng 6,1% so với cùng kỳ năm trước". */
function besideBefore(facts: SentenceFacts, number: KnownNumber, before: SourcedNumber | null): Run[] {
  if (!before || number.basis === 'planned' || !isComparable(facts.indicator, before.value)) return [];
  const { kind } = parsePeriod(facts.period) ?? {};
  const then =
    kind === 'year' || kind === 'schoolYear'
      ? 'năm trước'
      : kind === 'fiveYears'
        ? 'giai đoạn trước'
        : 'cùng kỳ năm trước';
  return [text(', '), reference(facts, 'change', number, before), text(` ${then}`)];
}

/** Whether what was done since the year began is the period itself. */
const isWholeStretch = (period: PeriodCode): boolean => {
  const parsed = parsePeriod(period);
  return parsed === undefined || parsed.from.month === 1 || parsed.kind === 'schoolYear' || parsed.kind === 'free';
};

/** "lũy kế 9 tháng". */
function toDateWords(period: PeriodCode): string {
  const months = parsePeriod(period)?.to.month ?? 12;
  return months === 12 ? 'lũy kế cả năm' : `lũy kế ${months} tháng`;
}

/** null where nothing is known of it. @param whose "của 12 cơ quan" where it is of several */
export function figureSentence(facts: SentenceFacts, whose = ''): Run[] | null {
  const { indicator, line, period, value, toDate } = facts;
  if (indicator.measure === 'condition') return null;
  const name = upperFirst(indicator.name) + (line === '' ? '' : ` (${line})`);
  const tail = (number: KnownNumber, before: SourcedNumber | null, withPlan: boolean): Run[] => [
    text(`${verbOf(facts, number.basis)} `),
    reference(facts, 'value', number, null),
    ...(withPlan ? besidePlan(facts, number) : []),
    ...besideBefore(facts, number, before),
  ];
  const both = value && toDate && !isWholeStretch(period);
  const only = value ?? toDate;
  if (!only) return null;
  const opening = text(`${name} ${openingWords(facts, only === value)}${whose} `);
  // What is planned for the year is set beside what was done since it began.
  if (both)
    return [
      opening,
      ...tail(value, facts.before, false),
      // Nobody reported it: that is said wherever it stands.
      text(`; ${toDateWords(period)}${isComputedToDate(facts) ? ' (số tính toán)' : ''} `),
      ...tail(toDate, facts.beforeToDate, true),
      text('.'),
    ];
  const before = only === value ? (facts.before ?? null) : (facts.beforeToDate ?? null);
  return [opening, ...tail(only, before, true), text('.')];
}

const openingWords = ({ period }: SentenceFacts, isOfPeriod: boolean): string =>
  isOfPeriod || isWholeStretch(period)
    ? periodWords(period)
    : `${toDateWords(period)} năm ${parsePeriod(period)?.year ?? ''}`;

type Named = ReadonlyMap<string, string>;

/** Of several agencies: their numbers as one where they add up, and who stands out on either side. */
export function wholeSentence(whole: WholeLine, period: PeriodCode, names: Named): Run[] | null {
  const { indicator, line, members } = whole;
  if (indicator.measure === 'condition') return null;
  const facts: SentenceFacts = { ...whole, period };
  const of = whoseWords(whole);
  const ends = extremes(whole, names);
  const told = figureSentence(facts, of);
  if (told) return ends.length === 0 ? told : [...told.slice(0, -1), text('; '), ...ends, text('.')];
  if (ends.length === 0) return null;
  const name = upperFirst(indicator.name) + (line === '' ? '' : ` (${line})`);
  const ofPeriod = members.every(({ value }) => value !== null);
  return [text(`${name} ${openingWords(facts, ofPeriod)}${of}: `), ...ends, text('.')];
}

/** " của 12 cơ quan (tính theo công thức …)": nobody reported what follows from a formula, and that is said wherever it stands. */
function whoseWords({ agencies, formula }: WholeLine): string {
  const whose = formula?.wide ? '' : ` của ${agencies.length} cơ quan`;
  return formula ? `${whose} (tính theo công thức ${formula.words})` : whose;
}

/** The best first; nobody where all are the same. */
function extremes({ members, indicator, line }: WholeLine, names: Named): Run[] {
  const of = members.every(({ value }) => value !== null) ? 'value' : 'toDate';
  const known = members.flatMap((one) => (one[of] ? [{ one, number: one[of] }] : []));
  const sorted = known.toSorted((a, b) => b.number.value - a.number.value);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least || most.number.value === least.number.value) return [];
  const said = (word: string, { one, number }: { one: LineFacts; number: KnownNumber }): Run[] => [
    text(`${word} là ${names.get(one.agencyId) ?? one.agencyId} (`),
    reference({ ...one, indicator, line, period: '' }, 'value', number, null),
    text(')'),
  ];
  const isRank = indicator.direction === 'rank' || indicator.unit === 'hạng';
  const high = said(isRank ? 'thấp nhất' : 'cao nhất', most);
  const low = said(isRank ? 'cao nhất' : 'thấp nhất', least);
  return indicator.direction === 'down' || isRank ? [...low, text(', '), ...high] : [...high, text(', '), ...low];
}
