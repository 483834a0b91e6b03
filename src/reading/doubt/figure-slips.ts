import { plainDate } from '../../values/plain-date.ts';
import { isSyllable } from '../../values/syllable.ts';
import type { Slip } from './word-slips.ts';

/** Numbers and dates that cannot be as they are written: letters among digits, marks out of order, days that never were. */

const digitOf: Record<string, string> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', B: '8', Z: '2' };
const mended = (figure: string): string => figure.replace(/[OolI|SBZ]/gu, (letter) => digitOf[letter] ?? letter);

const edge = String.raw`(?<![\p{L}\p{N}.,/_-])`;
const end = String.raw`(?![\p{L}\p{N}_])`;

/** A letter that looks like a digit, where only a digit can stand. Units ("10l"), names ("5S", "I2") and sizes keep theirs. */
const lettered: RegExp[] = [
  // "2O25", "5O.000", "1l,5", "202S", "1O/NQ"
  new RegExp(String.raw`${edge}\d[\d.,]{0,15}[OolI|][OolI|\d]{0,9}[.,]?\d[\d.,]{0,15}${end}`, 'gu'),
  new RegExp(String.raw`${edge}(?:19|20)\d[OolI|SBZ]${end}`, 'gu'),
  new RegExp(String.raw`${edge}\d[\d.,]{0,15}[Oo]+(?=\s*(?:%|/\p{Lu}{2}))`, 'gu'),
  new RegExp(String.raw`${edge}\d[\d.,]{0,15}[lI|S]+(?=\s*%)`, 'gu'),
  new RegExp(String.raw`${edge}\d[\d.,]{0,15}O+${end}`, 'gu'),
  // "l0,5", "O,5", "l5%"
  new RegExp(String.raw`${edge}[OolI|]\d*,\d+${end}`, 'gu'),
  new RegExp(String.raw`${edge}[OolI|][\d.,]{0,15}\d(?=\s*%)`, 'gu'),
  new RegExp(String.raw`${edge}[l|]\d{1,3}${end}`, 'gu'),
];

/** "1,234.5", "1.234,5.6": decimal and thousands marks that contradict each other. */
const marked = new RegExp(String.raw`${edge}[\d.]{0,15}\d,\d+(?:[.,]\d+)+(?!\p{N}|[.,]\d)`, 'gu');

export function figureSlips(text: string): Slip[] {
  const withLetters = lettered.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: hit, index }) => {
      const written = hit.replace(/[.,]+$/u, '');
      return { span: { start: index, end: index + written.length }, written, suggestion: mended(written) };
    }),
  );
  const contradicting = [...text.matchAll(marked)]
    .filter(({ 0: written }) => !/^\d{1,2}(?:,\d{1,2})+$/u.test(written))
    .map(({ 0: written, index }) => ({
      span: { start: index, end: index + written.length },
      written,
      suggestion: englishMarks(written),
    }));
  return apart([...withLetters, ...contradicting]);
}

/** In the order of the text; of those that overlap the first. */
function apart(slips: Slip[]): Slip[] {
  let end = 0;
  return slips
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      const free = span.start >= end;
      if (free) end = span.end;
      return free;
    });
}

/** "1,234,567.8" is an English number: "1.234.567,8". */
const englishMarks = (figure: string): string | null =>
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(figure)
    ? figure.replace(/[.,]/gu, (mark) => (mark === ',' ? '.' : ','))
    : null;

/** "giai đoạn2011", "năm 2020tăng": a year whose blank was lost. */
const gluedYears =
  /(?<!\p{L})(?<before>\p{L}?\p{Ll}{2,9})(?<year>(?:19|20)\d{2})(?![\d/]|[.,]\d)|(?<![\p{L}\d.,/-])(?<first>(?:19|20)\d{2})(?<behind>\p{Ll}{3,9})(?!\p{L})/gu;

export const lostBlanks = (text: string): Slip[] =>
  [...text.matchAll(gluedYears)].flatMap(({ 0: written, index, groups: { before, year, first, behind } = {} }) => {
    const word = before ?? behind ?? '';
    // "Covid2019" is a name.
    if (!isSyllable(word.toLowerCase())) return [];
    const suggestion = before ? `${before} ${year}` : `${first} ${behind}`;
    return [{ span: { start: index, end: index + written.length }, written, suggestion }];
  });

type DateForm = { pattern: RegExp; exists: (parts: number[]) => boolean };

const someYear = 2000;
const dateForms: DateForm[] = [
  {
    pattern: /(?<![\d/.,-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2})(?![\d/])/gu,
    exists: ([day = 0, , month = 0, year = 0]) => plainDate(year, month, day) !== undefined,
  },
  {
    pattern: /(?<!\p{L})ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+((?:19|20)\d{2}))?/giu,
    exists: ([day = 0, month = 0, year = someYear]) => plainDate(year || someYear, month, day) !== undefined,
  },
  {
    pattern: /(?<!\p{L})ngày\s+(\d{1,2})\/(\d{1,2})(?![\d/])/giu,
    exists: ([day = 0, month = 0]) => plainDate(someYear, month, day) !== undefined,
  },
  {
    pattern: /(?<!\p{L})tháng\s+(\d{1,2})(?:\s*\/\s*(?:19|20)\d{2}|\s+năm\s+(?:19|20)\d{2})/giu,
    exists: ([month = 0]) => month >= 1 && month <= 12,
  },
  {
    pattern: /(?<!\p{L})quý\s+(\d{1,2})(?:\s*\/\s*|\s+năm\s+)(?:19|20)\d{2}/giu,
    exists: ([quarter = 0]) => quarter >= 1 && quarter <= 4,
  },
];

/** Days, months and quarters that no calendar has. */
export function impossibleDates(text: string): Slip[] {
  return dateForms.flatMap(({ pattern, exists }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, index, ...parts }) => {
      const numbers = Object.values(parts)
        .slice(0, 4)
        .map((part) => Number(part ?? 0));
      return exists(numbers)
        ? []
        : [{ span: { start: index, end: index + written.length }, written, suggestion: null }];
    }),
  );
}
