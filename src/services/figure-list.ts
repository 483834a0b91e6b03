import type { RawRows } from '../files/rows.ts';
import { type FoundColumns, locateColumns } from '../registry/figure-columns.ts';
import { columnLetters, type FigureMapping, type RefusedRow, type RowFault } from '../registry/figure-import.ts';
import { FigureRows, type ListCatalogue, type ListedFigure } from '../registry/figure-rows.ts';
import { cellText, type RawCell } from '../values/raw-cell.ts';
import { Refusal } from '../values/refusal.ts';

/** What has been read of a list so far: figures to store, and rows to refuse. */
export type FigureList = {
  take: (rows: RawRows) => void;
  figures: ListedFigure[];
  head: () => string[];
  refused: () => RefusedRow[];
  refuse: (fault: RowFault) => void;
  counts: { rowsRead: number; rowsRefused: number };
};

/** More than a province has in ten years. */
const mostFigures = 600_000;
/** So many refused rows are kept to be set right. */
const mostFaults = 5000;
const longestCell = 200;

/** @throws Refusal mappingFaulty where the file has not the columns of the mapping, rowsTooMany */
export function figureList(mapping: FigureMapping, catalogue: ListCatalogue): FigureList {
  const figures: ListedFigure[] = [];
  const faults: RefusedRow[] = [];
  const counts = { rowsRead: 0, rowsRefused: 0 };
  const seen = new Map<string, number>();
  const rowsRefused = new Set<number>();
  const rows = new Map<number, readonly RawCell[]>();
  let head: string[] = [];
  let read: FigureRows | undefined;

  const refuse = (fault: RowFault): void => {
    const cells = rows.get(fault.row) ?? [];
    if (!rowsRefused.has(fault.row)) counts.rowsRefused = rowsRefused.add(fault.row).size;
    if (faults.length < mostFaults)
      faults.push({ ...fault, cells: cells.map((cell) => cellText(cell).slice(0, longestCell)) });
  };
  const takeRow = (row: number, cells: readonly RawCell[], of: FigureRows): void => {
    if (cells.every((cell) => cell === '')) return;
    counts.rowsRead += 1;
    rows.set(row, cells);
    const found = of.read(row, cells);
    for (const fault of found.faults) refuse(fault);
    for (const figure of found.figures) {
      const key = keyOf(figure);
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, row);
        figures.push(figure);
      } else refuse(twice(figure, before));
    }
    if (figures.length > mostFigures) throw new Refusal('rowsTooMany', { limit: mostFigures });
  };
  return {
    figures,
    counts,
    refuse,
    head: () => head,
    refused: () => faults.toSorted((a, b) => a.row - b.row),
    take: (some) => {
      for (const [index, cells] of some.rows.entries()) {
        const place = some.at + index;
        if (place === mapping.headerRow) {
          head = cells.map((cell) => cellText(cell).slice(0, longestCell));
          read = new FigureRows(mapping, columnsIn(mapping, cells), catalogue);
        } else if (read) takeRow(place + 1, cells, read);
      }
    },
  };
}

function columnsIn(mapping: FigureMapping, head: readonly RawCell[]): FoundColumns {
  const columns = locateColumns(mapping, head);
  if ('missing' in columns) throw new Refusal('mappingFaulty', { columns: columns.missing.join(', ') });
  return columns;
}

const keyOf = (one: ListedFigure): string =>
  `${one.indicatorId}\t${one.line}\t${one.agencyId}\t${one.period}\t${one.span}\t${one.basis}`;

const twice = ({ row, column, value, missing }: ListedFigure, other: number): RowFault => ({
  row,
  column: columnLetters(column),
  value: String(value ?? missing ?? ''),
  code: 'twice',
  detail: { row: other },
});
