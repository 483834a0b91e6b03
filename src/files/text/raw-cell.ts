import type { TextLine } from './line.ts';

/** A cell of a table in text: its lines, and where it stands if it has none. */
export type RawCell = { lines: TextLine[]; place: number };

export const textOf = (cell: RawCell | undefined): string =>
  (cell?.lines ?? [])
    .map((line) => line.text)
    .join(' ')
    .replaceAll('*', '')
    .trim();
export const isOrdinal = (cell: RawCell | undefined): boolean =>
  /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐ])[.)]?$/u.test(textOf(cell));
