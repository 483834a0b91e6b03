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

const months: Record<string, number> = { i: 3, ii: 6, iii: 9, iv: 12, '1': 3, '2': 6, '3': 9, '4': 12 };

function dateOf(match: RegExpExecArray | null): PlainDate | undefined {
  if (!match) return undefined;
  const [, d1, m1, y1, d2, m2, y2] = match;
  return plainDate(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2));
}

const rules: Rule[] = [ongoingAfter, conditional, reference, ongoing, recurring, before, onDate, monthOrQuarter, years];

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
  return /các năm tiếp theo|^(?:kể )?từ (?:ngày|tháng|năm)?\s*[\d/]+$|^từ năm \d{4} trở đi/u.test(lower)
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
  const month = new RegExp(`trước\\s+tháng\\s+${day}\\s*(?:[/-]|năm)\\s*${year}`, 'u').exec(lower);
  const first = month && plainDate(Number(month[2]), Number(month[1]), 1);
  if (first) return { kind: 'by', to: dayBefore(first) };
  const whole = new RegExp(`trước\\s+(?:năm\\s+)?${year}`, 'u').exec(lower);
  return whole ? { kind: 'by', to: `${Number(whole[1]) - 1}-12-31` } : undefined;
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

function monthOrQuarter(lower: string): Due | undefined {
  const month = new RegExp(`(?:tháng\\s+${day}|^${day})\\s*(?:/|-|năm|,\\s*năm)\\s*${year}$`, 'u').exec(lower);
  const number = Number(month?.[1] ?? month?.[2]);
  if (month && number >= 1 && number <= 12) return { kind: 'by', to: endOfMonth(Number(month[3]), number) };
  const quarter = new RegExp(`quý\\s+(iv|i{1,3}|[1-4])\\s*(?:/|-|năm|,\\s*năm)?\\s*(?:năm\\s*)?${year}`, 'u').exec(
    lower,
  );
  const end = quarter && months[quarter[1] ?? ''];
  return end ? { kind: 'by', to: endOfMonth(Number(quarter[2]), end) } : undefined;
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
