import { type Atom, isLeading } from './atom.ts';
import { namesIndicator } from './naming.ts';
import type { Quantity } from './quantity.ts';

/** Whether a number of running text is to be reached, or only tells of the past, of amounts paid, of what there is. */

const past =
  /(?:đã đạt|kết quả đạt|hiện nay|hiện có|hiện tại|năm trước|thực hiện được|ước thực hiện|cùng kỳ năm trước đạt)/u;
const reaching =
  /(?:(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))|đạt|tăng|giảm|còn|chiếm|lên|ít nhất|tối thiểu|không dưới|bảo đảm|đảm bảo|duy trì|nâng|trên|dưới|thêm|mục tiêu)/u;
const making =
  /(?:(?:phấn|phần|phân) (?:đấu|đầu(?!\s+tư(?!\s+lệ)))|phát triển|thành lập mới|thêm|kết nạp|việc làm|đưa|trồng mới|trồng|xây dựng|ít nhất|tối thiểu|thu hút|nâng|đạt|công nhận|chuyển đổi|cổ phần|đào tạo|lên|hoàn thành|đón|mở|lắp đặt|cải tạo|sửa chữa|mới(?!\p{L}))/u;

/** What is paid, lent or charged is a rule, not a result. */
const paid =
  /(?<!\p{L})(?:lãi suất|thuế suất|đơn giá|mức (?:vay|chi|thu|đóng|phạt|hưởng|lương|hỗ trợ|phụ cấp|trợ cấp|khoán)|phụ cấp|trợ cấp|học phí|được vay|cho vay|thời hạn|thời gian|trong vòng|kinh phí|giá trị gói)(?!\p{L})(?:(?!tăng|giảm|đạt|chiếm|tỷ lệ)[^,;.]){0,30}$/u;
const supports =
  /(?<!\p{L})(?:hỗ trợ|chi trả|thanh toán|đóng góp|đối ứng)\s+(?:thêm\s+|tối đa\s+|không quá\s+|[\p{L}]+\s+){0,4}$/u;
const costs = /^\s*(?:chi phí|kinh phí|học phí|lãi suất|tiền|giá|mức|vốn|tổng (?:mức|chi|kinh)|$|[,;.)])/u;
const isDistance = (near: string, { unit }: Quantity): boolean =>
  /^(?:km|m|mét)$/u.test(unit ?? '') && /(?<!\p{L})cách\s[^;.]{0,80}$/u.test(near);
/** A count right behind these only says where or among how many. */
const placing = /(?<!\p{L})(?:nhóm|tại|ở|trong|của|thuộc|với|giữa|qua|gồm|theo|trên|cách)\s+$/u;

const wordsBefore = (text: string, atom: Atom, quantity: Quantity): string =>
  text.slice(Math.max(0, atom.from - 60), quantity.from).toLowerCase();

/** "trong đó hiện có 7 siêu thị", "Hiện nay, tỷ lệ … mới đạt 45%": what there is already; the clause before says nothing of this one. */
export function tellsPast(text: string, atom: Atom, quantity: Quantity): boolean {
  const clauses = text
    .slice(Math.max(0, atom.from - 60), quantity.from)
    .toLowerCase()
    .split(/[,;.]\s+|\s+và\s+/u);
  const own = clauses.at(-1) ?? '';
  const before = clauses.at(-2) ?? '';
  return past.test(own) || (before.split(' ').length < 4 && past.test(before));
}

/** @param plans true in the parts of a plan that say what is to be built and where: there every count is one */
export function isGoal(text: string, atom: Atom, quantity: Quantity, plans = false): boolean {
  const around = wordsBefore(text, atom, quantity);
  const near = around.slice(-90);
  if (tellsPast(text, atom, quantity) || isPaid(text, atom, quantity) || isDistance(near, quantity)) return false;
  if (
    quantity.kind === 'count' &&
    (isNamed(near) || (quantity.op === '=' && quantity.of === null && placing.test(near)))
  )
    return false;
  const own = text.slice(atom.from, quantity.from);
  if (quantity.kind === 'percent')
    return (
      reaching.test(around) ||
      making.test(around) ||
      namesIndicator(own) ||
      isLeading(own) ||
      quantity.op !== '=' ||
      // "Xử lý dứt điểm 100% cơ sở …": a share of things that are acted on.
      /^\s+(?!mức|kinh phí|chi phí|giá|vốn)\p{Ll}/u.test(text.slice(quantity.to))
    );
  if (
    quantity.kind === 'count' &&
    /^(?:tổng )?số\s/iu.test(atom.name) &&
    /(?<!\p{L})(?:số lượng|tổng số)\s[^,;]*$/iu.test(own)
  )
    return true;
  if (/^[^,;.]{0,40}\sphải (?:hoàn thành|đạt)(?!\p{L})/u.test(text.slice(quantity.to))) return true;
  if (plans && quantity.kind === 'count') return true;
  if (quantity.unit === 'lần' && multiplies.test(around)) return !/(?<!\p{L})đã\s[^,;.]*$/u.test(near);
  if (quantity.op !== '=') return quantity.kind === 'measure' || making.test(around) || quantity.op === '>=';
  if (quantity.kind === 'measure')
    return (
      reaching.test(around) || making.test(around) || (atom.deadline !== undefined && /(?<!\p{L})là\s*$/u.test(near))
    );
  return quantity.of !== null || making.test(around);
}

/** "tăng gấp đôi", "đạt gấp 2 lần". */
const multiplies = /(?:tăng|nâng|đạt|đấu|mục tiêu)[^,;.]*gấp\s*$/u;

/** "theo Đề án 06 nhiệm vụ": the number belongs to the name of a document. */
const isNamed = (near: string): boolean =>
  /theo (?:đề án|quyết định|chương trình|kế hoạch)\s*[^,;]{0,30}$/u.test(near.slice(-40));

/** True where the number is what somebody pays, lends or charges. */
export function isPaid(text: string, atom: Atom, quantity: Quantity): boolean {
  const { kind, unit, to } = quantity;
  const near = wordsBefore(text, atom, quantity).slice(-90);
  if (/^\s*(?:kinh phí|ngân sách hỗ trợ|mức hỗ trợ|mức vay)/iu.test(text) || paid.test(near)) return true;
  const money = kind === 'measure' && /đồng|USD/u.test(unit ?? '');
  return supports.test(near) && (money || (kind === 'percent' && costs.test(text.slice(to))));
}
