import type { Language } from './format.ts';

/** What may stand in the way of taking an agency away again, by the table it is kept in: where it cannot be named, its kind is. */
const kinds: Record<Language, Record<string, string>> = {
  vi: {
    agency: 'đơn vị trực thuộc',
    finding_agency: 'đơn vị được nhận ra trong văn bản',
    assignment: 'việc được văn bản giao',
    post: 'người giữ chức vụ ở đơn vị đó',
    duty: 'nhiệm vụ được giao',
    progress: 'báo cáo kết quả nhiệm vụ',
    obstacle: 'khó khăn, vướng mắc đã nêu',
    evidence: 'minh chứng đã nộp',
    due_change: 'đề nghị gia hạn',
    question: 'câu hỏi của cơ quan giám sát',
    answer_draft: 'dự thảo trả lời cơ quan giám sát',
    regime: 'chế độ báo cáo',
    regime_reporter: 'chế độ báo cáo',
    regime_line: 'chế độ báo cáo',
    submission: 'báo cáo trong một đợt',
    figure: 'số liệu đã ghi nhận của đơn vị đó',
    correction: 'đề nghị sửa số liệu',
    account_review: 'đợt rà soát tài khoản',
    account_review_reminder: 'lời nhắc rà soát tài khoản',
    template_use: 'mẫu văn bản đang dùng',
    follow: 'mục lãnh đạo đang theo dõi',
    stocktake: 'cuộc họp kiểm điểm',
    stocktake_agency: 'cuộc họp kiểm điểm',
    stocktake_item: 'nội dung của cuộc họp kiểm điểm',
    stocktake_decision: 'kết luận của cuộc họp kiểm điểm',
    succession: 'đợt sắp xếp khác',
  },
  en: {
    agency: 'an agency below it',
    finding_agency: 'an agency recognised in a document',
    assignment: 'work that a document gave',
    post: 'people who hold a post there',
    duty: 'a duty that was given',
    progress: 'a report on a duty',
    obstacle: 'an obstacle that was raised',
    evidence: 'evidence that was handed in',
    due_change: 'a request for more time',
    question: 'a question of a supervisor',
    answer_draft: 'a draft of an answer to a supervisor',
    regime: 'a reporting regime',
    regime_reporter: 'a reporting regime',
    regime_line: 'a reporting regime',
    submission: 'a report in a round',
    figure: 'figures recorded for it',
    correction: 'a correction of a figure',
    account_review: 'a review of accounts',
    account_review_reminder: 'a reminder of a review of accounts',
    template_use: 'a template in use',
    follow: 'something that a leader follows',
    stocktake: 'a stocktake',
    stocktake_agency: 'a stocktake',
    stocktake_item: 'an item of a stocktake',
    stocktake_decision: 'a decision of a stocktake',
    succession: 'another reorganisation',
  },
};

/** ": 7/KH-UBND", or of what kind it is. */
export function restsOn({ name, kind }: Record<string, string | number>, language: Language): string {
  const said = name ?? kinds[language][kind ?? ''];
  return said ? `: ${said}` : '';
}
