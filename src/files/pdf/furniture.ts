import type { Line, PdfPage } from './page.ts';

/** Shares of the page's height in which running headers and footers stand. */
const headShare = 0.12;
const footShare = 0.9;

const running = [
  /^\d{0,4}\s*CÔNG BÁO\b[^.]{0,60}\/\s*Số/u,
  /^(?:Trang\s+)?[-–]?\s*\d{1,4}(?:\s*\/\s*\d{1,4})?\s*[-–]?$/iu,
  // What browsers print around a page.
  /^(?:https?:\/\/|file:\/\/)\S+(?:\s+\d+\/\d+)?$/u,
  /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s.*)?$/iu,
  /^(?:Ký bởi|Người ký|Cơ quan|Ngày ký|Thời gian ký|Email)\s*:/u,
];

/**
 * The lines of each page without running headers, footers and page numbers: what looks like one, and what stands in the
 * same place on many pages, whatever its figures.
 */
export function withoutFurniture(pages: readonly PdfPage[], lines: readonly Line[][]): Line[][] {
  const isEdge = (line: Line): boolean => {
    const height = pages[line.page]?.height ?? 0;
    return line.y < headShare * height || line.y > footShare * height;
  };
  const seen = new Map<string, Set<number>>();
  for (const line of lines.flat().filter(isEdge)) {
    const key = keyOf(line);
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
  }
  const least = Math.max(3, 0.4 * pages.length);
  return lines.map((page) => {
    const edges = page.filter(isEdge);
    const isRunning = (line: Line): boolean =>
      running.some((pattern) => pattern.test(line.text)) || (seen.get(keyOf(line))?.size ?? 0) >= least;
    const outer = new Set(edges.filter(isRunning));
    return page.filter((line) => !outer.has(line));
  });
}

const keyOf = ({ text, y }: Line): string => `${text.replace(/\d+/g, '#')}@${Math.round(y / 6)}`;
