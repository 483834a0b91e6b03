import type { WorkSection, WorkTask } from '../../../src/registry/my-work.ts';

const sections: Record<WorkSection, string> = {
  decide: 'Cần quyết định',
  approve: 'Chờ duyệt',
  back: 'Bị trả lại',
  today: 'Việc phải làm',
  coming: 'Sắp tới',
  asked: 'Câu hỏi đã đặt',
};

const tasks: Record<WorkTask, string> = {
  decideReturned: 'Cơ quan trả lại việc được giao',
  decideDue: 'Đề nghị gia hạn, điều chỉnh',
  answerObstacle: 'Vướng mắc chờ trả lời',
  judge: 'Kết quả chờ xác nhận',
  judgeSubmission: 'Báo cáo của đơn vị chờ duyệt',
  approveSubmission: 'Báo cáo chờ thủ trưởng duyệt, gửi',
  redoSubmission: 'Báo cáo bị trả lại',
  escalated: 'Quá hạn, đã đôn đốc đến lãnh đạo',
  approve: 'Cập nhật chờ thủ trưởng duyệt',
  redoProgress: 'Cập nhật bị thủ trưởng trả lại',
  redoResult: 'Kết quả bị đề nghị thực hiện lại',
  accept: 'Việc mới giao, chờ nhận',
  answerQuestion: 'Câu hỏi giám sát chờ trả lời',
  overdue: 'Đã quá hạn',
  dueToday: 'Đến hạn hôm nay',
  finishDraft: 'Bản nháp chưa gửi',
  coming: 'Việc có hạn sắp tới',
  asked: 'Câu hỏi của tôi',
};

export const myWork = {
  title: 'Việc của tôi',
  waiting: (n: string) => `${n} việc đang chờ`,
  sections,
  tasks,
  emptyTitle: 'Không có việc nào đang chờ bạn',
  emptyText: 'Việc được giao, cập nhật chờ duyệt, câu hỏi và thời hạn sắp tới của bạn sẽ hiện ở đây.',
  more: 'Xem thêm',
  proposed: (day: string) => `đề nghị hạn ${day}`,
  wanted: (day: string) => `cần trước ${day}`,
  answered: 'Đã được trả lời',
  openReport: 'Mở báo cáo',
};
