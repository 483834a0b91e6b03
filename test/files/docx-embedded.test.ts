import { describe, expect, it } from 'vitest';
import { openDocx } from '../../src/files/docx/docx.ts';
import { cell, para, rawDocx, row, table } from '../docx-raw.ts';

/** Parts of a Word file that hold words of their own: drawings, and whole files. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...targets: [id: string, kind: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const withPart = (body: string, target: string, content: string | Uint8Array): string =>
  openDocx(
    rawDocx({
      body,
      entries: { 'word/_rels/document.xml.rels': relations(['rId7', 'aFChunk', target]), [`word/${target}`]: content },
    }),
  ).text;

const chunk = '<w:altChunk r:id="rId7"/>';

describe('a file that a Word file holds whole', () => {
  it('is read in its place, whether a page, RTF, plain text or a Word file', () => {
    const around = para('trước') + chunk + para('sau');
    const page =
      '<html><body><p>Đoạn <b>HTML</b></p><table border="1"><tr><td>a</td><td>b</td></tr></table></body></html>';
    expect(withPart(around, 'chunk.html', page)).toBe('trước\nĐoạn HTML\n\ta\n\tb\n\nsau\n');
    expect(withPart(around, 'chunk.rtf', '{\\rtf1 Plain RTF\\par}')).toBe('trước\nPlain RTF\nsau\n');
    expect(withPart(around, 'chunk.txt', 'Chữ thường')).toBe('trước\nChữ thường\nsau\n');
    expect(withPart(around, 'chunk.docx', rawDocx({ body: para('trong') + table([row([cell('ô')])]) }))).toBe(
      'trước\ntrong\n\tô\n\nsau\n',
    );
  });

  it('is left out inside another, and where the file does not have it', () => {
    const inner = rawDocx({
      body: para('trong') + chunk,
      entries: { 'word/_rels/document.xml.rels': relations(['rId7', 'aFChunk', 'x.txt']), 'word/x.txt': 'sâu' },
    });
    expect(withPart(chunk, 'chunk.docx', inner)).toBe('trong\n');
    expect(openDocx(rawDocx({ body: para('chỉ có') + chunk })).text).toBe('chỉ có\n');
  });
});

describe('drawings of a Word file', () => {
  const smartArt =
    '<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId7"/></a:graphicData></a:graphic></w:drawing></w:r>';
  const point = (words: string, type = ''): string =>
    `<dgm:pt modelId="1"${type && ` type="${type}"`}><dgm:t><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
  const data = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>${point('UBND tỉnh')}${point('nối', 'sibTrans')}${point('Sở Tài chính')}</dgm:ptLst></dgm:dataModel>`;

  it('give the words of SmartArt, point by point, behind their paragraph', () => {
    expect(withPart(para(`<w:r><w:t>Sơ đồ</w:t></w:r>${smartArt}`) + para('sau'), 'diagrams/data1.xml', data)).toBe(
      'Sơ đồ\nUBND tỉnh\nSở Tài chính\nsau\n',
    );
  });

  it('give the words of WordArt, also of the old kind', () => {
    const art = '<w:r><w:pict><v:shape><v:textpath on="t" string="KẾ HOẠCH NĂM 2026"/></v:shape></w:pict></w:r>';
    expect(openDocx(rawDocx({ body: para(art) + para('sau') })).text).toBe('\nKẾ HOẠCH NĂM 2026\nsau\n');
  });
});
