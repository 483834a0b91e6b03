import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/files/docx/laid-out.ts';
import { writeOfficialDocument } from '../../src/files/written/official-document.ts';
import { checkForm } from '../../src/report/form/check.ts';
import type { DocumentBlock, OfficialDocument, PassageLevel } from '../../src/values/official-document.ts';
import { packed, unpacked } from '../change-docx.ts';
import { deliberateFaults } from '../form-faults.ts';
import { officialDocuments } from '../official-documents.ts';

const today = '2026-11-22';

function faultsIn(bytes: Uint8Array): string[] {
  const faults = checkForm(layOut(bytes), today).boxes.flatMap((box) => box.faults);
  return [...new Set(faults.map(({ element, aspect }) => `${element}.${aspect}`))];
}

const files = new Map<string, Uint8Array>();
async function fileOf(name: keyof typeof officialDocuments): Promise<Uint8Array> {
  const bytes = files.get(name) ?? new Uint8Array(await writeOfficialDocument(officialDocuments[name]));
  files.set(name, bytes);
  return bytes;
}

describe('the checker of the form', () => {
  it.each(Object.keys(officialDocuments) as (keyof typeof officialDocuments)[])(
    'finds nothing in what the program writes: %s',
    async (name) => {
      expect(faultsIn(await fileOf(name))).toEqual([]);
    },
  );

  it('knows at least sixty faults', () => {
    expect(deliberateFaults.length).toBeGreaterThanOrEqual(60);
    expect(new Set(deliberateFaults.map(({ name }) => name)).size).toBe(deliberateFaults.length);
  });

  it.each(deliberateFaults)('finds $name', async ({ of, make, found }) => {
    const { parts, others } = unpacked(await fileOf(of));
    make(parts);
    const faults = faultsIn(packed(parts, others));
    expect(faults).toEqual([found]);
  });

  it('finds nothing in any document that the program could write', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect(faultsIn(new Uint8Array(await writeOfficialDocument(document)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const words = [
  'phát triển',
  'kinh tế',
  'xã hội',
  'tỉnh',
  'Nhân dân',
  'chỉ tiêu',
  'năm 2026',
  '8,5%',
  'Sở Tài chính',
  '1.234,5 tỷ đồng',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 3, maxLength: 40 })
  .map((all) => `Thực hiện ${all.join(' ')}`);
const name = fc.constantFrom(
  'Sở Tài chính',
  'Ủy ban nhân dân xã Tân Hòa',
  'Ủy ban nhân dân tỉnh Bình Nguyên',
  'Hội đồng nhân dân tỉnh Bình Nguyên',
  'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh',
);
const party = fc.constantFrom('Tỉnh ủy Bình Nguyên', 'Đảng ủy xã Tân Hòa', 'Thành ủy Trà Giang');

const passage = (level: PassageLevel, numbers = 12): fc.Arbitrary<DocumentBlock> =>
  fc
    .record({
      number: fc.integer({ min: 1, max: numbers }),
      title: fc.option(sentence, { nil: undefined }),
      text: sentence,
    })
    .map(({ number, title, text }) => ({
      ...{ kind: 'passage', level, number, text: `${text};` },
      ...((title || level === 'part' || level === 'chapter') && { title: (title ?? 'Nhiệm vụ chung').slice(0, 50) }),
    }));

const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
  sentence.map((text): DocumentBlock => ({ kind: 'paragraph', text: `${text}.` })),
  passage('part'),
  passage('chapter'),
  passage('article'),
  passage('clause'),
  passage('dash'),
  fc.record({ rows: fc.array(fc.tuple(sentence, sentence), { maxLength: 5 }) }).map(
    ({ rows }): DocumentBlock => ({
      kind: 'table',
      table: { columns: [{ percent: 40 }, { percent: 60 }], header: [['Chỉ tiêu', 'Kết quả']], rows },
    }),
  ),
);

const anyDocument: fc.Arbitrary<OfficialDocument> = fc
  .record({
    isParty: fc.boolean(),
    issuer: name,
    partyIssuer: party,
    parent: fc.option(fc.constantFrom('Ủy ban nhân dân tỉnh Bình Nguyên', 'Bộ Nội vụ'), { nil: null }),
    number: fc.option(fc.integer({ min: 1, max: 4000 }).map(String), { nil: null }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    kind: fc.constantFrom('Báo cáo', 'Quyết định', 'Kế hoạch', null),
    about: sentence,
    to: fc.array(fc.constantFrom('Sở Y tế', 'Ủy ban nhân dân các xã, phường', 'Bộ Tài chính'), {
      minLength: 1,
      maxLength: 4,
    }),
    bases: fc.array(
      sentence.map((text) => `Căn cứ Nghị quyết của Hội đồng nhân dân về ${text}`),
      { maxLength: 3 },
    ),
    body: fc.array(block, { minLength: 1, maxLength: 12 }),
    name: fc.option(fc.constantFrom('Lê Thị Minh', 'Nguyễn Văn An'), { nil: null }),
    urgency: fc.option(fc.constantFrom('urgent' as const, 'veryUrgent' as const, 'express' as const), {
      nil: undefined,
    }),
    appendices: fc.array(fc.record({ title: sentence, landscape: fc.boolean() }), { maxLength: 3 }),
  })
  .map(
    ({
      isParty,
      issuer,
      partyIssuer,
      parent,
      number,
      month,
      day,
      kind,
      about,
      to,
      bases,
      body,
      urgency,
      appendices,
      ...rest
    }) => {
      const sign =
        { Báo: 'BC', Quyết: 'QĐ', Kế: 'KH' }[(kind ?? '').split(' ')[0] as 'Báo'] ?? (isParty ? 'CV' : 'UBND');
      return {
        head: {
          ...{
            issuedBy: isParty ? 'party' : 'state',
            issuer: isParty ? partyIssuer : issuer,
            number,
            place: 'Bình Nguyên',
          },
          ...{
            parent: isParty ? null : parent,
            symbol: isParty ? `${sign}/TU` : kind === null ? 'UBND-TH' : `${sign}-UBND`,
          },
          date: `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        },
        ...{
          kind,
          about: about.slice(0, 120),
          ...(kind === null && { to }),
          ...(kind === 'Quyết định' && { bases, enacting: 'Quyết định:' }),
        },
        body: [...body, { kind: 'paragraph', text: 'Chi tiết tại Phụ lục kèm theo' }],
        ...(urgency && { urgency }),
        signing: {
          lines: [
            { as: 'onBehalf', text: isParty ? 'Ban Thường vụ' : 'Ủy ban nhân dân' },
            { text: isParty ? 'Bí thư' : 'Chủ tịch' },
          ],
          name: rest.name,
        },
        recipients: ['Các cơ quan có liên quan'],
        archive: isParty ? 'Văn phòng Tỉnh ủy' : 'VT',
        attachments: appendices.map((one) => ({
          as: 'appendix',
          ...one,
          blocks: [{ kind: 'paragraph', text: 'Nội dung.' }],
        })),
      } satisfies OfficialDocument as OfficialDocument;
    },
  );
