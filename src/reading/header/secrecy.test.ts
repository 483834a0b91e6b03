import { describe, expect, it } from 'vitest';
import { para, rawDocx } from '../../../test/docx-raw.ts';
import { pdfOf } from '../../../test/files/pdf-writer.ts';
import { rawOdt } from '../../../test/odt-raw.ts';
import { planText } from '../../../test/plan-text.ts';
import { openAnyFile } from '../../files/open.ts';
import { readDocument } from '../document.ts';
import { secrecyOfEdges } from './secrecy.ts';

const lines = planText().split('\n');
const body = lines.map((line) => para(line)).join('');
const found = async (bytes: Uint8Array, name: string) => {
  const source = await openAnyFile(bytes, name);
  return [readDocument(source).document.secrecy, /(?:^|\n)\s*(?:TUYỆT |TỐI )?MẬT\s*(?:\n|$)/u.test(source.text)];
};

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
const docx = (kind: 'hdr' | 'ftr', content: string) =>
  rawDocx({
    body,
    entries: {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${office}/${kind === 'hdr' ? 'header' : 'footer'}" Target="edge7.xml"/></Relationships>`,
      'word/edge7.xml': `<w:${kind} ${w}>${content}</w:${kind}>`,
    },
  });
const box = (content: string) =>
  `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
const cell = (content: string) =>
  `<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>${content}</w:tc><w:tc><w:tcPr/>${para('')}</w:tc></w:tr></w:tbl>`;
const rtfWords = (text: string) =>
  [...text].map((sign) => (sign.charCodeAt(0) < 128 ? sign : `\\u${sign.charCodeAt(0)}?`)).join('');
const rtf = (edge: string) =>
  Buffer.from(`{\\rtf1\\ansi\\uc1 ${edge}${lines.map((line) => `${rtfWords(line)}\\par\n`).join('')}}`);
const odtStyles = (kind: string, text: string) =>
  `<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:master-styles><style:master-page style:name="Standard"><style:${kind}><text:p>${text}</text:p></style:${kind}></style:master-page></office:master-styles></office:document-styles>`;
const odt = (kind: string, text: string) =>
  rawOdt(lines.map((line) => `<text:p>${line}</text:p>`).join(''), '', { 'styles.xml': odtStyles(kind, text) });
const pdf = (mark: string) =>
  pdfOf(
    [0, 1, 2, 3].map((page) => ({
      texts: [
        { x: 260, y: 40, text: mark },
        ...lines.map((text, at) => ({ x: 60, y: 110 + at * 20, text: `${text} ${page}` })),
      ],
    })),
  );

describe('a mark of secrecy that stands around the text', () => {
  it.each([
    ['the page header of a Word file', () => docx('hdr', para('MẬT')), 'a.docx', 'confidential'],
    ['the page footer of a Word file', () => docx('ftr', para('TỐI MẬT')), 'a.docx', 'secret'],
    ['a box in a Word file’s page header', () => docx('hdr', box(para('TUYỆT MẬT'))), 'a.docx', 'topSecret'],
    ['two lines of a box', () => docx('hdr', box(para('TUYỆT') + para('MẬT'))), 'a.docx', 'topSecret'],
    ['a cell in a Word file’s page header', () => docx('hdr', cell(para('MẬT'))), 'a.docx', 'confidential'],
    [
      'a watermark of a Word file',
      () => docx('hdr', '<w:p><w:r><w:pict><v:shape><v:textpath string="TỐI MẬT"/></v:shape></w:pict></w:r></w:p>'),
      'a.docx',
      'secret',
    ],
    [
      'the first page’s header of an RTF file',
      () => rtf(`{\\headerf\\pard ${rtfWords('MẬT')}\\par}`),
      'a.rtf',
      'confidential',
    ],
    ['the footer of an RTF file', () => rtf(`{\\footer\\pard ${rtfWords('Độ mật: Tối mật')}\\par}`), 'a.rtf', 'secret'],
    [
      'the page header of an OpenDocument text',
      () => odt('header', 'M<text:span>ẬT</text:span>'),
      'a.odt',
      'confidential',
    ],
    ['the first page’s footer of an OpenDocument text', () => odt('footer-first', 'TUYỆT MẬT'), 'a.odt', 'topSecret'],
    ['the running header of a PDF', () => pdf('MẬT'), 'a.pdf', 'confidential'],
  ])('is found in %s, and is no part of the text', async (_, file, name, level) => {
    expect(await found(file(), name)).toEqual([level, false]);
  });

  it.each([
    ['a text box at a Word file’s head', () => rawDocx({ body: box(para('MẬT')) + body }), 'a.docx', 'confidential'],
    ['a cell at a Word file’s head', () => rawDocx({ body: cell(para('TỐI MẬT')) + body }), 'a.docx', 'secret'],
    [
      'a text box at an RTF file’s head',
      () => rtf(`{\\shp{\\*\\shpinst{\\shptxt\\pard ${rtfWords('MẬT')}\\par}}}`),
      'a.rtf',
      'confidential',
    ],
  ])('is found in %s', async (_, file, name, level) => {
    expect((await found(file(), name))[0]).toBe(level);
  });

  it('is not seen in words that speak of secrecy', async () => {
    const spoken = [
      'Luật Bảo vệ bí mật nhà nước',
      'BẢO MẬT',
      'CHẾ ĐỘ MẬT',
      'Tài liệu mật',
      'mật',
      'Nghị định số 26/2020/NĐ-CP quy định chi tiết Luật Bảo vệ bí mật nhà nước',
      'DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT',
      'MẬT ONG BẠC HÀ',
      'Độ mật: Mật/Tối mật/Tuyệt mật',
    ];
    expect(spoken.map((line) => secrecyOfEdges([line]))).toEqual(spoken.map(() => null));
    expect(secrecyOfEdges(['QUY CHẾ BẢO', 'MẬT'])).toBeNull();
    expect(await found(docx('hdr', para(spoken[0] ?? '')), 'a.docx')).toEqual([null, false]);
  });
});
