import type { PdfParagraph, Region } from './drafts.ts';
import type { Line } from './page.ts';

/** Lines of one region put back into paragraphs: the breaks that only the width of the page made are undone. */
export function paragraphsOf(lines: readonly Line[], region: Region): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  const leading = usualLeading(lines);
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    const isApart = last !== undefined && line.y - last.y > 1.28 * leading + 0.5;
    if (open && last && !isApart && !begins(last, line, region)) open.lines.push(line);
    else paragraphs.push({ kind: 'paragraph', lines: [line], ...(isCentred(line, region) && { align: 'center' }) });
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

const marker =
  /^(?:[-–—+•*·▪]\s|\(?\d{1,3}(?:\.\d{1,3})*[.)](?:\s|$)|\(?\p{Ll}{1,2}\)|[IVXL]{1,5}\.(?:\s|$)|Điều \d+[a-z]?\.|Chương [IVXL]|Phụ lục|PHỤ LỤC|Nơi nhận)/u;

/** True where `line` opens a paragraph of its own although `last` stands before it. */
export function begins(last: Line, line: Line, region: Region): boolean {
  if (!region.isCell && isCentred(last, region) !== isCentred(line, region)) return true;
  if (isCentred(last, region) && isCentred(line, region) && !region.isCell) return beginsCentred(last, line);
  // The lines over a signature each stand for themselves.
  if (!region.isCell && last.x > region.left + 100 && isCapital(last.text) && isCapital(line.text)) return true;
  const isFull = !wouldFit(last, line, region);
  if (marker.test(line.text) && (!isFull || /[.;:,!?/]$/.test(last.text) || Math.abs(line.x - last.x) > 4)) return true;
  if (!isFull) return !(region.isCell && /^[\p{Ll},;)]/u.test(line.text) && !/[.;:]$/.test(last.text));
  return !region.isCell && line.x > region.left + 8 && (last.x <= region.left + 4 || /[.;:]\/?\.?$/.test(last.text));
}

/** The next word would have stood on the line before, had it belonged to it. */
function wouldFit(last: Line, line: Line, { left, right, isCell }: Region): boolean {
  const width = last.right - last.x + 0.3 * last.size + line.firstWord;
  if (isCell) return width < right - left - 12;
  return last.right + 0.3 * last.size + line.firstWord < right - 3;
}

/** The kind of a document, or a line in the middle of the page: no part of what stands side by side above it. */
export const standsAlone = (line: Line, region: Region): boolean =>
  kinds.test(line.text) || Math.abs(line.x + line.right - region.left - region.right) < 10;

function isCentred({ x, right, bold, text }: Line, region: Region): boolean {
  const [before, after] = [x - region.left, region.right - right];
  if (marker.test(text) || (!bold && /[.;:,]$/.test(text))) return false;
  if (bold && before > 2.5 && after > 2.5 && Math.abs(before - after) < 5) return true;
  return before > 26 && after > 12 && Math.abs(before - after) < Math.max(8, 0.08 * (region.right - region.left));
}

const kinds =
  /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|CHỈ THỊ|CHƯƠNG TRÌNH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|CÔNG ĐIỆN|ĐỀ ÁN|NGHỊ ĐỊNH|PHỤ LỤC.*|Phụ lục.*):?$/u;

const isCapital = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}/u.test(text);

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
