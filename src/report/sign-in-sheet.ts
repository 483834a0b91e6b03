import type { SignInEntry } from '../registry/sign-in.ts';
import { meansOf, signInWords } from '../registry/sign-in-words.ts';
import { formatMoment } from '../values/format.ts';
import type { SheetColumn } from './sheet-column.ts';

export const signInSheetName = { vi: 'Nhật ký đăng nhập', en: 'Sign-in log' };

export const signInColumns: readonly SheetColumn<SignInEntry>[] = [
  { header: { vi: 'Lúc', en: 'When' }, width: 20, cell: ({ at }, language) => formatMoment(at, language) },
  {
    header: { vi: 'Kết quả', en: 'Outcome' },
    width: 24,
    cell: ({ outcome }, language) => signInWords[language].outcome[outcome],
  },
  { header: { vi: 'Tài khoản', en: 'Account' }, width: 32, cell: ({ account }) => account },
  { header: { vi: 'Họ và tên', en: 'Name' }, width: 28, cell: ({ person }) => person?.name ?? null },
  { header: { vi: 'Cách thức', en: 'Means' }, width: 40, cell: meansOf },
  { header: { vi: 'Từ địa chỉ', en: 'From address' }, width: 24, cell: ({ address }) => address },
  { header: { vi: 'Trình duyệt, thiết bị', en: 'Browser, device' }, width: 60, cell: ({ device }) => device },
];
