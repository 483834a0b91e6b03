import { expect, it } from 'vitest';
import type { Sheet, SheetCell } from '../../values/sheet.ts';
import { csvOf } from './csv.ts';

const lineOf = async (cells: SheetCell[]): Promise<string> => {
  const rows = (async function* () {
    yield [cells];
  })();
  const sheet: Sheet = { name: 'a', columns: [], rows };
  const parts = await Array.fromAsync(csvOf(sheet, 'vi'));
  return parts.slice(1).join('').trimEnd();
};

it.each([
  ...[
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ],
])('%j in a list for spreadsheets is text, not a formula', async (text) => {
  expect((await lineOf([text])).replace(/^"/, '')).toMatch(/^'/);
});

it('a cell of text is one cell, whatever the program that opens the list parts cells at', async () => {
  expect(await lineOf(['a,=1', 'b;=1', 'c\t=1', 'd"', 'Sở Tài chính'])).toBe(
    '"a,=1";"b;=1";"c\t=1";"d""";Sở Tài chính',
  );
  expect(await lineOf([{ number: -1.5, format: '0.0', text: '-1,5' }, null, ''])).toBe('-1,5;;');
});
