import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { tcvn3, vni, windows1258 } from '../old-encodings.ts';

const samples = join(import.meta.dirname, '../../samples');
/** Signs that the old encodings do not have. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[–—−]/g, '-')
    .replace(/[“”]/g, '"')
    .replaceAll('…', '...')
    .replace(/[≥≤‰²³×]/g, '.');
const documents = readdirSync(samples)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: plain(readFileSync(join(samples, name), 'utf8')) }));

const small =
  'Điều 1. Phê duyệt kế hoạch phát triển kinh tế - xã hội: tốc độ tăng trưởng đạt 8,5%; người dân nông thôn.';
const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

describe.each([
  ['TCVN3', tcvn3],
  ['VNI-Windows', vni],
  ['Windows-1258', windows1258],
])('a text in %s', (name, encode) => {
  it('is read as the Vietnamese that it says', () => {
    expect(openFile(encode(small), 'a.txt').text).toBe(small);
  });

  it.each(documents)('$name is read letter by letter', ({ text }) => {
    const source = openFile(encode(text), 'a.txt');
    // TCVN3 has no capitals with tone marks; how many come back is told below.
    if (name === 'TCVN3') expect(source.text.toLowerCase()).toBe(text.toLowerCase());
    else expect(source.text).toBe(text);
  });

  it('leads each place back to the byte it came from', () => {
    const bytes = encode(small);
    const source = openFile(bytes, 'a.txt');
    expect(source.original?.text).toBe(latin(bytes));
    const at = small.indexOf('8,5%');
    const place = source.original?.offsetOf(at) ?? -1;
    expect(latin(bytes).slice(place, place + 4)).toBe('8,5%');
    expect(source.original?.offsetOf(small.length)).toBe(bytes.length);
  });

  it('is known also where it was saved as Unicode letters of Western Europe', () => {
    const saved = new TextEncoder().encode(latin(encode(small.repeat(3))));
    expect(openFile(saved, 'a.txt').text).toBe(small.repeat(3));
  });

  it('opens or is refused with any bytes changed', () => {
    const bytes = encode(small);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), (edits) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, byte] of edits) copy[at % copy.length] = byte;
        try {
          const { text, original } = openFile(copy, 'a.txt');
          for (let at = 1; at <= text.length; at++) {
            const [before, here] = [original?.offsetOf(at - 1) ?? 0, original?.offsetOf(at) ?? 0];
            expect(here).toBeGreaterThanOrEqual(before);
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('capitals that TCVN3 cannot keep', () => {
  it.each([
    'ỦY BAN NHÂN DÂN TỈNH SƠN HÀ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'QUYẾT ĐỊNH',
    'Số: 95/QĐ-UBND',
    'KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024',
    'Sở Kế hoạch và Đầu tư chủ trì; UBND các xã báo cáo ở mức độ cao.',
  ])('come back from the words beside them: %s', (line) => {
    expect(openFile(tcvn3(`${small}\n${line}\n`), 'a.txt').text).toBe(`${small}\n${line}\n`);
  });

  it('most capitals of whole documents come back', () => {
    for (const { name, text } of documents) {
      const read = openFile(tcvn3(text), name).text;
      const capitals = [...text].flatMap((letter, at) => (/\p{Lu}/u.test(letter) ? [at] : []));
      const kept = capitals.filter((at) => read[at] === text[at]);
      expect(kept.length / capitals.length, name).toBeGreaterThan(0.97);
    }
  });
});

describe('texts in Unicode stay as they are', () => {
  it.each(documents)('$name', ({ text }) => {
    expect(openFile(new TextEncoder().encode(text), 'a.txt')).toMatchObject({ text });
    expect(openFile(new TextEncoder().encode(text.normalize('NFD')), 'a.txt').text).toBe(text);
  });

  it('also French, and Vietnamese with few marks', () => {
    for (const text of ['À la fin de l’année, les élèves étudient le français à Huế.', 'à é', 'Bà Hà và ông Lê'])
      expect(openFile(new TextEncoder().encode(text.repeat(8)), 'a.txt').text).toBe(text.repeat(8));
  });

  it('and bytes in no Vietnamese encoding are refused', () => {
    const french = Uint8Array.from('Les élèves étudient à la bibliothèque après le goûter'.repeat(5), (sign) =>
      sign.charCodeAt(0),
    );
    expect(() => openFile(french, 'a.txt')).toThrowError('fileEncodingInvalid');
  });
});

describe('a text in UTF-16', () => {
  const bytesOf = (text: string, swap: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };

  it.each([
    ['with its mark', `\ufeff${small}`],
    ['without its mark', small],
  ])('is read in both orders %s', (_, text) => {
    for (const swap of [false, true]) {
      const source = openFile(bytesOf(text, swap), 'a.txt');
      expect(source.text).toBe(small);
      expect(source.original?.text ?? source.text).toBe(small);
    }
  });

  it('is no name for any file with zeros in it', () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, at) => (at % 3 === 0 ? 0 : 65 + (at % 20)));
    expect(() => openFile(bytes, 'a.txt')).toThrow(Refusal);
  });
});
