import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import type { Table, TextSource } from '../../src/values/block.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { tcvn3, vni, windows1258 } from '../old-encodings.ts';
import { expectBlocksInOrder } from './blocks-in-order.ts';

const bytesOf = (source: string): Uint8Array => Uint8Array.from(source, (letter) => letter.charCodeAt(0));
const open = (body: string): TextSource => openFile(bytesOf(`{\\rtf1\\ansi\\ansicpg1252\\deff0${body}}`), 'a.rtf');
const textOf = (body: string): string => open(body).text;

const refusalOf = (bytes: Uint8Array): string => {
  try {
    openFile(bytes, 'a.rtf');
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
};

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');

describe('text of an RTF file', () => {
  it('has Unicode letters without their plain forms, signs and breaks', () => {
    expect(
      textOf(
        "\\u272?\\uc2\\u7841 xx\\uc1t {\\uc0\\u272 i}\\u7873\\'3fu\\~1\\endash 2\\_3\\-4\\line a\\tab b\\par\n\\ldblquote c\\rdblquote\\{\\}\\par",
      ),
    ).toBe('Đạt Điều\u00a01–2-34\na b\n“c”{}\n');
  });

  it('is read in the code page of its fonts', () => {
    expect(
      textOf(
        `{\\fonttbl{\\f0\\fcharset163 Times;}{\\f1\\fcharset0 Arial;}}\\f0 ${hex(windows1258('Điều đạt'))}\\f1 \\'e9\\par`,
      ),
    ).toBe('Điều đạté\n');
    expect(openFile(bytesOf(`{\\rtf1\\ansi\\ansicpg1258 ${hex(windows1258('Điều'))}\\par}`), 'a.rtf').text).toBe(
      'Điều\n',
    );
  });

  it('is converted from the fonts of old encodings, also where a letter is cut in two', () => {
    const fonts =
      '{\\fonttbl{\\f0\\fcharset0 .VnTime;}{\\f1 .VnTimeH;}{\\f2\\fnil VNI-Times;}{\\f3\\fcharset0 Times New Roman;}}';
    expect(
      textOf(
        `${fonts}\\f0 ${hex(tcvn3('phương hướng'))} \\f1 ${hex(tcvn3('cộng hòa'))} {\\f2 ${hex(vni('Nghị quyết'))}} {\\f2 E}{\\f2 \\'e4} \\f0 ph\\-¬ng ng-êi\\f3 \\u272 ?-n\\par`,
      ),
    ).toBe('phương hướng CỘNG HÒA Nghị quyết Ệ phương ngườiĐ-n\n');
  });

  it('has the looks of its letters and paragraphs', () => {
    const source = open(
      '\\pard\\qc\\b A\\b0\\par\\pard\\qj {\\i b} {\\i c}\\par\\pard\\outlinelevel1 d {\\v x}{\\deleted y}{\\caps e}\\par\\page f\\par\\pard\\pagebb g\\par',
    );
    expect(source.text).toBe('A\nb c\nd E\nf\ng\n');
    expect(source.blocks).toMatchObject([
      { bold: true, align: 'center' },
      { italic: true, align: 'justify' },
      { heading: 2 },
      { pageBreak: true },
      { pageBreak: true },
    ]);
  });

  it('has the numbers of its lists before it', () => {
    const source = open(
      "{\\*\\listtable{\\list x}}\\pard\\ilvl1{\\listtext\\pard\\plain 2.\\tab}a\\par{\\pntext\\f1\\'b7\\tab}b\\par\\pard c\\par",
    );
    expect(source.text).toBe('2. a\n· b\nc\n');
    expect(source.blocks[0]).toMatchObject({ marker: '2.', level: 1 });
  });

  it('leaves out headers, pictures, instructions of fields, comments and what it does not know', () => {
    expect(
      textOf(
        '{\\stylesheet{\\s0 Normal;}}{\\info{\\title t}}{\\header h\\par}a{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}{\\pict 0102\\bin4 }}{{}{\\*\\annotation n}{\\*\\unknown u{\\b v}}b\\par',
      ),
    ).toBe('a3b\n');
  });

  it('has text boxes after their paragraph and notes at the end', () => {
    expect(
      textOf(
        'a{\\footnote \\pard n1{\\b o}\\par}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard box{\\footnote n2}\\par}}{\\shprslt box}} b\\par c\\par',
      ),
    ).toBe('a b\nbox\nc\n[1] n1o\n[2] n2\n');
  });

  it.each([
    [
      'of Word',
      '{\\shpgrp{\\*\\shpinst\\shpleft1{\\sp{\\sn x}{\\sv 1}}{\\shp{\\*\\shpinst{\\shptxt \\pard A\\par}}}{\\shpgrp{\\*\\shpinst{\\shp{\\*\\shpinst{\\shptxt \\pard B\\par}}}}}{\\shprslt x}}}',
    ],
    [
      'marked as new',
      '{\\*\\shpgrp{\\*\\shpinst{\\*\\shp{\\*\\shpinst{\\shptxt \\pard A\\par}}}{\\shp{\\*\\shpinst{\\shptxt \\pard B\\par}}}}}',
    ],
    [
      'of Word 6',
      '{\\*\\do\\dpgroup\\dpcount2{\\dptxbx{\\dptxbxtext\\pard A\\par}}\\dptxbx{\\dptxbxtext\\pard B\\par}\\dpendgroup}',
    ],
  ])('has the text boxes of grouped shapes, %s', (_, group) => {
    expect(textOf(`a${group} b\\par c\\par`)).toBe('a b\nA\nB\nc\n');
  });
});

describe('tables of an RTF file', () => {
  const tableOf = (source: TextSource): Table => {
    const table = source.blocks.find((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    return table;
  };

  it('stand on the grid of all their edges, with merged cells', () => {
    const source = open(
      "\\trowd\\trhdr\\clvmgf\\clbrdrt\\brdrs\\cellx1000\\cellx5000\\pard\\intbl TT\\cell C\\'f4ng\\cell\\row" +
        '\\trowd\\clvmrg\\cellx1000\\cellx3010\\cellx5005\\pard\\intbl\\cell x\\par y\\cell z\\cell\\row' +
        '\\trowd\\cellx1000\\clmgf\\cellx2990\\clmrg\\cellx5000\\pard\\intbl 1\\cell ab\\cell\\cell\\row\\pard sau\\par',
    );
    expect(source.text).toBe('\tTT\n\tCông\n\n\tx\ny\n\tz\n\n\t1\n\tab\n\nsau\n');
    const { rows, borderless } = tableOf(source);
    expect(borderless).toBeUndefined();
    expect(rows[0]?.header).toBe(true);
    expect(rows.map((row) => row.cells.map((cell) => [cell.column, cell.columns, cell.rows]))).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [1, 2, 1],
      ],
    ]);
  });

  it('inside a cell give a paragraph for each row', () => {
    const source = open(
      '\\trowd\\cellx5000\\pard\\intbl trước\\par\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}{\\nonesttables\\par}\\pard\\intbl sau\\cell\\row'.replace(
        /ướ/,
        'uo',
      ),
    );
    expect(source.text).toBe('\ttruoc\na b\nsau\n\n');
    expect(tableOf(source).borderless).toBe(true);
  });
});

describe('an RTF file', () => {
  it('is refused where it is empty or would cost too much, and read as far as it goes where it is cut', () => {
    expect(refusalOf(bytesOf('{\\rtf1 }'))).toBe('fileEmpty');
    expect(refusalOf(bytesOf(`{\\rtf1 ${'{'.repeat(100_000)}`))).toBe('fileUnpacksTooLarge');
    expect(openFile(bytesOf('{\\rtf1 a\\par {\\b b'), 'a.rtf').text).toBe('a\nb\n');
    expect(refusalOf(bytesOf('{\\rtf1 \\bin99999999 a'))).toBe('fileEmpty');
  });

  it('opens or is refused, whatever words stand in it', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ..."{ } \\par \\cell \\row \\trowd \\cellx100 \\cellx-5 \\cellx99999999999 \\intbl \\itap2 \\nestcell \\nestrow \\clvmrg \\clvmgf \\clmrg \\pard \\plain \\b \\b0 \\u272 \\u-5? \\uc0 \\uc99 \\* \\footnote {\\footnote {\\shptxt {\\listtext {\\*\\nesttableprops {\\fonttbl \\f1 \\fcharset163 \\f0 .VnTime; \\page \\sect \\bin3 \\fldinst \\' \\'e1 \\~".split(
          ' ',
        ),
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        try {
          const source = openFile(new TextEncoder().encode(`{\\rtf1 a${words.join(' ')}`), 'a.rtf');
          expectBlocksInOrder(source);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
