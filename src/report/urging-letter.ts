import type { DocumentBlock, DocumentTable, OfficialDocument } from '../values/official-document.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import { endOf, type IssuerFacts, letterheadOf } from './issuer.ts';

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
  issuer: IssuerFacts;
  agency: string;
  duties: readonly LateDuty[];
  today: PlainDate;
  /** By when an answer is wanted. */
  answerBy: PlainDate;
};

/** Numbers below ten are written with a zero (rule of practice in official texts). */
const counted = (count: number): string => String(count).padStart(2, '0');

/** Công văn đôn đốc: to one agency, about what it is late with, each piece named in the appendix. */
export function urgingLetter({ issuer, agency, duties, today, answerBy }: UrgingLetterFacts): OfficialDocument {
  const count = counted(duties.length);
  const day = formatDate(today);
  const answer = formatDate(answerBy);
  return {
    head: letterheadOf(issuer, today, null),
    kind: null,
    about: `đôn đốc thực hiện ${count} nhiệm vụ quá hạn`,
    to: [agency],
    body: [
      {
        kind: 'paragraph',
        text: `Qua theo dõi việc thực hiện các chỉ tiêu, nhiệm vụ được giao, tính đến ngày ${day}, ${agency} còn ${count} nhiệm vụ đã quá hạn nhưng chưa hoàn thành (có Phụ lục kèm theo). Để bảo đảm tiến độ chung, ${issuer.name} đề nghị ${agency}:`,
      },
      ...[
        'Khẩn trương thực hiện, hoàn thành các nhiệm vụ nêu tại Phụ lục; xác định rõ người chịu trách nhiệm và thời gian hoàn thành đối với từng nhiệm vụ.',
        `Cập nhật kết quả thực hiện và minh chứng lên hệ thống theo dõi trước ngày ${answer}.`,
        `Nhiệm vụ có khó khăn, vướng mắc hoặc không thể hoàn thành đúng thời hạn: báo cáo rõ nguyên nhân, đề xuất hướng giải quyết hoặc đề nghị gia hạn trước ngày ${answer}.`,
      ].map((text, at): DocumentBlock => ({ kind: 'passage', level: 'clause', number: at + 1, text })),
      { kind: 'paragraph', text: `Đề nghị ${agency} quan tâm, phối hợp thực hiện` },
    ],
    ...endOf(issuer),
    recipients: [],
    attachments: [
      {
        as: 'appendix',
        title: `Danh mục nhiệm vụ quá hạn của ${agency}`,
        landscape: true,
        blocks: [{ kind: 'table', table: lateTable(duties) }],
      },
    ],
  };
}

const lateTable = (duties: readonly LateDuty[]): DocumentTable => ({
  columns: [
    { percent: 5, align: 'centre' },
    { percent: 43 },
    { percent: 17 },
    { percent: 11, align: 'centre' },
    { percent: 10, align: 'centre' },
    { percent: 14 },
  ],
  header: [['TT', 'Nội dung nhiệm vụ', 'Văn bản giao', 'Thời hạn', 'Quá hạn (ngày làm việc)', 'Tình hình báo cáo']],
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
});
