import { numberWordPattern, numberWordsPattern, parseNumberWords } from '../../values/number-words.ts';
import type { Quantity } from './quantity.ts';

/** Numbers in words that say how much is to be reached: "ít nhất một cơ sở", "mười hai xã", "hai phần ba số hộ", "gấp đôi". */

export type Spelt = Pick<Quantity, 'at' | 'value' | 'value2' | 'of'> & {
  /** After the number's words. */
  end: number;
  /** True where the words alone may mean something else and only a comparison or verb before them shows a number. */
  wantsLead: boolean;
  /** Where what it counts must be a thing that plans count, and not any word. */
  unit: 'known' | 'any' | 'times';
};

const fraction = String.raw`(?:(?<part>${numberWordPattern})\s+phần\s+(?<whole>${numberWordPattern}|tư)|(?<half>(?:một\s+)?nửa))(?=\s+(?:(?:tổng\s+)?số\s+)?\p{Ll})`;
const times = String.raw`(?<=(?<!\p{L})gấp\s+)(?:(?<twice>đôi|rưỡi)|(?<times>${numberWordPattern})(?:\s+lần)?)(?!\p{L}|\s+(?:rưỡi|phần))`;
const range = String.raw`(?<=(?<!\p{L})từ\s+)(?<low>${numberWordPattern})\s+đến\s+(?<high>${numberWordPattern})(?=\s+(?!năm|tháng|ngày|giờ|lần|tuổi)\p{Ll})`;
const words = String.raw`(?<many>${numberWordsPattern})|(?<few>${numberWordPattern})(?!\s+(?:nửa|phần|nhất|lần|trăm|mươi|nghìn|triệu|tỷ)(?!\p{L}))`;
const spelt = new RegExp(
  String.raw`(?<!\p{L})(?:${fraction}|${times}|${range}|(?:${words})(?=\s+\p{Ll}))(?!\p{L})`,
  'giu',
);

/** All of a text, in order. */
export const speltIn = (text: string): Spelt[] =>
  [...text.matchAll(spelt)].flatMap((match) => {
    const found = readSpelt(match.groups ?? {});
    const value2 = parseNumberWords(match.groups?.high ?? '') ?? null;
    return found === undefined ? [] : [{ ...found, value2, at: match.index, end: match.index + match[0].length }];
  });

function readSpelt(groups: Record<string, string | undefined>): Omit<Spelt, 'at' | 'end' | 'value2'> | undefined {
  const { part, whole, twice, times: count, low, many, few } = groups;
  if (groups.half) return { value: 1, of: 2, wantsLead: false, unit: 'known' };
  if (twice) return { value: twice.toLowerCase() === 'đôi' ? 2 : 1.5, of: null, wantsLead: false, unit: 'times' };
  const value = parseNumberWords(part ?? count ?? low ?? many ?? few ?? '');
  if (value === undefined) return undefined;
  if (part) {
    const of = parseNumberWords(whole ?? '');
    return of === undefined ? undefined : { value, of, wantsLead: false, unit: 'known' };
  }
  if (count) return { value, of: null, wantsLead: false, unit: 'times' };
  if (low) return { value, of: null, wantsLead: false, unit: 'known' };
  return { value, of: null, wantsLead: many === undefined, unit: many === undefined ? 'any' : 'known' };
}

const compared = /(?<!\p{L})(?:ít nhất|tối thiểu|không dưới|không quá|tối đa)\s+$/iu;
const made =
  /(?<!\p{L})(?:thêm|mới|công nhận|thành lập|xây dựng|hình thành|phát triển|thu hút|khởi công|hoàn thành|kết nạp)\s+$/iu;
/** "một" is an article as often as a number, and "năm" a year. */
const isPlain = (word: string): boolean => /^(?:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười)$/iu.test(word);
/** A count right behind these says among how many, or whose. */
const placing =
  /(?<!\p{L})(?:tại|ở|trong|của|thuộc|với|giữa|qua|gồm|theo|trên địa bàn|thứ|khoản|điều|tháng|quý|nếu|khi|có đủ)\s+$/iu;

/** "hai gia đình hội viên trở lên", but not "hai hộ có từ 3 người trở lên". */
const upward = /^(?:\s+(?!(?:từ|có|năm|tháng|ngày|tuổi|lần)\s)[\p{L}-]+){1,4}\s+trở lên(?!\p{L})/u;

/** Which lead stands before a number in words; undefined where nothing shows that it is one to be reached. */
export function leadOfSpelt(
  text: string,
  { at, end, wantsLead }: Spelt,
): 'compared' | 'upward' | 'made' | 'none' | undefined {
  const before = text.slice(Math.max(0, at - 30), at);
  if (compared.test(before)) return 'compared';
  if (placing.test(before)) return undefined;
  if (!wantsLead) return 'none';
  const word = text.slice(at, end);
  if (isPlain(word) && upward.test(text.slice(end)) && !/(?<!\p{L})từ\s+$/iu.test(before)) return 'upward';
  return made.test(before) && (isPlain(word) || /thêm\s+$/iu.test(before)) ? 'made' : undefined;
}
