import { describe, expect, it } from 'vitest';
import {
  bareRecoveryCode,
  base32,
  codeOf,
  newRecoveryCode,
  stepOfCode,
} from '../../src/services/accounts/one-time-code.ts';
import { hashPassword, verifyPassword } from '../../src/services/accounts/password-hash.ts';
import { newKey, sealingWith } from '../../src/services/accounts/sealing.ts';

describe('one-time codes', () => {
  // RFC 6238, appendix B: the last six of its eight digits.
  const secret = Buffer.from('12345678901234567890');
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('%i s after 1970 is %s', (seconds, code) => {
    expect(codeOf(secret, Math.floor(seconds / 30))).toBe(code);
    expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('are taken from a clock that is half a minute wrong, and no more', () => {
    const at = new Date(1_234_567_890_000);
    const step = Math.floor(1_234_567_890 / 30);
    expect([-2, -1, 0, 1, 2].map((by) => stepOfCode(secret, codeOf(secret, step + by), at))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
    expect(stepOfCode(secret, '', at)).toBeUndefined();
    expect(stepOfCode(secret, `${codeOf(secret, step)}0`, at)).toBeUndefined();
  });

  it('have a key that is written as RFC 4648 says', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    const code = newRecoveryCode();
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(bareRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code.replaceAll('-', ''));
  });
});

describe('kept secrets', () => {
  it('open with their key and for their purpose only, and not where a letter was changed', () => {
    const sealing = sealingWith(newKey());
    const sealed = sealing.seal('a', 'Bí mật');
    expect(sealing.unseal('a', sealed)).toBe('Bí mật');
    expect(sealing.unseal('b', sealed)).toBeUndefined();
    expect(sealingWith(newKey()).unseal('a', sealed)).toBeUndefined();
    expect(sealing.unseal('a', `${sealed.slice(0, -4)}AAAA`)).toBeUndefined();
    expect(sealing.unseal('a', '')).toBeUndefined();
  });

  it('are passwords by Argon2id, each with a salt of its own', async () => {
    const [one, two] = [await hashPassword('Sông Hậu 2026!'), await hashPassword('Sông Hậu 2026!')];
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'Sông Hậu 2026!'.normalize('NFD'))).toEqual({ right: true, renew: false });
    expect(await verifyPassword(one, 'Sông Hậu 2026')).toEqual({ right: false, renew: false });
    expect(await verifyPassword(undefined, 'Sông Hậu 2026!')).toMatchObject({ right: false });
  });

  it('of before are known, and renewed', async () => {
    const old =
      '000102030405060708090a0b0c0d0e0f:72855eb58c699606871c62f89366a1ade62d6621a27ab0d34c303943d39f6050dde6fbf3e3eb48a233460097f48587c4f989f52f22cc9c61ef2af30ae66235a4';
    expect(await verifyPassword(old, 'mat-khau-cu')).toEqual({ right: true, renew: true });
    expect((await verifyPassword(old, 'mat-khau-khac')).right).toBe(false);
  });
});
