import { isUpper } from '../../values/vietnamese.ts';
import type { TextLine } from './line.ts';

const begins =
  /^\s*(?:#{1,6}\s|\*{0,2}(?:[-–+•]\s(?!(?:19|20)\d{2}(?!\p{L}))|\(?[\dIVXivx]{1,5}[.)]|[a-zđ]\)|Điều\s+\d|Phụ lục|PHỤ LỤC|Căn cứ|Thực hiện (?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Kết luận|Công văn|Thông báo|Luật|Đề án)(?!\p{L})|(?:Chương|Phần|Mục)\s+(?:[IVX\d]|thứ\s)|S?TT\s*$|Số TT\s*$))/u;

/** Where portals and gazettes break every line at the page's width, paragraphs run over lines. */
export function isWrapped(lines: TextLine[]): boolean {
  const filled = lines.filter((line) => line.text.trim() !== '');
  if (filled.length < 20) return false;
  const long = filled.filter((line) => line.text.length > 130).length;
  const follows = lines.filter((line, i) => {
    const next = lines[i + 1];
    return (
      next !== undefined &&
      line.text.trim().length > 8 &&
      /^[\p{Ll}\d(]/u.test(next.text.trimStart()) &&
      !begins.test(next.text)
    );
  }).length;
  return long / filled.length < 0.02 && follows / filled.length > 0.08;
}

/** Where an empty line stands between paragraphs, whatever has none between belongs together. */
export function hasGaps(lines: TextLine[]): boolean {
  const before = lines.flatMap(({ text }, i) => (begins.test(text) ? [lines[i - 1]?.text ?? ''] : []));
  return before.filter((text) => !hasWords(text)).length > before.length * 0.5;
}

/** What a line that goes on in the next one has at least, in characters: less than most that surely do. */
export function fullWidth(lines: TextLine[]): number {
  const lengths = lines
    .filter((line, i) => line.text.length > 40 && /^\s*\p{Ll}/u.test(lines[i + 1]?.text ?? ''))
    .map((line) => line.text.trimEnd().length)
    .sort((a, b) => a - b);
  return Math.max(60, (lengths[Math.floor(lengths.length / 2)] ?? 0) * 0.92);
}

/**
 * The last line of the paragraph that begins at `at`. A numbered paragraph or bullet goes on after a full line even where
 * a sentence ends with it, for the next one would have its own number or dash; two spaces are a paragraph's end.
 * @param gaps from `hasGaps` @param full from `fullWidth`
 */
export function joinWrapped(lines: TextLine[], at: number, gaps: boolean, full: number): number {
  let last = at;
  const first = lines[at]?.text.trim() ?? '';
  const marked = begins.test(first);
  if (first === '' || first.startsWith('|')) return at;
  for (;;) {
    const next = lines[last + 1];
    const here = lines[last];
    if (!next || !here || !hasWords(next.text) || /^\s*\||^\t/.test(next.text)) return last;
    if (begins.test(next.text) && !(gaps && /^\s*(?:\d|[a-zđ]\))/u.test(next.text) && !/[.;:]\s*$/u.test(here.text)))
      return last;
    if (endsTitle(here.text, next.text)) return last;
    const fills = marked && here.text.trimEnd().length >= full && !/\s{2}$/.test(here.text);
    if ((!gaps || next.top) && !fills && !runsOn(here.text, next.text)) return last;
    last += 1;
  }
}

/** False for an empty line and for a drawn rule. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Who acts stands on a line of its own under the title, and a title in capitals ends where the capitals do. */
const actingBody =
  /^[\s*]*(?:CHỦ TỊCH\s)?(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG CHÍNH PHỦ|BỘ TRƯỞNG)(?!\p{L})/u;
const goesOnBehind = /(?:^|\s)(?:CỦA|DO|VÀ|TẠI|VỚI|CHO)[\s*]*$/u;

function endsTitle(here: string, next: string): boolean {
  if (actingBody.test(next)) return !goesOnBehind.test(here);
  return isUpper(here) && here.trim().split(/\s+/u).length > 3 && /^\s*\p{Lu}\p{Ll}/u.test(next);
}

/** Without gaps only a filled line, or a small letter that goes on, tells that the paragraph runs over the line's end. */
function runsOn(here: string, next: string): boolean {
  if (!hasWords(here)) return false;
  if (/(?:^|\s)(?:ngày|tháng|năm|số|của|và|các|về|theo|tại|cho|với|là|để|từ|đến)\s*$/u.test(here)) return true;
  const ended = /[.;:!?]\s*$|\*\*\s*$/u.test(here) && /^\s*[\p{Lu}*]/u.test(next);
  return !ended && (here.trimEnd().length > 45 || /^\s*[\p{Ll}]/u.test(next));
}
