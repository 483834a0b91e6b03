import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import { writeOfficialDocument } from '../../src/files/written/official-document.ts';
import { readDocument } from '../../src/reading/document.ts';
import { decision, letter, officialDocuments, partyResolution, report } from '../official-documents.ts';

const opened = async (document: Parameters<typeof writeOfficialDocument>[0]) =>
  openFile(new Uint8Array(await writeOfficialDocument(document)), 'van-ban.docx');

describe('an official document that was written', () => {
  it.each(Object.entries(officialDocuments))(
    'as %s says who issued it, and ends as its form wants',
    async (_, document) => {
      const { text } = await opened(document);
      const isParty = document.head.issuedBy === 'party';
      expect(text).toContain(isParty ? 'ĐẢNG CỘNG SẢN VIỆT NAM' : 'Độc lập - Tự do - Hạnh phúc');
      expect(text.includes('./.')).toBe(!isParty);
    },
  );

  it('is read again with its header', async () => {
    const { document } = readDocument(await opened(decision));
    expect(document).toMatchObject({ number: '07/QĐ-UBND', kind: 'quyet_dinh', place: 'Bình Nguyên' });
    expect(readDocument(await opened(partyResolution)).document).toMatchObject({ number: '05-NQ/TU' });
  });

  it('has every part in its place and wording', async () => {
    const { text } = await opened(letter);
    const lines = [
      'UBND TỈNH BÌNH NGUYÊN',
      'SỞ TÀI CHÍNH',
      'V/v đôn đốc',
      'Kính gửi:',
      '- Sở Y tế;',
      './.',
      '- Lưu: VT, TH. PL.(12)',
      'KT. GIÁM ĐỐC',
    ];
    expect(lines.map((line) => text.indexOf(line))).toEqual(
      lines.map((line) => text.indexOf(line)).toSorted((a, b) => a - b),
    );
    for (const line of lines) expect(text).toContain(line);
  });

  it('keeps the merged head of a table and numbers its appendices in Roman', async () => {
    const { text, blocks } = await opened(report);
    expect(text).toContain('Phụ lục I\n');
    expect(text).toContain('Phụ lục II\n');
    const table = blocks.filter((block) => block.kind === 'table').find(({ borderless }) => !borderless);
    const [first, second] = table?.rows ?? [];
    expect(first?.cells.map(({ columns, rows }) => [columns, rows])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    expect([first?.header, second?.header]).toEqual([true, true]);
    expect(second?.cells.map(({ column }) => column)).toEqual([3, 4, 5, 6, 7, 8]);
  });
});
