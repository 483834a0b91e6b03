import type { Due } from '../values/due.ts';
import { dayBefore, endOfMonth, type PlainDate, plainDate } from '../values/plain-date.ts';
import { squeeze } from '../values/vietnamese.ts';

/**
 * The time cell of a task, or the stretch of a sentence that sets its time. A rule is tried after the other; the first
 * that fits decides. What fits none is a note for the officer, not a guess.
 */
export function dueOf(raw: string): Due | undefined {
  const text = squeeze(raw).replace(/[.;,]+$/u, '');
  if (text === '' || text === '-') return { kind: 'none' };
  const lower = text.toLowerCase();
  for (const rule of rules) {
    const due = rule(lower, text);
    if (due) return due;
  }
  return undefined;
}

type Rule = (lower: string, text: string) => Due | undefined;

const year = String.raw`((?:19|20)\d{2})`;
const day = String.raw`(\d{1,2})`;
const fullDate = String.raw`(?:ngày\s+)?(?:${day}\s*[/.-]\s*${day}\s*[/.-]\s*${year}|${day}\s+tháng\s+${day}\s*(?:,\s*)?(?:năm\s+)?${year})`;

function dateOf(match: RegExpExecArray | null): PlainDate | undefined {
  if (!match) return undefined;
  const [, d1, m1, y1, d2, m2, y2] = match;
  return plainDate(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2));
}

const rules: Rule[] = [
  ongoingAfter,
  conditional,
  reference,
  ongoing,
  recurring,
  before,
  onDate,
  betweenStretches,
  byEnd,
  years,
];

/** "Quý IV năm 2025 và các năm tiếp theo" has no end. */
function ongoingAfter(lower: string): Due | undefined {
  return /(?:và|,)\s+(?:các|những) năm (?:tiếp theo|sau)/u.test(lower) ? { kind: 'ongoing' } : undefined;
}

function conditional(lower: string, text: string): Due | undefined {
  return /^(?:sau khi|khi |ngay sau khi|ngay khi)/u.test(lower) ? { kind: 'conditional', condition: text } : undefined;
}

function reference(lower: string, text: string): Due | undefined {
  return /^theo\s+(?:đề án|tiến độ|kế hoạch|lộ trình|quyết định|chương trình|quy định|hướng dẫn|thời gian|yêu cầu|chỉ đạo|văn bản|dự án|nghị quyết)/u.test(
    lower,
  )
    ? { kind: 'reference', condition: text }
    : undefined;
}

function ongoing(lower: string): Due | undefined {
  if (/thường xuyên|liên tục/u.test(lower) && !/^(?:trước|tháng|quý)/u.test(lower)) return { kind: 'ongoing' };
  return /các năm tiếp theo|^(?:kể )?từ (?:ngày|tháng|năm|quý(?: i{1,3}| iv)?)?\s*[\d/]+$|^từ năm \d{4} trở đi/u.test(
    lower,
  )
    ? { kind: 'ongoing' }
    : undefined;
}

function recurring(lower: string): Due | undefined {
  if (/(?:hàng|hằng|mỗi|từng)\s+tháng|^tháng,\s*quý|định kỳ tháng/u.test(lower))
    return { kind: 'recurring', every: 'month' };
  if (/(?:hàng|hằng|mỗi|từng)\s+quý/u.test(lower)) return { kind: 'recurring', every: 'quarter' };
  if (
    /(?:hàng|hằng|mỗi) năm/u.test(lower) &&
    (lower.match(/\d{1,2}\s*\/\s*\d{1,2}|\d{1,2} tháng \d{1,2}/gu)?.length ?? 0) === 2
  )
    return { kind: 'recurring', every: 'half_year' };
  if (/(?:0?6 tháng|sáu tháng)(?:,| và)? (?:một lần|và (?:hàng |hằng )?năm|năm)|2 lần\/năm|02 lần\/năm/u.test(lower))
    return { kind: 'recurring', every: 'half_year' };
  return /(?:hàng|hằng|mỗi)\s+năm/u.test(lower) ? { kind: 'recurring', every: 'year' } : undefined;
}

function before(lower: string): Due | undefined {
  const dated = dateOf(new RegExp(`trước\\s+${fullDate}`, 'u').exec(lower));
  if (dated) return { kind: 'by', to: dayBefore(dated) };
  const stretch = stretchOf(/trước\s+(?<words>.+)$/u.exec(lower)?.groups?.words ?? '');
  return stretch && { kind: 'by', to: dayBefore(stretch.from) };
}

function onDate(lower: string): Due | undefined {
  const dates = [...lower.matchAll(new RegExp(fullDate, 'gu'))].flatMap(
    (match) => dateOf(match as RegExpExecArray) ?? [],
  );
  const [first, second] = dates;
  if (first && second && first < second && /từ|[-–]|đến/u.test(lower))
    return { kind: 'during', from: first, to: second };
  return first ? { kind: 'by', to: first } : undefined;
}

type Stretch = { from: PlainDate; to: PlainDate };

const monthWords = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const monthNumber = (word: string): number => Number(word) || monthWords.indexOf(word) + 1;
const quarterEnds: Record<string, number> = { i: 3, ii: 6, iii: 9, iv: 12, '1': 3, '2': 6, '3': 9, '4': 12 };
const named = new RegExp(
  `^(?:tháng\\s+(?<month>\\d{1,2}|${monthWords.toReversed().join('|')})|quý\\s+(?<quarter>iv|i{1,3}|[1-4])|(?<bare>\\d{1,2})|(?<half>(?:0?6|sáu) tháng (?:đầu|cuối)))?\\s*(?:/|-|,)?\\s*(?:năm\\s*)?(?<year>(?:19|20)\\d{2})?$`,
  'u',
);

/** A month, quarter, half or year as written: its first and last day. @param fallback the year where it names none */
function stretchOf(words: string, fallback?: number): Stretch | undefined {
  const groups = named.exec(words.trim())?.groups;
  const y = groups?.year ? Number(groups.year) : fallback;
  if (!groups || y === undefined) return undefined;
  const { month, quarter, bare, half } = groups;
  if (half) return half.endsWith('đầu') ? months(y, 1, 6) : months(y, 7, 12);
  const end = quarter ? quarterEnds[quarter] : undefined;
  if (end) return months(y, end - 2, end);
  const number = month ? monthNumber(month) : bare ? Number(bare) : undefined;
  if (number === undefined) return groups.year ? months(y, 1, 12) : undefined;
  return number >= 1 && number <= 12 ? months(y, number, number) : undefined;
}

const months = (y: number, first: number, last: number): Stretch => ({
  from: plainDate(y, first, 1) ?? '',
  to: endOfMonth(y, last),
});

/** "Từ tháng 3/2026 đến tháng 9/2026", "Quý II - Quý IV/2026", "2022 - 2025". */
function betweenStretches(lower: string): Due | undefined {
  const text = lower.replace(/^(?:trong\s+)?(?:giai đoạn|thời kỳ)\s+/u, '');
  const parts = /^(?:từ\s+)?(?<a>.+?)\s*(?:[-–—]|đến(?: hết)?)\s*(?<b>.+)$/u.exec(text)?.groups;
  const end = parts && stretchOf(parts.b ?? '');
  const start = end && stretchOf(parts.a ?? '', Number(end.to.slice(0, 4)));
  return start && start.from < end.from ? { kind: 'during', from: start.from, to: end.to } : undefined;
}

/** A month, quarter or half is a deadline: its last day. */
function byEnd(lower: string): Due | undefined {
  const words = /(?:tháng|quý|(?:0?6|sáu) tháng)\s.*$|^\d{1,2}\s*\/.*$/u.exec(lower)?.[0] ?? '';
  const stretch = stretchOf(
    words.replace(/^.*(?=(?:tháng|quý)\s)/u, (lead) => (/(?:6|sáu) $/u.test(lead) ? lead : '')),
  );
  return stretch && { kind: 'by', to: stretch.to };
}

function years(lower: string): Due | undefined {
  const range = new RegExp(`${year}\\s*(?:[-–—]|đến(?: năm)?|,)\\s*(?:năm\\s+)?${year}`, 'u').exec(lower);
  if (range) return { kind: 'during', from: `${range[1]}-01-01`, to: `${range[2]}-12-31` };
  const one = new RegExp(year, 'u').exec(lower);
  if (!one) return undefined;
  if (/hoàn thành|đến (?:hết )?năm|trong năm|cuối năm/u.test(lower)) return { kind: 'by', to: `${one[1]}-12-31` };
  return new RegExp(`^(?:trong\\s+)?(?:giai đoạn\\s+)?(?:năm\\s+)?${year}$`, 'u').test(lower)
    ? { kind: 'during', from: `${one[1]}-01-01`, to: `${one[1]}-12-31` }
    : undefined;
}
