import { z } from 'zod';
import type { Language } from '../values/format.ts';
import { dayOfMoment, type PlainDate } from '../values/plain-date.ts';

/** What is counted of a round, by definitions that stand beside the numbers. A share is never shown without what it is a share of. */

const Share = z.object({ count: z.int(), of: z.int() });

const measures = ['sent', 'onTime', 'approved', 'figures', 'sections'] as const;
export type Measure = (typeof measures)[number];

export const RoundMeasures = z.object({
  /** Completeness: agencies that have sent, of all that were asked. */
  sent: Share,
  /** Timeliness: sent for the first time on or before the deadline, of those that have sent or whose deadline has passed. */
  onTime: Share,
  /** Approved, of all that were asked. */
  approved: Share,
  /** Figures of which something is said, a number or why there is none, of all that were asked for. */
  figures: Share,
  /** Sections that are written, of all that are owed. */
  sections: Share,
});
export type RoundMeasures = z.infer<typeof RoundMeasures>;

/** What each is called, and what it counts. */
export const measureWords: Record<Language, Record<Measure, { name: string; meaning: string }>> = {
  vi: {
    sent: {
      name: 'Đã gửi',
      meaning: 'Số đơn vị đã gửi báo cáo ít nhất một lần, trên tổng số đơn vị được yêu cầu báo cáo.',
    },
    onTime: {
      name: 'Đúng hạn',
      meaning:
        'Số đơn vị gửi lần đầu vào ngày hết hạn hoặc sớm hơn, trên số đơn vị đã gửi hoặc đã hết hạn. Thời hạn là thời hạn hiện nay, tính cả gia hạn; bị trả lại để sửa không làm mất đúng hạn.',
    },
    approved: {
      name: 'Đã duyệt',
      meaning: 'Số báo cáo đã được duyệt và khóa, trên tổng số đơn vị được yêu cầu báo cáo.',
    },
    figures: {
      name: 'Số liệu đã nhập',
      meaning:
        'Số ô đã có số hoặc đã ghi “không phát sinh”, “chưa có số liệu”, trên tổng số ô được yêu cầu. Ô để trống chưa tính là đã nhập; số 0 là đã nhập.',
    },
    sections: {
      name: 'Nội dung đã viết',
      meaning: 'Số phần nội dung đã viết, trên tổng số phần các đơn vị phải viết.',
    },
  },
  en: {
    sent: {
      name: 'Sent',
      meaning: 'Agencies that have sent their report at least once, of all agencies that were asked.',
    },
    onTime: {
      name: 'On time',
      meaning:
        'Agencies whose first sending was on or before the deadline, of those that have sent or whose deadline has passed. The deadline is that of today, extensions included; being sent back does not make a report late.',
    },
    approved: { name: 'Approved', meaning: 'Reports that were approved and locked, of all agencies that were asked.' },
    figures: {
      name: 'Figures filled in',
      meaning:
        'Cells that hold a number, or say “none occurred” or “not yet available”, of all cells that were asked for. A blank is not filled in; a zero is.',
    },
    sections: { name: 'Sections written', meaning: 'Sections that are written, of all that agencies owe.' },
  },
};

const sendings = ['onTime', 'late', 'waiting', 'overdue'] as const;
export const Sending = z.enum(sendings);
export type Sending = z.infer<typeof Sending>;

/** Where one submission stands by its first sending; what has no deadline cannot be late. */
export function sendingOf(
  { firstSentAt, due }: { firstSentAt: string | null; due: PlainDate | null },
  today: PlainDate,
): Sending {
  if (firstSentAt !== null) return due !== null && dayOfMoment(new Date(firstSentAt)) > due ? 'late' : 'onTime';
  return due !== null && due < today ? 'overdue' : 'waiting';
}
