import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { stream } from 'exceljs';
import type { Sheet, SheetCell } from '../../values/sheet.ts';

/** Excel calls a file broken whose cell holds more. */
const longestText = 32_767;

/**
 * Writes row by row, so that a long list never stands in memory. Text cells are typed as text: whatever they begin with,
 * Excel does not compute them. Stops early where `out` is closed from the other side.
 */
export async function writeXlsx(sheets: readonly Sheet[], out: Writable): Promise<void> {
  // Takes longer to load than all else that the server starts with.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  for (const sheet of sheets) {
    if (out.destroyed) return;
    await writeSheet(workbook, sheet, out);
  }
  await workbook.commit();
}

async function writeSheet(workbook: Workbook, sheet: Sheet, out: Writable): Promise<void> {
  const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = sheet.columns.map(({ width }) => ({
    width,
    style: { alignment: { vertical: 'top', wrapText: true } },
  }));
  const head = page.addRow(sheet.columns.map(({ header }) => header));
  head.font = { bold: true };
  head.commit();
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } };
  for await (const rows of sheet.rows) {
    if (out.destroyed) return;
    for (const cells of rows) addRow(page, cells);
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  page.commit();
}

type Workbook = InstanceType<typeof stream.xlsx.WorkbookWriter>;

type Page = {
  addRow: (values: (string | number | null)[]) => {
    getCell: (column: number) => { numFmt: string };
    commit: () => void;
  };
};

function addRow(page: Page, cells: SheetCell[]): void {
  const row = page.addRow(cells.map(contentOf));
  cells.forEach((cell, index) => {
    if (cell !== null && typeof cell === 'object') row.getCell(index + 1).numFmt = cell.format;
  });
  row.commit();
}

function contentOf(cell: SheetCell): string | number | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'object') return cell.number;
  return cell.length <= longestText ? cell : `${cell.slice(0, longestText - 1)}…`;
}
