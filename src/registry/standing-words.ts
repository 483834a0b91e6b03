import { formatNumber, type Language } from '../values/format.ts';
import { periodWords } from '../values/period-words.ts';
import { formatDate } from '../values/plain-date.ts';
import type { PathMethod } from './expected-path.ts';
import type { NoDataBecause, Standing, StandingState } from './standing.ts';

/** Where a target stands, and why, in words: composed by rule from what the judgement rests on. */

type Said = {
  state: (standing: Pick<Standing, 'state' | 'degree' | 'ended'>) => string;
  because: Record<NoDataBecause, string>;
  basis: Record<'planned' | 'estimated' | 'preliminary' | 'final', string>;
  method: Record<PathMethod, (of: { share: string; start: string }) => string>;
  value: (value: string, period: string, basis: string) => string;
  sum: string;
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  between: (low: string, high: string) => string;
  expected: (what: string, how: string) => string;
  asked: (what: string) => string;
  gap: (gap: string) => string;
  noGap: string;
  age: (days: number, to: string) => string;
  since: (period: string) => string;
};

const vi: Said = {
  state: ({ state, degree, ended }) => {
    if (state === 'met') return 'Đạt';
    if (state === 'onPath') return 'Đúng tiến độ';
    if (state === 'noData') return 'Chưa có số liệu';
    if (ended) return degree === 'far' ? 'Không đạt, còn xa' : 'Không đạt, gần đạt';
    return degree === 'far' ? 'Chậm nhiều, có nguy cơ không đạt' : 'Chậm ít';
  },
  because: {
    noNumber: 'Chỉ tiêu không nêu con số nên không tính được.',
    noIndicator: 'Chỉ tiêu chưa được gắn với danh mục nên không biết số liệu nào là của nó.',
    otherUnit: 'Đơn vị tính của chỉ tiêu không đổi được sang đơn vị của danh mục.',
    noYear: 'Văn bản không nêu năm phải đạt.',
    noBase: 'Chỉ tiêu là mức tăng hoặc giảm thêm, mà chưa có số liệu đầu kỳ để tính.',
    notBegun: 'Chưa đến thời gian thực hiện.',
    noFigure: 'Chưa có số liệu nào được duyệt trong thời gian thực hiện.',
    lacking: 'Chưa đủ số liệu của các đơn vị báo cáo.',
    apart: 'Số liệu của các đơn vị không cộng được với nhau.',
    old: 'Số liệu gần nhất đã quá cũ.',
    noPath: 'Chưa biết mức cần có đến thời điểm này.',
  },
  basis: { planned: 'kế hoạch', estimated: 'ước', preliminary: 'sơ bộ', final: 'chính thức' },
  method: {
    linear: ({ start }) => (start ? `đi đều từ ${start}` : 'chia đều các tháng'),
    seasonal: ({ share }) => `các năm trước đến lúc này đạt ${share}% cả năm`,
    trajectory: () => 'theo lộ trình đã đặt',
    steady: () => 'so thẳng với chỉ tiêu',
  },
  value: (value, period, basis) => `${period}: ${value} (${basis})`,
  sum: 'tổng của các đơn vị',
  atLeast: (value) => `từ ${value}`,
  atMost: (value) => `không quá ${value}`,
  between: (low, high) => (low === high ? low : `từ ${low} đến ${high}`),
  expected: (what, how) => `Đến lúc đó cần ${what} (${how})`,
  asked: (what) => `chỉ tiêu ${what}`,
  gap: (gap) => `lệch ${gap}%`,
  noGap: 'không lệch',
  age: (days, to) => `Số liệu đến ${to}, cách đây ${days} ngày`,
  since: (period) => `lũy kế đến hết ${period}`,
};

const en: Said = {
  state: ({ state, degree, ended }) => {
    if (state === 'met') return 'Met';
    if (state === 'onPath') return 'On the path';
    if (state === 'noData') return 'No data';
    if (ended) return degree === 'far' ? 'Missed by far' : 'Narrowly missed';
    return degree === 'far' ? 'Far behind, at risk' : 'Slightly behind';
  },
  because: {
    noNumber: 'The target names no number to compute with.',
    noIndicator: 'The target is not linked to the catalogue, so nobody knows which figures are its own.',
    otherUnit: 'The unit of the target cannot be turned into that of the catalogue.',
    noYear: 'The document names no year.',
    noBase: 'The target is a change, and what there was at the beginning is not known.',
    notBegun: 'Its time has not begun.',
    noFigure: 'No figure of its time has been approved yet.',
    lacking: 'Some agencies have not reported yet.',
    apart: 'Figures of several agencies do not add up.',
    old: 'The latest figure is too old.',
    noPath: 'What there should be by now is not known.',
  },
  basis: { planned: 'planned', estimated: 'estimated', preliminary: 'preliminary', final: 'final' },
  method: {
    linear: ({ start }) => (start ? `evenly from ${start}` : 'the same every month'),
    seasonal: ({ share }) => `in past years ${share}% of the year by then`,
    trajectory: () => 'as set',
    steady: () => 'held against the target itself',
  },
  value: (value, period, basis) => `${period}: ${value} (${basis})`,
  sum: 'sum of the agencies',
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  between: (low, high) => (low === high ? low : `${low} to ${high}`),
  expected: (what, how) => `Needed by then: ${what} (${how})`,
  asked: (what) => `target ${what}`,
  gap: (gap) => `off by ${gap}%`,
  noGap: 'not off',
  age: (days, to) => `Figures up to ${to}, ${days} days ago`,
  since: (period) => `from January to the end of ${period}`,
};

const words: Record<Language, Said> = { vi, en };

export const standingWord = (standing: Pick<Standing, 'state' | 'degree' | 'ended'>, language: Language): string =>
  words[language].state(standing);

export const stateWord = (state: StandingState, language: Language): string =>
  state === 'behind'
    ? language === 'vi'
      ? 'Chậm'
      : 'Behind'
    : words[language].state({ state, degree: null, ended: false });

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Shown = { unit: string | null; language: Language };

function number(value: number, { unit, language }: Shown): string {
  const text = formatNumber(Number(value.toPrecision(6)), language);
  return unit === null ? text : unit === '%' || unit === '‰' ? `${text}${unit}` : `${text} ${unit}`;
}

const plain = (value: number, language: Language): string => formatNumber(Number(value.toPrecision(3)), language);

function endsWords({ low, high }: { low: number | null; high: number | null }, shown: Shown): string {
  const said = words[shown.language];
  if (low !== null && high !== null) return said.between(number(low, shown), number(high, shown));
  if (low !== null) return said.atLeast(number(low, shown));
  return high === null ? '' : said.atMost(number(high, shown));
}

/** The sentences that stand beside the colour: what was reported, what was to be, how that was found, how old it is. */
export function standingWords(standing: Standing, unit: string | null, language: Language): string[] {
  const said = words[language];
  const shown = { unit, language };
  const { value, period, periodTo, basis, span, age, expected, aim, gap } = standing;
  const sentences: string[] = [];
  if (standing.because) sentences.push(said.because[standing.because]);
  if (value !== null && period !== null && basis !== null) {
    const named = periodWords(period, language);
    const when = span === 'toDate' && !/^\d{4}$/.test(period) ? said.since(named) : named;
    const whose = standing.agencyIds.length > 1 ? `, ${said.sum}` : '';
    sentences.push(`${upper(said.value(number(value, shown), when, said.basis[basis]))}${whose}.`);
  }
  if (expected && aim && standing.method) {
    const how = standing.ended
      ? said.asked(endsWords(aim, shown))
      : said.method[standing.method]({
          share: plain(standing.share ?? 0, language),
          start: standing.start ? `${number(standing.start.value, shown)} (${standing.start.year})` : '',
        });
    const off = gap === null || gap === 0 ? said.noGap : said.gap(plain(gap, language));
    sentences.push(`${said.expected(endsWords(expected, shown), how)}; ${off}.`);
  }
  if (age !== null && periodTo !== null) sentences.push(`${said.age(age, formatDate(periodTo))}.`);
  return sentences;
}
