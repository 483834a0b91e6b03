import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import { arranged } from './search.ts';

const document = (number: string, fields: Partial<DocumentSummary>): DocumentSummary => ({
  id: number,
  fileName: `${number}.docx`,
  format: 'docx',
  number,
  kind: 'ke_hoach',
  title: null,
  issuer: null,
  issuedOn: null,
  period: null,
  targetCount: 0,
  taskCount: 0,
  noteCount: 0,
  state: 'read',
  validFrom: null,
  validUntil: null,
  receivedAt: '2026-01-01T00:00:00Z',
  secrecy: null,
  further: [],
  ...fields,
});

const documents = [
  document('1', { title: 'Đề án chuyển đổi số', issuedOn: '2022-05-01', kind: 'quyet_dinh' }),
  document('2', { title: 'Ban hành kế hoạch năm', issuedOn: '2024-01-10' }),
  document('3', { title: 'Ấn định chỉ tiêu', issuedOn: null }),
];
const numbers = (search: Parameters<typeof arranged>[1]) => arranged(documents, search).map(({ number }) => number);

describe('The list of documents', () => {
  it('has the newest issued first, those without a day last', () => {
    expect(numbers({})).toEqual(['2', '1', '3']);
  });

  it('is found without accents, also by the letter đ', () => {
    expect(numbers({ q: 'de an' })).toEqual(['1']);
    expect(numbers({ q: 'KẾ HOẠCH' })).toEqual(['2']);
  });

  it('is sorted in the order of the Vietnamese alphabet', () => {
    expect(numbers({ sort: 'title', order: 'asc' })).toEqual(['3', '2', '1']);
  });

  it('can be cut to years and kinds, also to those of no known year', () => {
    expect(numbers({ year: [2022, 0] })).toEqual(['1', '3']);
    expect(numbers({ kind: ['quyet_dinh'] })).toEqual(['1']);
  });
});
