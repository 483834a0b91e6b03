import type { Quantity } from '../targets/quantity.ts';
import { quantitiesIn } from '../targets/quantity.ts';
import type { Bracket } from '../text/clauses.ts';

/** A value of the past that a sentence compares a target with; offsets count the sentence's text. */
export type Stated = {
  /** Its own words: the number with its time. */
  from: number;
  to: number;
  quantity: Quantity;
  /** What says when, and on which basis. */
  words: string;
  /** Behind it stands what is to be reached ("từ 5% xuống 4%"), or before it ("đạt 4% (hiện nay 5%)"). */
  side: 'next' | 'previous';
};

const year = String.raw`(?:19|20)\d{2}`;
const time = String.raw`(?:(?:của|vào|trong|ở|tại)\s+)?(?:(?:cuối|đầu|hết|giữa|thời điểm)\s+)*(?:năm\s+${year}|(?:ngày\s+)?\d{1,2}/\d{1,2}/${year}|(?:(?:\d{1,2}\s+)?tháng|quý)\s[^,;.()]{0,20}?${year}|(?:giai đoạn|thời kỳ)\s+${year}\s*[-–—]\s*${year}|hiện (?:nay|tại|có)|năm (?:trước|ngoái))(?!\p{L})`;

/** "từ 5,2% năm 2024 xuống còn", "từ 67 xã (năm 2022) tăng lên". */
const turning = new RegExp(
  String.raw`^(?<tail>\s*(?:(?!(?:trở|và|hoặc|đến|đạt|lên|xuống|còn|tăng|giảm)(?!\p{L}))\p{L}+\s+){0,6}?(?:\([^()]{0,60}\)\s*)?(?:${time}\s*)?),?\s*(?:(?:tăng|giảm|nâng)\s+)?(?:lên|xuống|còn)(?:\s+(?:còn|đến|tới|mức|thành|đạt|là))*\s*$`,
  'iu',
);
/** How much of the text around a number is looked at. */
const nearby = 160;

/** "giảm từ 23 xuống 18": the first number is where it comes from. */
function oldValueOf(text: string, quantity: Quantity, next: Quantity): Stated | undefined {
  if (next.from - quantity.to > nearby) return undefined;
  const lead = /(?<!\p{L})từ\s+(?:mức\s+)?(?:(?:khoảng|trên|dưới|gần|hơn)\s+)?$/iu.exec(
    text.slice(Math.max(0, quantity.at - 30), quantity.at),
  );
  const tail = turning.exec(text.slice(quantity.to, next.from))?.groups?.tail;
  if (!lead || tail === undefined) return undefined;
  const to = quantity.to + tail.trimEnd().length;
  const near = /khoảng|gần/iu.test(lead[0]);
  const op = quantity.op === '>=' ? (near ? '~' : '=') : quantity.op;
  const from = Math.min(quantity.from, quantity.at);
  return { from, to, quantity: { ...quantity, op }, words: text.slice(quantity.to, to), side: 'next' };
}

const beforeCompared = /(?<!\p{L})so\s+với\s+(?:mức\s+|con số\s+)?(?:(?:khoảng|trên|dưới|gần|hơn)\s+)?$/iu;
const timeBehind = new RegExp(String.raw`^\s*\(?\s*${time}\)?`, 'iu');
const comparedYear = new RegExp(
  String.raw`(?<!\p{L})so\s+với\s+(?:(?:ước\s+)?(?:thực hiện\s+)?)${time}\s*(?:(?:là|đạt)\s+|\(\s*(?:(?:là|đạt|ước|ước đạt|xếp hạng|xếp thứ|đứng thứ)\s+)?)(?:(?:khoảng|trên|dưới|gần|hơn)\s+)?$`,
  'iu',
);

/** "mức giảm tiêu hao năng lượng so với năm 2025 là 1,5%": how much it changes, not what it was. */
const changing = /(?:^|[,;:.]\s+)(?:mức|tỷ lệ|tốc độ)\s+(?:tăng|giảm)(?!\p{L})[^,;:.]*$/iu;

/** "so với 45% của năm 2025", "so với năm 2025 (76 triệu đồng)". */
function comparedWith(text: string, quantity: Quantity): Stated | undefined {
  const near = Math.max(0, quantity.at - nearby / 2);
  const before = text.slice(near, quantity.at);
  const named = beforeCompared.exec(before);
  const behind = named && timeBehind.exec(text.slice(quantity.to, quantity.to + nearby / 2));
  if (named && behind)
    return {
      from: near + named.index,
      to: quantity.to + behind[0].length,
      quantity,
      words: behind[0],
      side: 'previous',
    };
  const year = comparedYear.exec(before);
  if (!year || changing.test(before.slice(0, year.index))) return undefined;
  const closing = /^\s*\)/u.exec(text.slice(quantity.to))?.[0];
  const bracket = /\([^()]*$/u.exec(year[0]);
  if (bracket && closing === undefined) return undefined;
  const from = bracket ? near + year.index + bracket.index : quantity.from;
  return { from, to: quantity.to + (closing?.length ?? 0), quantity, words: year[0], side: 'previous' };
}

/** "(hiện nay 65%)", "(thực hiện năm 2025: 8,2%)": what the figure before is compared with. */
const baseline =
  /^\s*(?:kế hoạch|cùng kỳ|năm trước|năm ngoái|số thực hiện|thực hiện|th\s|ước|ưth|uth|hiện (?:nay|tại|có|đạt|là|mới)|đến nay|tính đến|trước đây|đầu nhiệm kỳ|(?:trung ương|tỉnh) giao|nghị quyết)(?!\p{L})/iu;
export const isBaseline = (inside: string): boolean => baseline.test(inside);

function inBracket(text: string, { from, to }: Bracket): Stated[] {
  const inside = text.slice(from + 1, to - 1);
  if (!isBaseline(inside)) return [];
  let start = 0;
  return quantitiesIn(inside).map((quantity) => {
    const words = inside.slice(start, quantity.from);
    const own = { ...shifted(quantity, from + 1) };
    const one: Stated = { from: from + 1 + start, to: own.to, quantity: own, words, side: 'previous' };
    start = quantity.to + (/^[\s,;]*/u.exec(inside.slice(quantity.to))?.[0].length ?? 0);
    return one;
  });
}

const shifted = (quantity: Quantity, by: number): Quantity => ({
  ...quantity,
  from: quantity.from + by,
  at: quantity.at + by,
  to: quantity.to + by,
});

/** The values of the past in a sentence's own text. */
export function statedIn(text: string): Stated[] {
  if (!/(?<!\p{L})(?:từ|so\s+với)\s/iu.test(text)) return [];
  const quantities = quantitiesIn(text);
  return quantities.flatMap((quantity, i) => {
    const next = quantities[i + 1];
    return (next && oldValueOf(text, quantity, next)) ?? comparedWith(text, quantity) ?? [];
  });
}

/** The values of the past in its brackets. */
export const statedInBrackets = (text: string, brackets: Bracket[]): Stated[] =>
  brackets.flatMap((bracket) => inBracket(text, bracket));
