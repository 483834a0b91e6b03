import { formatDay, type Language } from '../values/format.ts';
import type { NoticeDetails, NoticeKind } from './notice.ts';

/** What a kind of notice is called where it is chosen, and its sentence. */
type Wording = { name: string; says: (details: NoticeDetails) => string };

const quoted = ({ what }: NoticeDetails): string =>
  what ? `“${what.length > 160 ? `${what.slice(0, 157)}…` : what}”` : '';
const because = (word: string, { reason }: NoticeDetails): string => (reason ? `${word}${reason}` : '');

const vi: Record<NoticeKind, Wording> = {
  assigned: {
    name: 'Đơn vị được giao việc',
    says: (d) => `${d.agency ?? 'Đơn vị'} được giao ${quoted(d)}${until(d, ', thời hạn ', 'vi')}`,
  },
  named: {
    name: 'Được phân công phụ trách',
    says: (d) => `${d.by ?? 'Đơn vị'} phân công bạn phụ trách ${quoted(d)}${until(d, ', thời hạn ', 'vi')}`,
  },
  dutyReturned: {
    name: 'Đơn vị trả lại việc',
    says: (d) => `${d.agency ?? 'Đơn vị'} trả lại ${quoted(d)}${because(', lý do: ', d)}`,
  },
  dutyInsisted: {
    name: 'Việc đã trả lại vẫn giao cho đơn vị',
    says: (d) => `Vẫn giao ${d.agency ?? 'đơn vị'} ${quoted(d)}${because(', lý do: ', d)}`,
  },
  dutyReassigned: {
    name: 'Việc chuyển cho đơn vị khác',
    says: (d) => `${quoted(d)} chuyển giao cho ${d.agency ?? 'đơn vị khác'}${because(', lý do: ', d)}`,
  },
  dutyDropped: { name: 'Thôi giao việc', says: (d) => `Thôi giao ${quoted(d)}${because(', lý do: ', d)}` },
  taskChanged: { name: 'Văn bản giao việc thay đổi', says: (d) => `Văn bản giao ${quoted(d)} đã thay đổi` },
  conditionMet: {
    name: 'Điều kiện để bắt đầu đã có',
    says: (d) => `Đã đủ điều kiện để bắt đầu ${quoted(d)}${until(d, ', thời hạn ', 'vi')}`,
  },
  handedOver: { name: 'Nhận bàn giao việc', says: (d) => `${d.by ?? 'Đồng nghiệp'} bàn giao cho bạn ${quoted(d)}` },
  submitted: {
    name: 'Cập nhật chờ duyệt',
    says: (d) => `${d.by ?? 'Cán bộ'} trình cập nhật của ${quoted(d)}, chờ bạn duyệt`,
  },
  progressReturned: {
    name: 'Cập nhật bị trả lại',
    says: (d) => `${d.by ?? 'Thủ trưởng'} trả lại cập nhật của ${quoted(d)}${because(', lý do: ', d)}`,
  },
  resultReported: {
    name: 'Kết quả chờ xác nhận',
    says: (d) => `${d.agency ?? 'Đơn vị'} báo cáo hoàn thành ${quoted(d)}, chờ xác nhận`,
  },
  resultConfirmed: { name: 'Kết quả được xác nhận', says: (d) => `Đã xác nhận hoàn thành ${quoted(d)}` },
  resultSentBack: {
    name: 'Kết quả bị trả lại',
    says: (d) => `Kết quả của ${quoted(d)} bị trả lại, đề nghị thực hiện lại${because(', lý do: ', d)}`,
  },
  reportAsked: {
    name: 'Đợt báo cáo mở',
    says: (d) => `Đơn vị được đề nghị gửi ${quoted(d)}${until(d, ', thời hạn ', 'vi')}`,
  },
  reportSubmitted: {
    name: 'Báo cáo chờ thủ trưởng duyệt',
    says: (d) => `${d.by ?? 'Cán bộ'} trình ${quoted(d)}, chờ bạn duyệt`,
  },
  reportReturned: {
    name: 'Thủ trưởng trả lại báo cáo',
    says: (d) => `${d.by ?? 'Thủ trưởng'} trả lại ${quoted(d)}${because(', lý do: ', d)}`,
  },
  reportSent: {
    name: 'Báo cáo của đơn vị chờ duyệt',
    says: (d) => `${d.agency ?? 'Đơn vị'} đã gửi ${quoted(d)}, chờ duyệt`,
  },
  reportSentBack: {
    name: 'Báo cáo của đơn vị bị trả lại',
    says: (d) => `${quoted(d)} bị trả lại để sửa${because(', lý do: ', d)}`,
  },
  reportApproved: { name: 'Báo cáo được duyệt', says: (d) => `${quoted(d)} đã được duyệt` },
  summarySubmitted: {
    name: 'Báo cáo tổng hợp chờ ký',
    says: (d) => `${d.by ?? 'Cán bộ'} trình ${quoted(d)}, chờ bạn xem xét, ký`,
  },
  summaryReturned: {
    name: 'Báo cáo tổng hợp bị trả lại',
    says: (d) => `${d.by ?? 'Lãnh đạo'} trả lại ${quoted(d)}${because(', lý do: ', d)}`,
  },
  summarySigned: { name: 'Báo cáo tổng hợp đã ký', says: (d) => `${d.by ?? 'Lãnh đạo'} đã ký ${quoted(d)}` },
  summaryPublished: {
    name: 'Báo cáo tổng hợp ban hành',
    says: (d) => `${quoted(d)} đã ban hành${d.words ? `, số ${d.words}` : ''}`,
  },
  correctionAsked: {
    name: 'Đề nghị sửa số liệu đã khóa',
    says: (d) =>
      `${d.agency ?? 'Đơn vị'} đề nghị sửa ${quoted(d)}${d.words ? `, ${d.words}` : ''}${because(', lý do: ', d)}`,
  },
  correctionGranted: {
    name: 'Đề nghị sửa số liệu được đồng ý',
    says: (d) => `Đã sửa ${quoted(d)}${d.words ? `, ${d.words}` : ''}`,
  },
  correctionRefused: {
    name: 'Đề nghị sửa số liệu không được đồng ý',
    says: (d) => `Không đồng ý sửa ${quoted(d)}${d.words ? `, ${d.words}` : ''}${because(', lý do: ', d)}`,
  },
  dueAsked: {
    name: 'Đề nghị gia hạn, điều chỉnh',
    says: (d) =>
      `${d.agency ?? 'Đơn vị'} đề nghị ${until(d, 'gia hạn đến ', 'vi') || 'điều chỉnh'} ${quoted(d)}${because(', lý do: ', d)}`,
  },
  dueGranted: {
    name: 'Gia hạn được chấp thuận',
    says: (d) => `${quoted(d)} được gia hạn${until(d, ' đến ', 'vi')}`,
  },
  dueRefused: {
    name: 'Gia hạn không được chấp thuận',
    says: (d) => `Không gia hạn ${quoted(d)}${because(', lý do: ', d)}`,
  },
  obstacleRaised: {
    name: 'Vướng mắc cần giải quyết',
    says: (d) => `${d.agency ?? 'Đơn vị'} nêu vướng mắc ở ${quoted(d)}${d.words ? `: ${d.words}` : ''}`,
  },
  obstacleAnswered: {
    name: 'Vướng mắc được trả lời',
    says: (d) => `Vướng mắc ở ${quoted(d)} đã được trả lời${d.words ? `: ${d.words}` : ''}`,
  },
  questionAsked: {
    name: 'Câu hỏi giám sát',
    says: (d) =>
      `${d.by ?? 'Người giám sát'} hỏi về ${quoted(d)}${d.words ? `: ${d.words}` : ''}${until(d, ', trả lời trước ', 'vi')}`,
  },
  questionAnswered: {
    name: 'Câu hỏi được trả lời',
    says: (d) => `${d.agency ?? 'Đơn vị'} trả lời câu hỏi về ${quoted(d)}${d.words ? `: ${d.words}` : ''}`,
  },
  dueSoon: {
    name: 'Sắp đến hạn',
    says: (d) => `${quoted(d)} còn ${d.days ?? 0} ngày làm việc${until(d, ', đến hạn ', 'vi')}`,
  },
  dueToday: { name: 'Đến hạn hôm nay', says: (d) => `${quoted(d)} đến hạn hôm nay${until(d, ', ', 'vi')}` },
  overdue: {
    name: 'Quá hạn',
    says: (d) => `${quoted(d)} quá hạn ${d.days ?? 0} ngày làm việc${until(d, ', thời hạn ', 'vi')}`,
  },
  toHead: {
    name: 'Việc quá hạn báo thủ trưởng đơn vị',
    says: (d) => `Báo thủ trưởng ${d.agency ?? 'đơn vị'}: ${quoted(d)} quá hạn ${d.days ?? 0} ngày làm việc`,
  },
  toLeader: {
    name: 'Việc quá hạn báo lãnh đạo',
    says: (d) => `Báo lãnh đạo: ${d.agency ?? 'đơn vị'} để quá hạn ${d.days ?? 0} ngày làm việc ${quoted(d)}`,
  },
  urged: {
    name: 'Được đôn đốc',
    says: (d) =>
      `${d.by ?? 'Cơ quan theo dõi'} đôn đốc ${quoted(d)}${until(d, ', thời hạn ', 'vi')}${d.words ? `: ${d.words}` : ''}`,
  },
  accountReviewDue: {
    name: 'Đến kỳ rà soát tài khoản',
    says: (d) => `Cần rà soát tài khoản của ${d.agency ?? 'đơn vị'}${until(d, ', hạn ', 'vi')}`,
  },
};

const en: Record<NoticeKind, Wording> = {
  assigned: {
    name: 'The agency was given a duty',
    says: (d) => `${d.agency ?? 'The agency'} was given ${quoted(d)}${until(d, ', due ', 'en')}`,
  },
  named: {
    name: 'Named as officer in charge',
    says: (d) => `${d.by ?? 'The agency'} put you in charge of ${quoted(d)}${until(d, ', due ', 'en')}`,
  },
  dutyReturned: {
    name: 'An agency returned a duty',
    says: (d) => `${d.agency ?? 'The agency'} returned ${quoted(d)}${because('; reason: ', d)}`,
  },
  dutyInsisted: {
    name: 'A returned duty stays with the agency',
    says: (d) => `${d.agency ?? 'The agency'} keeps ${quoted(d)}${because('; reason: ', d)}`,
  },
  dutyReassigned: {
    name: 'A duty went to another agency',
    says: (d) => `${quoted(d)} now belongs to ${d.agency ?? 'another agency'}${because('; reason: ', d)}`,
  },
  dutyDropped: { name: 'A duty was dropped', says: (d) => `${quoted(d)} was dropped${because('; reason: ', d)}` },
  taskChanged: {
    name: 'The document behind a duty changed',
    says: (d) => `The document that set ${quoted(d)} changed`,
  },
  conditionMet: {
    name: 'What a duty waited for has happened',
    says: (d) => `${quoted(d)} can begin${until(d, ', due ', 'en')}`,
  },
  handedOver: {
    name: 'Work handed over to me',
    says: (d) => `${d.by ?? 'A colleague'} handed ${quoted(d)} over to you`,
  },
  submitted: {
    name: 'An update waits for approval',
    says: (d) => `${d.by ?? 'An officer'} submitted an update of ${quoted(d)} for your approval`,
  },
  progressReturned: {
    name: 'An update came back',
    says: (d) => `${d.by ?? 'The head'} returned the update of ${quoted(d)}${because('; reason: ', d)}`,
  },
  resultReported: {
    name: 'A result waits for confirmation',
    says: (d) => `${d.agency ?? 'The agency'} reports ${quoted(d)} as done, to be confirmed`,
  },
  resultConfirmed: { name: 'A result was confirmed', says: (d) => `${quoted(d)} is confirmed as done` },
  resultSentBack: {
    name: 'A result was sent back',
    says: (d) => `The result of ${quoted(d)} was sent back to be done again${because('; reason: ', d)}`,
  },
  reportAsked: {
    name: 'A reporting round has opened',
    says: (d) => `Your agency is asked for ${quoted(d)}${until(d, ', due ', 'en')}`,
  },
  reportSubmitted: {
    name: 'A report waits for the head',
    says: (d) => `${d.by ?? 'An officer'} has submitted ${quoted(d)} for your approval`,
  },
  reportReturned: {
    name: 'The head has returned a report',
    says: (d) => `${d.by ?? 'The head'} has returned ${quoted(d)}${because(': ', d)}`,
  },
  reportSent: {
    name: "An agency's report waits for approval",
    says: (d) => `${d.agency ?? 'An agency'} has sent ${quoted(d)}, which waits for approval`,
  },
  reportSentBack: {
    name: "An agency's report was sent back",
    says: (d) => `${quoted(d)} was sent back to be set right${because(': ', d)}`,
  },
  reportApproved: { name: 'A report was approved', says: (d) => `${quoted(d)} was approved` },
  summarySubmitted: {
    name: 'A consolidated report waits to be signed',
    says: (d) => `${d.by ?? 'An officer'} has submitted ${quoted(d)} to be signed by you`,
  },
  summaryReturned: {
    name: 'A consolidated report came back',
    says: (d) => `${d.by ?? 'The leader'} has returned ${quoted(d)}${because(': ', d)}`,
  },
  summarySigned: {
    name: 'A consolidated report was signed',
    says: (d) => `${d.by ?? 'The leader'} has signed ${quoted(d)}`,
  },
  summaryPublished: {
    name: 'A consolidated report was issued',
    says: (d) => `${quoted(d)} was issued${d.words ? ` as ${d.words}` : ''}`,
  },
  correctionAsked: {
    name: 'A correction of a locked figure is asked for',
    says: (d) =>
      `${d.agency ?? 'An agency'} asks to correct ${quoted(d)}${d.words ? `, ${d.words}` : ''}${because(', reason: ', d)}`,
  },
  correctionGranted: {
    name: 'A correction was granted',
    says: (d) => `${quoted(d)} was corrected${d.words ? `, ${d.words}` : ''}`,
  },
  correctionRefused: {
    name: 'A correction was refused',
    says: (d) =>
      `The correction of ${quoted(d)} was refused${d.words ? `, ${d.words}` : ''}${because(', reason: ', d)}`,
  },
  dueAsked: {
    name: 'An extension or change is asked for',
    says: (d) =>
      `${d.agency ?? 'The agency'} asks for ${until(d, 'an extension to ', 'en') || 'a change'} of ${quoted(d)}${because('; reason: ', d)}`,
  },
  dueGranted: { name: 'An extension was granted', says: (d) => `${quoted(d)} was extended${until(d, ' to ', 'en')}` },
  dueRefused: {
    name: 'An extension was refused',
    says: (d) => `${quoted(d)} was not extended${because('; reason: ', d)}`,
  },
  obstacleRaised: {
    name: 'An obstacle to be decided',
    says: (d) => `${d.agency ?? 'The agency'} met an obstacle in ${quoted(d)}${d.words ? `: ${d.words}` : ''}`,
  },
  obstacleAnswered: {
    name: 'An obstacle was answered',
    says: (d) => `The obstacle in ${quoted(d)} was answered${d.words ? `: ${d.words}` : ''}`,
  },
  questionAsked: {
    name: 'A supervisor asks',
    says: (d) =>
      `${d.by ?? 'A supervisor'} asks about ${quoted(d)}${d.words ? `: ${d.words}` : ''}${until(d, '; answer by ', 'en')}`,
  },
  questionAnswered: {
    name: 'A question was answered',
    says: (d) => `${d.agency ?? 'The agency'} answered the question about ${quoted(d)}${d.words ? `: ${d.words}` : ''}`,
  },
  dueSoon: {
    name: 'Due soon',
    says: (d) => `${quoted(d)} is due in ${d.days ?? 0} working days${until(d, ', on ', 'en')}`,
  },
  dueToday: { name: 'Due today', says: (d) => `${quoted(d)} is due today${until(d, ', ', 'en')}` },
  overdue: {
    name: 'Overdue',
    says: (d) => `${quoted(d)} is ${d.days ?? 0} working days overdue${until(d, ', due ', 'en')}`,
  },
  toHead: {
    name: 'Overdue, told to the head of the agency',
    says: (d) => `To the head of ${d.agency ?? 'the agency'}: ${quoted(d)} is ${d.days ?? 0} working days overdue`,
  },
  toLeader: {
    name: 'Overdue, told to the leaders',
    says: (d) => `To the leaders: ${d.agency ?? 'the agency'} is ${d.days ?? 0} working days overdue with ${quoted(d)}`,
  },
  urged: {
    name: 'Urged',
    says: (d) =>
      `${d.by ?? 'The monitoring agency'} urges ${quoted(d)}${until(d, ', due ', 'en')}${d.words ? `: ${d.words}` : ''}`,
  },
  accountReviewDue: {
    name: 'A review of accounts is due',
    says: (d) => `The accounts of ${d.agency ?? 'the agency'} are to be reviewed${until(d, ' by ', 'en')}`,
  },
};

function until({ due }: NoticeDetails, words: string, language: Language): string {
  return due ? `${words}${formatDay(due, language)}` : '';
}

const wordings: Record<Language, Record<NoticeKind, Wording>> = { vi, en };

export const noticeName = (kind: NoticeKind, language: Language): string => wordings[language][kind].name;

/** One sentence without its full stop. */
export function noticeSentence(kind: NoticeKind, details: NoticeDetails, language: Language): string {
  const said = wordings[language][kind].says(details).replaceAll(/\s+/g, ' ').trim();
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
}
