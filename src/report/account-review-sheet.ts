import type { AccountRemark, ReviewDecision, ReviewedAccount } from '../registry/account-review.ts';
import type { Role } from '../registry/post.ts';
import { formatMoment, type Language } from '../values/format.ts';
import type { SheetColumn } from './sheet-column.ts';

type Words<K extends string> = Record<Language, Record<K, string>>;

export const accountReviewSheetName = { vi: 'Rà soát tài khoản', en: 'Review of accounts' };

const decisions: Words<ReviewDecision> = {
  vi: { keep: 'Giữ', lock: 'Khóa', endPosts: 'Gỡ vai trò' },
  en: { keep: 'Keep', lock: 'Lock', endPosts: 'End posts' },
};
const remarks: Words<AccountRemark> = {
  vi: {
    neverUsed: 'chưa đăng nhập lần nào',
    unused: 'lâu ngày không dùng',
    noSecondFactor: 'chưa bật xác thực hai lớp',
    noPosts: 'không giữ vai trò nào',
    locked: 'đang bị khóa',
  },
  en: {
    neverUsed: 'never signed in',
    unused: 'not used for long',
    noSecondFactor: 'no second factor',
    noPosts: 'holds no post',
    locked: 'locked',
  },
};
const roles: Words<Role> = {
  vi: {
    administrator: 'Quản trị',
    coordinator: 'Điều phối',
    leader: 'Lãnh đạo',
    head: 'Thủ trưởng đơn vị',
    officer: 'Cán bộ đơn vị',
    supervisor: 'Giám sát',
  },
  en: {
    administrator: 'Administrator',
    coordinator: 'Coordinator',
    leader: 'Leader',
    head: 'Head of agency',
    officer: 'Officer',
    supervisor: 'Supervisor',
  },
};
const gone = { vi: 'Đã nghỉ', en: 'Left' };
const yes = { vi: 'có', en: 'yes' };
const no = { vi: 'không', en: 'no' };

/** One account a row, as it stood when it was decided on. */
export const accountReviewSheet: readonly SheetColumn<ReviewedAccount>[] = [
  { header: { vi: 'Họ và tên', en: 'Name' }, width: 28, cell: ({ facts }) => facts.name },
  { header: { vi: 'Thư điện tử', en: 'E-mail' }, width: 30, cell: ({ facts }) => facts.email },
  {
    header: { vi: 'Vai trò', en: 'Posts' },
    width: 48,
    cell: ({ facts }, language) =>
      facts.posts.map(({ role, agencyName }) => `${roles[language][role]}, ${agencyName}`).join('; '),
  },
  {
    header: { vi: 'Đăng nhập gần nhất', en: 'Last sign-in' },
    width: 20,
    cell: ({ facts }, language) => (facts.seenAt === null ? null : formatMoment(facts.seenAt, language)),
  },
  {
    header: { vi: 'Xác thực hai lớp', en: 'Second factor' },
    width: 16,
    cell: ({ facts }, language) => (facts.secondFactor ? yes : no)[language],
  },
  {
    header: { vi: 'Điều đáng lưu ý', en: 'Remarks' },
    width: 36,
    cell: ({ facts }, language) => facts.remarks.map((remark) => remarks[language][remark]).join('; '),
  },
  {
    header: { vi: 'Quyết định', en: 'Decision' },
    width: 16,
    cell: ({ decision, facts }, language) =>
      decision === null ? (facts.state === 'left' ? gone[language] : null) : decisions[language][decision],
  },
  { header: { vi: 'Lý do', en: 'Reason' }, width: 40, cell: ({ reason }) => reason },
  { header: { vi: 'Người quyết định', en: 'Decided by' }, width: 24, cell: ({ decidedBy }) => decidedBy?.name ?? null },
  {
    header: { vi: 'Lúc', en: 'At' },
    width: 20,
    cell: ({ decidedAt }, language) => (decidedAt === null ? null : formatMoment(decidedAt, language)),
  },
];
