import { squeeze } from '../../values/vietnamese.ts';
import { hasPredicate } from './atom.ts';
import { listsPlaces } from './conditions.ts';
import type { Quantity } from './quantity.ts';

export type Noun = { text: string; to: number };

/** "… về quốc phòng, an ninh.": a few words that only lengthen the list before them. */
const goesOnAfterComma =
  /^,\s*(?!phấn đấu|duy trì|tăng|giảm|đạt|có|trong đó|góp phần|bảo đảm|đảm bảo|nâng|hoàn thành|tỉnh|huyện|thị xã|thành phố|giải quyết|phát triển|thực hiện|tiếp tục)[\p{L}-]+(?:\s[\p{L}-]+){0,3}\s?(?=[,;.)▒]|$)/iu;
/** Words that say when, and so are no part of a name. */
const time =
  /(?:trước|vào|đến|tính đến|trong|từ|hết|cuối)\s+(?:hết\s+|cuối\s+)?năm|năm\s+(?:19|20)\d{2}|(?:trong\s+)?(?:giai đoạn|thời kỳ)\s+(?:19|20)\d{2}|(?:hàng|hằng|mỗi) năm(?!\p{L})/u;
const joints = new RegExp(
  String.raw`[,;:)]|\s?\((?=\d)|\.(?=\s|$)|▒|\s(?=so với|để |nhằm |và\s*$|theo (?:Đề án|Chương trình)(?!\p{L}))|(?:^|\s)(?=${time.source})`,
  'gu',
);

/** The noun phrase that a leading number counts, up to the next joint. @param end where the next number's words begin */
export function nounBehind(main: string, quantity: Quantity, end: number): Noun {
  const rest = main.slice(quantity.to, end);
  const stop = [...rest.matchAll(joints)].map((match) => match.index).find((at) => !passes(rest, at, quantity));
  const text = rest
    .slice(0, stop ?? rest.length)
    .replace(/\s+và\s*$/u, '')
    .trimEnd();
  return { text: squeeze(text), to: text === '' ? quantity.to : quantity.to + text.length };
}

/** A comma that stands inside the noun phrase: before its predicate, or between the last words of a list. */
function passes(rest: string, at: number, quantity: Quantity): boolean {
  // "100% xã năm 2025 đạt chuẩn": a year inside the phrase.
  if (/^\s\p{L}/u.test(rest.slice(at)))
    return at > 0 && /^\snăm\s+\d{4}\s+(?!và\s)\p{Ll}/u.test(rest.slice(at)) && !hasPredicate(rest.slice(0, at));
  if (
    rest[at] === ',' &&
    quantity.kind === 'count' &&
    listsPlaces(`${quantity.unit} ${rest.slice(0, at)}`, rest.slice(at))
  )
    return true;
  if (rest[at] !== ',' || quantity.kind === 'measure' || rest.slice(0, at).trim() === '') return false;
  const open = (quantity.kind === 'percent' || quantity.of !== null) && !hasPredicate(rest.slice(0, at));
  if (/^,\s*(?:$|(?:xây dựng|đưa)\s)/u.test(rest.slice(at))) return false;
  return open || goesOnAfterComma.test(rest.slice(at));
}

/** True where the words are things that a verb acts on, and no comparison or further qualification of the number. */
export const isObject = (noun: Noun): boolean =>
  /^(?!so |trong |trên |theo |tại |trở |của |\/)[\p{Ll}]/u.test(noun.text);
