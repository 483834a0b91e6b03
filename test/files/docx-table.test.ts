import { describe, expect, it } from 'vitest';
import { openDocx } from '../../src/files/docx/docx.ts';
import type { Table, TextSource } from '../../src/values/block.ts';
import { cell, para, rawDocx, row, run, table } from '../docx-raw.ts';

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const down = '<w:vMerge w:val="restart"/>';
const up = '<w:vMerge/>';
const lines =
  '<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>';

function tableOf(source: TextSource): Table {
  const found = source.blocks.find((block) => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table was read');
  return found;
}

const open = (body: string, styles?: string): TextSource => openDocx(rawDocx({ body, ...(styles && { styles }) }));

/** Rows of [text, column, columns, rows]. */
function shapeOf(source: TextSource): [string, number, number, number][][] {
  return tableOf(source).rows.map((read) =>
    read.cells.map((part) => [
      part.paragraphs.map((own) => source.text.slice(own.span.start, own.span.end)).join(' / '),
      part.column,
      part.columns,
      part.rows,
    ]),
  );
}

describe('a table of a Word file', () => {
  it('is written with a TAB before each cell and an empty line after each row', () => {
    const source = open(para('Trước') + table([row([cell('a'), cell('b')]), row([cell(''), cell('d')])]) + para('Sau'));
    expect(source.text).toBe('Trước\n\ta\n\tb\n\n\t\n\td\n\nSau\n');
    const { rows, span: whole } = tableOf(source);
    expect(source.text.slice(whole.start, whole.end)).toBe('\ta\n\tb\n\n\t\n\td');
    expect(source.text.slice(rows[0]?.span.start, rows[0]?.span.end)).toBe('\ta\n\tb');
    expect(rows[1]?.cells[0]?.paragraphs).toEqual([]);
  });

  it('keeps two paragraphs of a cell apart, each with its own span', () => {
    const source = open(table([row([cell(para('Sở Tài chính') + para('') + para('Sở Y tế')), cell('x')])]));
    expect(source.text).toBe('\tSở Tài chính\nSở Y tế\n\tx\n\n');
    expect(shapeOf(source)).toEqual([
      [
        ['Sở Tài chính / Sở Y tế', 0, 1, 1],
        ['x', 1, 1, 1],
      ],
    ]);
  });

  it('knows cells merged to the right and where the next one stands', () => {
    const source = open(
      table([row([cell('I'), cell('Nhóm', span(3)), cell('z')]), row('abcde'.split('').map((t) => cell(t)))]),
    );
    expect(shapeOf(source)[0]).toEqual([
      ['I', 0, 1, 1],
      ['Nhóm', 1, 3, 1],
      ['z', 4, 1, 1],
    ]);
  });

  it('knows cells merged down; they are not repeated', () => {
    const source = open(
      table([
        row([cell('1', down), cell('a')]),
        row([cell('', up), cell('b')]),
        row([cell('ẩn', '<w:vMerge w:val="continue"/>'), cell('c')]),
        row([cell('2', down), cell('d')]),
      ]),
    );
    expect(shapeOf(source)).toEqual([
      [
        ['1', 0, 1, 3],
        ['a', 1, 1, 1],
      ],
      [['b', 1, 1, 1]],
      [['c', 1, 1, 1]],
      [
        ['2', 0, 1, 1],
        ['d', 1, 1, 1],
      ],
    ]);
    expect(source.text).not.toContain('ẩn');
  });

  it('knows cells merged both ways', () => {
    const source = open(table([row([cell('A', span(2) + down), cell('x')]), row([cell('', span(2) + up), cell('y')])]));
    expect(shapeOf(source)).toEqual([
      [
        ['A', 0, 2, 2],
        ['x', 2, 1, 1],
      ],
      [['y', 2, 1, 1]],
    ]);
  });

  it('takes a cell that goes on from nothing as a cell of its own', () => {
    expect(shapeOf(open(table([row([cell('a', up), cell('b')])])))).toEqual([
      [
        ['a', 0, 1, 1],
        ['b', 1, 1, 1],
      ],
    ]);
  });

  it('reads the older way of merging to the right', () => {
    const body = table([row([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')])]);
    expect(shapeOf(open(body))).toEqual([
      [
        ['a', 0, 2, 1],
        ['b', 2, 1, 1],
      ],
    ]);
  });

  it('moves cells by the columns a row leaves free at its left', () => {
    const body = table([
      row([cell('a'), cell('b'), cell('c')]),
      row([cell('d')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    ]);
    expect(shapeOf(open(body))[1]).toEqual([['d', 1, 1, 1]]);
  });

  it('marks the rows that Word repeats on each page', () => {
    const body = table([
      row([cell('STT')], '<w:tblHeader/>'),
      row([cell('1')]),
      row([cell('2')], '<w:tblHeader w:val="0"/>'),
    ]);
    expect(tableOf(open(body)).rows.map((read) => read.header ?? false)).toEqual([true, false, false]);
  });

  it('is borderless where neither it, its style nor a cell draws a line', () => {
    const ruled = '<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Luoi"/>';
    const styles = `${ruled}<w:tblPr>${lines}</w:tblPr></w:style><w:style w:type="table" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Luoi"/></w:style>`;
    const borderless = (properties: string, cellProperties = ''): boolean =>
      tableOf(open(table([row([cell('a', cellProperties)])], properties), styles)).borderless ?? false;
    expect(borderless('')).toBe(true);
    expect(borderless(lines)).toBe(false);
    expect(borderless(lines.replaceAll('single', 'none'))).toBe(true);
    expect(borderless('<w:tblStyle w:val="Con"/>')).toBe(false);
    expect(borderless(`<w:tblStyle w:val="Con"/>${lines.replaceAll('single', 'nil')}`)).toBe(true);
    expect(borderless('', '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>')).toBe(false);
    const noSides = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="nil"/>`).join('');
    expect(borderless(lines, `<w:tcBorders>${noSides}</w:tcBorders>`)).toBe(true);
  });

  it('inside a cell becomes a line of that cell for each of its rows', () => {
    const inner = table([row([cell('a'), cell('b')]), row([cell('c'), cell('d')])]);
    const source = open(table([row([cell(para('trên') + inner + para('dưới')), cell('x')])]));
    expect(shapeOf(source)).toEqual([
      [
        ['trên / a b / c d / dưới', 0, 1, 1],
        ['x', 1, 1, 1],
      ],
    ]);
  });

  it('is read through content controls around its rows and cells', () => {
    const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = control(
      table([control(row([cell('a'), control(cell('b'))])), row([cell(control(para('c'))), cell('d')])]),
    );
    expect(shapeOf(open(body)).map((read) => read.map(([text]) => text))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('has no rows and cells that were deleted in tracked changes', () => {
    const gone = '<w:del w:id="1" w:author="x"/>';
    const body = table([row([cell('a'), cell('x', '<w:cellDel w:id="2"/>'), cell('b')]), row([cell('c')], gone)]);
    expect(shapeOf(open(body)).map((read) => read.map(([text]) => text))).toEqual([['a', 'b']]);
    expect(() => open(table([row([cell('c')], gone)]))).toThrow('fileEmpty');
  });

  it('keeps line breaks inside a paragraph of a cell, and none of its lines is empty', () => {
    const source = open(table([row([cell(para(`${run('a')}<w:r><w:br/><w:br/></w:r>${run('b')}`)), cell('c')])]));
    expect(source.text).toBe('\ta\nb\n\tc\n\n');
    expect(shapeOf(source)[0]?.[0]?.[0]).toBe('a\nb');
  });
});
