import type { Sheet, SheetCell } from '../values/sheet.ts';
import { type ExportedFile, workbookFile } from './export-findings.ts';

export type ChartTable = { name: string; heads: string[]; rows: (string | number | null)[][] };

const cellOf = (cell: string | number | null): SheetCell =>
  typeof cell === 'number' ? { number: cell, format: '#,##0.##', text: String(cell) } : cell;

/** What a chart shows, for whoever reckons on with it. */
export function chartTableFile({ name, heads, rows }: ChartTable): ExportedFile {
  const sheet: Sheet = {
    // As Excel takes it.
    name:
      name
        .replace(/[\\/?*[\]:']/g, ' ')
        .slice(0, 31)
        .trim() || 'Tiến Độ',
    columns: heads.map((header, at) => ({ header, width: at === 0 ? 36 : 18 })),
    rows: once(rows.map((row) => heads.map((_, at) => cellOf(row[at] ?? null)))),
  };
  return workbookFile(name, [sheet]);
}

async function* once(rows: SheetCell[][]): AsyncGenerator<SheetCell[][]> {
  yield rows;
}
