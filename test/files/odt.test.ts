import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import type { TextSource } from '../../src/values/block.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { zipOf } from '../docx-raw.ts';
import { rawOdt } from '../odt-raw.ts';

const open = (body: string, styles?: string): TextSource => openFile(rawOdt(body, styles), 'a.odt');
const p = (text: string): string => `<text:p>${text}</text:p>`;

const refusalOf = (bytes: Uint8Array): string => {
  try {
    openFile(bytes, 'a.odt');
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
};

describe('paragraphs of an OpenDocument text', () => {
  it('have their text with spaces, breaks, links and fields, and without comments, marks and deleted text', () => {
    const { text } = open(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('cũ')}</text:deletion></text:changed-region></text:tracked-changes>` +
        p(
          'Điều<text:s text:c="2"/>1.<text:tab/>Kế\n   hoạch<text:line-break/><text:a>năm</text:a> <text:change-start/><text:span>20</text:span>24<text:change-end/><office:annotation><text:p>ý kiến</text:p></office:annotation><text:soft-page-break/>',
        ) +
        p('trang <text:page-number>3</text:page-number>'),
    );
    expect(text).toBe('Điều  1. Kế hoạch\nnăm 2024\ntrang 3\n');
  });

  it('have the looks of their styles, also inherited ones', () => {
    const styles =
      '<style:style style:name="A" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:break-before="page"/><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"><style:paragraph-properties fo:break-before="auto"/><style:text-properties fo:text-transform="uppercase" fo:font-style="italic"/></style:style>' +
      '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="L" style:family="paragraph" style:parent-style-name="L"/>';
    const source = open(
      '<text:p text:style-name="A">a<text:span text:style-name="T">ẩn</text:span></text:p><text:p text:style-name="B">kế hoạch</text:p><text:h text:outline-level="2">c</text:h><text:p text:style-name="L">d</text:p>',
      styles,
    );
    expect(source.text).toBe('a\nKẾ HOẠCH\nc\nd\n');
    expect(source.blocks).toMatchObject([
      { bold: true, align: 'center', pageBreak: true },
      { bold: true, italic: true, align: 'center' },
      { heading: 2 },
      {},
    ]);
    expect(source.blocks[1]).not.toHaveProperty('pageBreak');
  });

  it('in fonts of old encodings are converted', () => {
    const styles =
      '<style:style style:name="V" style:family="text"><style:text-properties fo:font-family=".VnTimeH"/></style:style>';
    expect(open(p('<text:span text:style-name="V">céng hßa</text:span>'), styles).text).toBe('CỘNG HÒA\n');
  });
});

describe('lists of an OpenDocument text', () => {
  const level = (at: number, rest: string): string => `<text:list-level-style-number text:level="${at}" ${rest}/>`;
  const styles = `<text:list-style style:name="N">${level(1, 'style:num-format="I" style:num-suffix="."')}${level(2, 'style:num-format="1" style:num-suffix=")" text:display-levels="2"')}<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>`;
  const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
  const list = (content: string, rest = ''): string => `<text:list text:style-name="N" ${rest}>${content}</text:list>`;

  it('are numbered as they are shown, and go on where they say so', () => {
    const { text } = open(
      list(
        item(
          `${p('a')}${p('không số')}<text:list>${item(`${p('b')}<text:list>${item(p('c'))}</text:list>`)}${item(p('d'))}</text:list>`,
        ) + item(p('e')),
      ) +
        list(item(p('f')), 'text:continue-numbering="true"') +
        list(item(p('g'))) +
        list(`<text:list-item text:start-value="9">${p('h')}</text:list-item>`),
      styles,
    );
    expect(text).toBe('I. a\nkhông số\nI.1) b\n- c\nI.2) d\nII. e\nIII. f\nI. g\nIX. h\n');
  });
});

describe('tables of an OpenDocument text', () => {
  it('stand on a grid with merged, repeated and nested cells', () => {
    const cell = (text: string, rest = ''): string => `<table:table-cell ${rest}>${p(text)}</table:table-cell>`;
    const source = open(
      `<table:table><table:table-column/><table:table-header-rows><table:table-row>${cell('TT', 'table:number-rows-spanned="2"')}${cell('Cơ quan', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>${cell('chủ trì')}${cell('phối hợp')}</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2">${p('x')}</table:table-cell><table:table-cell><table:table><table:table-row>${cell('trong')}${cell('ô')}</table:table-row></table:table></table:table-cell></table:table-row></table:table>`,
    );
    expect(source.text).toBe('\tTT\n\tCơ quan\n\n\tchủ trì\n\tphối hợp\n\n\tx\n\tx\n\ttrong ô\n\n');
    const [table] = source.blocks;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows.map(({ header }) => header)).toEqual([true, true, undefined]);
    expect(table.rows[0]?.cells.map(({ column, columns, rows }) => [column, columns, rows])).toEqual([
      [0, 1, 2],
      [1, 2, 1],
    ]);
    expect(table.rows[1]?.cells.map(({ column }) => column)).toEqual([1, 2]);
    expect(table.borderless).toBe(true);
  });

  it('with endless spans and repeats stay small', () => {
    const source = open(
      `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000" table:number-columns-spanned="99999">${p('a')}</table:table-cell></table:table-row></table:table>`,
    );
    expect(source.text.length).toBeLessThan(200_000);
  });
});

it('text boxes stand after their paragraph and notes at the end', () => {
  const { text } = open(
    p(
      `Điều 1<draw:frame><draw:text-box>${p('trong khung')}</draw:text-box></draw:frame><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('chú thích')}</text:note-body></text:note>.`,
    ) + p('Điều 2'),
  );
  expect(text).toBe('Điều 1.\ntrong khung\nĐiều 2\n[1] chú thích\n');
});

describe('an OpenDocument text is refused', () => {
  it('where it has a password, is broken or empty, or is no text', () => {
    expect(refusalOf(rawOdt(p('a'), '', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }))).toBe(
      'filePasswordProtected',
    );
    expect(refusalOf(rawOdt(p('a'), '', { 'content.xml': '<a/>' }))).toBe('fileBroken');
    expect(refusalOf(rawOdt(p('a'), '', { 'content.xml': '<a' }))).toBe('fileBroken');
    expect(refusalOf(rawOdt(p('a'), '', { 'content.xml': '<!DOCTYPE a []><a/>' }))).toBe('fileHasEntities');
    expect(refusalOf(rawOdt(p(' ')))).toBe('fileEmpty');
    expect(refusalOf(rawOdt('<text:section>'.repeat(9999) + '</text:section>'.repeat(9999)))).toBe(
      'fileUnpacksTooLarge',
    );
    const sheet = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' });
    expect(refusalOf(sheet)).toBe('fileTypeMismatch');
  });

  it('or opened, whatever elements stand in it', () => {
    const names =
      'text:p text:h text:list text:list-item text:span text:note text:note-body text:s text:tab draw:frame draw:text-box table:table table:table-row table:table-cell text:section'.split(
        ' ',
      );
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .record({
          name: fc.constantFrom(...names),
          value: fc.constantFrom('0', '1', '-3', '7', '99999999999', 'A', ''),
          children: fc.array(fc.oneof({ maxDepth: 5 }, fc.constant('a'), tie('element')), { maxLength: 4 }),
        })
        .map(
          ({ name, value, children }) =>
            `<${name} text:style-name="${value}" text:c="${value}" text:start-value="${value}" text:outline-level="${value}" table:number-columns-repeated="${value}" table:number-rows-spanned="${value}">${children.join('')}</${name}>`,
        ),
    }));
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
        try {
          const source = open(elements.join(''));
          for (const { span } of source.blocks) expect(span.end).toBeLessThanOrEqual(source.text.length);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('or opened, whatever bytes are changed', () => {
    const bytes = rawOdt(p('Điều 1') + p('Điều 2'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }), (edits) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, byte] of edits) copy[at % copy.length] = byte;
        refusalOf(copy);
      }),
      { numRuns: 500 },
    );
  });
});
