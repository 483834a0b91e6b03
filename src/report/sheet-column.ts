import type { Language } from '../values/format.ts';
import type { Sheet, SheetCell } from '../values/sheet.ts';

/** A column of a list as it goes into a spreadsheet. */
export type SheetColumn<Record> = {
  header: { [language in Language]: string };
  /** In characters. */
  width: number;
  cell: (record: Record, language: Language) => SheetCell;
};

/** The records as a sheet of these columns, in this order. */
export function sheetOf<Record>(
  name: string,
  columns: readonly SheetColumn<Record>[],
  records: AsyncIterable<Record[]>,
  language: Language,
): Sheet {
  return {
    name,
    columns: columns.map(({ header, width }) => ({ header: header[language], width })),
    rows: rowsOf(columns, records, language),
  };
}

async function* rowsOf<Record>(
  columns: readonly SheetColumn<Record>[],
  records: AsyncIterable<Record[]>,
  language: Language,
): AsyncGenerator<SheetCell[][]> {
  for await (const batch of records) yield batch.map((record) => columns.map(({ cell }) => cell(record, language)));
}
