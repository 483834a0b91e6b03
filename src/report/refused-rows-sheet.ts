import { columnLetters, type RefusedRow } from '../registry/figure-import.ts';
import { rowFaultSentence } from '../registry/row-fault-words.ts';
import type { Language } from '../values/format.ts';
import type { Sheet } from '../values/sheet.ts';

const words = {
  vi: { name: 'Dòng chưa nạp', row: 'Dòng', column: 'Cột', why: 'Lý do và cách sửa' },
  en: { name: 'Refused rows', row: 'Row', column: 'Column', why: 'Why, and what to do' },
};

/** The refused rows as they came, with the reason behind each: to be set right and sent again. */
export function refusedSheet(faults: readonly RefusedRow[], head: readonly string[], language: Language): Sheet {
  const { name, row, column, why } = words[language];
  const width = Math.max(head.length, ...faults.map(({ cells }) => cells.length));
  const own = Array.from({ length: width }, (_, at) => head[at] || columnLetters(at));
  return {
    name,
    columns: [
      ...own.map((header) => ({ header, width: 20 })),
      { header: row, width: 8 },
      { header: column, width: 8 },
      { header: why, width: 70 },
    ],
    rows: rowsOf(faults, width, language),
  };
}

async function* rowsOf(faults: readonly RefusedRow[], width: number, language: Language): AsyncGenerator<string[][]> {
  yield faults.map((fault) => [
    ...Array.from({ length: width }, (_, at) => fault.cells[at] ?? ''),
    String(fault.row),
    fault.column,
    rowFaultSentence(fault, language),
  ]);
}
