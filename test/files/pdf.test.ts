import { describe, expect, it } from 'vitest';
import { openAnyFile } from '../../src/files/open.ts';
import type { Table, TextSource } from '../../src/values/block.ts';
import { frame, type PdfLine, type PdfSheet, type PdfText, pdfOf } from './pdf-writer.ts';

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

/** Letters of one width, 60 in a line of the page. `indent` counts in letters from the left edge. */
const typed = (line: number, indent: number, text: string, more: Partial<PdfText> = {}): PdfText => ({
  x: 72 + 7.2 * indent,
  y: 100 + 16 * line,
  text,
  font: 0,
  ...more,
});
const words = (count: number): string => `${'abcd efg '.repeat(10).slice(0, count - 1)}x`;
const openTyped = (...sheets: PdfSheet[]): Promise<TextSource> =>
  openAnyFile(pdfOf(sheets, '', ['Courier', 'Courier-Bold']), 'a.pdf');

describe('the paragraphs of a PDF', () => {
  it('go on at the edge, whatever sign the line begins with, where first lines stand in', async () => {
    const source = await openTyped({
      texts: [
        typed(0, 4, words(56)),
        typed(1, 0, '- of the nation and of its provinces.'),
        typed(2, 4, words(56)),
        typed(3, 4, words(56)),
        typed(4, 0, words(60)),
        typed(5, 0, 'in time.'),
      ],
    });
    expect(paragraphs(source)).toEqual([
      `${words(56)} - of the nation and of its provinces.`,
      words(56),
      `${words(56)} ${words(60)} in time.`,
    ]);
  });

  it('take the margins of their own page', async () => {
    const page = (left: number, end: string): PdfSheet => ({
      texts: Array.from({ length: 14 }, (_, at) => full(left, 100 + 16 * at, at === 13 ? end : wide)),
    });
    const source = await open(page(72, 'the end.'), page(100, 'ends here.'));
    expect(paragraphs(source)).toHaveLength(2);
  });

  it('keep a centred title whole although its widest line fills the page', async () => {
    const bold = { font: 1 };
    const source = await openTyped({
      texts: [
        typed(0, 20, 'LIST OF THE TASKS OF', bold),
        typed(1, 0, 'THE ACTION PLAN OF THE PEOPLE COMMITTEE OF THE PROVINCE SAYS', bold),
        typed(2, 24, 'UP TO 2030 X', bold),
        typed(4, 4, words(56)),
        typed(5, 0, words(60)),
        typed(6, 0, 'in time.'),
      ],
    });
    expect(paragraphs(source)[0]).toBe(
      'LIST OF THE TASKS OF THE ACTION PLAN OF THE PEOPLE COMMITTEE OF THE PROVINCE SAYS UP TO 2030 X',
    );
  });

  it('of columns side by side are read column by column, and below a heading over both again', async () => {
    const words = 'this line of the newsletter fills its column';
    const column = (x: number, y: number, name: string, last: string): PdfText[] => [
      ...Array.from({ length: 8 }, (_, at) => full(x, y + 14 * at, at === 0 ? `${name} ${words.slice(5)}` : words)),
      full(x, y + 112, last),
    ];
    const text = (name: string, last: string): string =>
      [`${name} ${words.slice(5)}`, ...Array(7).fill(words), last].join(' ');
    const source = await open({
      texts: [
        ...column(72, 100, 'one', 'ends here.'),
        ...column(316, 100, 'two', 'and here.'),
        {
          ...full(72, 260, 'A heading that goes over both of the columns and says what stands below them'),
          bold: true,
        },
        ...column(72, 300, 'three', 'goes'),
        ...column(316, 300, 'four', 'ends.'),
      ],
    });
    expect(paragraphs(source)).toEqual([
      text('one', 'ends here.'),
      text('two', 'and here.'),
      'A heading that goes over both of the columns and says what stands below them',
      text('three', 'goes'),
      text('four', 'ends.'),
    ]);
  });

  it('of a letterhead and of a table without ruling lines stay side by side', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => [
      full(72, 160 + 16 * at, `Task ${at + 1}`),
      full(200, 160 + 16 * at, 'Department of finance'),
      full(400, 160 + 16 * at, 'May 2026'),
    ]).flat();
    const source = await open({
      texts: [full(90, 80, 'PEOPLE COMMITTEE'), full(330, 80, 'SOCIALIST REPUBLIC'), full(100, 96, 'No 12'), ...rows],
    });
    expect(tables(source).map((table) => cells(source, table)[0]?.length)).toEqual([2, 3]);
  });

  it('leave each line over a signature to itself', async () => {
    const source = await open({
      texts: [
        full(100, 100, long),
        full(72, 116, wide),
        { x: 390, y: 150, text: 'FOR THE HEAD', bold: true },
        { x: 384, y: 166, text: 'DEPUTY HEAD(S)', bold: true },
      ],
    });
    expect(paragraphs(source).slice(-2)).toEqual(['FOR THE HEAD', 'DEPUTY HEAD(S)']);
  });

  it('are not cut by notes at the foot of the page, which stand at the end with their numbers', async () => {
    const source = await openTyped(
      {
        lines: [[72, 710, 216, 710]],
        texts: [
          typed(35, 4, words(56)),
          typed(36, 0, words(58)),
          { ...typed(36, 58, '1', { size: 7 }), y: 671 },
          { x: 72, y: 718, text: '1', size: 6 },
          { x: 78, y: 722, text: 'As the law says.', size: 9 },
        ],
      },
      { texts: [typed(0, 0, 'and goes on.'), typed(1, 4, words(56)), typed(2, 0, 'Second.')] },
    );
    expect(source.text).toBe(`${words(56)} ${words(58)} and goes on.\n${words(56)} Second.\n[1] As the law says.\n`);
  });
});

describe('the letters of a PDF', () => {
  it('are those that are seen: no white ones on white, none that leave no mark', async () => {
    const source = await open({
      more: '0 0 0.5 rg 60 600 200 30 re f',
      texts: [
        full(72, 100, 'Seen by everybody'),
        { x: 200, y: 100, text: '[sign]', ink: '1 g' },
        { x: 72, y: 116, text: 'Not drawn', ink: '3 Tr' },
      ],
    });
    expect(source.text).toBe('Seen by everybody\n');
    const header = await open({
      texts: [],
      more: '0 0 0.5 rg 60 700 300 30 re f 1 g BT /F1 12 Tf 72 710 Td (White on blue) Tj ET',
    });
    expect(header.text).toBe('White on blue\n');
    const behind = await open({ texts: [{ x: 72, y: 100, text: 'Behind a picture', ink: '3 Tr' }] });
    expect(behind.text).toBe('Behind a picture\n');
  });

  it('of fonts before Unicode are what the font shows', async () => {
    const text = (font: number, shown: string) => ({ x: 72, y: 100 + 30 * font, text: shown, font });
    const bytes = pdfOf(
      [{ texts: [text(0, 'Tû lÖ che phñ; t\xad nh©n.'), text(1, 'ñy ban.'), text(2, 'Tyû leä hoä ngheøo')] }],
      '',
      ['.VnTime', '.VnTimeH', 'ABCDEF+VNI-Times'],
    );
    const source = await openAnyFile(bytes, 'a.pdf');
    expect(source.text.replaceAll('\n', ' ')).toBe('Tỷ lệ che phủ; tư nhân. ỦY BAN. Tỷ lệ hộ nghèo ');
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

describe('a table that browsers cut at the end of a page', () => {
  it('is whole although no line closes its row there, and what the browser prints around the page is left out', async () => {
    const xs = [60, 100, 300, 500];
    const uprights = (top: number, bottom: number): PdfLine[] => xs.map((x) => [x, top, x, bottom]);
    const levels = (...ys: number[]): PdfLine[] => ys.map((y) => [60, y, 500, y]);
    const around = (number: number) => [
      full(40, 30, '11/21/2026, 3:57 PM'),
      full(40, 825, `https://portal.example/plan?id=7 ${number}/2`),
    ];
    const source = await open(
      {
        lines: [...levels(700, 730), ...uprights(700, 760)],
        texts: [
          ...around(1),
          full(65, 720, 'TT'),
          full(110, 720, 'Task'),
          full(310, 720, 'Lead'),
          full(65, 750, '1.'),
          full(110, 750, 'Draw up the plan for the'),
          full(310, 750, 'Health'),
        ],
      },
      {
        lines: [...levels(90, 120), ...uprights(60, 120)],
        texts: [...around(2), full(110, 80, 'province'), full(65, 110, '2.'), full(110, 110, 'Second')],
      },
    );
    expect(tables(source).map((table) => cells(source, table))).toEqual([
      [
        ['TT', 'Task', 'Lead'],
        ['1.', 'Draw up the plan for the province', 'Health'],
        ['2.', 'Second', ''],
      ],
    ]);
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
