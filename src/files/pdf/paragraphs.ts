import { centredOf, isCentred } from './centred.ts';
import type { PdfParagraph, Region } from './drafts.ts';
import { isCapital, kinds, marker } from './marks.ts';
import type { Line } from './page.ts';

/** Lines of one region put back into paragraphs: the breaks that only the width of the page made are undone. */
export function paragraphsOf(lines: readonly Line[], region: Region): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  const leading = usualLeading(lines);
  const centred = centredOf(lines, region);
  for (const [number, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    const isApart = last !== undefined && line.y - last.y > 1.28 * leading + 0.5;
    const looks = { last: centred[number - 1] ?? false, line: centred[number] ?? false };
    if (open && last && !isApart && !begins(last, line, region, looks)) open.lines.push(line);
    else paragraphs.push({ kind: 'paragraph', lines: [line], ...(looks.line && { align: 'center' }) });
  }
  return paragraphs;
}

/** Of lines that follow one another within paragraphs: the lower third, gaps between paragraphs are wider. */
function usualLeading(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => line.y - (lines[at]?.y ?? 0))
    .filter((step) => step > 2);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 3)] ?? 1000;
}

/** True where `line` opens a paragraph of its own although `last` stands before it. */
export function begins(
  last: Line,
  line: Line,
  region: Region,
  centred = { last: isCentred(last, region), line: isCentred(line, region) },
): boolean {
  const { isCell, left, indents } = region;
  if (!isCell && centred.last !== centred.line) return true;
  if (!isCell && centred.last) return beginsCentred(last, line);
  // The lines over a signature each stand for themselves, below one another's middle.
  if (!isCell && last.x > left + 100 && (areStacked(last, line) || (isCapital(last.text) && isCapital(line.text))))
    return true;
  const isFull = !wouldFit(last, line, region);
  const isEnded = /[.;:!?]\/?\.?$/.test(last.text);
  // Where first lines stand in, a line at the edge goes on, whatever sign it begins with: "lợi ích quốc gia / - dân tộc".
  if (!isCell && isFull && !isEnded && indents.length > 0 && line.x <= left + 4 && last.x <= left + 90) return false;
  if (marker.test(line.text) && (!isFull || /[.;:,!?/]$/.test(last.text) || Math.abs(line.x - last.x) > 4)) return true;
  if (bracketed.test(line.text) && bracketed.test(last.text)) return true;
  if (!isFull) return !(isCell && /^[\p{Ll},;)]/u.test(line.text) && !/[.;:]$/.test(last.text));
  if (isCell || line.x <= left + 8) return false;
  return last.x <= left + 4 || isEnded || (isAt(indents, last) && isAt(indents, line));
}

/** "(1) Bộ Tài chính / (2) Bộ Công an": items of a line each. */
const bracketed = /^\(\d{1,2}\)\s/;

const areStacked = (last: Line, line: Line): boolean =>
  Math.abs(last.x + last.right - line.x - line.right) < 6 && Math.abs(last.x - line.x) > 3;

const isAt = (indents: readonly number[], { x }: Line): boolean => indents.some((one) => Math.abs(one - x) <= 3);

/** The next word would have stood on the line before, had it belonged to it. */
function wouldFit(last: Line, line: Line, { left, right, isCell }: Region): boolean {
  const width = last.right - last.x + 0.3 * last.size + line.firstWord;
  if (isCell) return width < right - left - 12;
  return last.right + 0.3 * last.size + line.firstWord < right - 3;
}

/** Lines of a centred title go together while they look alike. */
const beginsCentred = (last: Line, line: Line): boolean =>
  last.bold !== line.bold ||
  last.italic !== line.italic ||
  isCapital(last.text) !== isCapital(line.text) ||
  Math.abs(last.size - line.size) > 1 ||
  kinds.test(last.text) ||
  /[:;.]$/.test(last.text) ||
  marker.test(line.text) ||
  !/\p{L}/u.test(last.text) ||
  !/\p{L}/u.test(line.text);
