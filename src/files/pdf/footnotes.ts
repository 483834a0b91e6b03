import type { PdfParagraph } from './drafts.ts';
import type { Line, PdfPage, Rule } from './page.ts';

/** A page's lines parted into its text and the notes at its foot, and the numbers of those notes. */
export type Footed = { body: Line[]; notes: Line[]; numbers: ReadonlySet<string> };

const mark = /^\[?(\d{1,2})\]?[.)]?\s*(?=\p{L}|[(“"])/u;

/**
 * Notes stand in smaller letters below a short line at the left edge, where word processors put them; the first begins
 * with its number. They are no part of what goes on over the page's end.
 */
export function withoutNotes(page: PdfPage, lines: readonly Line[]): Footed {
  const body = { body: [...lines], notes: [], numbers: new Set<string>() };
  const size = usualSize(lines);
  const foot = lines.filter(({ y }) => y > 0.25 * page.height).sort((a, b) => a.y - b.y);
  const starts = foot.filter((line) => mark.test(line.text) && line.size < size + 0.5);
  const first = starts.find(
    (line) =>
      page.rules.some((rule) => isAbove(rule, line, page)) &&
      foot.every((one) => one.y < line.y - 1 || one.size < size - 0.4),
  );
  if (!first) return body;
  const notes = foot.filter(({ y }) => y > first.y - 1);
  const numbers = new Set(notes.flatMap(({ text }) => mark.exec(text)?.[1] ?? []));
  return { body: lines.filter((line) => !notes.includes(line)), notes, numbers };
}

/** The line that parts notes from text is about two inches long. */
const isAbove = ({ upright, at, from, to }: Rule, line: Line, page: PdfPage): boolean =>
  !upright &&
  at < line.y &&
  at > line.y - 2.5 * line.size &&
  to - from > 60 &&
  to - from < 0.45 * page.width &&
  from < line.x + 40;

function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(2 * size) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Each note a paragraph whose marker is its number, as Word's notes are. */
export function noteParagraphs(notes: readonly Line[]): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  for (const line of notes) {
    const number = mark.exec(line.text);
    const open = paragraphs.at(-1);
    if (open && !number) open.lines.push(line);
    else {
      const text = line.text.slice(number?.[0].length ?? 0);
      paragraphs.push({ kind: 'paragraph', lines: [{ ...line, text }], ...(number && { marker: `[${number[1]}]` }) });
    }
  }
  return paragraphs;
}

/** Marks of the page's notes are left out of its text: they would glue digits to words. */
export const withoutMarks = (line: Line, numbers: ReadonlySet<string>): Line =>
  numbers.size === 0
    ? line
    : { ...line, text: line.text.replace(/\s?\[(\d{1,2})\]/g, (whole, number) => (numbers.has(number) ? '' : whole)) };
