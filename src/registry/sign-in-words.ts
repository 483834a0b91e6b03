import type { Language } from '../values/format.ts';
import type { SignInEntry, SignInOutcome } from './sign-in.ts';

type Words = {
  outcome: Record<SignInOutcome, string>;
  password: string;
  code: string;
  passwordAndCode: string;
  through: (provider: string) => string;
};

export const signInWords: Record<Language, Words> = {
  vi: {
    outcome: { opened: 'Đã đăng nhập', refused: 'Đăng nhập không thành', denied: 'Bị từ chối quyền' },
    password: 'Mật khẩu',
    code: 'Mã xác thực',
    passwordAndCode: 'Mật khẩu và mã xác thực',
    through: (provider) => `Đăng nhập một lần qua ${provider}`,
  },
  en: {
    outcome: { opened: 'Signed in', refused: 'Failed', denied: 'Denied for want of rights' },
    password: 'Password',
    code: 'One-time code',
    passwordAndCode: 'Password and one-time code',
    through: (provider) => `Single sign-on through ${provider}`,
  },
};

/** By what somebody signed in, or tried to; of what was denied, what they asked for. */
export function meansOf({ outcome, proof, provider, asked }: SignInEntry, language: Language): string {
  const words = signInWords[language];
  if (outcome === 'denied') return asked ?? '';
  if (provider !== null) return words.through(provider);
  if (proof !== 'code') return words.password;
  return outcome === 'opened' ? words.passwordAndCode : words.code;
}
