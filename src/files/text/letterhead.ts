import type { TextLine } from './line.ts';

/** How far down the last cell of a letterhead stands, in lines with words or bars. */
const deepest = 30;

/**
 * Portals put the letterhead's cells between bars on lines of their own and break the lines inside them anywhere ("Bình",
 * "Định, ngày 08 …"). @returns the line of the last such bar before the document's own words; 0 where there are none
 */
export function letterheadEnd(lines: TextLine[]): number {
  const bars: number[] = [];
  let filled = 0;
  for (const [at, { text }] of lines.entries()) {
    if (text.trim() === '') continue;
    filled += 1;
    if (filled > deepest || /^[*\s]*(?:Căn cứ|Điều\s+\d|[IVX]+[.)]\s|\d+[.)]\s)/u.test(text)) break;
    if (text.trim() === '|') bars.push(at);
  }
  return bars.length < 3 ? 0 : (bars.at(-1) ?? 0);
}

/** The last line of the cell that begins at `at`: a bar, a drawn rule or an empty line ends it. */
export function cellEnd(lines: TextLine[], at: number): number {
  if (!hasLetters(lines[at])) return at;
  let last = at;
  while (hasLetters(lines[last + 1])) last += 1;
  return last;
}

const hasLetters = (line: TextLine | undefined): boolean => /[\p{L}\p{N}]/u.test(line?.text ?? '');
