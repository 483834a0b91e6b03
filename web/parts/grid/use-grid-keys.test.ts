import { expect, it } from 'vitest';
import { fillingDown, writesOf } from './use-grid-keys.ts';

const selection = { anchor: { row: 2, column: 1 }, active: { row: 4, column: 1 } };

it('puts a block down from the first cell that is selected', () =>
  expect(writesOf([['1', '2'], ['3']], selection)).toEqual([
    { row: 2, column: 1, text: '1' },
    { row: 2, column: 2, text: '2' },
    { row: 3, column: 1, text: '3' },
  ]));

it('fills all that is selected with one cell', () =>
  expect(writesOf([['7']], selection).map(({ row, text }) => [row, text])).toEqual([
    [2, '7'],
    [3, '7'],
    [4, '7'],
  ]));

it('fills down what stands in the first row', () =>
  expect(fillingDown(selection, ({ row }) => `of row ${row}`)).toEqual([
    { row: 3, column: 1, text: 'of row 2' },
    { row: 4, column: 1, text: 'of row 2' },
  ]));
