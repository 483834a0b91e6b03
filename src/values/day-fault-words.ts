import type { Language } from './format.ts';

/** Why the calendar does not take a day, by the faults of src/registry/calendar-edit.ts, and what to do. */
const dayFaultWords: Record<Language, Record<string, string>> = {
  vi: {
    weekdayWorked:
      'Ngày trong tuần vốn đã là ngày làm việc, chỉ thứ Bảy và Chủ nhật mới làm bù được. Hãy chọn lại ngày.',
    tooFar: 'Ngày này quá xa nên chưa ghi vào lịch được. Hãy chọn ngày từ năm 2000 đến 5 năm tới.',
    reasonMissing: 'Ngày này đã qua, sửa sẽ làm thay đổi việc tính đúng hạn, quá hạn. Hãy ghi lý do rồi lưu.',
    nothingThere: 'Lịch không ghi gì riêng cho ngày này nên không có gì để bỏ. Hãy tải lại trang.',
    unknown: 'Không ghi được ngày này vào lịch. Hãy xem lại ngày và loại ngày.',
  },
  en: {
    weekdayWorked:
      'A day of the week is a working day already; only a Saturday or Sunday can be worked in exchange. Choose another day.',
    tooFar: 'This day is too far away for the calendar. Choose a day between the year 2000 and five years from now.',
    reasonMissing: 'This day has passed, and changing it changes what was counted as late. Give a reason, then save.',
    nothingThere:
      'The calendar says nothing of its own about this day, so there is nothing to take away. Load the page again.',
    unknown: 'The calendar cannot take this day. Look at the day and its kind again.',
  },
};

export const dayFaultSentence = (fault: string | number | undefined, language: Language): string =>
  dayFaultWords[language][String(fault)] ?? dayFaultWords[language].unknown ?? '';
