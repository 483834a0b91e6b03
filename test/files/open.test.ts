import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import { defaultLimits, type OpenLimits } from '../../src/files/open-limits.ts';
import { Refusal } from '../../src/values/refusal.ts';
import {
  billionLaughs,
  compoundFile,
  cutDocx,
  docxWithEntity,
  lyingZipBomb,
  oldWordFile,
  passwordProtectedDocx,
  picture,
  spreadsheet,
  zipBomb,
} from '../bad-files.ts';
import { para, rawDocx, zipOf } from '../docx-raw.ts';

/** The refusal's code and detail; fails where the file opens. */
function refusalOf(bytes: Uint8Array | string, name: string, limits?: Partial<OpenLimits>): Refusal {
  try {
    openFile(typeof bytes === 'string' ? strToU8(bytes) : bytes, name, { ...defaultLimits, ...limits });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`${name} was opened`);
}

const goodDocx = rawDocx({ body: para('Kế hoạch năm 2024') });

describe('a file is opened by its name and its content', () => {
  it('as Word, text or Markdown, whatever the case of its extension', () => {
    expect(openFile(goodDocx, 'Kế hoạch 2024.DOCX')).toMatchObject({ format: 'docx', text: 'Kế hoạch năm 2024\n' });
    expect(openFile(strToU8('# Kế hoạch'), 'a.b.md').format).toBe('md');
    expect(openFile(strToU8('Kế hoạch'), 'a.txt').format).toBe('txt');
  });

  it('also where its main part has another name, or names in the zip differ in case', () => {
    const xml = new TextDecoder().decode(
      strToU8(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>',
      ),
    );
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
    const rels = (target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${type}" Target="${target}"/></Relationships>`;
    expect(
      openFile(zipOf({ '_rels/.rels': rels('/word/document2.xml'), 'word/document2.xml': xml }), 'a.docx').text,
    ).toBe('a\n');
    expect(
      openFile(zipOf({ '_RELS/.rels': rels('word/document.xml'), 'Word\\Document.xml': xml }), 'a.docx').text,
    ).toBe('a\n');
  });

  it('in the strict form of the standard, with prefixes of its own, and in UTF-16', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>đạt</x:t></x:r></x:p></x:body></x:document>';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    expect(openFile(rawDocx({ body: '', entries: { 'word/document.xml': utf16 } }), 'a.docx').text).toBe('đạt\n');
  });
});

describe('a file is refused with its reason', () => {
  it('when it is empty or only white space', () => {
    for (const [bytes, name] of [
      ['', 'a.docx'],
      ['', 'a.txt'],
      [' \r\n\t\n', 'a.md'],
      ['\ufeff \u00a0', 'a.txt'],
    ] as const) {
      expect(refusalOf(bytes, name)).toMatchObject({ code: 'fileEmpty', detail: { name } });
    }
    expect(refusalOf(rawDocx({ body: para('') + para('  ') }), 'a.docx').code).toBe('fileEmpty');
    expect(refusalOf(rawDocx({ body: '' }), 'a.docx').code).toBe('fileEmpty');
  });

  it('when it is larger than allowed', () => {
    expect(refusalOf(goodDocx, 'a.docx', { fileBytes: 100 })).toMatchObject({
      code: 'fileTooLarge',
      detail: { name: 'a.docx', size: goodDocx.length, limit: 100 },
    });
  });

  it.each([
    ['a.doc', 'doc'],
    ['a.pdf', 'pdf'],
    ['a.exe', 'exe'],
    ['docx', ''],
    ['a.', ''],
    ['x.docx/a', ''],
  ])('when its type is not read: %s', (name, extension) => {
    expect(refusalOf(goodDocx, name)).toMatchObject({ code: 'fileTypeUnknown', detail: { name, extension } });
  });

  it.each([
    ['a picture', picture(), 'a.docx', 'png'],
    ['a picture', picture(), 'a.txt', 'png'],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'a.docx', 'jpeg'],
    ['an old Word file', oldWordFile(), 'a.docx', 'doc'],
    ['an old spreadsheet', compoundFile(['Workbook']), 'a.docx', 'xls'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'a.docx', 'pdf'],
    ['RTF', strToU8('{\\rtf1 a}'), 'a.docx', 'rtf'],
    ['plain text', strToU8('Kế hoạch'), 'a.docx', 'text'],
    ['a spreadsheet', spreadsheet(), 'a.docx', 'xlsx'],
    ['a Word file', goodDocx, 'a.txt', 'docx'],
    ['a Word file', goodDocx, 'a.md', 'docx'],
    ['an encrypted file', passwordProtectedDocx(), 'a.txt', 'encryptedOffice'],
    ['zeros and letters', strToU8('a\0b\0\0c'), 'a.txt', 'binary'],
    ['control characters', new Uint8Array(200).map((_, at) => (at % 8) + 1), 'a.md', 'binary'],
    ['a program', strToU8('MZ\x90\0\x03'), 'a.txt', 'exe'],
  ])('when it is %s (%#) under another extension', (_, bytes, name, actual) => {
    expect(refusalOf(bytes, name)).toMatchObject({ code: 'fileTypeMismatch', detail: { name, actual } });
  });

  it('an old workbook says what to do, under its own name or another', () => {
    for (const name of ['a.xls', 'a.xlsx'])
      expect(refusalOf(compoundFile(['Workbook']), name)).toMatchObject({ code: 'fileOldWorkbook', detail: { name } });
  });

  it('when it has a password', () => {
    expect(refusalOf(passwordProtectedDocx(), 'a.docx').code).toBe('filePasswordProtected');
  });

  it('when its zip or its main part is broken, and says where', () => {
    expect(refusalOf(cutDocx(), 'a.docx').code).toBe('fileBroken');
    expect(refusalOf(zipOf({ 'a.txt': 'a' }), 'a.docx')).toMatchObject({
      code: 'fileBroken',
      detail: { part: 'word/document.xml' },
    });
    const main = (xml: string): Uint8Array => rawDocx({ body: '', entries: { 'word/document.xml': xml } });
    for (const xml of [
      '',
      '<w:document>',
      '<a></b>',
      '<a b=c/>',
      '<a/><b/>',
      '<a>&nope;</a>',
      'text',
      '<a><!-- </a>',
      '<w:p/>',
    ]) {
      expect(refusalOf(main(xml), 'a.docx')).toMatchObject({
        code: 'fileBroken',
        detail: { part: 'word/document.xml' },
      });
    }
    const notUtf8 = rawDocx({
      body: '',
      entries: { 'word/document.xml': new Uint8Array([60, 97, 62, 0xff, 60, 47, 97, 62]) },
    });
    expect(refusalOf(notUtf8, 'a.docx').code).toBe('fileBroken');
    expect(refusalOf(rawDocx({ body: para('a'), styles: '<w:style>' }), 'a.docx')).toMatchObject({
      code: 'fileBroken',
      detail: { part: 'word/styles.xml' },
    });
  });

  it('when it unpacks to too much, as its directory says or although it says otherwise', () => {
    expect(refusalOf(zipBomb(), 'a.docx')).toMatchObject({ code: 'fileUnpacksTooLarge', detail: { what: 'ratio' } });
    expect(refusalOf(lyingZipBomb(), 'a.docx').code).toBe('fileUnpacksTooLarge');
    expect(refusalOf(zipBomb(), 'a.docx', { partBytes: 1024 })).toMatchObject({
      detail: { what: 'bytes', limit: 1024 },
    });
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`a${at}`, 'a'.repeat(100)]));
    const zip = rawDocx({ body: para('a'), entries: many });
    expect(refusalOf(zip, 'a.docx', { parts: 20 })).toMatchObject({ detail: { what: 'parts' } });
    expect(refusalOf(zip, 'a.docx', { unpackedBytes: 2000 })).toMatchObject({ detail: { what: 'bytes', limit: 2000 } });
  });

  it('when its XML declares entities, before any is looked at', () => {
    expect(refusalOf(docxWithEntity(), 'a.docx').code).toBe('fileHasEntities');
    expect(refusalOf(billionLaughs(), 'a.docx').code).toBe('fileHasEntities');
    expect(
      refusalOf(rawDocx({ body: para('a'), entries: { 'word/styles.xml': '<!DOCTYPE a><a/>' } }), 'a.docx').code,
    ).toBe('fileHasEntities');
  });

  it('when its elements nest too deep', () => {
    const deep = rawDocx({ body: '<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000) });
    expect(refusalOf(deep, 'a.docx')).toMatchObject({ code: 'fileUnpacksTooLarge', detail: { what: 'depth' } });
  });
});

describe('nothing outside the file is looked at', () => {
  it('also where the file names a style part on the network', () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${type}" Target="http://127.0.0.1:9/styles.xml" TargetMode="External"/></Relationships>`;
    expect(
      openFile(rawDocx({ body: para('a'), entries: { 'word/_rels/document.xml.rels': rels } }), 'a.docx').text,
    ).toBe('a\n');
  });
});

describe('only the parts that are needed are unpacked', () => {
  it('so a broken picture or property part does not matter', () => {
    const bytes = rawDocx({
      body: para('a'),
      entries: { 'word/media/image1.bin': new Uint8Array(5000).map((_, at) => at * 31) },
    });
    const at = Buffer.from(bytes).indexOf('word/media/image1.bin') + 'word/media/image1.bin'.length;
    const damaged = Uint8Array.from(bytes).fill(0xee, at, at + 200);
    expect(openFile(damaged, 'a.docx').text).toBe('a\n');
  });

  it('and a needed one that was damaged is noticed by its checksum', () => {
    const stored = rawDocx({ body: para('Kế hoạch phát triển'), entries: { 'word/document.xml': randomXml() } });
    const at = Buffer.from(stored).indexOf('word/document.xml') + 'word/document.xml'.length + 300;
    const damaged = Uint8Array.from(stored);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(refusalOf(damaged, 'a.docx').code).toBe('fileBroken');
  });
});

/** XML long and varied enough to be damaged in the middle. */
const randomXml = (): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${Array.from({ length: 200 }, (_, at) => `<w:p><w:r><w:t>${(at * 7919) % 9973} nhiệm vụ</w:t></w:r></w:p>`).join('')}</w:body></w:document>`;
