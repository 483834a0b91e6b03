import type { TextLine } from './text.ts';

const begins =
  /^\s*(?:#{1,6}\s|\*{0,2}(?:[-–+•]\s|\(?[\dIVXivx]{1,5}[.)]|[a-zđ]\)|Điều\s+\d|Phụ lục|PHỤ LỤC|Căn cứ|Chương\s|Phần\s|Mục\s))/u;

/** Where portals and gazettes break every line at the page's width, paragraphs run over lines. */
export function isWrapped(lines: TextLine[]): boolean {
  const filled = lines.filter((line) => line.text.trim() !== '');
  if (filled.length < 20) return false;
  const long = filled.filter((line) => line.text.length > 130).length;
  const follows = lines.filter((line, i) => {
    const next = lines[i + 1];
    return (
      next !== undefined &&
      line.text.length > 40 &&
      /^[\p{Ll}\d(]/u.test(next.text.trimStart()) &&
      !begins.test(next.text)
    );
  }).length;
  return long / filled.length < 0.02 && follows / filled.length > 0.2;
}

/** The last line of the paragraph that begins at `at`. */
export function joinWrapped(lines: TextLine[], at: number): number {
  let last = at;
  const first = lines[at]?.text.trim() ?? '';
  if (first === '' || first.startsWith('|')) return at;
  for (;;) {
    const next = lines[last + 1];
    const here = lines[last];
    if (!next || !here || next.text.trim() === '' || /^\s*\||^\t/.test(next.text) || begins.test(next.text))
      return last;
    const full = here.text.trimEnd().length > 45;
    const ended = /[.;:!?]\s*$|\*\*\s*$/u.test(here.text) && /^\s*[\p{Lu}*]/u.test(next.text);
    const splitWord = /^\s*[\p{Ll}]/u.test(next.text);
    if (ended || !(full || splitWord)) return last;
    last += 1;
  }
}
