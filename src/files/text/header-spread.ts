import { isOrdinal, type RawCell, textOf } from './raw-cell.ts';
import { roleOf } from './stacked-header.ts';

/** "Kế hoạch", "Ước TH": what a figure stands on. */
const basis = /(?:^|\s)(?:kế hoạch|kh|ước|th|thực hiện|dự toán)(?:\s|$)/iu;
const datedIn = (words: string): boolean => /(?:19|20)\d{2}/u.test(words);

/**
 * Over how many columns each cell of the header's first row goes so that the second row stands below some of them and the
 * rows are as wide as those of the table: the cells that least name a column by themselves, each over as many.
 */
export function spreadOf(top: RawCell[], below: RawCell[], width: number): number[] | undefined {
  const count = top.length + below.length - width;
  const shares = sharesOf(below, count);
  if (!shares) return undefined;
  const inYears = datedIn(textOf(below[0]));
  const inBases = below.some((cell) => basis.test(textOf(cell)));
  const kinds = below.map((cell) => roleOf(textOf(cell)));
  const openness = (cell: RawCell, at: number): number => {
    const words = textOf(cell);
    const role = roleOf(words);
    if (at === 0 || (datedIn(words) && inYears)) return 0;
    if (role === 'lead' && (kinds.includes('lead') || kinds.includes('coord'))) return 5;
    if (/^(?:các )?(?:tháng|thời gian|tiến độ)/iu.test(words) && below.every((one) => isOrdinal(one))) return 5;
    if (role !== undefined && role !== 'value') return role === 'lead' || role === 'time' ? 2 : 0;
    if (at === 1 || (inBases && datedIn(words) && basis.test(words))) return 1;
    return /năm|chia|trong đó|so sánh|lộ trình|mục tiêu|kế hoạch/iu.test(words) ? 4 : 3;
  };
  // What is estimated is the year under way, the first of those named.
  const estimated = below.some((cell) => /ước|thực hiện/iu.test(textOf(cell)));
  const rank = (at: number): number => (estimated ? -Number(/(?:19|20)\d{2}/u.exec(textOf(top[at]))?.[0] ?? 0) : at);
  const open = top
    .map((cell, at) => ({ at, openness: openness(cell, at) }))
    .toSorted((a, b) => b.openness - a.openness || rank(b.at) - rank(a.at) || b.at - a.at);
  const spread = new Set(open.slice(0, count).map(({ at }) => at));
  return top.map((_, at) => (spread.has(at) ? (shares.shift() ?? 1) : 1));
}

/** How many of the second row's cells stand under each of `count` cells: as many under each, or years apart from others. */
function sharesOf(below: RawCell[], count: number): number[] | undefined {
  const each = below.length / count;
  if (count < 1 || each < 2) return undefined;
  if (Number.isInteger(each)) return Array.from({ length: count }, () => each);
  const shares: number[] = [];
  for (const [i, cell] of below.entries()) {
    const goesOn = i > 0 && datedIn(textOf(cell)) === datedIn(textOf(below[i - 1]));
    if (goesOn) shares.push((shares.pop() ?? 0) + 1);
    else shares.push(1);
  }
  return shares.length === count && shares.every((share) => share > 1) ? shares : undefined;
}

/** The likeliest ways in which one, two or three cells of the first row go over those of the second. */
export const spreadWays = (top: RawCell[], below: RawCell[]): number[][] =>
  [1, 2, 3].flatMap((count) => {
    const way = spreadOf(top, below, top.length + below.length - count);
    return way ? [way] : [];
  });
