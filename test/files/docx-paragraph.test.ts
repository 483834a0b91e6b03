import { describe, expect, it } from 'vitest';
import { openDocx } from '../../src/files/docx/docx.ts';
import type { Block } from '../../src/values/block.ts';
import { cell, para, rawDocx, row, run, table } from '../docx-raw.ts';

const blocksOf = (body: string, styles?: string): Block[] =>
  openDocx(rawDocx({ body, ...(styles && { styles }) })).blocks;
const style = (id: string, content: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}" ${more}><w:name w:val="${id}"/>${content}</w:style>`;
const bold = '<w:b/>';

describe('the looks of a Word paragraph', () => {
  it('are bold or italic only where all its letters are', () => {
    const blocks = blocksOf(
      para(run('a', bold) + run(' ') + run('b', bold)) +
        para(run('a', bold) + run('b')) +
        para(run('a', '<w:i/><w:b w:val="0"/>')) +
        para('a'),
    );
    expect(blocks.map((block) => block.kind === 'paragraph' && [block.bold ?? false, block.italic ?? false])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ]);
  });

  it('come from the style and the styles it is based on, until the paragraph says otherwise', () => {
    const styles =
      style('Goc', '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>') +
      style('Con', '<w:basedOn w:val="Goc"/><w:rPr><w:i/></w:rPr>');
    const [first, second] = blocksOf(
      para('a', '<w:pStyle w:val="Con"/>') +
        para(run('a', '<w:b w:val="0"/>'), '<w:pStyle w:val="Con"/><w:jc w:val="both"/>'),
      styles,
    );
    expect(first).toMatchObject({ bold: true, italic: true, align: 'center', heading: 2 });
    expect(second).toMatchObject({ italic: true, align: 'justify', heading: 2 });
    expect(second).not.toHaveProperty('bold');
  });

  it('turn over where a character style and a paragraph style both say bold', () => {
    const styles = `${style('P', '<w:rPr><w:b/></w:rPr>')}<w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:b/></w:rPr></w:style>`;
    const [only] = blocksOf(para(run('a', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>'), styles);
    expect(only).not.toHaveProperty('bold');
  });

  it('come from the default style and the defaults of the file where the paragraph names none', () => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrDefault></w:docDefaults>${style('Normal', '<w:rPr><w:b/></w:rPr>', 'w:default="1"')}`;
    expect(blocksOf(para('a'), styles)[0]).toMatchObject({ bold: true, italic: true, align: 'right' });
  });

  it('survive styles that are based on each other in a circle', () => {
    const styles = style('A', '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') + style('B', '<w:basedOn w:val="A"/>');
    expect(blocksOf(para('a', '<w:pStyle w:val="A"/>'), styles)[0]).toMatchObject({ bold: true });
  });

  it('tell a heading by the outline level, or by the name of a built-in style', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Tieude"><w:name w:val="heading 3"/></w:style>';
    const [direct, named, body] = blocksOf(
      para('a', '<w:outlineLvl w:val="0"/>') +
        para('b', '<w:pStyle w:val="Tieude"/>') +
        para('c', '<w:outlineLvl w:val="9"/>'),
      styles,
    );
    expect(direct).toMatchObject({ heading: 1 });
    expect(named).toMatchObject({ heading: 3 });
    expect(body).not.toHaveProperty('heading');
  });

  it('have the level of their indentation', () => {
    const [none, one, two] = blocksOf(
      para('a', '<w:ind w:left="100" w:firstLine="720"/>') +
        para('b', '<w:ind w:left="720"/>') +
        para('c', '<w:ind w:start="1440"/>'),
    );
    expect(none).not.toHaveProperty('level');
    expect(one).toMatchObject({ level: 1 });
    expect(two).toMatchObject({ level: 2 });
  });

  it('leave empty paragraphs as empty lines without a block', () => {
    const source = openDocx(rawDocx({ body: para('a') + para('') + para('  ') + para('b') }));
    expect(source.text).toBe('a\n\n\nb\n');
    expect(source.blocks).toHaveLength(2);
  });
});

describe('a new page in a Word file', () => {
  const breaks = (body: string): boolean[] =>
    blocksOf(body).map((block) => block.kind === 'paragraph' && (block.pageBreak ?? false));
  const page = '<w:r><w:br w:type="page"/></w:r>';
  const section = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;

  it('is marked on the paragraph that begins it', () => {
    expect(breaks(para('a') + para(page + run('b')) + para('c'))).toEqual([false, true, false]);
    expect(breaks(para('a') + para(page) + para('b'))).toEqual([false, true]);
    expect(breaks(para(run('a') + page) + para('b'))).toEqual([false, true]);
    expect(breaks(para('a') + para('b', '<w:pageBreakBefore/>'))).toEqual([false, true]);
  });

  it('that begins with a table is not put down to the paragraph after the table', () => {
    expect(breaks(para('a') + para(page) + table([row([cell('b')])]) + para('c'))).toEqual([false, false, false]);
  });

  it('is not where the page only happened to be full', () => {
    expect(breaks(para('a') + para(`<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>`))).toEqual([false, false]);
  });

  it('begins with a section that is on a new page, not with one that goes on', () => {
    expect(breaks(para('a', section('nextPage')) + para('b') + section('nextPage'))).toEqual([false, true]);
    expect(breaks(para('a', section('nextPage')) + para('b') + section('continuous'))).toEqual([false, false]);
  });
});

describe('text boxes of a Word file', () => {
  const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
  const modern = (content: string): string =>
    `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const old = (content: string): string => `<w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict>`;
  const textOf = (body: string): string => openDocx(rawDocx({ body })).text;

  it('are read once although the file says them in two ways', () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${modern(para('hộp'))}</mc:Choice><mc:Fallback>${old(para('hộp'))}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textOf(para(run('neo') + both) + para('sau'))).toBe('neo\nhộp\nsau\n');
  });

  it('are read from the older form where the newer one has no text', () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="cx"><w:drawing/></mc:Choice><mc:Fallback>${old(para('hộp'))}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textOf(para(both))).toBe('\nhộp\n');
  });

  it('may hold tables and further boxes, and stand in cells', () => {
    const inner = `<w:r>${old(para('trong'))}</w:r>`;
    expect(textOf(para(`<w:r>${old(para(run('ngoài') + inner) + table([row([cell('ô')])]))}</w:r>`))).toBe(
      '\nngoài\ntrong\n\tô\n\n',
    );
    expect(textOf(table([row([cell(para(`${run('a')}<w:r>${old(para('b'))}</w:r>`)), cell('c')])]))).toBe(
      '\ta\nb\n\tc\n\n',
    );
  });
});

describe('notes of a Word file', () => {
  const note = (id: number, text: string): string =>
    `<w:footnote w:id="${id}">${para(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`;
  const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

  it('stand at the end in the order of their marks, and leave no digit in the text', () => {
    const source = openDocx(
      rawDocx({
        body: para(run('đạt 65') + mark(3) + run(' xã')) + para(run('x') + mark(2)),
        footnotes: note(2, 'thứ hai') + note(3, 'thứ nhất') + note(9, 'không ai nhắc'),
        endnotes: '',
      }),
    );
    expect(source.text).toBe('đạt 65 xã\nx\n[1] thứ nhất\n[2] thứ hai\n');
    expect(source.blocks.at(-1)).toMatchObject({ marker: '[2]' });
  });

  it('are left out where the file has lost them', () => {
    expect(openDocx(rawDocx({ body: para(run('a') + mark(1)) })).text).toBe('a\n');
  });
});
