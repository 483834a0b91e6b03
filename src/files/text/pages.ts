import type { TextLine } from './line.ts';

/** The running header of the official gazette, with the page's number before or behind it or on a line of its own. */
const gazette = /^\s*(?:\d{1,4}\s+)?CÔNG BÁO\s?\/\s?Số [^/]{1,40}\/\s?Ngày [\d/.-]{6,10}\s*(?:\s\d{1,4}\s*)?$/u;
const pageNumber = /^\s*\d{1,4}\s*$/;

/** The stamp of the electronic signature, that a text taken out of a PDF shows at the end of its first page. */
const stampLine = /^\s*(?:Ký bởi|Người ký|Cơ quan|Email|Ngày ký|Thời gian ký)\s*:/u;
const stampEnd = /^\s*(?:Ngày ký|Thời gian ký)\s*:\s*[\d-]{8,10}[\sT]/u;

/**
 * The lines without what a printed page adds to them: running headers with their page numbers and the empty lines around
 * them, and the signature's stamp. The first line of a page is marked, for a paragraph or table row may go on in it.
 */
export function withoutPages(lines: TextLine[]): TextLine[] {
  const kept: TextLine[] = [];
  let top = false;
  let at = 0;
  while (at < lines.length) {
    const next = afterFurniture(lines, at);
    if (next > at) {
      while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
      at = next;
      while (at < lines.length && isBlank(lines[at])) at += 1;
      top ||= kept.length > 0;
      continue;
    }
    const line = lines[at];
    if (line) kept.push(top ? { ...line, top } : line);
    top = false;
    at += 1;
  }
  return kept;
}

const isBlank = (line: TextLine | undefined): boolean => line?.text.trim() === '';

/** The line after the header or stamp that stands at `at`; `at` itself where there is none. */
function afterFurniture(lines: TextLine[], at: number): number {
  const text = lines[at]?.text ?? '';
  if (gazette.test(text)) return at + (pageNumber.test(lines[at + 1]?.text ?? '') ? 2 : 1);
  let end = at;
  while (end < at + 6 && stampLine.test(lines[end]?.text ?? '')) end += 1;
  return end - at >= 2 && stampEnd.test(lines[end - 1]?.text ?? '') ? end : at;
}
