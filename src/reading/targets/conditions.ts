import type { Atom } from './atom.ts';
import { deadlineIn } from './deadline.ts';
import { afterLead, tidyName } from './naming.ts';
import type { Quantity } from './quantity.ts';

/** Targets without a number: an end state to reach or to keep. */

const state =
  /(?<!\p{L})(?:hoàn thành|hoàn thiện|đạt chuẩn|đạt tiêu chuẩn|đạt|trở thành|được công nhận|ổn định|giữ vững|bảo đảm|không để|không có|không còn|phổ cập|là (?:một |một trong những )?(?:tỉnh|thành phố|huyện|xã|phường|đô thị|trung tâm|vùng|nước)|duy trì|củng cố|nâng|giảm|tăng|thu hẹp|(?:cao|thấp|tốt|nhanh) hơn)(?!\p{L})/iu;

/** How something is to go on, not where it ends. */
const direction =
  /^\s*(?:và\s+|-\s+)?(?:định hướng|tiếp tục|đẩy mạnh|đẩy nhanh|tăng cường|phát huy|thúc đẩy|khuyến khích|tập trung|chú trọng|mở rộng|nghiên cứu|ứng dụng|hỗ trợ|các chính sách|về\s+\p{L}+[\p{L}\s]{0,20},)(?!\p{L})/iu;

/** "Đối với ngành có tỷ lệ dưới 30% có thể điều chỉnh mục tiêu": a case to allow for, nothing to reach. */
const exception =
  /^[\s,;]*(?:trường hợp|nếu)\s|(?<!\p{L})(?:có thể|được phép|cho phép|xem xét)\s+(?:xem xét\s+)?(?:điều chỉnh|áp dụng|vận dụng)(?!\p{L})/iu;
export const isException = (text: string): boolean => exception.test(text);

/** True where a clause of a target list states something to be reached without a number. */
export const statesCondition = (text: string): boolean =>
  state.test(text) && !direction.test(text) && text.trim().split(/\s+/u).length >= 3;

const placed =
  /^(?:,|\s|và\s)*(?:phấn đấu\s+)?(?:có thêm\s+)?(?:(?:đưa|xây dựng)\s+)?(?:(?:hàng|hằng) năm,?\s+)?(?:tỉnh|huyện|thị xã|thành phố|thị trấn|xã|phường|đảng bộ|chính quyền|mặt trận|mttq)\s/iu;
const reached = /đạt|hoàn thành|trở thành|được công nhận/u;
/** "…, không còn hộ nghèo, 97% người dân tham gia BHYT": what is to be gone. */
const gone =
  /^(?:,|\s|và\s)*(?:(?:phấn đấu|cơ bản|(?:đến|tới|vào|hết|cuối) (?:hết |cuối )?năm \d{4},?)\s+)*không (?:còn|có)\s/iu;
const states = (words: string): boolean => (placed.test(words) && reached.test(words)) || gone.test(words);

/** "không còn hộ nghèo", "xây dựng xã An Bình đạt chuẩn …": where something ends, said of a place by its name. */
export const isEndState = (words: string): boolean => gone.test(words) || namedPlace.test(words);
const namedPlace =
  /^(?:(?:xây dựng|đưa|phấn đấu|có thêm)\s+)*(?:tỉnh|huyện|thị xã|thành phố|thị trấn|xã|phường)\s+(?:\p{Lu}\p{Ll}*\s+){1,4}(?:đạt|hoàn thành|trở thành|được công nhận)(?!\p{L})/u;

/** "có thêm huyện Trà Cú đạt chuẩn nông thôn mới và 10 xã …": where a condition of its own before a leading number ends. */
export function conditionBefore(text: string, start: number, quantity: Quantity): number | undefined {
  const own = text.slice(start, quantity.from);
  const lead = /(?:,\s*|\s+và\s+)(?:có\s+)?$/u.exec(own);
  return lead && states(own) ? start + lead.index : undefined;
}

/** How much of the words before tells what they end in. */
const nearby = 30;

/** "15 tỉnh", "thành phố trực thuộc trung ương được công nhận": kinds of places, none of which is a place of its own. */
export const listsPlaces = (before: string, rest: string): boolean =>
  /(?:\d|(?<!\p{L})(?:tỉnh|xã|phường|huyện|quận|thị xã))\s*$/u.test(before) &&
  /^,\s*(?:thành phố|thị xã|thị trấn|phường|xã|huyện|quận)(?=,|\s+(?:và\s)?\p{Ll})/u.test(rest);

/** "…, 51% xã nông thôn mới nâng cao, tỉnh hoàn thành nhiệm vụ …": where the same begins behind the number's noun. */
export function conditionAfter(text: string, from: number, end: number): number | undefined {
  const rest = text.slice(from, end);
  if (listsPlaces(text.slice(Math.max(0, from - nearby), from), rest)) return undefined;
  // "… xuống dưới 0,5% biên chế, không có tai nạn …": a few words of the number's own may stand before it.
  const late = /^[^,;.\d]{1,40}(?=,\s+không (?:còn|có)\s)/u.exec(rest);
  if (late) return from + late[0].length;
  return /^\s*(?:,|và)\s/u.test(rest) && states(rest) ? from : undefined;
}

/** No atom where nothing but lead words stands there ("Năm 2025 đạt"). */
export function conditionAtoms(text: string, from: number, to: number): Atom[] {
  const stretch = text.slice(from, to);
  const keeps = /^\s*(?:giữ vững|bảo đảm|củng cố|duy trì|đảm bảo)(?!\p{L})/iu.test(stretch);
  const lead = keeps ? (/^\s*/u.exec(stretch)?.[0].length ?? 0) : afterLead(stretch);
  const words = stretch.slice(lead).replace(/[.;,\s/]+$/u, '');
  const late = /\s+(?:trước|vào|đến|trong)\s+(?:hết\s+)?năm\s+\d{4}$/u.exec(words);
  const kept = late ? words.slice(0, late.index) : words;
  const atom: Atom = {
    from: from + lead,
    to: from + lead + kept.length,
    name: tidyName(kept.replace(/^(?:giữ vững|giữ|bảo đảm|duy trì|củng cố và nâng|củng cố)\s+/iu, '')),
    variant: null,
    quantity: undefined,
    change: /^\s*(?:giai đoạn[^g]*)?giảm|\sgiảm (?:\p{L}+ ){0,3}nửa(?!\p{L})/iu.test(stretch) ? 'decrease' : 'level',
    base: null,
    deadline: deadlineIn(stretch),
    parent: null,
  };
  return kept === '' || atom.name === '' ? [] : [atom];
}
