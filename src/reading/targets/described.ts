import { hasPredicate, isLeading } from './atom.ts';
import { namesIndicator, withoutTail } from './naming.ts';
import type { Quantity } from './quantity.ts';

/** Numbers that belong to the name of what another number counts or measures: they say which things, not how many. */

/** Words before a second figure that make it one to be reached as well. */
const another =
  /(?<!\p{L})(?:tương đương|bằng|chiếm|tăng|giảm|nâng|còn|xuống|lên|phấn đấu|đồng thời|tỷ lệ|tỉ lệ|với (?:tổng|số))(?!\p{L})/u;
const describing =
  /(?<!\p{L})(?:có|với|đạt|từ|mỗi|quy mô|trên|dưới|hơn|công suất|tốc độ|cho|sử dụng|trong|tối thiểu|ít nhất)(?!\p{L})/u;

/** "60 doanh nghiệp … có doanh thu đạt 20 triệu USD", "100% xã, phường mỗi quý có ít nhất 04 tin", "100% tàu cá từ 15 m trở lên". */
export function describesCounted(text: string, start: number, counted: Quantity, quantity: Quantity): boolean {
  if (counted.kind !== 'percent' && counted.kind !== 'count') return false;
  const before = text.slice(start, counted.from);
  if (!isLeading(before) && (counted.kind === 'percent' || withoutTail(before) !== before.trimEnd())) return false;
  const between = text.slice(counted.to, quantity.from);
  if (/[;:]|\.\s/u.test(between)) return false;
  const list = [...between.matchAll(/,\s*|\svà\s+/gu)];
  const last = list.at(-1);
  // "25 thương vụ …, với giá trị mỗi thương vụ từ 1 triệu USD".
  if (last && /^với\s[^,;]*(?<!\p{L})mỗi\s/u.test(between.slice(last.index + last[0].length))) return true;
  if (last && (counted.kind !== 'percent' || hasPredicate(between.slice(0, last.index)))) return false;
  const own = (last ? between.slice(last.index + last[0].length) : between).replace(/^\s*(?:tổng )?số\s+/u, ' ');
  if (isLeading(own) || namesIndicator(own) || another.test(own)) return false;
  const words = last ? own : text.slice(counted.to, quantity.at);
  return quantity.kind === 'percent' ? /(?<!\p{L})(?:có|từ|sử dụng)(?!\p{L})/u.test(words) : describing.test(words);
}

/** "Tỷ lệ người sử dụng … với tốc độ trên 1 Gb/s đạt 100%": the first number stands in the name of the second. */
export function describesNamed(text: string, start: number, quantity: Quantity, next: Quantity): boolean {
  const own = text.slice(start, quantity.from);
  const between = text.slice(quantity.to, next.from);
  return (
    quantity.kind !== 'percent' &&
    /^[\s,;]*(?:phấn đấu\s+|duy trì\s+|nâng\s+|tăng\s+|giảm\s+)?(?:tỷ lệ|tỉ lệ|tỷ trọng|số|tổng số)\s/iu.test(own) &&
    !/(?:đạt|tăng|giảm|còn|là|:|chiếm)\s*$/u.test(own) &&
    /^[^,;:▒]*(?:đạt|chiếm|là|còn|tăng|giảm|ở mức)(?:\s+(?:thêm|bình quân|xuống))*\s*$/u.test(between) &&
    !/\svà\s|\.\s/u.test(between)
  );
}
