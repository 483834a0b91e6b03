import { type PeriodCode, parsePeriod } from './period.ts';
import { fold, squeeze } from './vietnamese.ts';

/** Periods as people write them in files and heads of columns: "tháng 3/2026", "quý I năm 2026", "6 tháng đầu năm", "03/2026". */

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const year4 = String.raw`(?<year>(?:19|20)\d\d)`;
/** "/2026", " năm 2026", "-2026", "." or nothing. */
const ofYear = String.raw`(?:\s*(?:[/.-]|nam)?\s*(?:nam\s*)?${year4})?`;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

type Groups = Record<string, string | undefined>;
type Form = { pattern: RegExp; code: (year: string, groups: Groups) => string | undefined };

const monthCode = (year: string, month: string | undefined): string | undefined => {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-M${twoDigits(number)}` : undefined;
};
const form = (pattern: string, code: Form['code']): Form => ({ pattern: new RegExp(`^(?:${pattern})$`), code });

/** On text without accents, in lower case. */
const forms: readonly Form[] = [
  form(`(?:thang|thg|t|m)\\.?\\s*(?<month>\\d{1,2})${ofYear}`, (year, { month }) => monthCode(year, month)),
  form(`(?<month>\\d{1,2})\\s*[/.-]\\s*${year4}`, (year, { month }) => monthCode(year, month)),
  // As a workbook shows a month that was typed as a day.
  form(`0?1/(?<month>\\d{1,2})/${year4}`, (year, { month }) => monthCode(year, month)),
  form(`${year4}\\s*[/.-]?\\s*(?:m|t|thang)?\\s*(?<month>\\d{2})`, (year, { month }) => monthCode(year, month)),
  form(`(?:quy|q)\\.?\\s*(?<quarter>iv|i{1,3}|[1-4])${ofYear}`, (year, { quarter = '' }) => {
    return `${year}-Q${roman[quarter] ?? quarter}`;
  }),
  form(
    `0?6\\s*(?:thang|t)\\s*dau(?:\\s*nam)?${ofYear}|0?6\\s*(?:thang|t)${ofYear.replaceAll('year>', 'other>')}`,
    (year) => `${year}-H1`,
  ),
  form(`0?6\\s*(?:thang|t)\\s*cuoi(?:\\s*nam)?${ofYear}`, (year) => `${year}-H2`),
  form(`0?9\\s*(?:thang|t)(?:\\s*dau)?(?:\\s*nam)?${ofYear}`, (year) => `${year}-9M`),
  form(`(?:ca\\s*)?nam(?:\\s*${year4})?|${year4.replace('year>', 'other>')}`, (year) => year),
  form(`(?:giai doan|thoi ky)\\s*${year4}\\s*-\\s*(?<last>\\d{4})`, (year, { last }) => `${year}-${last}`),
  form(`nam hoc\\s*${year4}\\s*-\\s*(?<last>\\d{4})`, (year, { last }) =>
    Number(last) === Number(year) + 1 ? `SY${year}` : undefined,
  ),
];

/**
 * undefined where the words say no period, or leave out the year and none is given.
 * @param year of words that name none: "Tháng 3" in a workbook of one year
 */
export function readPeriod(words: string, year?: number): PeriodCode | undefined {
  const written = squeeze(words);
  if (parsePeriod(written)) return written;
  const text = fold(written).replace(/\s*[‐‑‒–—−]\s*/gu, '-');
  for (const { pattern, code } of forms) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const said = groups.year ?? groups.other ?? (year === undefined ? undefined : String(year));
    const found = said === undefined ? undefined : code(said, groups);
    if (found !== undefined && parsePeriod(found)) return found;
  }
  return undefined;
}
