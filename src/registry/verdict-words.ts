import type { Language } from '../values/format.ts';
import type { Verdict } from './alignment.ts';
import type { Amendment } from './amendment.ts';

/** How a verdict reads on a screen and in a spreadsheet. */
export const verdictWords: Record<Verdict, Record<Language, string>> = {
  same: { vi: 'Tương đương', en: 'Equal' },
  asksMore: { vi: 'Yêu cầu cao hơn', en: 'Asks more' },
  asksLess: { vi: 'Yêu cầu thấp hơn', en: 'Asks less' },
  differs: { vi: 'Khác giá trị', en: 'Differs' },
  partOf: { vi: 'Là một phần', en: 'A part of it' },
  later: { vi: 'Muộn hơn', en: 'Later' },
  otherYear: { vi: 'Mốc năm khác', en: 'For another year' },
  otherUnit: { vi: 'Khác đơn vị tính', en: 'In another unit' },
  otherBase: { vi: 'Khác gốc so sánh', en: 'On another base' },
  notComparable: { vi: 'Không so sánh được', en: 'Not comparable' },
  missing: { vi: 'Chưa có nội dung tương ứng', en: 'Nothing answers it' },
};

/** A task is there or is not: "equal" says of a target's value what "there" says of a task. */
export const taskAnswered: Record<Language, string> = { vi: 'Có nhiệm vụ tương ứng', en: 'Answered' };

export const amendmentWords: Record<Amendment, Record<Language, string>> = {
  unchanged: { vi: 'Giữ nguyên', en: 'Unchanged' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  added: { vi: 'Mới', en: 'New' },
  dropped: { vi: 'Bỏ', en: 'Dropped' },
  unmentioned: { vi: 'Không nhắc đến', en: 'Not mentioned' },
};
