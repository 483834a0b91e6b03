import { formatDay, type Language } from './format.ts';
import { type PeriodCode, parsePeriod } from './period.ts';
import { roman } from './roman.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** What a period is called within a sentence: "tháng 3 năm 2026", "quý I năm 2026", "6 tháng đầu năm 2026", "giai đoạn 2026 - 2030". */
export function periodWords(code: PeriodCode, language: Language = 'vi'): string {
  const period = parsePeriod(code);
  if (!period) return code;
  const { kind, year, from, to, days } = period;
  const [first, quarter] = [from.month === 1, Math.ceil(to.month / 3)];
  const vi: Record<typeof kind, string> = {
    month: `tháng ${to.month} năm ${year}`,
    quarter: `quý ${roman(quarter)} năm ${year}`,
    half: `6 tháng ${first ? 'đầu' : 'cuối'} năm ${year}`,
    nineMonths: `9 tháng năm ${year}`,
    year: `năm ${year}`,
    fiveYears: `giai đoạn ${year} - ${to.year}`,
    schoolYear: `năm học ${year} - ${year + 1}`,
    free: days ? `từ ngày ${formatDay(days.from)} đến ngày ${formatDay(days.to)}` : code,
  };
  const en: Record<typeof kind, string> = {
    month: `${months[to.month - 1]} ${year}`,
    quarter: `quarter ${quarter} of ${year}`,
    half: `the ${first ? 'first' : 'second'} half of ${year}`,
    nineMonths: `nine months of ${year}`,
    year: String(year),
    fiveYears: `${year}–${to.year}`,
    schoolYear: `school year ${year}–${year + 1}`,
    free: days ? `${formatDay(days.from, 'en')} to ${formatDay(days.to, 'en')}` : code,
  };
  return (language === 'vi' ? vi : en)[kind];
}
