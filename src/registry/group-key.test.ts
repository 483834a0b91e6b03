import { describe, expect, it } from 'vitest';
import { groupKeyOf, groupKeyText } from './group-key.ts';

const key = (name: string): string => groupKeyText(groupKeyOf(name));

describe('what a document calls a group', () => {
  it.each([
    ['Các sở, ban ngành tỉnh', 'các sở, ban, ngành tỉnh'],
    ['UBND các huyện, thị xã, thành phố', 'Chủ tịch Ủy ban nhân dân các huyện, thành phố và thị xã'],
    ['các sở, ngành có liên quan', 'các sở ngành liên quan'],
    ['UBND các xã, phường, đặc khu', 'Uỷ ban nhân dân phường, xã, đặc khu'],
    ['Thủ trưởng các sở, ngành', 'các sở, ngành'],
    ['các nhà mạng (Viettel, VNPT)', 'các nhà mạng'],
  ])('is one for %s and %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });

  it.each([
    ['UBND các huyện, thị xã', 'UBND các huyện, xã'],
    ['các sở, ngành liên quan', 'các sở, ngành'],
    ['UBND các xã', 'UBND các xã, phường'],
    ['các phòng, ban', 'các sở, ban'],
  ])('tells %s from %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});
