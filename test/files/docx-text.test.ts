import { describe, expect, it } from 'vitest';
import { openDocx } from '../../src/files/docx/docx.ts';
import { para, rawDocx, run } from '../docx-raw.ts';

const textOf = (body: string, styles?: string): string =>
  openDocx(rawDocx({ body, ...(styles && { styles }) })).text.trimEnd();
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('the text of a Word paragraph', () => {
  it('is joined from its runs, trimmed, and in one form of Unicode', () => {
    expect(textOf(para(run('  Ủy ban ') + run('nhân dân '.normalize('NFD')) + run('tỉnh  ')))).toBe(
      'Ủy ban nhân dân tỉnh',
    );
  });

  it('is composed also where a letter and its accent are in different runs', () => {
    expect(textOf(para(run('Nghi') + run('\u0323 quyê') + run('\u0301t')))).toBe('Nghị quyết');
  });

  it('keeps spaces between runs where the file forgets to ask for it', () => {
    expect(textOf(para('<w:r><w:t>độ </w:t></w:r><w:r><w:t>dài</w:t></w:r>'))).toBe('độ dài');
  });

  it('has a space for a TAB, since a TAB begins a table cell in the canonical text', () => {
    expect(textOf(para(`${run('1.')}<w:r><w:tab/></w:r>${run('a\tb')}`))).toBe('1. a b');
  });

  it('has a line break for a soft break and none for a line break of the XML', () => {
    expect(textOf(para(`${run('a')}<w:r><w:br/></w:r>${run('b\nc')}<w:r><w:cr/></w:r>${run('d')}`))).toBe('a\nb c\nd');
  });

  it('has a plain hyphen for one that does not break, and nothing for a soft one', () => {
    expect(textOf(para(`<w:r><w:t>43</w:t><w:noBreakHyphen/><w:t>NQ/</w:t><w:softHyphen/><w:t>TW</w:t></w:r>`))).toBe(
      '43-NQ/TW',
    );
  });

  it('has ordinary signs for those of symbol fonts', () => {
    const symbols =
      '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="0111"/></w:r>';
    expect(textOf(para(symbols + run(' £', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + run('\uf0b1')))).toBe(
      '≥✓đ ≤±',
    );
  });

  it('shows the result of a field and not its instruction, also nested', () => {
    const inner = field('PAGE', run('5'));
    expect(textOf(para(run('Trang ') + field(`IF ${''}`, inner + run('/9')) + run('.')))).toBe('Trang 5/9.');
    expect(textOf(para(`<w:fldSimple w:instr="DATE">${run('ngày 08')}</w:fldSimple>`))).toBe('ngày 08');
  });

  it('goes on after a field that never ends', () => {
    expect(textOf(para(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('mất')}`) + para('còn'))).toBe('\ncòn');
  });

  it('runs through links, smart tags, content controls and bookmarks', () => {
    const body = para(
      `<w:hyperlink r:id="rId9">${run('a')}</w:hyperlink><w:smartTag>${run('b')}</w:smartTag><w:bookmarkStart w:id="1"/>` +
        `<w:sdt><w:sdtPr/><w:sdtContent>${run('c')}</w:sdtContent></w:sdt><w:customXml>${run('d')}</w:customXml><w:dir>${run('e')}</w:dir>`,
    );
    expect(textOf(body)).toBe('abcde');
  });

  it('leaves out hidden letters, by the run or by a style', () => {
    const styles =
      '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = para(
      run('a') + run('b', '<w:vanish/>') + run('c', '<w:rStyle w:val="An"/>') + run('d', '<w:vanish w:val="0"/>'),
    );
    expect(textOf(body, styles)).toBe('ad');
  });

  it('is in capitals where Word draws capitals', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Hoa"><w:name w:val="Hoa"/><w:rPr><w:caps/></w:rPr></w:style>';
    const body =
      para(run('Quyết định ') + run('số', '<w:caps w:val="false"/>'), '<w:pStyle w:val="Hoa"/>') +
      para(run('đ', '<w:smallCaps/>'));
    expect(textOf(body, styles)).toBe('QUYẾT ĐỊNH số\nĐ');
  });

  it('reads formulas from left to right', () => {
    const part = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    expect(
      textOf(para(`<m:oMath>${part('x=')}<m:f><m:num>${part('a')}</m:num><m:den>${part('b')}</m:den></m:f></m:oMath>`)),
    ).toBe('x=a/b');
  });

  it('escapes nothing twice', () => {
    expect(textOf(para(run('a &amp; b < c')))).toBe('a &amp; b < c');
  });

  it('leaves out comments', () => {
    expect(textOf(para(`${run('a')}<w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="0"/>`))).toBe('a');
  });
});

describe('tracked changes of a Word file are read as accepted', () => {
  const deleted = (text: string): string => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const deletedMark = '<w:rPr><w:del w:id="2"/></w:rPr>';

  it('inserted and moved-in text is kept, deleted and moved-away text is not', () => {
    const body = para(
      `${run('a')}<w:ins w:id="3">${run('b')}</w:ins>${deleted('c')}<w:moveFrom w:id="4">${run('d')}</w:moveFrom><w:moveTo w:id="5">${run('e')}</w:moveTo>`,
    );
    expect(textOf(body)).toBe('abe');
  });

  it('a deleted paragraph mark joins two paragraphs, with the looks of the second', () => {
    const body = para('Ủy ban ', deletedMark) + para('nhân dân', '<w:jc w:val="center"/>') + para('tỉnh');
    const source = openDocx(rawDocx({ body }));
    expect(source.text).toBe('Ủy ban nhân dân\ntỉnh\n');
    expect(source.blocks[0]).toMatchObject({ align: 'center' });
  });

  it('a paragraph deleted whole leaves nothing, and the last one of the file is not lost', () => {
    expect(textOf(para('a') + para(deleted('b'), deletedMark) + para('c'))).toBe('a\nc');
    expect(textOf(para('a') + para('b', deletedMark))).toBe('a\nb');
  });

  it('formatting of before the change is not looked at', () => {
    const source = openDocx(
      rawDocx({ body: para(run('a', '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>')) }),
    );
    expect(source.blocks[0]).not.toHaveProperty('bold');
  });
});
