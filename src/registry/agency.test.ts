import { describe, expect, it } from 'vitest';
import { agencyKey } from './agency.ts';

describe('the key of a body', () => {
  it.each([
    ['UBND các huyện, thị xã', 'Ủy ban nhân dân các huyện,thị xã'],
    ['Ủy ban nhân dân tỉnh', 'Uỷ ban Nhân dân tỉnh'],
    ['UBND TP. Sông Thanh', 'Ủy ban nhân dân thành phố Sông Thanh'],
    ['Sở Lao động - Thương binh và Xã hội', 'Sở Lao động – Thương binh & Xã hội'],
    ['Sở Lao động-Thương binh và Xã hội', 'SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI'],
    ['Sở Tài chính', ' Sở Tài chính tỉnh;'],
    ['Sở Văn hoá', 'Sở Văn hóa'],
    ['Các sở, ban ngành có liên quan', 'các sở, ban, ngành liên quan'],
    ['Sở Y tế'.normalize('NFD'), 'Sở Y tế'],
  ])('is one for %s and %s', (one, other) => {
    expect(agencyKey(one)).toBe(agencyKey(other));
  });

  it.each([
    ['Công an tỉnh', 'Công an'],
    ['UBND tỉnh', 'UBND'],
    ['Sở Y tế', 'Sở Tài chính'],
    ['Các sở, ban, ngành tỉnh', 'Các sở, ban, ngành'],
    ['Sở Tài chính, các sở, ngành tỉnh', 'Sở Tài chính, các sở, ngành'],
    ['Ban Quản lý', 'Ban quản lí dự án'],
  ])('tells %s from %s', (one, other) => {
    expect(agencyKey(one)).not.toBe(agencyKey(other));
  });
});
