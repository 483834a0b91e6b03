import { describe, expect, it } from 'vitest';
import { openAnyFile } from '../../src/files/open.ts';
import type { Table, TextSource } from '../../src/values/block.ts';
import { frame, type PdfSheet, pdfOf } from './pdf-writer.ts';

const open = (...sheets: PdfSheet[]): Promise<TextSource> => openAnyFile(pdfOf(sheets), 'a.pdf');

const paragraphs = (source: TextSource): string[] =>
  source.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [source.text.slice(block.span.start, block.span.end)] : [],
  );

const cells = (source: TextSource, table: Table): string[][] =>
  table.rows.map((row) => row.cells.map((cell) => source.text.slice(cell.span.start, cell.span.end).trim()));

const tables = (source: TextSource): Table[] => source.blocks.filter((block) => block.kind === 'table');

/** Lines of full width, as a page shows a paragraph. */
const full = (x: number, y: number, words: string) => ({ x, y, text: words });

const wide = 'the same from the second line of a paragraph on, which begins at the edge of the page';

const long = 'The people committee of the province assigns the departments to carry out the plan';

describe('the text of a PDF', () => {
  it('is paragraphs: breaks that the width of the page made are undone, indented lines begin new ones', async () => {
    const source = await open({
      texts: [
        full(100, 100, long),
        full(72, 116, wide),
        full(72, 132, 'in good time.'),
        full(100, 148, 'A second one.'),
      ],
    });
    expect(paragraphs(source)).toEqual([`${long} ${wide} in good time.`, 'A second one.']);
    expect(source.format).toBe('pdf');
  });

  it('is words, however the letters were written: one by one, out of order, twice for boldness', async () => {
    const widths = [6.7, 3.3, 5.3, 6, 3, 6, 6, 6, 6];
    const starts = widths.map((_, at) => 80 + widths.slice(0, at).reduce((sum, one) => sum + one, 0));
    const letters = [...'Plan 2026']
      .map((text, at) => ({ x: starts[at] ?? 0, y: 100, text }))
      .filter(({ text }) => text !== ' ');
    const source = await open({ texts: [...letters.toReversed(), ...letters] });
    expect(source.text).toBe('Plan 2026\n');
  });

  it('leaves out running headers and page numbers, and joins a paragraph that goes on over the page', async () => {
    const page = (number: number, texts: PdfSheet['texts']): PdfSheet => ({
      texts: [
        { x: 200, y: 40, text: `OFFICIAL GAZETTE 286 of 27-05-2026 - ${number}` },
        ...texts,
        { x: 290, y: 810, text: `${number}` },
      ],
    });
    const source = await open(
      page(1, [full(100, 100, long), full(72, 116, wide)]),
      page(2, [full(72, 100, 'and goes on.'), full(100, 124, long), full(72, 140, 'Here.')]),
      page(3, [full(100, 100, 'Last.')]),
    );
    expect(paragraphs(source)).toEqual([`${long} ${wide} and goes on.`, `${long} Here.`, 'Last.']);
  });

  it('leads back to page and box, line by line', async () => {
    const source = await open(
      { texts: [full(100, 100, 'One')] },
      { texts: [full(72, 200, 'Two.')], width: 842, height: 595 },
    );
    expect(source.pages).toEqual([
      { width: 595, height: 842 },
      { width: 842, height: 595 },
    ]);
    const places = source.places?.map(({ start, end, page, x, y }) => [
      source.text.slice(start, end),
      page,
      x,
      Math.round(y),
    ]);
    expect(places).toEqual([
      ['One', 0, 100, 90],
      ['Two.', 1, 72, 190],
    ]);
  });

  it('reads turned pages upright, whether the page or its text is turned', async () => {
    const turned = await open({ texts: [], more: 'BT /F1 12 Tf 0 1 -1 0 300 200 Tm (Sideways) Tj ET' });
    expect([turned.text, turned.pages?.[0]?.turn]).toEqual(['Sideways\n', 90]);
    const rotated = await open({ texts: [], rotate: 90, more: 'BT /F1 12 Tf 0 1 -1 0 300 200 Tm (Upright) Tj ET' });
    expect([rotated.text, rotated.pages?.[0]]).toEqual(['Upright\n', { width: 842, height: 595 }]);
  });
});

describe('a ruled table of a PDF', () => {
  const xs = [60, 100, 300, 500];

  it('has cells from its lines, merged where no line stands', async () => {
    const source = await open({
      lines: [
        ...frame([60, 100, 300], [100, 130]),
        ...frame([60, 300], [130, 160]),
        ...frame([60, 100, 300], [160, 190]),
      ],
      texts: [
        full(65, 120, 'TT'),
        full(110, 120, 'Task'),
        full(65, 150, 'I. Group'),
        full(65, 180, '1'),
        full(110, 180, 'Build'),
      ],
    });
    expect(tables(source).map((table) => cells(source, table))).toEqual([
      [['TT', 'Task'], ['I. Group'], ['1', 'Build']],
    ]);
    expect(tables(source)[0]?.rows[1]?.cells[0]).toMatchObject({ column: 0, columns: 2 });
    expect(source.text).toBe('\tTT\n\tTask\n\n\tI. Group\n\n\t1\n\tBuild\n\n');
  });

  it('goes on over pages: repeated headings are dropped and a row that was cut is whole', async () => {
    const head = (y: number) => [full(65, y, 'TT'), full(110, y, 'Task'), full(310, y, 'Lead')];
    const source = await open(
      {
        lines: frame(xs, [700, 730, 760, 790]),
        texts: [
          ...head(720),
          full(65, 750, '1.'),
          full(110, 750, 'First'),
          full(65, 780, '2.'),
          full(110, 780, 'Draw up the plan'),
          full(310, 780, 'Health'),
        ],
      },
      {
        lines: frame(xs, [60, 90, 120, 150]),
        texts: [...head(80), full(110, 110, 'for insurance'), full(65, 140, '3.'), full(110, 140, 'Third')],
      },
    );
    expect(tables(source).map((table) => cells(source, table))).toEqual([
      [
        ['TT', 'Task', 'Lead'],
        ['1.', 'First', ''],
        ['2.', 'Draw up the plan for insurance', 'Health'],
        ['3.', 'Third', ''],
      ],
    ]);
    expect(tables(source)[0]?.rows.map((row) => row.header)).toEqual([true, undefined, undefined, undefined]);
  });
});

describe('a PDF that cannot be read', () => {
  it('is refused with its reason', async () => {
    await expect(open({ texts: [] })).rejects.toMatchObject({ code: 'fileScanned', detail: { pages: 1 } });
    const bytes = pdfOf([{ texts: [full(72, 100, 'One')] }]);
    const code = async (part: Uint8Array) =>
      openAnyFile(part, 'a.pdf').then(
        () => 'read',
        (error) => error.code,
      );
    expect(await code(bytes.slice(0, 40))).toBe('fileBroken');
    expect(await code(new TextEncoder().encode('%PDF-1.7\nnothing'))).toBe('fileBroken');
    expect(await code(new TextEncoder().encode('words'))).toBe('fileTypeMismatch');
    const locked = pdfOf(
      [{ texts: [full(72, 100, 'One')] }],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`,
    );
    expect(await code(locked)).toBe('filePasswordProtected');
  });
});
