import type { OfficialDocument } from '../values/official-document.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import { endOf, type IssuerFacts, letterheadOf } from './issuer.ts';

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

/** Thông báo gia hạn: that an agency's deadline was put off as it had asked. */
export function extensionNotice({ issuer, agency, what, documents, ...facts }: ExtensionFacts): OfficialDocument {
  const given = documents.length > 0 ? ` giao tại ${documents.join('; ')}` : '';
  const granted = formatDate(facts.dueGranted);
  return {
    head: letterheadOf(issuer, facts.today, 'TB'),
    kind: 'Thông báo',
    about: 'Về việc gia hạn thời gian thực hiện nhiệm vụ',
    body: [
      {
        kind: 'paragraph',
        text: `Xét đề nghị của ${agency} về việc gia hạn thời gian thực hiện nhiệm vụ${given}, ${issuer.name} thông báo như sau:`,
      },
      {
        ...{ kind: 'passage', level: 'clause', number: 1 },
        text: `Đồng ý gia hạn thời gian thực hiện nhiệm vụ “${what.replace(/[\s.;]+$/u, '')}” đến ngày ${granted}${facts.dueBefore === null ? '' : ` (thời hạn trước đây: ngày ${formatDate(facts.dueBefore)})`}.`,
      },
      {
        ...{ kind: 'passage', level: 'clause', number: 2 },
        text: `Lý do gia hạn: ${facts.reason.replace(/[\s.;]+$/u, '')}.`,
      },
      {
        ...{ kind: 'passage', level: 'clause', number: 3 },
        text: `${agency} tập trung thực hiện, hoàn thành nhiệm vụ đúng thời hạn được gia hạn; cập nhật tiến độ, kết quả thực hiện lên hệ thống theo dõi`,
      },
    ],
    ...endOf(issuer),
    recipients: [agency],
  };
}
