import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findLibreOffice } from '../../src/files/doc/libreoffice.ts';
import { layOut } from '../../src/files/docx/laid-out.ts';
import { openFile } from '../../src/files/open.ts';
import { checkTemplate } from '../../src/files/template/check.ts';
import { grammarOf } from '../../src/report/template-kinds.ts';
import type { TemplateFault } from '../../src/values/template.ts';
import { templateFaultSentence, templatePlaceWords } from '../../src/values/template-words.ts';
import {
  actionPlan,
  edited,
  extension,
  filled,
  plan,
  planFacts,
  province,
  report,
  templateFor,
  urging,
} from '../templates.ts';

const textOf = (docx: Uint8Array): string => openFile(new Uint8Array(docx), 'van-ban.docx').text;
const letter = urging(province);
const letterTemplate = await templateFor(letter, province);

const faultsOf = (template: Uint8Array, kind = letter.kind): TemplateFault[] =>
  checkTemplate(template, 'mau.docx', grammarOf(kind)).faults;
const told = (faults: readonly TemplateFault[]): string[] =>
  faults.map((fault) => `${fault.code} ${fault.found} @ ${templatePlaceWords(fault.place, 'vi')}`);
const changed = (from: string | RegExp, to: string): Buffer => edited(letterTemplate, (xml) => xml.replace(from, to));

/** As Word leaves a placeholder behind: over runs of different looks, with marks of the spelling check between them. */
const broken = (name: string): string =>
  [...name]
    .map((letter, at) => `${letter}${at % 3 === 1 ? `</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>` : ''}`)
    .join('');

describe('a template that was edited', () => {
  it('is filled where Word has broken its placeholders over several runs', async () => {
    const template = edited(letterTemplate, (xml) =>
      ['{don_vi}', '{#nhiem_vu}', '{/nhiem_vu}', '{SO}', '{tra_loi_truoc_ngay}'].reduce(
        (text, name) => text.replaceAll(name, broken(name)),
        xml,
      ),
    );
    expect(faultsOf(template)).toEqual([]);
    expect(textOf(await filled(template, letter))).toBe(textOf(await filled(letterTemplate, letter)));
  });

  it('shows values as they are, whatever marks they hold, and never takes them for placeholders', async () => {
    const text = textOf(await filled(letterTemplate, letter));
    for (const value of ['Sở Y tế & Dân số', 'Xây dựng đề án <một> {so}', 'Rà soát “quy hoạch”'])
      expect(text).toContain(value);
  });

  it('keeps the repeated head of a table and the page across', async () => {
    const { sections } = layOut(await filled(letterTemplate, letter));
    expect(sections.map(({ page }) => page.landscape)).toEqual([false, true]);
    const table = sections[1]?.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.map(({ header }) => header)).toEqual([true, false, false, false]);
  });

  it('drops the page of an appendix that is not there this time', async () => {
    const pages = async (one: typeof letter) =>
      layOut(await filled(await templateFor(one, province), one)).sections.map(({ page }) => page.landscape);
    expect(await pages(plan(planFacts(province)))).toEqual([false, true, true]);
    expect(await pages(plan(planFacts(province, { tasks: [] })))).toEqual([false, true]);
    expect(await pages(plan(planFacts(province, { targets: [] })))).toEqual([false, true]);
    expect(await pages(actionPlan(planFacts(province, { tasks: [] })))).toEqual([false, false, true]);
    expect(await pages(report(province, false))).toEqual([false]);
  });

  it('fills what stands in headers, text boxes and nested tables', async () => {
    const box = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>';
    const inBox = `${box}<w:p><w:r><w:t>Khung: {DON_VI}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const cell = (inner: string) => `<w:tbl><w:tblGrid/><w:tr><w:tc>${inner}<w:p/></w:tc></w:tr></w:tbl>`;
    const nested = cell(cell('<w:p><w:r><w:t>{#nhiem_vu}- Lồng: {noi_dung}{/nhiem_vu}</w:t></w:r></w:p>'));
    const body = edited(letterTemplate, (xml) => xml.replace('<w:body>', `<w:body>${inBox}${nested}`));
    const header = Object.keys(unzipSync(new Uint8Array(body))).find((name) => /word\/header\d/.test(name)) ?? '';
    const template = edited(
      body,
      (xml) => xml.replace('</w:hdr>', '<w:p><w:r><w:t>Đầu trang {so_nhiem_vu}</w:t></w:r></w:p></w:hdr>'),
      header,
    );
    expect(faultsOf(template)).toEqual([]);
    const document = await filled(template, letter);
    const text = textOf(document);
    for (const line of ['Khung: SỞ Y TẾ & DÂN SỐ', '- Lồng: Xây dựng đề án <một> {so}', '- Lồng: Báo cáo'])
      expect(text).toContain(line);
    const parts = unzipSync(new Uint8Array(document));
    expect(new TextDecoder().decode(parts[header]).replaceAll(/<[^>]*>/g, '')).toContain('Đầu trang 03');
  });

  it('leaves out a stretch that has nothing to say', async () => {
    const notice = (before: string | null) => extension(province, [], before);
    const text = async (before: string | null) =>
      textOf(await filled(await templateFor(notice(null), province), notice(before)));
    expect(await text('2026-03-31')).toContain('đến ngày 30/06/2026 (thời hạn trước đây: ngày 31/03/2026).');
    expect(await text(null)).toContain('đến ngày 30/06/2026.');
  });

  // Another program writes every run, style and part anew.
  it('survives another office program', async (context) => {
    const program = findLibreOffice();
    context.skip(program === undefined, 'LibreOffice is not installed');
    const folder = mkdtempSync(join(tmpdir(), 'tiendo-'));
    try {
      const all = [letter, plan(planFacts(province)), report(province)];
      const templates = await Promise.all(all.map((one) => templateFor(one, province)));
      const names = all.map(({ kind }) => `${kind}.docx`);
      for (const [at, name] of names.entries()) writeFileSync(join(folder, name), templates[at] ?? '');
      execFileSync(program ?? '', [
        ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx:MS Word 2007 XML'],
        ...['--outdir', join(folder, 'out'), ...names.map((name) => join(folder, name))],
      ]);
      const squeezed = (docx: Uint8Array) => textOf(docx).replaceAll(/\s+/g, ' ').trim();
      for (const [at, one] of all.entries()) {
        const resaved = readFileSync(join(folder, 'out', names[at] ?? ''));
        expect(faultsOf(resaved, one.kind)).toEqual([]);
        expect(squeezed(await filled(resaved, one))).toBe(squeezed(await filled(templates[at] ?? resaved, one)));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a template that is broken', () => {
  it.each([
    [
      'a name that nobody knows',
      ['{tinh_den_ngay}', '{tinh_den_ngai}'],
      'unknown {tinh_den_ngai} @ Thân văn bản, đoạn 2',
    ],
    [
      'a missing brace at its end',
      ['{tinh_den_ngay}', '{tinh_den_ngay'],
      /^unclosed \{tinh_den_ngay.* @ Thân văn bản, đoạn 2/,
    ],
    [
      'a missing brace before it',
      ['{tinh_den_ngay}', 'tinh_den_ngay}'],
      /^unopened .*tinh_den_ngay\} @ Thân văn bản, đoạn 2/,
    ],
    [
      'letters with accents',
      ['{tinh_den_ngay}', '{tính đến ngày}'],
      'malformed {tính đến ngày} @ Thân văn bản, đoạn 2',
    ],
    ['a list without its end', ['{/nhiem_vu}', ''], /^endMissing \{#nhiem_vu\} @ Thân văn bản, bảng 3, hàng 2, ô 1/],
    [
      'a list without its beginning',
      ['{#nhiem_vu}', ''],
      /^startMissing \{\/nhiem_vu\} @ Thân văn bản, bảng 3, hàng 2, ô 6/,
    ],
    ['a list that stands as a word', ['{tinh_den_ngay}', '{nhiem_vu}'], 'listAsText {nhiem_vu} @ Thân văn bản, đoạn 2'],
    ['what belongs into a list', ['{tinh_den_ngay}', '{thoi_han}'], 'elsewhere {thoi_han} @ Thân văn bản, đoạn 2'],
  ] as const)('by %s is told so, with its place', (_, [from, to], expected) => {
    const found = told(faultsOf(changed(from, to)));
    expect(found).toHaveLength(1);
    expect(found.some((one) => (typeof expected === 'string' ? one === expected : expected.test(one)))).toBe(true);
  });

  it('names what may have been meant, and shows the words around it', () => {
    const [fault] = faultsOf(changed('{tinh_den_ngay}', '{tinh_den_ngai}'));
    expect(fault && templateFaultSentence(fault, 'vi')).toBe(
      'Không có chỗ điền {tinh_den_ngai}. Có phải {tinh_den_ngay}?',
    );
    expect(fault?.place.excerpt).toContain('tính đến ngày {tinh_den_ngai}');
  });

  it('is told of a list that begins in a table and ends below it', () => {
    const template = edited(letterTemplate, (xml) =>
      xml
        .replace('{/nhiem_vu}', '')
        .replace(/(<w:sectPr(?![\s\S]*<w:sectPr)[\s\S]*)/, '<w:p><w:r><w:t>{/nhiem_vu}</w:t></w:r></w:p>$1'),
    );
    expect(told(faultsOf(template))).toContain('crossing {#nhiem_vu} @ Thân văn bản, bảng 3, hàng 2, ô 1');
  });

  it('is told what its kind may not leave out', async () => {
    const one = report(province);
    const template = edited(await templateFor(one, province), (xml) => xml.replace('{@noi_dung}', 'Nội dung'));
    expect(told(faultsOf(template, 'report'))).toEqual(['missing {@noi_dung} @ Tệp']);
    const inLine = edited(await templateFor(one, province), (xml) =>
      xml.replace('{@noi_dung}', 'Như sau: {@noi_dung}'),
    );
    expect(told(faultsOf(inLine, 'report')).map((one) => one.split(' ')[0])).toEqual(['blockNotAlone']);
  });

  it('is refused what must not leave with a document: macros, objects, links to elsewhere, comments, tracked changes', () => {
    const withPart = (name: string, text: string) =>
      zipSync({ ...unzipSync(new Uint8Array(letterTemplate)), [name]: strToU8(text) });
    const link = (kind: string) =>
      edited(
        letterTemplate,
        (xml) =>
          xml.replace(
            '</Relationships>',
            `<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="http://vi-du.vn/a" TargetMode="External"/></Relationships>`,
          ),
        'word/_rels/document.xml.rels',
      );
    const codes = (template: Uint8Array) => faultsOf(template).map(({ code }) => code);
    expect(codes(withPart('word/vbaProject.bin', 'x'))).toContain('macro');
    expect(codes(withPart('word/embeddings/oleObject1.bin', 'x'))).toEqual(['embedded']);
    expect(codes(link('image'))).toEqual(['linkedOutside']);
    expect(codes(link('hyperlink'))).toEqual([]);
    const added = (xml: string) => changed('</w:p>', `${xml}</w:p>`);
    expect(codes(added('<w:ins w:id="1"><w:r><w:t>x</w:t></w:r></w:ins>'))).toEqual(['trackedChanges']);
    expect(codes(added('<w:r><w:commentReference w:id="1"/></w:r>'))).toEqual(['comment']);
    expect(codes(added('<w:r><w:instrText>INCLUDEPICTURE "http://vi-du.vn/a.png"</w:instrText></w:r>'))).toEqual([
      'field',
    ]);
    expect(
      codes(
        withPart(
          '[Content_Types].xml',
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        ),
      ),
    ).toContain('macro');
  });
});
