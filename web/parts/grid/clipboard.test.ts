import { expect, it } from 'vitest';
import { readBlock, writeBlock } from './clipboard.ts';

it('reads a block as Excel copies it', () => {
  expect(readBlock('1.234,5\t12,5%\r\n\tKPS\r\n')).toEqual([
    ['1.234,5', '12,5%'],
    ['', 'KPS'],
  ]);
  expect(readBlock('7')).toEqual([['7']]);
  expect(readBlock('1\t')).toEqual([['1', '']]);
});

it('keeps line ends, tabs and quotes inside a cell', () => {
  const block = [
    ['hai\ndòng', 'a\tb', 'nói "vậy"'],
    ['', '5" ống', ''],
  ];
  expect(readBlock(writeBlock(block))).toEqual(block);
  expect(readBlock('5" ống\t"chưa đóng')).toEqual([['5" ống', '"chưa đóng']]);
});
