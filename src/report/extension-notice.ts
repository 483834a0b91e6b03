import type { OfficialDocument } from '../values/official-document.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import type { IssuerFacts } from './issuer.ts';
import {
  type Frame,
  frameOf,
  framePattern,
  placeholdersOf,
  type TemplateMaker,
  textFields,
  type Wording,
  wordsOf,
} from './template-pattern.ts';

export type ExtensionFacts = {
  issuer: IssuerFacts;
  agency: string;
  what: string;
  /** Documents that gave the work. */
  documents: readonly string[];
  dueBefore: PlainDate | null;
  dueGranted: PlainDate;
  reason: string;
  today: PlainDate;
};

const names = ['don_vi', 'nhiem_vu', 'van_ban_giao', 'thoi_han_moi', 'thoi_han_cu', 'ly_do'] as const;
type Words = Wording<(typeof names)[number]>;

/** Thông báo gia hạn: that an agency's deadline was put off as it had asked. */
export const extensionNotice = (facts: ExtensionFacts): OfficialDocument =>
  noticeOf(frameOf(facts.issuer, facts.today, 'TB'), wordsOf(extensionNoticeValues(facts)));

export const extensionNoticeValues = (facts: ExtensionFacts): Words['of'] => ({
  don_vi: facts.agency,
  nhiem_vu: facts.what.replace(/[\s.;]+$/u, ''),
  van_ban_giao: facts.documents.join('; '),
  thoi_han_moi: formatDate(facts.dueGranted),
  thoi_han_cu: facts.dueBefore === null ? '' : formatDate(facts.dueBefore),
  ly_do: facts.reason.replace(/[\s.;]+$/u, ''),
});

export const extensionNoticeTemplate: TemplateMaker = {
  fields: textFields(names),
  required: ['don_vi', 'nhiem_vu', 'thoi_han_moi'],
  pattern: (issuer, date) => noticeOf(framePattern(issuer, date), placeholdersOf(names)),
};

function noticeOf(frame: Frame, { of: words, when }: Words): OfficialDocument {
  const { don_vi: agency } = words;
  const given = when('van_ban_giao', ` giao tại ${words.van_ban_giao}`);
  const before = when('thoi_han_cu', ` (thời hạn trước đây: ngày ${words.thoi_han_cu})`);
  return {
    ...frame,
    kind: 'Thông báo',
    about: 'Về việc gia hạn thời gian thực hiện nhiệm vụ',
    body: [
      {
        kind: 'paragraph',
        text: `Xét đề nghị của ${agency} về việc gia hạn thời gian thực hiện nhiệm vụ${given}, ${frame.head.issuer} thông báo như sau:`,
      },
      {
        ...{ kind: 'passage', level: 'clause', number: 1 },
        text: `Đồng ý gia hạn thời gian thực hiện nhiệm vụ “${words.nhiem_vu}” đến ngày ${words.thoi_han_moi}${before}.`,
      },
      {
        ...{ kind: 'passage', level: 'clause', number: 2 },
        text: `Lý do gia hạn: ${words.ly_do}.`,
      },
      {
        ...{ kind: 'passage', level: 'clause', number: 3 },
        text: `${agency} tập trung thực hiện, hoàn thành nhiệm vụ đúng thời hạn được gia hạn; cập nhật tiến độ, kết quả thực hiện lên hệ thống theo dõi`,
      },
    ],
    recipients: [agency],
  };
}
