import type { Around, Atom } from './atom.ts';
import { type Deadline, deadlineIn } from './deadline.ts';

/** When a number is to be reached, and what of it holds for the numbers behind it as well. */
export type Timed = { deadline: Deadline | undefined; holds: Deadline | undefined };

/** A bracket that explains the name may cite a period of its own: "(theo Bộ tiêu chí giai đoạn 2026 - 2030)". */
const withoutRemarks = (text: string): string =>
  text.replace(/\((?!\s*(?:đến|trước|vào|trong|giai đoạn|năm)\s)[^()]*\)/gu, (hit) => ' '.repeat(hit.length));

const yearBehind = /^\s*\(?(?:(?:vào|trong|cả)\s+)?năm\s+(?<year>(?:19|20)\d{2})(?=[\s,;.)]|$)/u;
const yearBefore =
  /(?<!(?:thực hiện|kế hoạch|dự toán|giá|so sánh|hiện hành|từ|đầu|so với|so|bằng|cuối|gấp)\s)năm\s+(?<year>(?:19|20)\d{2})\s*(?:,\s*)?(?:(?:phấn đấu|dự kiến|ước|là|mới|đạt|còn|xuống|lên|có|thêm|tăng|giảm|chiếm|:)\s*)*$/iu;

/** @param noun where what it counts or measures ends, @param to where the atom's own words end */
export function timeOf(
  { main, start, since = start, quantity, before, head }: Around,
  noun: number,
  to: number,
): Timed {
  const titled = head && main.slice(head.from, head.to);
  const ahead =
    deadlineIn(withoutRemarks(main.slice(since, quantity.from))) ??
    yearOpening(main.slice(since, quantity.from)) ??
    heldInHead(head, before) ??
    (titled === undefined ? undefined : (deadlineIn(titled) ?? plainYear(titled)));
  // "Đến năm 2045 có 3 triệu doanh nghiệp; đóng góp 60% GDP. …": what stands before a number holds to the paragraph's end.
  const held = ahead ?? before.at(-1)?.holds;
  const own =
    deadlineIn(withoutRemarks(main.slice(start, to))) ??
    besideYear(main, start, quantity, to) ??
    yearOfPair(main, noun);
  return { deadline: own ?? held, holds: held };
}

/** "Năm 2026 phấn đấu A đạt 7%, B 9%, …": the year that opens a sentence holds for all of it. */
function yearOpening(words: string): Deadline | undefined {
  const year = /^[\s,;:.]*(?:[Tt]rong\s+)?[Nn]ăm\s+(?<year>20\d{2}),?\s+(?:phấn đấu|toàn|cả)(?!\p{L})/u.exec(words)
    ?.groups?.year;
  return year === undefined ? undefined : { year: Number(year), yearFrom: null };
}

/** "đến năm 2015 cơ cấu: 49%, 31%; đến năm 2020 là 56%, 31%": below one head the nearest deadline before holds. */
const heldInHead = (head: Around['head'], before: Atom[]): Deadline | undefined => {
  const previous = before.at(-1);
  return head && previous && previous.from >= head.to ? previous.holds : undefined;
};

const pair =
  /^\s*năm\s+(?<year>(?:19|20)\d{2})\s*(?:,|;|\svà)\s*(?:đạt\s+|là\s+|còn\s+)?\d[^;.]{0,60}?năm\s+(?<next>(?:19|20)\d{2})/u;

/** "10% số trẻ em tử vong do đuối nước năm 2025 và 20% vào năm 2030": the first year, too, says when. */
function yearOfPair(main: string, noun: number): Deadline | undefined {
  const found = pair.exec(main.slice(noun, noun + 120))?.groups;
  return found && Number(found.year) < Number(found.next) ? { year: Number(found.year), yearFrom: null } : undefined;
}

const plainYear = (words: string): Deadline | undefined => {
  const year = yearBefore.exec(words)?.groups?.year;
  return year === undefined ? undefined : { year: Number(year), yearFrom: null };
};

/** "12 m2/người năm 2010", "GDP bình quân năm 2015 là 41 triệu đồng": a year right beside the figure. */
function besideYear(main: string, start: number, quantity: Around['quantity'], to: number): Deadline | undefined {
  const behind = quantity.unit === 'lần' ? undefined : yearBehind.exec(main.slice(quantity.to, to))?.groups?.year;
  const year = behind ?? yearBefore.exec(main.slice(start, quantity.from))?.groups?.year;
  return year === undefined ? undefined : { year: Number(year), yearFrom: null };
}
