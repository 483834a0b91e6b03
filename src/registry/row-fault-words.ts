import { rowFaultWords } from '../values/figure-list-words.ts';
import type { Language } from '../values/format.ts';
import { cellCheckSentence } from './cell-check-words.ts';
import { cellCheckCodes } from './cell-checks.ts';
import type { RowFault } from './figure-import.ts';

/** What is wrong with a row of a list, and what to do. */
export function rowFaultSentence({ code, detail }: Pick<RowFault, 'code' | 'detail'>, language: Language): string {
  const { check, unit, ...numbers } = detail;
  const found = cellCheckCodes.find((one) => one === check);
  if (code !== 'unusual' || !found) return rowFaultWords(code, detail, language);
  const named = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)]));
  const why = cellCheckSentence({ code: found, detail: named }, String(unit ?? ''), language);
  return `${why} ${rowFaultWords(code, detail, language)}`;
}
