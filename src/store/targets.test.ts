import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aNote, aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import type { TargetQuery } from '../registry/target.ts';
import { countTargetChoices, listTargets, readTargets, targetsOfDocument } from './targets.ts';

const all: TargetQuery = { document: [], year: [], group: [], agency: [], tier: [], sort: 'document', order: 'asc' };
const whole = { offset: 0, limit: 500 };
const slip = aNote({
  code: 'figureSuspected',
  span: { start: 18, end: 23 },
  findingId: 't1',
  detail: '8.5O0',
  suggestion: '8.500',
});

describe.each(engines)('targets of all documents, on $name', (engine) => {
  let database: FreshDatabase;
  let older: string;
  let newer: string;

  const names = async (query: Partial<TargetQuery>, page = whole) =>
    (await listTargets(database.db, { ...all, ...query }, page)).rows.map(({ name }) => name);

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const user = await storeUser(database.db);
    older = await storeDocument(database.db, user, {
      header: { number: '1/NQ', issuedOn: '2024-12-10' },
      text: 'Thu ngân sách đạt 8.500 tỷ đồng',
      notes: [slip, aNote({ code: 'dateMissing' })],
      targets: [
        aTarget({
          name: 'Thu ngân sách',
          year: 2025,
          value: 8500,
          unit: 'tỷ đồng',
          span: { start: 0, end: 31 },
          valueSpan: { start: 18, end: 31 },
          agencies: ['UBND  tỉnh', 'Sở Tài chính'],
          confidence: 0.62,
        }),
        aTarget({
          name: 'Số xã đạt chuẩn',
          year: 2025,
          op: 'range',
          value: 12,
          value2: 14,
          unit: 'xã',
          listed: false,
          group: null,
          parentId: 't1',
          agencies: [],
        }),
      ],
    });
    newer = await storeDocument(database.db, user, {
      header: { number: '2/NQ', issuedOn: '2025-12-10' },
      targets: [
        aTarget({
          name: 'Ổn định đời sống',
          op: 'text',
          value: null,
          unit: null,
          year: null,
          agencies: ['Ủy ban nhân dân tỉnh'],
        }),
        aTarget({ name: 'Ăn uống, lưu trú', variant: 'khu vực đô thị', value: 20 }),
        aTarget({ name: 'Đô thị hóa', value: 45.5, tier: 'national' }),
        aTarget({ name: 'Dân số', value: 3, of: 9, agencies: ['Sở Y tế', 'Sở Y tế'] }),
        aTarget({ name: 'Áp dụng 100% dịch_vụ', value: 100 }),
      ],
    });
  });
  afterAll(() => database.drop());

  it('come newest document first and in the order of its text', async () => {
    expect(await names({})).toEqual([
      'Ổn định đời sống',
      'Ăn uống, lưu trú',
      'Đô thị hóa',
      'Dân số',
      'Áp dụng 100% dịch_vụ',
      'Thu ngân sách',
      'Số xã đạt chuẩn',
    ]);
    expect((await names({ order: 'desc' }))[0]).toBe('Thu ngân sách');
  });

  it('keep every field of the finding, its words and its document', async () => {
    const { rows } = await listTargets(database.db, { ...all, document: [older] }, whole);
    expect(rows[0]).toEqual({
      ...aTarget({
        name: 'Thu ngân sách',
        year: 2025,
        value: 8500,
        unit: 'tỷ đồng',
        span: { start: 0, end: 31 },
        valueSpan: { start: 18, end: 31 },
        agencies: ['UBND  tỉnh', 'Sở Tài chính'],
        confidence: 0.62,
      }),
      documentId: older,
      documentNumber: '1/NQ',
      documentTitle: 'Về nhiệm vụ năm 2026',
      quote: 'Thu ngân sách đạt 8.500 tỷ đồng',
      valueQuote: '8.500 tỷ đồng',
      notes: [slip],
      past: [],
      documentState: 'read',
      review: 'proposed',
      validFrom: null,
      validUntil: null,
      movedTo: [],
      indicatorId: null,
      indicatorName: null,
      indicatorLine: null,
    });
    expect((await targetsOfDocument(database.db, older))[1]).toEqual(
      aTarget({
        id: 't2',
        name: 'Số xã đạt chuẩn',
        year: 2025,
        op: 'range',
        value: 12,
        value2: 14,
        unit: 'xã',
        listed: false,
        group: null,
        parentId: 't1',
        agencies: [],
      }),
    );
  });

  it('sort by the Vietnamese alphabet, which is not the order of bytes', async () => {
    const sorted = [
      'Áp dụng 100% dịch_vụ',
      'Ăn uống, lưu trú',
      'Dân số',
      'Đô thị hóa',
      'Ổn định đời sống',
      'Số xã đạt chuẩn',
      'Thu ngân sách',
    ];
    expect(await names({ sort: 'name' })).toEqual(sorted);
    expect(await names({ sort: 'name', order: 'desc' })).toEqual(sorted.toReversed());
  });

  it('sort by number, with those that have none last in both directions', async () => {
    expect(await names({ sort: 'value' })).toEqual([
      'Dân số',
      'Số xã đạt chuẩn',
      'Ăn uống, lưu trú',
      'Đô thị hóa',
      'Áp dụng 100% dịch_vụ',
      'Thu ngân sách',
      'Ổn định đời sống',
    ]);
    const falling = await names({ sort: 'value', order: 'desc' });
    expect([falling[0], falling.at(-1)]).toEqual(['Thu ngân sách', 'Ổn định đời sống']);
  });

  it('are found without accents where the query has none, and only with them where it has', async () => {
    expect(await names({ q: 'do thi' })).toEqual(['Ăn uống, lưu trú', 'Đô thị hóa']);
    expect(await names({ q: 'DO THI HOA' })).toEqual(['Đô thị hóa']);
    expect(await names({ q: 'đô thị hoá' })).toEqual(['Đô thị hóa']);
    expect(await names({ q: 'dân số' })).toEqual(['Dân số']);
    expect(await names({ q: 'dấn số' })).toEqual([]);
  });

  it('are found by words in any order, by beginnings of words, and by words in a row in quotation marks', async () => {
    expect(await names({ q: 'hoa thi' })).toEqual(['Đô thị hóa']);
    expect(await names({ q: 'ngan sa' })).toEqual(['Thu ngân sách']);
    expect(await names({ q: 'gan' })).toEqual([]);
    expect(await names({ q: '"uong luu"' })).toEqual(['Ăn uống, lưu trú']);
    expect(await names({ q: '"luu uong"' })).toEqual([]);
  });

  it('are searched for signs as signs, never as patterns', async () => {
    expect(await names({ q: '100%' })).toEqual(['Áp dụng 100% dịch_vụ']);
    expect(await names({ q: '8.500' })).toEqual(['Thu ngân sách']);
    expect(await names({ q: '1%0' })).toEqual([]);
    expect(await names({ q: '  ?!  ' })).toHaveLength(7);
  });

  it('are filtered by a body over the spellings of its name', async () => {
    expect(await names({ agency: ['ubnd tỉnh'] })).toEqual(['Ổn định đời sống', 'Thu ngân sách']);
  });

  it('are filtered by whether something is to be checked about them', async () => {
    expect(await names({ noted: 'true' })).toEqual(['Thu ngân sách']);
    expect(await names({ noted: 'false' })).toHaveLength(6);
    const { noted } = await countTargetChoices(database.db, { ...all, document: [older] });
    expect(noted.map(({ value, count }) => [value, count])).toEqual([
      ['false', 1],
      ['true', 1],
    ]);
  });

  it('are filtered by several things at once', async () => {
    expect(await names({ year: [2025], listed: 'true' })).toEqual(['Thu ngân sách']);
    expect(await names({ document: [newer], tier: ['national'] })).toEqual(['Đô thị hóa']);
    expect(await names({ group: ['Về kinh tế'], year: [2025, 2026], q: 'so' })).toEqual(['Dân số']);
  });

  it('are handed out page by page without loss or repetition, and counted whole', async () => {
    const first = await listTargets(database.db, { ...all, sort: 'unit' }, { offset: 0, limit: 4 });
    const second = await listTargets(database.db, { ...all, sort: 'unit' }, { offset: 4, limit: 4 });
    expect([first.total, first.rows.length, second.rows.length]).toEqual([7, 4, 3]);
    expect(new Set([...first.rows, ...second.rows].map(({ name }) => name)).size).toBe(7);
  });

  it('offer each filter its choices under the other filters, not under itself', async () => {
    const choices = await countTargetChoices(database.db, { ...all, document: [newer], tier: ['national'] });
    expect(choices.tier).toEqual([
      { value: 'province', label: 'province', count: 4 },
      { value: 'national', label: 'national', count: 1 },
    ]);
    expect(choices.document).toEqual([{ value: newer, label: '2/NQ', count: 1 }]);
    expect(choices.year).toEqual([{ value: '2026', label: '2026', count: 1 }]);
  });

  it('keep what was chosen among the choices, by its name, when the other filters leave nothing of it', async () => {
    const query = { ...all, q: 'dan so', agency: ['sở tài chính'], document: [older], year: [1999] };
    const choices = await countTargetChoices(database.db, query);
    expect(choices.agency).toEqual([{ value: 'sở tài chính', label: 'Sở Tài chính', count: 0 }]);
    expect(choices.document).toEqual([{ value: older, label: '1/NQ', count: 0 }]);
    expect(choices.year).toEqual([{ value: '1999', label: '1999', count: 0 }]);
  });

  it('count a body once for each target, under its most frequent spelling', async () => {
    const { agency } = await countTargetChoices(database.db, all);
    expect(agency.find(({ value }) => value === 'sở y tế')?.count).toBe(1);
    expect(agency.find(({ value }) => value === 'ubnd tỉnh')?.count).toBe(2);
  });

  it('can be read whole in batches, in the same order', async () => {
    const read: string[] = [];
    for await (const batch of readTargets(database.db, { ...all, sort: 'name' }))
      read.push(...batch.map(({ name }) => name));
    expect(read).toEqual(await names({ sort: 'name' }));
  });

  it('give their connection back where the reader of batches stops early', async () => {
    for (let i = 0; i < 30; i++) for await (const batch of readTargets(database.db, all)) if (batch.length > 0) break;
    expect(await names({})).toHaveLength(7);
  });
});
