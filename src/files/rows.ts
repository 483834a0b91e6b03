import type { RawCell } from '../values/raw-cell.ts';
import { Refusal } from '../values/refusal.ts';
import { fileKind } from './file-kind.ts';
import type { OpenLimits } from './open-limits.ts';
import { readCsv } from './text/csv.ts';
import { openWorkbook, type Workbook } from './xlsx/book.ts';
import { visitRows } from './xlsx/rows.ts';

export type RawSheet = { name: string; isHidden: boolean };
/** `at`: the place of the first of these rows, counted from 0; a row that the file leaves out is empty. */
export type RawRows = { at: number; rows: RawCell[][] };

const rowsAtOnce = 2000;

/** More than the figures of a province in a year; what is more comes in two files. */
const mostRows = 500_000;

/** `first`: only so many rows, to look at. */
export type RowsWanted = { fileName: string; sheet: string | null; first: number | null };

/**
 * Hands over the rows of a list in a .csv file or of one sheet of a workbook, the first that is shown where none is named.
 * @throws Refusal fileTypeUnknown, fileEncodingInvalid, fileBroken rowsTooMany, and those of archives
 */
export async function readRows(
  bytes: Uint8Array,
  { fileName, sheet, first }: RowsWanted,
  limits: OpenLimits,
  take: (rows: RawRows) => void,
): Promise<RawSheet[]> {
  const kind = fileKind(bytes, limits);
  if (kind === 'encryptedOffice') throw new Refusal('filePasswordProtected', { name: fileName });
  if (kind !== 'text' && kind !== 'xlsx')
    throw new Refusal('fileTypeUnknown', { name: fileName, known: 'csv, txt, xlsx', actual: kind });
  const out = batches(first, take);
  if (kind === 'xlsx') {
    const book = openWorkbook(bytes, limits);
    stoppingEarly(() => workbookRows(book, sheet, out.add));
    out.end();
    return book.sheets.map(({ name, isHidden }) => ({ name, isHidden }));
  }
  const rows = await readCsv(bytes, first ?? mostRows + 1);
  stoppingEarly(() => rows.forEach((cells, at) => void out.add(at, cells)));
  out.end();
  return [];
}

function workbookRows(book: Workbook, wanted: string | null, add: (at: number, cells: RawCell[]) => void): void {
  const found = book.sheets.find(({ name, isHidden }) => (wanted === null ? !isHidden : name === wanted));
  if (found) visitRows(book, found.part, add);
}

/** Thrown out of the middle of a sheet where no more of its rows are wanted. */
const enough = Symbol('enough');

function stoppingEarly(read: () => void): void {
  try {
    read();
  } catch (thrown) {
    if (thrown !== enough) throw thrown;
  }
}

/** Rows in their order, the ones that a file leaves out as empty ones, some at a time. */
function batches(
  first: number | null,
  take: (rows: RawRows) => void,
): { add: (at: number, cells: RawCell[]) => void; end: () => void } {
  let from = 0;
  let rows: RawCell[][] = [];
  const hand = (): void => {
    if (rows.length > 0) take({ at: from, rows });
    from += rows.length;
    rows = [];
  };
  return {
    add: (at, cells) => {
      if (first !== null && at >= first) throw enough;
      if (at >= mostRows) throw new Refusal('rowsTooMany', { limit: mostRows });
      while (from + rows.length < at) {
        rows.push([]);
        if (rows.length >= rowsAtOnce) hand();
      }
      rows.push(cells);
      if (rows.length >= rowsAtOnce) hand();
    },
    end: hand,
  };
}
