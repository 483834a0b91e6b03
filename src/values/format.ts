import type { Due } from './due.ts';
import type { Basis, PastFigure, Target } from './finding.ts';
import { formatDate, type PlainDate } from './plain-date.ts';

/** How values read on a screen, in a spreadsheet and in a terminal: one place, so that all three say the same. */

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const numbers = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 }),
};

/** 1234.5 -> "1.234,5". */
export const formatNumber = (value: number, language: Language = 'vi'): string => numbers[language].format(value);

const shares = {
  vi: new Intl.NumberFormat('vi-VN', { style: 'percent' }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent' }),
};

/** 0.974 -> "97%". */
export const formatPercent = (share: number, language: Language = 'vi'): string => shares[language].format(share);

const comparatives = {
  vi: { '=': '', '>=': '≥ ', '>': 'trên ', '<=': '≤ ', '<': 'dưới ', '~': 'khoảng ', range: '', text: '' },
  en: { '=': '', '>=': '≥ ', '>': 'over ', '<=': '≤ ', '<': 'under ', '~': 'about ', range: '', text: '' },
};

/** For running text: who does not read formulas meets no sign of comparison. */
const signs = { vi: { least: 'ít nhất', most: 'không quá' }, en: { least: 'at least', most: 'at most' } };

const condition = { vi: 'điều kiện', en: 'condition' };

export type TargetValue = Pick<Target, 'op' | 'value' | 'value2' | 'of' | 'unit'>;

/** The figure with its comparison, without the unit: "≥ 8,5", "12 – 14", "67/85". */
export function formatTargetFigure(target: TargetValue, language: Language = 'vi'): string {
  if (target.value === null) return condition[language];
  const first = formatNumber(target.value, language);
  const figure =
    target.op === 'range' && target.value2 !== null ? `${first} – ${formatNumber(target.value2, language)}` : first;
  const share = target.of === null ? figure : `${figure}/${formatNumber(target.of, language)}`;
  return comparatives[language][target.op] + share;
}

/** "8,5%", "1.234,5 tỷ đồng". */
export function withUnit(figure: string, unit: string | null): string {
  if (!unit) return figure;
  return /^[%‰]/u.test(unit) ? figure + unit : `${figure} ${unit}`;
}

/** "≥ 8,5%", "trên 98%", "12 – 14 xã", "1.234,5 tỷ đồng"; a condition without a number has no unit. */
export function formatTargetValue(target: TargetValue, language: Language = 'vi'): string {
  const figure = formatTargetFigure(target, language);
  return target.value === null ? figure : withUnit(figure, target.unit);
}

/** "ít nhất 8,5%", "không quá 2%": as a sentence has it. */
export const speakTargetValue = (target: TargetValue, language: Language = 'vi'): string =>
  formatTargetValue(target, language).replace('≥', signs[language].least).replace('≤', signs[language].most);

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "08/12/2023"; in English "8 Dec 2023", which no reader takes for August. */
export function formatDay(date: PlainDate, language: Language = 'vi'): string {
  if (language === 'vi') return formatDate(date);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayFormat.format(Date.UTC(year, month - 1, day));
}

const moments = {
  vi: new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }),
};

/** A moment as clocks in Việt Nam show it, from its ISO form: "14:05 8/12/2023". */
export const formatMoment = (moment: string, language: Language = 'vi'): string => {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? moment : moments[language].format(time);
};

const everyWord = {
  vi: {
    day: 'hằng ngày',
    week: 'hằng tuần',
    month: 'hằng tháng',
    quarter: 'hằng quý',
    half_year: '6 tháng một lần',
    year: 'hằng năm',
  },
  en: {
    day: 'every day',
    week: 'every week',
    month: 'every month',
    quarter: 'every quarter',
    half_year: 'every six months',
    year: 'every year',
  },
};

const dueWord = {
  vi: { by: 'đến ', year: 'năm ', ongoing: 'thường xuyên', none: 'không có thời hạn' },
  en: { by: 'by ', year: '', ongoing: 'ongoing', none: 'no deadline' },
};

/** Whole years read as years: "năm 2023", "2022 – 2025"; other stretches as their two days. */
function formatStretch(from: PlainDate, to: PlainDate, language: Language): string {
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31'))
    return `${formatDay(from, language)} – ${formatDay(to, language)}`;
  return firstYear === lastYear ? dueWord[language].year + firstYear : `${firstYear} – ${lastYear}`;
}

const basisWords: Record<Language, Record<Basis, string>> = {
  vi: { actual: 'thực hiện', estimated: 'ước thực hiện', planned: 'kế hoạch' },
  en: { actual: 'actual', estimated: 'estimated', planned: 'planned' },
};
export const formatBasis = (basis: Basis, language: Language = 'vi'): string => basisWords[language][basis];

const standing = { vi: 'ngày ', en: 'on ' };

/** "năm 2023", "2021 – 2025", "01/01/2024 – 30/09/2024", "ngày 08/12/2023". */
export function formatPeriod(period: PastFigure['period'], language: Language = 'vi'): string {
  if (period === null) return '';
  const { from, to } = period;
  return from === to ? standing[language] + formatDay(from, language) : formatStretch(from, to, language);
}

/** "thực hiện năm 2023: 5,2%". */
export const formatPastFigure = (
  figure: TargetValue & Pick<PastFigure, 'basis' | 'period'>,
  language: Language = 'vi',
): string =>
  `${[formatBasis(figure.basis, language), formatPeriod(figure.period, language)].filter(Boolean).join(' ')}: ${formatTargetValue(figure, language)}`;

/** When a task is due, in words. Conditions stay as the document words them. */
export function formatDue(due: Due, language: Language = 'vi'): string {
  switch (due.kind) {
    case 'by':
      // What was counted from the document's own day says from which words.
      return dueWord[language].by + formatDay(due.to, language) + (due.counted ? ` (${due.counted})` : '');
    case 'during':
      return formatStretch(due.from, due.to, language);
    case 'ongoing':
      return dueWord[language].ongoing;
    case 'recurring':
      return everyWord[language][due.every];
    case 'conditional':
    case 'reference':
      return due.condition;
    case 'none':
      return dueWord[language].none;
  }
}
