import type { DocumentBlock, DocumentTable, OfficialDocument } from '../values/official-document.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import type { TemplateValues } from '../values/template.ts';
import type { IssuerFacts } from './issuer.ts';
import {
  type Frame,
  frameOf,
  framePattern,
  placeholdersOf,
  repeated,
  type TemplateMaker,
  textFields,
  type Wording,
  wordsOf,
} from './template-pattern.ts';

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

const names = ['don_vi', 'so_nhiem_vu', 'tinh_den_ngay', 'tra_loi_truoc_ngay'] as const;
const rowNames = ['tt', 'noi_dung', 'van_ban_giao', 'thoi_han', 'so_ngay_qua_han', 'tinh_hinh_bao_cao'] as const;
type Words = Wording<(typeof names)[number]>;
type Row = Record<(typeof rowNames)[number], string>;

/** Công văn đôn đốc: to one agency, about what it is late with, each piece named in the appendix. */
export const urgingLetter = (facts: UrgingLetterFacts): OfficialDocument =>
  letterOf(frameOf(facts.issuer, facts.today, null), wordsOf(wordsOfFacts(facts)), rowsOf(facts).map(cellsOf));

export const urgingLetterValues = (facts: UrgingLetterFacts): TemplateValues => ({
  ...wordsOfFacts(facts),
  nhiem_vu: rowsOf(facts),
});

export const urgingLetterTemplate: TemplateMaker = {
  fields: { ...textFields(names), nhiem_vu: textFields(rowNames) },
  required: ['don_vi', 'nhiem_vu'],
  pattern: (issuer, date) =>
    letterOf(framePattern(issuer, date), placeholdersOf(names), [
      repeated('nhiem_vu', cellsOf(placeholdersOf(rowNames).of)),
    ]),
};

/** Numbers below ten are written with a zero (rule of practice in official texts). */
const counted = (count: number): string => String(count).padStart(2, '0');

const wordsOfFacts = ({ agency, duties, today, answerBy }: UrgingLetterFacts): Words['of'] => ({
  don_vi: agency,
  so_nhiem_vu: counted(duties.length),
  tinh_den_ngay: formatDate(today),
  tra_loi_truoc_ngay: formatDate(answerBy),
});

const rowsOf = ({ duties }: UrgingLetterFacts): Row[] =>
  duties.map(({ what, documents, due, days, share, reportedOn }, index) => ({
    tt: String(index + 1),
    noi_dung: what,
    van_ban_giao: documents.join('; '),
    thoi_han: formatDate(due),
    so_ngay_qua_han: String(days),
    tinh_hinh_bao_cao:
      reportedOn === null
        ? 'Chưa báo cáo'
        : `Báo cáo ngày ${formatDate(reportedOn)}${share === null ? '' : `, đạt ${share}%`}`,
  }));

const cellsOf = (row: Row): string[] => rowNames.map((name) => row[name]);

function letterOf(frame: Frame, { of: words }: Words, rows: readonly string[][]): OfficialDocument {
  const { don_vi: agency, so_nhiem_vu: count, tra_loi_truoc_ngay: answer } = words;
  return {
    ...frame,
    kind: null,
    about: `đôn đốc thực hiện ${count} nhiệm vụ quá hạn`,
    to: [agency],
    body: [
      {
        kind: 'paragraph',
        text: `Qua theo dõi việc thực hiện các chỉ tiêu, nhiệm vụ được giao, tính đến ngày ${words.tinh_den_ngay}, ${agency} còn ${count} nhiệm vụ đã quá hạn nhưng chưa hoàn thành (có Phụ lục kèm theo). Để bảo đảm tiến độ chung, ${frame.head.issuer} đề nghị ${agency}:`,
      },
      ...[
        'Khẩn trương thực hiện, hoàn thành các nhiệm vụ nêu tại Phụ lục; xác định rõ người chịu trách nhiệm và thời gian hoàn thành đối với từng nhiệm vụ.',
        `Cập nhật kết quả thực hiện và minh chứng lên hệ thống theo dõi trước ngày ${answer}.`,
        `Nhiệm vụ có khó khăn, vướng mắc hoặc không thể hoàn thành đúng thời hạn: báo cáo rõ nguyên nhân, đề xuất hướng giải quyết hoặc đề nghị gia hạn trước ngày ${answer}.`,
      ].map((text, at): DocumentBlock => ({ kind: 'passage', level: 'clause', number: at + 1, text })),
      { kind: 'paragraph', text: `Đề nghị ${agency} quan tâm, phối hợp thực hiện` },
    ],
    recipients: [],
    attachments: [
      {
        as: 'appendix',
        title: `Danh mục nhiệm vụ quá hạn của ${agency}`,
        landscape: true,
        blocks: [{ kind: 'table', table: lateTable(rows) }],
      },
    ],
  };
}

const lateTable = (rows: readonly string[][]): DocumentTable => ({
  columns: [
    { percent: 5, align: 'centre' },
    { percent: 43 },
    { percent: 17 },
    { percent: 11, align: 'centre' },
    { percent: 10, align: 'centre' },
    { percent: 14 },
  ],
  header: [['TT', 'Nội dung nhiệm vụ', 'Văn bản giao', 'Thời hạn', 'Quá hạn (ngày làm việc)', 'Tình hình báo cáo']],
  rows,
});
