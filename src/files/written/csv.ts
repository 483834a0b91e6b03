import type { Language } from '../../values/format.ts';
import type { Sheet, SheetCell } from '../../values/sheet.ts';

/** Excel takes the list separator of the machine's language: with a decimal comma it is the semicolon. */
const separators: Record<Language, string> = { vi: ';', en: ',' };

/**
 * Text that begins so would be computed as a formula on opening, in Excel of East Asia in wide signs, too; the apostrophe says that it
 * is text. What stands before the sign is passed over by some programs.
 */
const formula = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** Whichever of them the opening program parts cells at, text stays in one. */
const needsQuotes = /[",;\t\r\n]/;

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
  // Numbers of a list with decimal commas are cells without quotes where the comma parts nothing.
  const quoted = typeof cell === 'string' ? needsQuotes.test(text) : text.includes(separator);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}
