import { describe, expect, it } from 'vitest';
import { agencyKey, nameOutside } from './agency.ts';
import { datedAt } from './place.ts';

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

describe('the name that a body issues documents under', () => {
  it.each([
    ['Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh Bình Châu'],
    ['Hội đồng nhân dân thành phố', 'Hội đồng nhân dân thành phố Bình Châu'],
    ['Tỉnh ủy', 'Tỉnh ủy Bình Châu'],
    ['Ủy ban nhân dân tỉnh Bình Châu', 'Ủy ban nhân dân tỉnh Bình Châu'],
    ['Sở Tài chính', 'Sở Tài chính'],
    ['Liên minh Hợp tác xã', 'Liên minh Hợp tác xã'],
  ])('of %s is %s', (name, outside) => {
    expect(nameOutside(name, { tier: 'province', name: 'Bình Châu' })).toBe(outside);
  });

  it('is dated at the place’s name, and at its kind where that is a number or a person', () => {
    expect(datedAt({ kind: 'province', name: 'Bình Châu' })).toBe('Bình Châu');
    expect(datedAt({ kind: 'ward', name: '3' })).toBe('Phường 3');
    expect(datedAt({ kind: 'centralCity', name: 'Hồ Chí Minh' })).toBe('Thành phố Hồ Chí Minh');
  });
});
