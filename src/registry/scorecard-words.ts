import type { Language } from '../values/format.ts';
import type { Criterion } from './emulation-scale.ts';
import { idleDays } from './idle.ts';
import type { CountedReason } from './scorecard.ts';

/** What each criterion is called and how it is counted: the published formulas. */

export type CriterionWords = { name: string; short: string; counted: string; of: string; beside: string };

export const criterionWords: Record<Language, Record<Criterion, CriterionWords>> = {
  vi: {
    tasks: {
      name: 'Nhiệm vụ hoàn thành đúng hạn',
      short: 'Nhiệm vụ',
      counted: 'nhiệm vụ được xác nhận hoàn thành đúng hạn trong kỳ',
      of: 'nhiệm vụ hoàn thành trong kỳ (đúng hạn, quá hạn) và nhiệm vụ đang quá hạn ở cuối kỳ',
      beside: 'Nhiệm vụ còn trong hạn hoặc không có thời hạn chưa tính vào tỷ lệ. Thời hạn gồm cả gia hạn đã duyệt.',
    },
    targets: {
      name: 'Chỉ tiêu đạt hoặc đúng tiến độ',
      short: 'Chỉ tiêu',
      counted: 'chỉ tiêu đạt hoặc đúng tiến độ ở cuối kỳ',
      of: 'chỉ tiêu đã đến lúc xét được, kể cả chỉ tiêu thiếu số liệu mà đơn vị phải báo cáo',
      beside:
        'Thiếu số liệu tính là chưa đạt. Không tính chỉ tiêu không đo bằng số, chưa gắn danh mục, chưa đến thời gian thực hiện.',
    },
    onTime: {
      name: 'Báo cáo gửi đúng hạn',
      short: 'Đúng hạn',
      counted: 'báo cáo gửi lần đầu vào ngày hết hạn hoặc sớm hơn',
      of: 'báo cáo của các đợt chốt số liệu trong kỳ đã gửi hoặc đã hết hạn',
      beside: 'Bị trả lại để sửa không làm mất đúng hạn. Thời hạn gồm cả gia hạn.',
    },
    complete: {
      name: 'Báo cáo đầy đủ',
      short: 'Đầy đủ',
      counted: 'ô số liệu đã có số (hoặc lý do không có) và phần nội dung đã viết',
      of: 'ô và phần nội dung được yêu cầu trong các báo cáo đã gửi hoặc đã hết hạn',
      beside: 'Báo cáo quá hạn chưa gửi tính là chưa có gì, dù đơn vị đang soạn.',
    },
    quality: {
      name: 'Báo cáo không phải sửa',
      short: 'Chất lượng',
      counted: 'báo cáo chưa lần nào bị cơ quan tổng hợp trả lại và không phải đính chính sau khi khóa',
      of: 'báo cáo đã gửi',
      beside: 'Số khác thường phải có lý do mới gửi được, nên không tính riêng ở đây.',
    },
    updated: {
      name: 'Nhiệm vụ được cập nhật đều',
      short: 'Cập nhật',
      counted: `nhiệm vụ đang làm có cập nhật gửi trong ${idleDays} ngày trước cuối kỳ`,
      of: 'nhiệm vụ đang làm',
      beside: `Nhiệm vụ mới giao chưa quá ${idleDays} ngày và chưa cập nhật, hoặc còn chờ việc khác, thì chưa tính.`,
    },
    responsible: {
      name: 'Nhiệm vụ có người phụ trách',
      short: 'Phụ trách',
      counted: 'nhiệm vụ đang làm đã giao cán bộ phụ trách',
      of: 'nhiệm vụ đang làm',
      beside: '',
    },
    signedIn: {
      name: 'Đơn vị có người sử dụng hệ thống',
      short: 'Đăng nhập',
      counted: '1 nếu có người của đơn vị đăng nhập kể từ đầu kỳ',
      of: '1',
      beside: 'Người của đơn vị là thủ trưởng và cán bộ giữ vai trò tại chính đơn vị.',
    },
    obstacles: {
      name: 'Vướng mắc đã được giải quyết',
      short: 'Vướng mắc',
      counted: 'vướng mắc đơn vị nêu đã được trả lời hoặc đã gỡ',
      of: 'vướng mắc đơn vị nêu còn mở vào lúc nào đó trong kỳ',
      beside: 'Người giải quyết thường là cơ quan khác, nên thang điểm đề xuất không chấm tiêu chí này.',
    },
  },
  en: {
    tasks: {
      name: 'Tasks done on time',
      short: 'Tasks',
      counted: 'tasks confirmed as done on time in the period',
      of: 'tasks done in the period (on time or late) and tasks overdue at its end',
      beside:
        'Tasks that are still in time or have no deadline are not in the ratio. Deadlines include granted extensions.',
    },
    targets: {
      name: 'Targets met or on their path',
      short: 'Targets',
      counted: 'targets met or on their path at the end of the period',
      of: 'targets that can be judged, and those whose figures the agency owes',
      beside:
        'A missing figure counts as not reached. Left out: targets without a number, not in the catalogue, or not begun.',
    },
    onTime: {
      name: 'Reports sent on time',
      short: 'On time',
      counted: 'reports first sent on or before the deadline',
      of: 'reports of rounds that closed in the period, sent or past their deadline',
      beside: 'Being sent back does not make a report late. Deadlines include extensions.',
    },
    complete: {
      name: 'Reports complete',
      short: 'Complete',
      counted: 'cells filled in (or said why not) and sections written',
      of: 'cells and sections asked for in reports that were sent or are past their deadline',
      beside: 'A report past its deadline and not sent counts as empty, whatever is being drafted.',
    },
    quality: {
      name: 'Reports without rework',
      short: 'Quality',
      counted: 'reports never sent back by the coordinator and without a correction after the lock',
      of: 'reports sent',
      beside: 'An unusual number cannot be sent without its reason, so it is not counted here.',
    },
    updated: {
      name: 'Tasks reported on regularly',
      short: 'Updated',
      counted: `open tasks with an update sent within ${idleDays} days before the end of the period`,
      of: 'open tasks',
      beside: `A task given no more than ${idleDays} days ago and without an update yet is left out, and so is one that waits for another.`,
    },
    responsible: {
      name: 'Tasks with a responsible person',
      short: 'Responsible',
      counted: 'open tasks with an officer in charge',
      of: 'open tasks',
      beside: '',
    },
    signedIn: {
      name: 'The agency uses the system',
      short: 'Signed in',
      counted: '1 where somebody of the agency has signed in since the period began',
      of: '1',
      beside: 'Its people are the heads and officers who hold a post in the agency itself.',
    },
    obstacles: {
      name: 'Obstacles settled',
      short: 'Obstacles',
      counted: 'obstacles raised by the agency that were answered or removed',
      of: 'obstacles raised by the agency that were open at some time in the period',
      beside: 'Mostly somebody else settles them, so the proposed scale gives no points for it.',
    },
  },
};

/** Why one item counts as it does. */
export const reasonWords: Record<Language, Record<CountedReason, string>> = {
  vi: {
    doneOnTime: 'Hoàn thành đúng hạn',
    doneLate: 'Hoàn thành quá hạn',
    openOverdue: 'Quá hạn, chưa hoàn thành',
    good: 'Đạt hoặc đúng tiến độ',
    behind: 'Chậm',
    noFigure: 'Thiếu số liệu phải báo cáo',
    sentOnTime: 'Gửi đúng hạn',
    sentLate: 'Gửi sau hạn',
    notSent: 'Quá hạn chưa gửi',
    filled: 'Đủ',
    gaps: 'Còn thiếu',
    clean: 'Không phải sửa',
    sentBack: 'Đã bị trả lại',
    corrected: 'Phải đính chính sau khi khóa',
    said: 'Đã cập nhật',
    silent: `Quá ${idleDays} ngày không cập nhật`,
    neverSaid: 'Chưa cập nhật lần nào',
    hasOfficer: 'Có người phụ trách',
    noOfficer: 'Chưa có người phụ trách',
    came: 'Đã có người đăng nhập',
    nobodyCame: 'Chưa ai đăng nhập',
    nobody: 'Chưa có ai giữ vai trò tại đơn vị',
    settled: 'Đã trả lời hoặc đã gỡ',
    open: 'Còn mở',
  },
  en: {
    doneOnTime: 'Done on time',
    doneLate: 'Done late',
    openOverdue: 'Overdue, not done',
    good: 'Met or on its path',
    behind: 'Behind',
    noFigure: 'Lacks a figure that is owed',
    sentOnTime: 'Sent on time',
    sentLate: 'Sent late',
    notSent: 'Past its deadline, not sent',
    filled: 'Complete',
    gaps: 'Incomplete',
    clean: 'No rework',
    sentBack: 'Was sent back',
    corrected: 'Corrected after the lock',
    said: 'Updated',
    silent: `No update for more than ${idleDays} days`,
    neverSaid: 'Never updated',
    hasOfficer: 'Has a responsible person',
    noOfficer: 'No responsible person',
    came: 'Somebody has signed in',
    nobodyCame: 'Nobody has signed in',
    nobody: 'Nobody holds a post in the agency',
    settled: 'Answered or removed',
    open: 'Still open',
  },
};
