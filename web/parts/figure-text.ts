import type { FigureValue } from '../../src/registry/figure.ts';
import { formatNumber, type Language } from '../../src/values/format.ts';
import type { Words } from '../words/vi.ts';

/** A figure as it is read: its number, the word in its place, or nothing. */
export function figureText(figure: FigureValue, words: Words, language: Language, decimals?: number | null): string {
  if (figure.missing !== null) return words.figures.missing[figure.missing];
  if (figure.value === null) return '';
  const value = decimals === null || decimals === undefined ? figure.value : round(figure.value, decimals);
  return formatNumber(value, language);
}

const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** As it is typed, and put on the clipboard for Excel: signs that come back as what they were. */
export function typedText({ value, missing }: FigureValue): string {
  if (missing !== null) return missing === 'notYet' ? 'CCSL' : 'KPS';
  return value === null ? '' : formatNumber(value, 'vi');
}

export const lineName = ({ name, line }: { name: string; line: string }): string =>
  line === '' ? name : `${name}: ${line}`;
