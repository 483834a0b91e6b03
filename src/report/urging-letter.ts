import type { OfficialLetter } from '../values/official-letter.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';

export type LateDuty = {
  what: string;
  documents: readonly string[];
  due: PlainDate;
  /** Working days past the deadline. */
  days: number;
  share: number | null;
  /** The day on which the agency last sent something of it. */
  reportedOn: PlainDate | null;
};

export type UrgingLetterFacts = {
  issuer: { name: string; parent: string | null; place: string | null };
  agency: string;
  duties: readonly LateDuty[];
  today: PlainDate;
  /** By when an answer is wanted. */
  answerBy: PlainDate;
};

/** Numbers below ten are written with a zero (rule of practice in official texts). */
const counted = (count: number): string => String(count).padStart(2, '0');

const isCommittee = (name: string): boolean => /^(ủy|uỷ) ban nhân dân/iu.test(name);

/** Công văn đôn đốc: to one agency, about what it is late with, each piece named in the appendix. */
export function urgingLetter({ issuer, agency, duties, today, answerBy }: UrgingLetterFacts): OfficialLetter {
  const count = counted(duties.length);
  const day = formatDate(today);
  const answer = formatDate(answerBy);
  return {
    // A People's Committee stands on its own.
    parent: isCommittee(issuer.name) ? null : issuer.parent,
    issuer: issuer.name,
    symbol: '/………',
    place: issuer.place ?? '…………',
    date: today,
    about: `V/v đôn đốc thực hiện ${count} nhiệm vụ quá hạn`,
    to: [agency],
    body: [
      `Qua theo dõi việc thực hiện các chỉ tiêu, nhiệm vụ được giao, tính đến ngày ${day}, ${agency} còn ${count} nhiệm vụ đã quá hạn nhưng chưa hoàn thành (có Phụ lục kèm theo). Để bảo đảm tiến độ chung, ${issuer.name} đề nghị ${agency}:`,
      `1. Khẩn trương thực hiện, hoàn thành các nhiệm vụ nêu tại Phụ lục; xác định rõ người chịu trách nhiệm và thời gian hoàn thành đối với từng nhiệm vụ.`,
      `2. Cập nhật kết quả thực hiện và minh chứng lên hệ thống theo dõi trước ngày ${answer}.`,
      `3. Nhiệm vụ có khó khăn, vướng mắc hoặc không thể hoàn thành đúng thời hạn: báo cáo rõ nguyên nhân, đề xuất hướng giải quyết hoặc đề nghị gia hạn trước ngày ${answer}.`,
      `Đề nghị ${agency} quan tâm, phối hợp thực hiện`,
    ],
    recipients: ['Như trên', 'Lưu: VT'],
    signing: isCommittee(issuer.name) ? ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] : ['THỦ TRƯỞNG CƠ QUAN'],
    appendix: {
      title: `Danh mục nhiệm vụ quá hạn của ${agency}`,
      columns: [
        { header: 'TT', percent: 5, centred: true },
        { header: 'Nội dung nhiệm vụ', percent: 43 },
        { header: 'Văn bản giao', percent: 17 },
        { header: 'Thời hạn', percent: 11, centred: true },
        { header: 'Quá hạn (ngày làm việc)', percent: 10, centred: true },
        { header: 'Tình hình báo cáo', percent: 14 },
      ],
      rows: duties.map(({ what, documents, due, days, share, reportedOn }, index) => [
        String(index + 1),
        what,
        documents.join('; '),
        formatDate(due),
        String(days),
        reportedOn === null
          ? 'Chưa báo cáo'
          : `Báo cáo ngày ${formatDate(reportedOn)}${share === null ? '' : `, đạt ${share}%`}`,
      ]),
    },
  };
}
