import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAnyFile } from '../../src/files/open.ts';
import { findTesseract } from '../../src/files/scan/tesseract.ts';
import { readDocument } from '../../src/reading/document.ts';

const folder = join(import.meta.dirname, '../../../shared/documents/files/scan');
const present =
  existsSync(folder) &&
  (await findTesseract().then(
    () => true,
    () => false,
  ));
if (!present) process.stdout.write('Real scans or Tesseract are not here: reading them is left out of this run.\n');

async function read(number: string) {
  const name = readdirSync(folder).find((one) => one.includes(`-${number}-`)) ?? number;
  const source = await openAnyFile(readFileSync(join(folder, name)), name);
  return { source, ...readDocument(source) };
}

describe.skipIf(!present)('scans in the gazette', () => {
  it('are read with their header, legal bases and articles', { timeout: 240_000 }, async () => {
    const { source, document } = await read('99');
    expect(document).toMatchObject({
      number: '99/NQ-CP',
      kind: 'nghi_quyet',
      issuer: 'Chính phủ',
      place: 'Hà Nội',
      issuedOn: '2026-04-06',
      signer: { name: 'Nguyễn Hòa Bình', title: 'PHÓ THỦ TƯỚNG' },
    });
    const bases = document.legalBases.map(({ start, end }) => source.text.slice(start, end).split(' ngày ')[0]);
    expect(bases).toEqual([
      'Căn cứ Luật Tổ chức Chính phủ',
      'Căn cứ Nghị định số 39/2022/NĐ-CP',
      'Căn cứ Thông báo số 28/TB-VPCP',
    ]);
    expect(source.text.match(/^Điều \d+\./gm)).toEqual(['Điều 1.', 'Điều 2.', 'Điều 3.']);
    expect(source.text).not.toMatch(/CÔNG BÁO|Ký bởi/);
    expect(source.pages?.map(({ picture }) => picture)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('say of which words they are not sure, among them what was filled in by hand', { timeout: 240_000 }, async () => {
    const { source, document, notes } = await read('115');
    expect(document.legalBases).toHaveLength(4);
    expect(source.text.match(/^Điều [23]\./gm)).toEqual(['Điều 2.', 'Điều 3.']);
    expect(notes.find(({ detail }) => detail === 'I')?.suggestion, 'Điều I. is Điều 1.').toBe('1');
    const byHand = source.text.indexOf('/NQ-CP') - 4;
    const line = source.text.indexOf('\n', byHand);
    expect(source.doubts?.some(({ start, end }) => end > byHand && start < line)).toBe(true);
    for (const { start, end, confidence } of source.doubts ?? []) {
      expect(source.text.slice(start, end)).toMatch(/^\S+$/);
      expect(confidence).toBeLessThan(0.9);
    }
  });
});
