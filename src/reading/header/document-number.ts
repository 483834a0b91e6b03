/**
 * Number and symbol of a document as officials write them, NĐ 30/2020/NĐ-CP Phụ lục I, mục II.3 and the Party's form:
 * "42/NQ-HĐND", "15/2022/NQ-HĐND", "07-NQ/TU", "202/2025/QH15", "1706-QĐ/Tỉnh ủy".
 */
const group = String.raw`(?:\p{Lu}[\p{L}&]*\d{0,3})`;
const symbol = String.raw`${group}(?:(?:\s?[-/]\s?|\.(?=\p{Lu}))(?:Tỉnh ủy|Thành ủy|Huyện ủy|${group}))+`;
export const numberSource = String.raw`(?:\d{1,5}[a-z]?\s?/\s?\d{4}\s?/\s?(?:QH\d{1,2}|UBTVQH\d{1,2}|${symbol}|${group})|\d{1,5}[a-z]?\s?[-/]\s?${symbol})`;

const types =
  /(?:^|[\d\s/.-])(?:NQ|QĐ|CT|CTr|CTR|Ctr|KH|KL|NĐ|TT|TTLT|TB|HD|BC|TTr|TTR|QC|QyĐ|ĐA|PA|DA|CV|CĐ|GM|BB|QH\d+|PL|L|SL|VBHN|HDLS|HDLN|KHLT|QĐLT|CTHĐ|TC|UBND|HĐND|VP|B\p{Lu}+|S\p{Lu}+|UBTVQH\d+|QPPL|TW)(?=$|[\s/.-])/u;

/** False for what only looks like one: "9/KCN-A". */
export const isNumbered = (text: string): boolean => types.test(text);

// An official letter may carry no more than the body behind its number: "Số: 184/UBND".
const own = new RegExp(String.raw`^\s*Số\s*:?\s*(${numberSource}|\d{1,5}\s?/\s?(?:UBND|HĐND|VP)(?!\p{L}))`, 'iu');

/** The number after "Số:" at a line's beginning, spaces around its marks removed. */
export function ownNumber(line: string): { number: string; from: number; to: number } | undefined {
  const match = own.exec(line);
  if (!match?.[1]) return undefined;
  const from = match[0].length - match[1].length;
  return { number: match[1].replace(/\s+/g, ''), from, to: match[0].length };
}

const enclosed = new RegExp(
  String.raw`^\(?\s*(?:Ban hành )?[Kk]èm theo\s+(?<type>\p{L}+ \p{L}+)\s*số\s*:?\s*(?<number>${numberSource})\s*,?\s*(?:ngày\s+(?<day>\d{1,2})(?:\s*tháng\s*|\s*/\s*)(?<month>\d{1,2})(?:\s*năm\s*|\s*/\s*)(?<year>\d{4}))?\s*(?:của\s+(?<issuer>[^)]+))?`,
  'u',
);

export type Enclosure = { type: string; number: string; day?: string; month?: string; year?: string; issuer?: string };

/** "(Kèm theo Quyết định số 2013 /QĐ-UBND ngày …)": what an appendix says of the document it belongs to. */
export function enclosureOf(line: string): Enclosure | undefined {
  const groups = enclosed.exec(line)?.groups;
  if (!groups?.number || !groups.type) return undefined;
  const { day, month, year, issuer } = groups;
  return {
    type: groups.type,
    number: groups.number.replace(/\s+/g, ''),
    ...(day && month && year && { day, month, year }),
    ...(issuer && { issuer: issuer.trim() }),
  };
}
