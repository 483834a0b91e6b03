import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { Paragraph, Table, TextSource } from '../../src/values/block.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { tcvn3, windows1258 } from '../old-encodings.ts';
import { expectBlocksInOrder } from './blocks-in-order.ts';

const open = (html: string | Uint8Array, name = 'a.html'): TextSource =>
  openFile(typeof html === 'string' ? new TextEncoder().encode(html) : html, name);

const own = (source: TextSource, { span, marker }: Paragraph): string =>
  `${marker === undefined ? '' : `${marker} `}${source.text.slice(span.start, span.end)}`;

const paragraphs = (source: TextSource): string[] =>
  source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [own(source, block)] : []));

const tableOf = (source: TextSource): Table => {
  const table = source.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
};

const cells = (source: TextSource): string[][] =>
  tableOf(source).rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((one) => own(source, one)).join('|')));

const refusalOf = (html: string | Uint8Array, name?: string): string => {
  try {
    open(html, name);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
};

describe('the text of a page', () => {
  it('is a paragraph for each block, with white space folded and entities read', () => {
    const source = open('<p>Quy&#7871;t   &#273;&#7883;nh\n s&ocirc;&#769; 1&nbsp;&nbsp;</p><div>a<p>b</p>c</div>');
    expect(paragraphs(source)).toEqual(['Quyết định số 1', 'a', 'b', 'c']);
    expect(source.text).toBe('Quyết định số 1\na\nb\nc\n');
  });

  it('keeps a line break in a paragraph, and ends a paragraph by one outside', () => {
    expect(paragraphs(open('<p>ỦY BAN NHÂN DÂN<br>TỈNH SƠN HÀ</p><div>một<br/>hai<br><br>ba</div>'))).toEqual([
      'ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ',
      'một',
      'hai',
      'ba',
    ]);
    const long = Array.from({ length: 12 }, (_, at) => `Dòng ${at}`);
    expect(paragraphs(open(`<p>${long.join('<br>')}</p>`))).toEqual(long);
  });

  it('has the looks of tags, attributes and styles', () => {
    const source = open(
      '<center><b>QUYẾT ĐỊNH</b></center><p align="right"><i>Sơn Hà, ngày 5</i></p><p style="TEXT-ALIGN: justify; font-weight: 700">a</p><p><b>a</b> b</p><h2>c</h2><p style="text-transform:uppercase">kế hoạch</p>',
    );
    expect(source.blocks).toMatchObject([
      { bold: true, align: 'center' },
      { italic: true, align: 'right' },
      { bold: true, align: 'justify' },
      {},
      { heading: 2, bold: true },
      {},
    ]);
    expect(source.blocks[3]).not.toHaveProperty('bold');
    expect(paragraphs(source).at(-1)).toBe('KẾ HOẠCH');
  });

  it('has the markers of lists', () => {
    const source = open(
      '<ol start="3"><li>ba<ul><li>con</li></ul></li><li value="7"><p>bảy</p></li><li>tám</ol><ol type="a"><li>x</ol><ul style="list-style:none"><li>y</ul>',
    );
    expect(paragraphs(source)).toEqual(['3. ba', '• con', '7. bảy', '8. tám', 'a. x', 'y']);
    expect(source.blocks[1]).toMatchObject({ level: 1, marker: '•' });
  });

  it('leaves out scripts, what is hidden, what was deleted and forms', () => {
    expect(
      open(
        '<title>t</title><script>a<b</script><style>p{}</style><p>Điều 1<del>0</del><ins>.</ins></p><p hidden>x</p><p style="display:none">y</p><select><option>z</select><button>In</button>',
      ).text,
    ).toBe('Điều 1.\n');
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('<p>đạt 85%</p>')],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from('<p>đạt 85%</p>', 'utf16le'))])],
    [
      'what its meta tag says',
      windows1258('<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>đạt 85%</p>'),
    ],
    ['no known encoding', tcvn3('<p>đạt 85%</p><p>Kế hoạch phát triển</p>')],
  ])('is read in %s', (_, bytes) => {
    expect(open(bytes).text).toContain('đạt 85%');
  });

  it('is converted where its font is an old one, and not where its letters are Unicode all the same', () => {
    const raw = new TextDecoder('windows-1252').decode(tcvn3('Ủy ban nhân dân'));
    expect(
      open(
        `<meta charset="utf-8"><p><font face=".VnTime">${raw}</font> đạt <span style="font-family: '.VnTimeH', serif">${raw}</span> <font face=".VnTime">tỉnh</font></p>`,
      ).text,
    ).toBe('ủy ban nhân dân đạt ỦY BAN NHÂN DÂN tỉnh\n');
  });
});

describe('old fonts that a page names in its style rules', () => {
  const raw = new TextDecoder('windows-1252').decode(tcvn3('Ủy ban nhân dân'));
  const page = (style: string, body: string): string =>
    open(`<meta charset="utf-8"><head><style><!-- ${style} --></style></head><body>${body}</body>`).text;

  it.each([
    ['an element', 'p { margin: 0; font-family: ".VnTime", serif }', `<p>${raw}</p>`],
    ['a class', '/* p{} */ .than{font-family:.VnTime;}', `<p class="x than">${raw}</p>`],
    [
      'an element with a class, among others',
      'li.MsoNormal, P.MsoNormal, div.a b {font-family:.VnTime}',
      `<p class=MsoNormal>${raw}</p>`,
    ],
    ['the whole page', '@page x{margin:1} body{font-family:.VnTime}', `<div><div>${raw}</div></div>`],
  ])('are those of %s', (_, style, body) => {
    expect(page(style, body)).toBe('ủy ban nhân dân\n');
  });

  it('give way to a class with a font of today, and to the element itself', () => {
    const style = 'body{font-family:.VnTime} .moi{font-family:Arial}';
    expect(page(style, '<p class="moi">caf\u00e9</p><p style="font-family:Arial">caf\u00e9</p>')).toBe('café\ncafé\n');
  });
});

describe('tables of a page', () => {
  it('stand on a grid with their spans, and their heads are known', () => {
    const source = open(
      '<table border=1><thead><tr><th rowspan=2>TT<th colspan=2>Cơ quan<tr><th>chủ trì<th>phối hợp</thead><tr><td>1<td><p>Sở A</p><p>Sở B</p><td>UBND xã</table>',
    );
    expect(cells(source)).toEqual([
      ['TT', 'Cơ quan'],
      ['chủ trì', 'phối hợp'],
      ['1', 'Sở A|Sở B', 'UBND xã'],
    ]);
    expect(tableOf(source).rows.map(({ header }) => header)).toEqual([true, true, undefined]);
    expect(
      tableOf(source).rows.map((row) => row.cells.map(({ column, columns, rows }) => [column, columns, rows])),
    ).toEqual([
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
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
    expect(source.text).toBe('\tTT\n\tCơ quan\n\n\tchủ trì\n\tphối hợp\n\n\t1\n\tSở A\nSở B\n\tUBND xã\n\n');
  });

  it('that only place things are read as what stands in them', () => {
    const source = open(
      '<table><tr><td><p>Điều 1.</p><table border=1><tr><td>a<td>b</table></td><td>c</td></tr></table>',
    );
    expect(source.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  it('without lines are told from ruled ones', () => {
    const head = '<tr><td>UBND TỈNH</td><td>CỘNG HÒA</td></tr>';
    expect(tableOf(open(`<table>${head}</table>`)).borderless).toBe(true);
    expect(tableOf(open(`<table border=0>${head}</table>`)).borderless).toBe(true);
    expect(tableOf(open(`<table border=1>${head}</table>`)).borderless).toBeUndefined();
    expect(
      tableOf(open(`<table><tr><td style="border:solid windowtext 1.0pt">a<td>b</table>`)).borderless,
    ).toBeUndefined();
  });

  it('with spans beyond any measure stay small', () => {
    const source = open('<table border=1><tr><td rowspan=65000 colspan=100000>a<td>b<tr><td>c</table>');
    const { rows } = tableOf(source);
    expect(rows[0]?.cells[0]).toMatchObject({ columns: 256, rows: 2 });
  });
});

const document = [
  'ỦY BAN NHÂN DÂN TỈNH SƠN HÀ',
  'Số: 95/QĐ-UBND',
  'QUYẾT ĐỊNH',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  'Căn cứ Nghị quyết số 01/NQ-CP ngày 05 tháng 01 năm 2024 của Chính phủ;',
  'Điều 1. Phê duyệt các chỉ tiêu năm 2024: tỷ lệ hộ nghèo giảm còn 2%; tốc độ tăng trưởng đạt 8% trở lên.',
  'Điều 2. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh trước ngày 30/11/2024.',
];
const inParagraphs = document
  .map((line) => `<p>${line.replace(/^(Căn cứ )(.*)$/, '$1<a href="/vb/1">$2</a>')}</p>`)
  .join('\n');
const links = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<li><a href="/${at}">Văn bản khác số ${at}</a></li>`).join('');

describe('the document in a portal page', () => {
  it.each([
    [
      'a known container',
      `<div id="nav">${links(40)}</div><div class="left fulltext">${inParagraphs}</div><p>Lượt xem: 10</p>`,
    ],
    [
      'main',
      `<header><a href="/">Trang chủ</a> Cổng thông tin</header><main>${inParagraphs}</main><footer>Bản quyền</footer>`,
    ],
    [
      'unnamed boxes',
      `<div><div><ul>${links(30)}</ul></div><div><div>${inParagraphs}</div></div><div><ul>${links(20)}</ul></div></div>`,
    ],
    [
      'a page of tables',
      `<table><tr><td><ul>${links(30)}</ul></td><td><table><tr><td>${inParagraphs}</td></tr></table></td></tr></table>`,
    ],
    ['nothing but itself', inParagraphs],
    ['an ASP.NET form', `<form id="aspnetForm"><div class="menu">${links(9)}</div><div>${inParagraphs}</div></form>`],
  ])('is found in %s', (_, html) => {
    expect(paragraphs(open(`<html><body>${html}</body></html>`))).toEqual(document);
  });

  it('is all of a page that Word saved in sections, however small the first is', () => {
    const html = `<div class=WordSection1><p>Số: 95/QĐ-UBND</p></div><div class=WordSection2>${inParagraphs}</div>`;
    expect(paragraphs(open(html))).toEqual(['Số: 95/QĐ-UBND', ...document]);
  });

  it('says the same as its text', () => {
    const page = readDocument(open(inParagraphs));
    const text = readDocument(open(document.join('\n'), 'a.txt'));
    expect(page.document.number).toBe('95/QĐ-UBND');
    expect(page.document.references.map(({ number }) => number)).toEqual(
      text.document.references.map(({ number }) => number),
    );
    expect(page.tasks.map(({ lead, time }) => ({ lead, time }))).toEqual(
      text.tasks.map(({ lead, time }) => ({ lead, time })),
    );
    expect(page.document.references.length).toBeGreaterThan(0);
  });
});

describe('a page saved as one file', () => {
  const head =
    'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html";\r\n boundary="--x1"\r\n\r\n';
  const part = (encoding: string, body: string): string =>
    `----x1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----x1\r\nContent-Type: image/png\r\n\r\nxx\r\n----x1--\r\n`;

  it('is read from quoted-printable and base64', () => {
    const quoted = [...new TextEncoder().encode('<p>đạt 85%, không quá dài</p>')]
      .map((byte) => (byte < 0x80 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
      .join('')
      .replace('kh', 'k=\r\nh');
    expect(open(head + part('quoted-printable', quoted), 'a.mht').text).toBe('đạt 85%, không quá dài\n');
    const base64 = Buffer.from('<p>đạt</p>').toString('base64');
    expect(open(head + part('base64', base64), 'a.mhtml').text).toBe('đạt\n');
  });

  it('is refused without a page', () => {
    expect(refusalOf('Content-Type: text/plain\r\n\r\nabc', 'a.mht')).toBe('fileBroken');
    expect(refusalOf('abc', 'a.mht')).toBe('fileBroken');
  });
});

describe('a page that would cost too much is refused at once', () => {
  it.each([
    ['deep', '<div>'.repeat(100_000), 'fileUnpacksTooLarge'],
    [
      'with marks that every paragraph repeats',
      Array.from({ length: 3000 }, (_, at) => `<p><b id=${at}>`).join(''),
      'fileUnpacksTooLarge',
    ],
    [
      'with endless attributes',
      `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}`).join(' ')}>x`,
      'fileUnpacksTooLarge',
    ],
    [
      'with attributes that hide behind quotes',
      `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=">"`).join(' ')}>x`,
      'fileUnpacksTooLarge',
    ],
    ['of nothing', '<p></p><script>x</script>', 'fileEmpty'],
  ])('%s', (_, html, code) => {
    const before = performance.now();
    expect(refusalOf(html)).toBe(code);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('but scripts may hold what they like', () => {
    const script = `<script>if (a<b ${'x '.repeat(5000)}</script>`;
    expect(open(`${script}<p>Điều 1</p>`).text).toBe('Điều 1\n');
    expect(refusalOf(`<!-- <p ${'x '.repeat(5000)} --><p>a</p>`)).toBe('opened');
  });
});

it('any markup opens or is refused', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'<table> <tr> <td> <td rowspan=0> <td colspan=-1> <th> </table> <p> </p> <b> </b> <i> <li> <ol type=i start=-5> <ul> <br> <div> </div> <form> <select> <!-- --> <![CDATA[ <script> </script> <svg> <math> <template> <font face=.VnTime> & &#0; &#x110000; <pre> <a href> <h1> <caption> <body> <html>'.split(
        ' ',
      ),
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      try {
        const source = open(`a${parts.join('')}`);
        expectBlocksInOrder(source);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: 1500 },
  );
});
