import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert, findLibreOffice } from '../../src/files/doc/libreoffice.ts';
import { openDocText } from '../../src/files/doc/plain-text.ts';
import { openAnyFile, openFile } from '../../src/files/open.ts';
import { defaultLimits } from '../../src/files/open-limits.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { Block, TextSource } from '../../src/values/block.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { Span } from '../../src/values/span.ts';
import { squeeze } from '../../src/values/vietnamese.ts';
import { oldWordFile, picture } from '../bad-files.ts';
import { para, rawDocx, run } from '../docx-raw.ts';
import { tcvn3, vni } from '../old-encodings.ts';

const folder = join(import.meta.dirname, '../../../shared/documents/files/word');
const present = existsSync(folder);
if (!present) console.warn('The real Word files of ../shared are not here: their tests are left out.');
const office = findLibreOffice();
if (!office) console.warn('LibreOffice is not installed: converting .doc files is left out of the tests.');
const names = present ? readdirSync(folder).filter((name) => name.endsWith('.doc')) : [];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

const refusalOf = async (opened: Promise<TextSource | Uint8Array>): Promise<string> => {
  try {
    await opened;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'opened';
};

/** Words of every paragraph, and cells with their places of every table. */
const content = ({ text, blocks }: TextSource): unknown[] =>
  blocks.map((block: Block) => {
    const words = (span: { start: number; end: number }): string =>
      text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
    if (block.kind === 'paragraph') return [block.marker, words(block.span)];
    return block.rows.map((row) =>
      row.cells.map(({ span, column, columns, rows }) => [words(span), column, columns, rows]),
    );
  });

/** Everything that is found, with the words in the places of their offsets: white space differs between the formats. */
const findings = (source: TextSource): unknown => {
  const { document, targets, tasks } = readDocument(source);
  const said = ({ start, end }: Span): string => squeeze(source.text.slice(start, end));
  return JSON.parse(JSON.stringify({ document, targets, tasks }), (_, value: unknown) => {
    const span = Span.safeParse(value);
    return span.success ? said(span.data) : value;
  });
};

describe.skipIf(!present || !office)('an old Word file and the same as a new one', () => {
  it.each(names)('%s: have the same words, numbers and tables', async (name) => {
    const old = await openAnyFile(bytesOf(name), name);
    expect(old.format).toBe('doc');
    expect(content(old)).toEqual(content(openFile(bytesOf(`${name}x`), `${name}x`)));
  });

  it.each(names)('%s: are read alike', async (name) => {
    const [old, newer] = [await openAnyFile(bytesOf(name), name), openFile(bytesOf(`${name}x`), `${name}x`)];
    expect(findings(old)).toEqual(findings(newer));
  });
});

describe.skipIf(!present)('without LibreOffice', () => {
  const words = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

  it.each(names)('%s: has at least 98 in 100 words and its tables', async (name) => {
    const plain = await openDocText(bytesOf(name));
    const whole = openFile(bytesOf(`${name}x`), `${name}x`);
    expect(plain.format).toBe('doc');
    expect(words(plain.text).length / words(whole.text).length).toBeGreaterThan(0.98);
    const tables = (source: TextSource): boolean => source.blocks.some(({ kind }) => kind === 'table');
    expect(tables(plain)).toBe(tables(whole));
  });

  it('a password is noticed before anything is tried', async () => {
    const bytes = bytesOf('nd30-2020-Phuluc2.doc');
    const view = new DataView(bytes.buffer);
    const fib =
      Array.from({ length: bytes.length >> 9 }, (_, at) => at * 512).find(
        (at) => view.getUint16(at, true) === 0xa5ec,
      ) ?? 0;
    view.setUint16(fib + 10, view.getUint16(fib + 10, true) | 0x100, true);
    expect(await refusalOf(openAnyFile(bytes, 'a.doc'))).toBe('filePasswordProtected');
  });
});

describe('a file called .doc', () => {
  const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

  it.each([
    ['RTF', ascii('{\\rtf1 Dieu 1\\par}')],
    ['a page', ascii('<html><body><p>Dieu 1</p></body></html>')],
    ['a page saved as one file', ascii('MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Dieu 1</p>')],
    ['a new Word file', rawDocx({ body: para('Dieu 1') })],
  ])('may be %s, as Word opens it', async (_, bytes) => {
    expect(await openAnyFile(bytes, 'a.doc')).toMatchObject({ format: 'doc', text: 'Dieu 1\n' });
  });

  it.each([
    ['a picture', picture(), 'fileTypeMismatch'],
    ['text', ascii('Dieu 1'), 'fileTypeMismatch'],
    ['empty', new Uint8Array(), 'fileEmpty'],
    ['larger than allowed', new Uint8Array(defaultLimits.fileBytes + 1), 'fileTooLarge'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    expect(await refusalOf(openAnyFile(bytes, 'a.doc'))).toBe(code);
  });

  it('is refused when it is broken, with and without LibreOffice', async () => {
    expect(['fileBroken', 'fileEmpty']).toContain(await refusalOf(openDocText(oldWordFile())));
    if (office) expect(['fileBroken', 'fileEmpty']).toContain(await refusalOf(openAnyFile(oldWordFile(), 'a.doc')));
  });
});

describe.skipIf(process.platform === 'win32')('a conversion that does not end', () => {
  it('is stopped with all it started', async () => {
    const place = mkdtempSync(join(tmpdir(), 'tiendo-test-'));
    try {
      const program = join(place, 'soffice');
      writeFileSync(program, `#!/bin/sh\nsleep 300 &\necho $! > ${place}/child\nsleep 300\n`, { mode: 0o755 });
      const conversion = convert({ program, bytes: new Uint8Array([1]), from: 'doc', to: 'docx', seconds: 1 });
      expect(await refusalOf(conversion)).toBe('fileTakesTooLong');
      const child = Number(readFileSync(join(place, 'child'), 'utf8'));
      await expect.poll(() => isRunning(child)).toBe(false);
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('that ends without a file is a broken file', async () => {
    expect(
      await refusalOf(
        convert({ program: '/bin/true', bytes: new Uint8Array([1]), from: 'doc', to: 'docx', seconds: 5 }),
      ),
    ).toBe('fileBroken');
  });
});

/** A killed process may stay as a zombie where nobody waits for it; it runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
  } catch {
    return false;
  }
}

describe('a new Word file in fonts of old encodings', () => {
  const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it('is read as the Vietnamese that they show', () => {
    const body =
      para(run(latin(tcvn3('ủy ban nhân dân')), font('.VnTimeH'))) +
      para(run(latin(tcvn3('Tỷ lệ hộ nghèo giảm')), font('.VnTime')) + run(' 2%')) +
      para(
        run('Ngh', font('VNI-Times')) +
          run(`${latin(vni('ị quy'))}e`, font('VNI-Times')) +
          run('á', font('VNI-Times')) +
          run('t', font('VNI-Times')),
      );
    expect(openFile(rawDocx({ body }), 'a.docx').text).toBe('ỦY BAN NHÂN DÂN\nTỷ lệ hộ nghèo giảm 2%\nNghị quyết\n');
  });

  it('stays as it is where its text is Unicode all the same', () => {
    const body = para(run('Ủy ban nhân dân tỉnh', font('.VnTime')) + run(' Công', font('.VnTime'))).repeat(9);
    expect(openFile(rawDocx({ body }), 'a.docx').text).toBe('Ủy ban nhân dân tỉnh Công\n'.repeat(9));
  });
});
