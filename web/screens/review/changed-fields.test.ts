import { describe, expect, it } from 'vitest';
import { vi } from '../../words/vi.ts';
import { changedFields } from './changed-fields.ts';

const body = (name: string, role: 'lead' | 'coord' = 'lead') => ({
  ...{ role, position: 0, name, agencyId: null, groupId: null, matchedBy: null, members: null },
});

describe('what a story tells of a correction', () => {
  it('is every changed field with its old and its new value, as people write them', () => {
    const before = { value: 7.5, unit: '%', year: 2025, time: { kind: 'ongoing' }, review: 'accepted' };
    const after = { value: 1234.5, unit: null, year: 2026, time: { kind: 'by', to: '2026-06-30' }, review: 'accepted' };
    expect(changedFields(before, after, vi, 'vi')).toEqual([
      { name: 'Giá trị', before: '7,5', after: '1.234,5' },
      { name: 'Đơn vị tính', before: '%', after: '–' },
      { name: 'Năm', before: '2025', after: '2026' },
      { name: 'Thời hạn', before: 'thường xuyên', after: expect.stringContaining('30/06/2026') },
    ]);
  });

  it('names the bodies of a role that changed, and none of those that did not', () => {
    const before = { mentions: [body('Sở Tài chính'), body('Sở Y tế', 'coord')] };
    const after = { mentions: [body('Sở Nội vụ'), body('Sở Y tế', 'coord')] };
    expect(changedFields(before, after, vi, 'vi')).toEqual([
      { name: 'Chủ trì', before: 'Sở Tài chính', after: 'Sở Nội vụ' },
    ]);
  });
});
