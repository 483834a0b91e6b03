import { describe, expect, it } from 'vitest';
import { normalPassword, passwordFault } from './password-rules.ts';

const alone = { name: 'Nguyễn Thị Kế Hoạch', email: 'ke.hoach@tinh.gov.vn', secondFactor: false };
const listed = new Set(['sunshine']);
const withCode = { ...alone, secondFactor: true };

describe('a password that somebody chose', () => {
  it.each([
    ['Sông Hậu 2026!', undefined],
    ['Song Hau 2026', 'tooShort'],
    ['song hau co xuong 2026', 'fewKinds'],
    ['SONG HAU CO XUONG 2026', 'fewKinds'],
    ['SongHauCoXuong2026', 'fewKinds'],
    ['Nguyen-Hoach-2026-ok', 'namesPerson'],
    ['NguyễnThịKếHoạch#1', 'namesPerson'],
    ['Matkhau@2026!!', 'common'],
    ['Sunshine@2026!', 'common'],
    [`Aa1!${'x'.repeat(200)}`, 'tooLong'],
  ])('%j without a second factor: %s', (password, fault) => {
    expect(passwordFault(password, alone, listed)).toBe(fault);
  });

  it('needs eight characters beside a second factor, and still not the name', () => {
    expect(passwordFault('bốn mùa8', withCode, listed)).toBeUndefined();
    expect(passwordFault('bốn mùa', withCode, listed)).toBe('tooShort');
    expect(passwordFault('ke.hoach', withCode, listed)).toBe('namesPerson');
  });

  it('is the same however the keyboard composes its accents', () => {
    expect(normalPassword('Sông Hậu'.normalize('NFD'))).toBe(normalPassword('Sông Hậu'));
  });
});
