import type { Language } from '../../values/format.ts';
import type { Sheet, SheetCell } from '../../values/sheet.ts';

/** Excel takes the list separator of the machine's language: with a decimal comma it is the semicolon. */
const separators: Record<Language, string> = { vi: ';', en: ',' };

/** Text that begins so would be computed as a formula on opening; the apostrophe says that it is text. */
const formula = /^[=+\-@\t\r]/;

const byteOrderMark = '\uFEFF';

/** UTF-8 with a byte order mark, without which Excel takes the letters for those of an old code page. */
export async function* csvOf(sheet: Sheet, language: Language): AsyncGenerator<string> {
  const separator = separators[language];
  const line = (cells: SheetCell[]): string => `${cells.map((cell) => field(cell, separator)).join(separator)}\r\n`;
  yield byteOrderMark + line(sheet.columns.map(({ header }) => header));
  for await (const rows of sheet.rows) yield rows.map(line).join('');
}

function field(cell: SheetCell, separator: string): string {
  if (cell === null) return '';
  const text =
    typeof cell === 'string' && formula.test(cell) ? `'${cell}` : typeof cell === 'string' ? cell : cell.text;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
