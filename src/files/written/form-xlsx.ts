import type { Cell, Worksheet } from 'exceljs';
import type { FormBook, FormCell, FormSheet } from '../../values/form-book.ts';

/**
 * A workbook whose open cells are filled in and whose rest is locked, without a password: it keeps people from slips, not from
 * themselves. Text is typed as text, so that nothing is computed whatever it begins with.
 */
export async function writeFormXlsx({ sheets }: FormBook): Promise<Buffer> {
  // Takes longer to load than all else that the server starts with.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  for (const sheet of sheets) await addSheet(book.addWorksheet(sheet.name), sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function addSheet(page: Worksheet, { columns, rows, frozen, isHidden }: FormSheet): Promise<void> {
  page.state = isHidden ? 'veryHidden' : 'visible';
  page.columns = columns.map((width) => ({ width }));
  if (frozen > 0) page.views = [{ state: 'frozen', ySplit: frozen }];
  page.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 };
  for (const [at, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) if (cell) fill(page.getCell(at + 1, column + 1), cell);
  await page.protect('', {
    ...{ selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true },
    spinCount: 1,
  });
}

const thin = { style: 'thin', color: { argb: 'FF8A9A9A' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

function fill(into: Cell, cell: NonNullable<FormCell>): void {
  if ('text' in cell) {
    into.value = cell.text;
    into.font = { name: 'Times New Roman', size: 11, bold: cell.bold === true };
    into.alignment = { vertical: 'top', wrapText: cell.wrap === true };
    return;
  }
  into.font = { name: 'Times New Roman', size: 11 };
  into.numFmt = cell.format;
  into.alignment = { vertical: 'top' };
  if ('number' in cell) {
    into.value = cell.number;
    return;
  }
  into.value = cell.held;
  into.protection = { locked: false };
  into.border = border;
  into.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } };
  if (cell.open === 'text') into.alignment = { vertical: 'top', wrapText: true };
  if (cell.choices.length > 0)
    // Offered, not enforced: numbers are typed here.
    into.dataValidation = {
      ...{ type: 'list', allowBlank: true, showErrorMessage: false },
      formulae: [`"${cell.choices.join(',')}"`],
    };
}
