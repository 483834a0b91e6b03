import type { Due } from '../../values/due.ts';
import { dayAfter, dayBefore, type PlainDate } from '../../values/plain-date.ts';
import { squeeze } from '../../values/vietnamese.ts';
import { type Calendar, datesIn, type Stretch, stretchOf } from '../text/stretch.ts';

export type { Calendar } from '../text/stretch.ts';

/**
 * The time cell of a task, or the stretch of a sentence that sets its time. A rule is tried after the other; the first
 * that fits decides. What fits none is a note for the officer, not a guess.
 */
export function dueOf(raw: string, calendar: Calendar): Due | undefined {
  const text = squeeze(raw).replace(/[.;,]+$/u, '');
  if (text === '' || text === '-') return { kind: 'none' };
  // "T6/2026", "Th.6".
  const lower = text.toLowerCase().replace(/(?<!\p{L})th?\.?\s?(?=(?:0?[1-9]|1[0-2])(?!\d))/gu, 'tháng ');
  for (const rule of rules) {
    const due = rule(lower, text, calendar);
    if (due) return due;
  }
  return latestOfParts(text, calendar);
}

type Rule = (lower: string, text: string, calendar: Calendar) => Due | undefined;

const rules: Rule[] = [
  wholeYear,
  ongoingAfter,
  counted,
  conditional,
  reference,
  ongoing,
  recurring,
  severalParts,
  fromUntil,
  before,
  onDate,
  betweenStretches,
  byEnd,
  years,
];

/** "Cả năm" is the plan's year. */
function wholeYear(lower: string, _text: string, { planYear }: Calendar): Due | undefined {
  return planYear !== null && /^(?:trong )?cả năm$/u.test(lower)
    ? { kind: 'during', from: `${planYear}-01-01`, to: `${planYear}-12-31` }
    : undefined;
}

/** "Quý IV năm 2025 và các năm tiếp theo", "Tháng 5/2026 và duy trì thường xuyên" have no end. */
function ongoingAfter(lower: string): Due | undefined {
  return /(?:và|,)\s+(?:(?:các|những) năm (?:tiếp theo|sau)|(?:duy trì|thực hiện|cập nhật),? thường xuyên)/u.test(lower)
    ? { kind: 'ongoing' }
    : undefined;
}

const span =
  /(?<number>\d{1,3})\s+(?<unit>ngày làm việc|ngày|tháng),?\s+(?:kể\s+)?(?:từ|sau)\s+(?:ngày|khi)\s+(?<event>.+)$/u;
const ownIssue =
  /^(?:ký|ban hành|(?:kế hoạch|quyết định|nghị quyết|chỉ thị|chương trình|văn bản)(?: này)?\s+(?:được\s+)?(?:ký|ban hành|phê duyệt|có hiệu lực))(?!\p{L})/u;

/** "trong 15 ngày kể từ ngày ký" runs from the document's own day; from any other event it is a condition. */
function counted(lower: string, text: string, { issuedOn }: Calendar): Due | undefined {
  const groups = span.exec(lower)?.groups;
  if (!groups?.number || !groups.event) return undefined;
  if (issuedOn === null || !ownIssue.test(groups.event)) return { kind: 'conditional', condition: text };
  const count = Number(groups.number);
  if (groups.unit === 'tháng') return { kind: 'by', to: monthsAfter(issuedOn, count), counted: text };
  return { kind: 'by', to: daysAfter(issuedOn, count, groups.unit === 'ngày làm việc'), counted: text };
}

function daysAfter(from: PlainDate, count: number, workingDays: boolean): PlainDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = dayAfter(day);
    if (!workingDays || !isWeekend(day)) left -= 1;
  }
  return day;
}

/** Zeller's congruence: 0 is Saturday, 1 is Sunday. */
function isWeekend(date: PlainDate): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const of = (number: number, by: number): number => Math.floor(number / by);
  return (day + of(13 * (m + 1), 5) + y + of(y, 4) - of(y, 100) + of(y, 400)) % 7 < 2;
}

/** The same day of a later month, or that month's last. */
function monthsAfter(from: PlainDate, count: number): PlainDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const stretch = stretchOf(`tháng ${(months % 12) + 1}`, Math.floor(months / 12));
  const last = stretch?.to ?? from;
  return `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`;
}

function conditional(lower: string, text: string): Due | undefined {
  return /^(?:sau khi|khi |ngay sau khi|ngay khi)/u.test(lower) ? { kind: 'conditional', condition: text } : undefined;
}

function reference(lower: string, text: string): Due | undefined {
  return /^theo\s+(?:đề án|tiến độ|kế hoạch|lộ trình|quyết định|chương trình|quy định|hướng dẫn|thời gian|yêu cầu|chỉ đạo|văn bản|dự án|nghị quyết|thời hạn|phê duyệt)/u.test(
    lower,
  )
    ? { kind: 'reference', condition: text }
    : undefined;
}

function ongoing(lower: string): Due | undefined {
  if (/thường xuyên|liên tục|trong quá trình thực hiện/u.test(lower) && !/^(?:trước|tháng|quý)/u.test(lower))
    return { kind: 'ongoing' };
  return /các năm tiếp theo|^(?:kể )?từ (?:ngày|tháng|năm|quý(?: i{1,3}| iv)?)?\s*[\d/]+$|^từ (?:năm|tháng) [\d/]+ trở đi/u.test(
    lower,
  )
    ? { kind: 'ongoing' }
    : undefined;
}

function recurring(lower: string): Due | undefined {
  if (/(?:hàng|hằng|mỗi|từng)\s+ngày(?!\s+\d)/u.test(lower)) return { kind: 'recurring', every: 'day' };
  if (/(?:hàng|hằng|mỗi|từng)\s+tuần(?!\p{L})/u.test(lower)) return { kind: 'recurring', every: 'week' };
  if (/(?:hàng|hằng|mỗi|từng)\s+tháng|^tháng,\s*quý|định kỳ tháng|1 lần\/tháng/u.test(lower))
    return { kind: 'recurring', every: 'month' };
  if (/(?:hàng|hằng|mỗi|từng)\s+quý|^(?:định kỳ\s+)?quý,|định kỳ quý|tháng cuối quý|1 lần\/quý/u.test(lower))
    return { kind: 'recurring', every: 'quarter' };
  if (
    /(?:hàng|hằng|mỗi) năm/u.test(lower) &&
    (lower.match(/\d{1,2}\s*\/\s*\d{1,2}|\d{1,2} tháng \d{1,2}|(?<!\d )tháng \d{1,2}/gu)?.length ?? 0) === 2
  )
    return { kind: 'recurring', every: 'half_year' };
  if (
    /(?:0?6 tháng|sáu tháng)(?:,| và| \/|\/)?\s*(?:một lần|1 lần|lần|và (?:hàng |hằng )?năm|năm)(?! \d)|(?:0?2|hai) lần\/năm|^(?:định kỳ\s+)(?:0?6|sáu) tháng/u.test(
      lower,
    )
  )
    return { kind: 'recurring', every: 'half_year' };
  return /(?:hàng|hằng|mỗi)\s+năm|(?:0?1|một) lần\/năm/u.test(lower) ? { kind: 'recurring', every: 'year' } : undefined;
}

/** "Cấp xã: tháng 5/2026; cấp tỉnh: tháng 6/2026": what is done by the last is done. */
function severalParts(_lower: string, text: string, calendar: Calendar): Due | undefined {
  return text.includes(';') ? latestOfParts(text, calendar) : undefined;
}

function latestOfParts(text: string, calendar: Calendar): Due | undefined {
  const parts = text.split(/;\s*/u);
  if (parts.length < 2) {
    const [label, words] = text.split(/:\s+/u);
    return label !== undefined && words !== undefined && label.length < 80 ? dueOf(words, calendar) : undefined;
  }
  const dues = parts.map((part) => dueOf(part.replace(/^[^:]*:\s+/u, ''), calendar));
  const ends = dues.flatMap((due) => (due?.kind === 'by' || due?.kind === 'during' ? [due.to] : []));
  return ends.length === parts.length ? { kind: 'by', to: ends.toSorted().at(-1) ?? '' } : undefined;
}

/** "Từ tháng 1/2010 … thanh quyết toán trước 30/9/2010": both ends of the work, its steps between them. */
function fromUntil(lower: string, _text: string, calendar: Calendar): Due | undefined {
  const groups =
    /^(?:bắt đầu )?từ\s+(?<start>(?:tháng|quý)\s+[\div]+(?:\s*(?:\/|năm)\s*\d{4})?)\s.*?(?<end>(?:trước|đến(?: hết)?)\s+(?:ngày\s+)?\d{1,2}\s*[/.]\s*\d{1,2}.*)$/u.exec(
      lower,
    )?.groups;
  const start = groups?.start && stretchOf(groups.start.replace(/\s*\/\s*/u, '/'), calendar);
  const end = groups?.end && (before(groups.end, '', calendar) ?? onDate(groups.end, '', calendar));
  return start && end && end.kind === 'by' && start.from < end.to
    ? { kind: 'during', from: start.from, to: end.to }
    : undefined;
}

function before(lower: string, _text: string, calendar: Calendar): Due | undefined {
  const words = /trước\s+(?<words>.+)$/u.exec(lower)?.groups?.words;
  if (words === undefined) return undefined;
  // Before an hour of a day is still on that day.
  const hour = /^\d{1,2}\s*(?:h|giờ|g)\s*(?:\d{2})?(?:\s*phút|['’])?,?\s+(?=ngày)/u.exec(words);
  const [timed] = hour ? datesIn(words.slice(hour[0].length), calendar) : [];
  if (timed?.from === 0) return { kind: 'by', to: timed.date };
  const [dated] = datesIn(`trước ${words}`, calendar);
  if (dated && dated.from < 12) return { kind: 'by', to: dayBefore(dated.date) };
  const stretch = stretchOf(words, calendar);
  return stretch && { kind: 'by', to: dayBefore(stretch.from) };
}

function onDate(lower: string, _text: string, calendar: Calendar): Due | undefined {
  // A cell that holds no more than "30/11" means the day.
  const [first, second] = datesIn(/^\d{1,2}\s*[/.-]\s*\d{1,2}$/u.test(lower) ? `ngày ${lower}` : lower, calendar);
  if (first && second && first.date < second.date && /từ|[-–]|đến/u.test(lower))
    return { kind: 'during', from: first.date, to: second.date };
  return first ? { kind: 'by', to: first.date } : undefined;
}

/** "Từ tháng 3/2026 đến tháng 9/2026", "Quý II - Quý IV/2026", "Quý II-IV/2026", "2022 - 2025". */
function betweenStretches(lower: string, _text: string, calendar: Calendar): Due | undefined {
  const text = lower.replace(/^(?:trong\s+)?(?:giai đoạn|thời kỳ|nhiệm kỳ)\s+/u, '');
  const parts = /^(?:từ\s+)?(?<a>.+?)\s*(?:[-–—]|đến(?: hết)?)\s*(?<b>.+)$/u.exec(text)?.groups;
  if (!parts?.a || !parts.b) return undefined;
  const unit = /^(?:tháng|qu[ýí])\s/u.exec(parts.a)?.[0] ?? '';
  const end = stretchOf(parts.b, calendar) ?? stretchOf(unit + parts.b, calendar);
  const start = end && stretchOf(parts.a, Number(end.to.slice(0, 4)));
  return start && start.from < end.from ? { kind: 'during', from: start.from, to: end.to } : undefined;
}

/** A month, quarter or half is a deadline: its last day; of "quý II, III/2026" the last of all. */
function byEnd(lower: string, _text: string, calendar: Calendar): Due | undefined {
  const words = /(?:tháng|qu[ýí]|(?:0?6|sáu) tháng)\s.*$|^\d{1,2}\s*\/.*$/u.exec(lower)?.[0] ?? '';
  const last = words.replace(/^.*(?=(?:tháng|qu[ýí])\s)/u, (lead) => (/(?:6|sáu) $/u.test(lead) ? lead : ''));
  const stretch: Stretch | undefined =
    stretchOf(last, calendar) ??
    stretchOf(last.replace(/^(tháng|qu[ýí])\s+(?:[\div]+\s*(?:,|và)\s*)+/u, '$1 '), calendar);
  return stretch && { kind: 'by', to: stretch.to };
}

const year = String.raw`((?:19|20)\d{2})`;

function years(lower: string): Due | undefined {
  const range = new RegExp(`${year}\\s*(?:[-–—]|đến(?: năm)?|,)\\s*(?:năm\\s+)?${year}`, 'u').exec(lower);
  if (range) return { kind: 'during', from: `${range[1]}-01-01`, to: `${range[2]}-12-31` };
  const one = new RegExp(year, 'u').exec(lower);
  if (!one) return undefined;
  if (/hoàn thành|đến (?:hết )?năm|trong năm|cuối năm|^hết năm/u.test(lower))
    return { kind: 'by', to: `${one[1]}-12-31` };
  return new RegExp(`^(?:trong\\s+)?(?:giai đoạn\\s+)?(?:cả\\s+)?(?:năm\\s+)?${year}$`, 'u').test(lower)
    ? { kind: 'during', from: `${one[1]}-01-01`, to: `${one[1]}-12-31` }
    : undefined;
}
