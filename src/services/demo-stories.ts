import type { Confidence } from '../registry/duty.ts';

/** What the demo's people did with their first duties, so that whoever comes sees work in every state. */

export type DemoReport = {
  doneText: string;
  share: number;
  confidence: Confidence;
  proposal?: string;
  result?: true;
  /** Written and left; given to the head; sent by the head. */
  until: 'draft' | 'submitted' | 'sent';
};

export type DemoStory = {
  returned?: string;
  report?: DemoReport;
  /** The result is confirmed, or sent back with these words. */
  judged?: 'confirm' | { sentBack: string };
  obstacle?: { what: string; impact: string };
  question?: string;
  /** A deadline that is not over is asked to be put off by so many days. */
  later?: { days: number; reason: string };
};

const finished = (doneText: string): DemoReport => ({
  ...{ doneText, share: 100, confidence: 'onTrack', result: true, until: 'sent' },
});

const done: DemoStory = {
  report: finished('Đã hoàn thành đúng nội dung được giao, kết quả đã gửi các cơ quan phối hợp.'),
  judged: 'confirm',
};
const waiting: DemoStory = {
  report: finished('Đã tổ chức xong, báo cáo kết quả và danh sách đơn vị tham gia đã gửi Ủy ban nhân dân tỉnh.'),
};
const unconvincing: DemoStory = {
  report: finished('Đã có dự thảo, xin báo cáo hoàn thành.'),
  judged: { sentBack: 'Mới có dự thảo, chưa có văn bản được phê duyệt. Đề nghị báo cáo khi đã ban hành.' },
};
const behind: DemoStory = {
  report: {
    ...{ doneText: 'Đã lập tổ biên soạn và lấy ý kiến lần một; ba đơn vị chưa gửi số liệu.', share: 40 },
    ...{ confidence: 'offTrack', until: 'sent', proposal: 'Đề nghị tỉnh đôn đốc các đơn vị gửi số liệu trong tháng.' },
  },
  obstacle: {
    what: 'Ba đơn vị chưa cung cấp số liệu hiện trạng theo mẫu đã thống nhất.',
    impact: 'Chưa lập được phương án trình thẩm định.',
  },
  question: 'Nhiệm vụ đã quá hạn nhiều tháng. Đề nghị cho biết nguyên nhân và thời điểm hoàn thành.',
};
const underWay: DemoStory = {
  report: {
    ...{ doneText: 'Đã phê duyệt đề cương, đang lấy ý kiến các sở và địa phương; dự kiến trình trong quý.', share: 60 },
    ...{ confidence: 'onTrack', until: 'sent' },
  },
};
const atRisk: DemoStory = {
  report: {
    ...{ doneText: 'Đã làm xong một nửa khối lượng; phần còn lại chờ bố trí kinh phí.', share: 50 },
    ...{ confidence: 'atRisk', until: 'sent' },
  },
  later: { days: 90, reason: 'Chờ bổ sung kinh phí, dự kiến cần thêm một quý.' },
};
const submitted: DemoStory = {
  report: {
    ...{ doneText: 'Đã hoàn thành hồ sơ, trình thủ trưởng xem xét trước khi gửi.', share: 80 },
    ...{ confidence: 'onTrack', until: 'submitted' },
  },
};
const drafted: DemoStory = {
  report: {
    ...{ doneText: 'Đang tổng hợp số liệu của các phòng chuyên môn.', share: 20 },
    ...{ confidence: 'onTrack', until: 'draft' },
  },
};
const returned: DemoStory = {
  returned: 'Nội dung này thuộc lĩnh vực của cơ quan khác; đề nghị giao lại cho đúng thẩm quyền.',
};

/** Of each agency in the order of its deadlines; what is behind them nobody has begun. */
export const demoStories: Readonly<Record<string, readonly DemoStory[]>> = {
  'so-nong-nghiep-moi-truong.binh-chau': [done, waiting, behind, atRisk, done, returned, underWay, submitted, drafted],
  'so-tai-chinh.binh-chau': [unconvincing, done, waiting, underWay, done, submitted, atRisk, returned],
  'ubnd-xa.97001': [done, unconvincing, underWay, submitted, done],
};
