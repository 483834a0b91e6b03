import { describe, expect, it } from 'vitest';
import { openDocx } from '../../src/files/docx/docx.ts';
import { abstractList, cell, level, list, numbered, para, type RawParts, rawDocx, row, table } from '../docx-raw.ts';

const linesOf = (parts: RawParts): string[] => openDocx(rawDocx(parts)).text.trimEnd().split('\n');
const restartAt = (at: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const outline = abstractList(0, [
  level(0, 'upperRoman', '%1.'),
  level(1, 'decimal', '%2.'),
  level(2, 'lowerLetter', '%3)'),
]);

describe('automatic numbers of a Word file', () => {
  it('stand before the text as Word shows them, and the span covers the text alone', () => {
    const source = openDocx(
      rawDocx({
        body: numbered('Mục tiêu', 1) + numbered('Nhiệm vụ', 1),
        numbering: abstractList(0, [level(0, 'decimal', 'Điều %1.')]) + list(1, 0),
      }),
    );
    expect(source.text).toBe('Điều 1. Mục tiêu\nĐiều 2. Nhiệm vụ\n');
    const second = source.blocks[1];
    expect(second).toMatchObject({ kind: 'paragraph', marker: 'Điều 2.' });
    expect(source.text.slice(second?.span.start, second?.span.end)).toBe('Nhiệm vụ');
  });

  it('begin again under each higher heading', () => {
    const body = [
      numbered('A', 1),
      numbered('a', 1, 1),
      numbered('b', 1, 1),
      numbered('x', 1, 2),
      numbered('B', 1),
      numbered('c', 1, 1),
      numbered('y', 1, 2),
    ].join('');
    expect(linesOf({ body, numbering: outline + list(1, 0) })).toEqual([
      'I. A',
      '1. a',
      '2. b',
      'a) x',
      'II. B',
      '1. c',
      'a) y',
    ]);
  });

  it('run through where the level never restarts, or only below a named level', () => {
    const numbering =
      abstractList(0, [
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
        level(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
      ]) + list(1, 0);
    const body = [
      numbered('A', 1),
      numbered('a', 1, 1),
      numbered('x', 1, 2),
      numbered('b', 1, 1),
      numbered('y', 1, 2),
      numbered('B', 1),
      numbered('c', 1, 1),
      numbered('z', 1, 2),
    ].join('');
    expect(linesOf({ body, numbering })).toEqual(['I. A', '1. a', 'a) x', '2. b', 'b) y', 'II. B', '3. c', 'a) z']);
  });

  it('join the numbers of several levels, and are all decimal where the level says so', () => {
    const numbering =
      abstractList(0, [
        level(0, 'upperRoman', '%1.'),
        level(1, 'lowerLetter', '%1.%2.'),
        level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      ]) + list(1, 0);
    const body = numbered('A', 1) + numbered('B', 1) + numbered('a', 1, 1) + numbered('x', 1, 2);
    expect(linesOf({ body, numbering })).toEqual(['I. A', 'II. B', 'II.a. a', '2.1.1 x']);
  });

  it('show the start of a higher level that has not begun', () => {
    const numbering = abstractList(0, [level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2.')]) + list(1, 0);
    expect(linesOf({ body: numbered('a', 1, 1) + numbered('b', 1, 1) + numbered('A', 1), numbering })).toEqual([
      '1.1. a',
      '1.2. b',
      '1. A',
    ]);
  });

  it('count on over two lists of one definition, unless the second begins anew', () => {
    const body = numbered('a', 1) + numbered('b', 2) + numbered('c', 3) + numbered('d', 3) + numbered('e', 1);
    const numbering = outline + list(1, 0) + list(2, 0) + list(3, 0, restartAt(0, 5));
    expect(linesOf({ body, numbering })).toEqual(['I. a', 'II. b', 'V. c', 'VI. d', 'VII. e']);
  });

  it('are counted apart for lists of different definitions', () => {
    const numbering = outline + abstractList(7, [level(0, 'decimal', '(%1)')]) + list(1, 0) + list(2, 7);
    expect(
      linesOf({ body: numbered('a', 1) + numbered('b', 2) + numbered('c', 1) + numbered('d', 2), numbering }),
    ).toEqual(['I. a', '(1) b', 'II. c', '(2) d']);
  });

  it('follow a level that one list changes for itself', () => {
    const numbering =
      outline + list(1, 0) + list(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', 'Bước %1:')}</w:lvlOverride>`);
    expect(linesOf({ body: numbered('a', 1) + numbered('b', 2), numbering })).toEqual(['I. a', 'Bước 2: b']);
  });

  it.each([
    ['decimal', 28, '28'],
    ['decimalZero', 3, '03'],
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 4, 'D'],
    ['lowerRoman', 14, 'xiv'],
    ['upperRoman', 49, 'XLIX'],
    ['decimalEnclosedCircle', 3, '③'],
    ['numberInDash', 2, '- 2 -'],
    ['somethingNew', 2, '2'],
  ])('in the format %s show %i as %s', (format, start, shown) => {
    const numbering = abstractList(0, [level(0, format, '%1')]) + list(1, 0, restartAt(0, start));
    expect(linesOf({ body: numbered('a', 1), numbering })).toEqual([`${shown} a`]);
  });

  it('with leading zeros are found in the newer of the two forms that a file gives', () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>${format}<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>${list(1, 0)}`;
    expect(linesOf({ body: numbered('a', 1), numbering })).toEqual(['001 a']);
  });

  it('are absent where the format or the text of the level is empty', () => {
    const numbering = abstractList(0, [level(0, 'none', ''), level(1, 'decimal', '')]) + list(1, 0);
    const source = openDocx(rawDocx({ body: numbered('a', 1) + numbered('b', 1, 1), numbering }));
    expect(source.text).toBe('a\nb\n');
    expect(source.blocks[0]).not.toHaveProperty('marker');
  });

  it.each([
    ['-', '-'],
    ['+', '+'],
    ['–', '–'],
    ['\uf0b7', '•'],
    ['\uf0a7', '•'],
    ['\uf02d', '-'],
    ['o', '•'],
  ])('that are the bullet %j show as %s', (sign, shown) => {
    const numbering = abstractList(0, [level(0, 'bullet', sign)]) + list(1, 0);
    expect(linesOf({ body: numbered('a', 1), numbering })).toEqual([`${shown} a`]);
  });

  it('come from the paragraph style, on the level that names the style', () => {
    const numbering =
      abstractList(0, [level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>')]) +
      list(4, 0);
    const styles =
      '<w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoan"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Khoan"/></w:style>';
    const body = para('a', '<w:pStyle w:val="Khoan"/>') + para('b', '<w:pStyle w:val="Khoan"/>');
    expect(linesOf({ body, numbering, styles })).toEqual(['1. a', '2. b']);
  });

  it('of a style are taken away by a paragraph that names list 0', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body =
      para('a', '<w:pStyle w:val="S"/>') + para('b', '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(linesOf({ body, numbering: outline + list(1, 0), styles })).toEqual(['I. a', 'b']);
  });

  it('are found through a numbering style', () => {
    const numbering =
      abstractList(0, [level(0, 'decimal', 'Mục %1')]) +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>' +
      list(1, 0) +
      list(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="DanhSach"><w:name w:val="DanhSach"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(linesOf({ body: numbered('a', 2) + numbered('b', 1), numbering, styles })).toEqual(['Mục 1 a', 'Mục 2 b']);
  });

  it('alone in a cell are the text of the cell, as in a column of ordinals', () => {
    const numbering = abstractList(0, [level(0, 'decimal', '%1.')]) + list(1, 0);
    const body = table([row([cell(numbered('', 1)), cell('Việc A')]), row([cell(numbered('', 1)), cell('Việc B')])]);
    const source = openDocx(rawDocx({ body, numbering }));
    expect(source.text).toBe('\t1.\n\tViệc A\n\n\t2.\n\tViệc B\n\n');
    const block = source.blocks[0];
    const span = block?.kind === 'table' ? block.rows[1]?.cells[0]?.paragraphs[0]?.span : undefined;
    expect(source.text.slice(span?.start, span?.end)).toBe('2.');
  });

  it('that name a list which is not there are left out', () => {
    expect(linesOf({ body: numbered('a', 9) + numbered('b', 1, 7), numbering: outline + list(1, 0) })).toEqual([
      'a',
      'b',
    ]);
  });
});
