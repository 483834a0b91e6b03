/** What a part of a plan document is there for; it decides whether its paragraphs are targets or tasks. */
export type Role =
  | 'targets'
  /** "Mục tiêu" without more: its numbers are targets, its sentences are not. */
  | 'goals'
  | 'tasks'
  | 'organisation'
  /** Where the money comes from: a task only where a paragraph names who is to provide it. */
  | 'funding'
  /** What was reached before; its numbers are no targets. */
  | 'past'
  | 'other';

const organisation =
  /^(?:tổ chức(?: chỉ đạo| quản lý)?(?:,| và)? ?(?:thực hiện|triển khai|theo dõi|kiểm tra)|(?:công tác )?(?:theo dõi|kiểm tra|giám sát|đôn đốc)(?:,| và|$)|phân công(?: (?:nhiệm vụ|công việc|trách nhiệm|thực hiện|tổ chức|chỉ đạo|các|cụ thể|và tiến độ)|$)|tiến độ|trách nhiệm|điều khoản thi hành|công tác tổ chức|chế độ (?:thông tin,? )?báo cáo)/u;
/** Below a heading of tasks "Tổ chức triển khai Nghị định …" is a piece of work; only the bare words open a new part. */
const organisationBelow =
  /^(?:tổ chức (?:thực hiện|triển khai)(?: thực hiện)?$|phân công (?:nhiệm vụ|trách nhiệm|thực hiện)|tiến độ thực hiện|trách nhiệm (?:của|các)|chế độ (?:thông tin,? )?báo cáo)/u;
const funding =
  /^(?:(?:phương thức và |về )?(?:nguồn )?kinh phí|nguồn (?:vốn|lực tài chính|tài chính)|nhu cầu (?:vốn|kinh phí)|dự toán kinh phí|cơ chế tài chính|cấp phát|vốn và nguồn vốn)/u;
const targets = /chỉ tiêu|mục tiêu cụ thể|\(\d+ mục tiêu\)|^(?:các |một số )chỉ số(?! thành phần)/u;
const tasks = /nhiệm vụ|giải pháp|biện pháp|^nội dung|^(?:các )?lộ trình(?! của)|^(?:các |những |một số )?hoạt động/u;
const past =
  /^(?:(?:khái quát |về )?(?:đánh giá |)tình hình|đánh giá|kết quả|(?:những )?(?:hạn chế|tồn tại)|nguyên nhân|bài học|thực trạng|hiện trạng)/u;
const report =
  /^(?:đánh giá )?(?:tình hình|kết quả)(?: triển khai)? thực hiện(?!.*(?:và|[,;]) (?:phương hướng|nhiệm vụ|giải pháp|mục tiêu))/u;
const setting =
  /^(?:những )?(?:thuận lợi|khó khăn|nguyên nhân|thực trạng|hiện trạng|dự báo (?:những )?(?:tác động|tình hình|bối cảnh))/u;
const others =
  /^(?:mục đích|yêu cầu|giải thích|mục tiêu (?:tổng quát|chung)|quan điểm|dự báo|bối cảnh|định hướng|phương hướng|căn cứ|phạm vi|đối tượng|tư tưởng|sự cần thiết)/u;
/** Below a heading of tasks: whom the work is for, where and when; no work itself. */
const circumstances =
  /^(?:đối tượng|phạm vi|nguyên tắc|thời gian|địa điểm|thành phần)(?!.*(?:nhiệm vụ|giải pháp|nội dung))/u;
const goals = /(?:^|:\s*)(?:(?:các |những |một số )?mục tiêu|tầm nhìn|phấn đấu|đến năm \d{4})/u;
/** "III. Phát triển hạ tầng số": a heading that says what to do opens tasks, though it does not call them so. */
const work =
  /^(?:phát triển|xây dựng|hoàn thiện|tăng cường|đẩy mạnh|nâng cao|triển khai|thực hiện|rà soát|huy động|bảo đảm|đảm bảo|thúc đẩy|đổi mới|cải thiện|cải cách|ứng dụng|củng cố|giải quyết|khai thác|đào tạo|tuyên truyền|mở rộng|tập trung|ưu tiên|phòng,? chống|bảo vệ|kiện toàn)(?!\p{L})/u;

/** What is to be reached to be called by a name: "Bộ tiêu chí …", "Quy định xã đạt chuẩn …". */
const criteria = /^(?:(?:bộ )?tiêu chí|quy định (?:tỉnh|xã|huyện|phường)[^:]*(?:đạt chuẩn|hoàn thành))/u;

/** "Điều 2. Hội đồng nhân dân tỉnh giao:" */
const orderingArticle = /(?:^|\s)giao(?: cho)?$|chịu trách nhiệm\s.*(?:thực hiện|triển khai)/u;

/** What stands beside viewpoints and requirements under one heading: "I. Quan điểm, mục tiêu", "2. Mục tiêu". */
const belowOthers = /^(?:(?:các |một số |những )?(?:nhiệm vụ|giải pháp|chỉ tiêu|nội dung)|mục tiêu(?: cụ thể)?$)/u;

/** True for words about where the money comes from. */
export const isFunding = (text: string): boolean => funding.test(text.toLowerCase());

/** The role that a heading's words give it; undefined where it takes its parent's. */
export function roleOf(title: string, parent: Role | undefined): Role | undefined {
  const text = title.toLowerCase().replace(/^về\s+/u, '');
  if (parent !== 'targets' && parent !== 'past' && funding.test(text)) return 'funding';
  if ((parent === 'tasks' ? organisationBelow : organisation).test(text)) return 'organisation';
  if (orderingArticle.test(text)) return 'organisation';
  const lists = /^(?:các |một số |những |hệ thống )?(?:chỉ tiêu|mục tiêu cụ thể)/u.test(text);
  if (parent === 'tasks' || parent === 'organisation') return roleBelowTasks(text, lists);
  // Under "Yêu cầu" even "xây dựng mục tiêu, nhiệm vụ" says how to plan, not what to do.
  if (parent === undefined && criteria.test(text)) return 'targets';
  if (parent === undefined && /^quy định\s/u.test(text)) return 'other';
  if (parent === 'other' && !belowOthers.test(text)) return undefined;
  // "Định hướng đến năm 2035" inside the targets is a list of them, further off.
  if ((parent === 'targets' || parent === 'goals') && /^(?:định hướng|tầm nhìn)\s.*\d{4}/u.test(text)) return 'targets';
  if (report.test(text)) return 'past';
  if (tasks.test(text) && !lists) return 'tasks';
  if (targets.test(text)) return 'targets';
  if (past.test(text)) return 'past';
  if (others.test(text)) return 'other';
  if (goals.test(text)) return parent === 'targets' && /\d/u.test(text) ? undefined : 'goals';
  return parent === undefined && work.test(text) ? 'tasks' : undefined;
}

function roleBelowTasks(text: string, lists: boolean): Role | undefined {
  if (setting.test(text)) return 'past';
  if (circumstances.test(text)) return 'other';
  if (lists && !tasks.test(text)) return 'targets';
  if (!/^(?:mục đích|yêu cầu|mục tiêu)/u.test(text) || tasks.test(text)) return undefined;
  return goals.test(text) && !others.test(text) ? 'goals' : 'other';
}
