import type { Comparison } from '../../values/finding.ts';
import { numberPattern, parseNumber } from '../../values/number.ts';
import { withoutOthers } from './other-numbers.ts';
import { leadOfSpelt, type Spelt, speltIn } from './spelt-quantity.ts';
import { measurePattern, thingPattern, wordUnit } from './units.ts';

/** A number with its comparison and unit inside a text; offsets count the text's characters. */
export type Quantity = {
  /** Where its comparison words begin ("trên 98%" -> "trên"). */
  from: number;
  /** Where its number begins. */
  at: number;
  /** After the unit, or after "trở lên". */
  to: number;
  op: Comparison;
  value: number;
  value2: number | null;
  of: number | null;
  unit: string | null;
  kind: 'percent' | 'measure' | 'count' | 'bare';
};

const number = new RegExp(
  String.raw`(?:(?<![\d.,\p{L}/-])|(?<=%\s?\/\s?)|(?<=(?<!\p{L})(?:khoảng|trên|dưới|đạt|gần|hơn|còn|là)))(?<a>${numberPattern})(?:\s*(?<percent>%|(?:m2|m²|m3|km|ha|tấn|kg|MW|tỷ đồng|triệu đồng)(?=\s*[-–—]\s*\d))?\s*(?<dash>[-–—]|đến)\s*(?<b>${numberPattern})|\s*\/\s*(?<of>\d{1,4})(?!\s*\/?\d|\.\d))?(?![\d])`,
  'giu',
);

/** "98% cơ quan, đơn vị, nhà trường trở lên đạt chuẩn", but not "70% bệnh viện từ hạng 2 trở lên", "80% chi hội đạt khá trở lên". */
const upAfterNoun =
  /^\s*(?!từ\s)[\p{L}-]+,?(?:\s+(?!từ\s)[\p{L}-]+,?){0,8}(?<!vững mạnh|khá|tốt|giỏi|xuất sắc|trung bình|nhiệm vụ)\s+trở lên/u;

/** "ít nhất vào năm 2025 đạt 40%": a deadline may stand between the comparison and its number. */
const between = String.raw`(?:(?:là|đạt)\s+)?(?:(?:vào|đến|trong)\s+năm\s+\d{4}\s+(?:đạt\s+)?)?`;
const comparisons: [RegExp, Comparison][] = [
  [new RegExp(String.raw`(?:ít nhất|tối thiểu)\s+${between}$`, 'iu'), '>='],
  [/(?:[íi]t nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|từ trên|≥|>=)\s*(?:từ\s*)?(?:khoảng\s*)?$/iu, '>='],
  [/(?:không quá|tối đa|không vượt quá|không lớn hơn|không cao hơn|nhiều nhất|≤|<=)\s*$/iu, '<='],
  [/(?<!\p{L})(?:(?:trên|hơn|lớn hơn|cao hơn|vượt)(?: mức)?|>)\s*$/iu, '>'],
  [/(?<!\p{L})(?:(?:dưới|nhỏ hơn|thấp hơn)(?: mức)?|<)\s*$/iu, '<'],
  [/(?<!\p{L})(?:khoảng|xấp xỉ|gần|ước|ước đạt|~)\s*(?:từ\s*)?$/iu, '~'],
];

/** All quantities of a text, in order. */
export function quantitiesIn(text: string): Quantity[] {
  const masked = withoutOthers(text);
  const found: Quantity[] = [];
  for (const match of masked.matchAll(number)) {
    const quantity = quantityOf(text, match);
    if (quantity && quantity.from >= (found.at(-1)?.to ?? 0)) found.push(quantity);
  }
  return closePairs(text, withWords(text, found));
}

/** Numbers in words stand among those in digits; what two readings claim is the first one's. */
function withWords(text: string, found: Quantity[]): Quantity[] {
  const spelt = speltIn(text).flatMap((one) => quantityOfWords(text, one) ?? []);
  if (spelt.length === 0) return found;
  const apart = spelt.filter(({ from, to }) => !found.some((other) => from < other.to && other.from < to));
  return [...found, ...apart].sort((a, b) => a.from - b.from);
}

function quantityOfWords(text: string, spelt: Spelt): Quantity | undefined {
  const { at, end, value, value2, of } = spelt;
  const leading = rankOf(text, at, end);
  if (leading) return { ...leading, at, op: '<=', value, value2: null, of: null, unit: 'thứ hạng', kind: 'count' };
  const lead = leadOfSpelt(text, spelt);
  const unit = spelt.unit === 'times' ? { unit: 'lần', to: end, kind: 'count' as const } : unitAfter(text, end);
  if (lead === undefined || unit === undefined || unit.kind === 'percent') return undefined;
  if (unit.kind === 'measure') {
    if (spelt.unit !== 'known' || of !== null) return undefined;
  } else if ((spelt.unit === 'known' || lead === 'made') && !thingPattern.test(text.slice(end))) return undefined;
  const compared = comparisonBefore(text, at);
  const up = spelt.unit === 'times' ? undefined : /^\s*trở lên/u.exec(text.slice(unit.to))?.[0];
  const upBehind = lead === 'upward';
  return {
    from: compared?.from ?? at,
    at,
    to: unit.to + (up ?? '').length,
    op: value2 !== null ? 'range' : up || upBehind ? '>=' : (compared?.op ?? '='),
    value,
    value2,
    of,
    unit: unit.unit,
    kind: unit.kind,
  };
}

function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const { a = '', b, of } = match.groups ?? {};
  const value = parseNumber(a);
  if (value === undefined) return undefined;
  const value2 = b === undefined ? null : (parseNumber(b) ?? null);
  const end = match.index + match[0].length;
  const leading = rankOf(text, match.index, end);
  if (leading)
    return { ...leading, at: match.index, op: '<=', value, value2: null, of: null, unit: 'thứ hạng', kind: 'count' };
  const unit = unitAfter(text, end);
  const percentBefore = match.groups?.percent !== undefined && unit === undefined;
  const before = comparisonBefore(text, match.index);
  const after = unit?.kind === 'percent' && upAfterNoun.test(text.slice(unit.to));
  const up = /^\s*trở lên/u.exec(text.slice(unit?.to ?? end))?.[0];
  const down = /^\s*trở xuống/u.exec(text.slice(unit?.to ?? end))?.[0];
  const op: Comparison = value2 !== null ? 'range' : up || after ? '>=' : down ? '<=' : (before?.op ?? '=');
  return {
    from: before?.from ?? match.index,
    at: match.index,
    to: (unit?.to ?? end) + (up ?? down ?? '').length,
    op,
    value,
    value2,
    of: of === undefined ? null : Number(of),
    unit: unit?.unit ?? (percentBefore ? '%' : null),
    kind: unit?.kind ?? (percentBefore ? 'percent' : 'bare'),
  };
}

/** "thuộc nhóm 15 tỉnh dẫn đầu", "tốp 3": a rank not to be missed. */
function rankOf(text: string, at: number, end: number): { from: number; to: number } | undefined {
  const near = Math.max(0, at - nearby);
  const before = /(?:(?:(?:nằm|đứng|xếp)\s+)?(?:trong|thuộc|vào)\s+)?(?:nhóm|tốp|top)\s+$/iu.exec(text.slice(near, at));
  if (!before) return rankBeside(text, at, end);
  const after =
    /^(?:\s+[\p{L},]+){0,7}?\s+(?:đứng đầu|dẫn đầu|hàng đầu|đầu)(?:\s+(?:cả nước|khu vực|ASEAN|vùng|thế giới))?/u.exec(
      text.slice(end),
    );
  const among = /(?:thuộc|trong|vào)\s+nhóm/iu.test(before[0]) && peers.test(text.slice(end));
  return after || among || /tốp|top/iu.test(before[0])
    ? { from: near + before.index, to: end + (after?.[0].length ?? 0) }
    : undefined;
}

/** "thuộc nhóm 3 nước dẫn đầu khu vực và 50 nước có … hàng đầu thế giới": the second of two ranks. */
function rankBeside(text: string, at: number, end: number): { from: number; to: number } | undefined {
  const first = /(?<!\p{L})nhóm\s[^;.]*\svà\s+$/iu.test(text.slice(Math.max(0, at - 3 * nearby), at));
  const behind = /^[^,;.\d]{1,90}\s(?:hàng|dẫn) đầu(?: thế giới| khu vực| cả nước)?/u.exec(text.slice(end));
  return first && behind && peers.test(text.slice(end)) ? { from: at, to: end + behind[0].length } : undefined;
}

/** "trong nhóm 30/63 tỉnh, thành phố", "thuộc nhóm 70 nước về …": the first so many of their like. */
const peers = /^\s+(?:tỉnh|thành phố|nước|quốc gia|địa phương|huyện|bộ|xã|trường|đơn vị)(?!\p{L})/u;

/** How many characters before a number its comparison words can reach. */
const nearby = 60;

function comparisonBefore(whole: string, at: number): { op: Comparison; from: number } | undefined {
  const near = Math.max(0, at - nearby);
  const text = whole.slice(near, at);
  for (const [pattern, op] of comparisons) {
    const match = pattern.exec(text);
    if (match) return { op, from: near + match.index };
  }
  const from = /(?<!\p{L})từ\s*$/iu.exec(text);
  return from ? { op: '>=', from: near + from.index } : undefined;
}

function unitAfter(text: string, at: number): { unit: string; to: number; kind: Quantity['kind'] } | undefined {
  const rest = text.slice(at);
  const measure = measurePattern.exec(rest);
  if (measure?.[1]?.trim()) {
    const kind = /%|‰|phần trăm/u.test(measure[1]) ? 'percent' : 'measure';
    return { unit: measure[1].trim(), to: at + measure[0].length, kind };
  }
  const thing = thingPattern.exec(rest);
  if (thing?.[1]) return { unit: thing[1], to: at + thing[0].length, kind: 'count' };
  const word = wordUnit(rest);
  return word ? { unit: word, to: at + rest.indexOf(word) + word.length, kind: 'count' } : undefined;
}

/** "trở lên" behind the second of a pair closes both: "90% xã … và 98% cơ quan … trở lên đạt chuẩn". */
function closePairs(text: string, found: Quantity[]): Quantity[] {
  return found.map((quantity, i) => {
    const next = found[i + 1];
    const pair =
      next &&
      next.op === '>=' &&
      /trở lên/u.test(text.slice(next.at)) &&
      quantity.op === '=' &&
      next.unit === quantity.unit &&
      /\svà\s*$/u.test(text.slice(quantity.to, next.from));
    return (pair && next.kind === 'percent') || governed(text, found[i - 1], quantity)
      ? { ...quantity, op: '>=' }
      : quantity;
  });
}

/** "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp khoa học": the comparison of the first holds for the next of a list. */
const governed = (text: string, before: Quantity | undefined, quantity: Quantity): boolean =>
  before?.op === '>=' &&
  before.kind === 'count' &&
  quantity.kind === 'count' &&
  quantity.op === '=' &&
  quantity.of === null &&
  before.unit === quantity.unit &&
  /^(?:ít nhất|tối thiểu)/iu.test(text.slice(before.from)) &&
  /^[^,;.:]*(?:,|\svà)\s*$/u.test(text.slice(before.to, quantity.from));
