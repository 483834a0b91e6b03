import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

const listed = new Set(dictionary['passwords-common']);

describe('a password is common', () => {
  it.each([
    ...['Password@123456', 'P@ssw0rd2026!!', 'Iloveyou#2025#', 'Qwertyuiop@123', '1qaz2wsx', 'Dragon---2026---'],
    ...['MatKhau@123456', 'M@tkh@u2026!!!', 'Mật khẩu mới 2026!', 'Tinhthanh@2025', 'UBND.tinh.2026', 'Quantri#2026##'],
    ...['Ủy ban nhân dân tỉnh An Giang 1!', 'AnhYeuEm@12345', 'Abcabcabc@2026'],
    ...['20/11/1984 20/11', 'Aaaaaaaaaa1!!!'],
  ])('as %j is', (password) => {
    expect(isCommonPassword(password, listed)).toBe(true);
  });

  it.each([
    ...[
      'Sông Hậu 2026!',
      'Tran Song Hau 2027!',
      'bốn mùa8',
      'con trâu gặm cỏ bên đê',
      'Xk7#pqLm!v29Zt',
      'Mật khẩu của cây đa 9!',
    ],
  ])('as %j is not', (password) => {
    expect(isCommonPassword(password, listed)).toBe(false);
  });
});
