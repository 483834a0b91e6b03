import type { Region } from './drafts.ts';
import type { Grid } from './grid.ts';
import type { Line, PdfPage } from './page.ts';

/** Below this number of lines a page says too little of its own margins. */
const enough = 12;

/**
 * The stretch that the text of each page fills. Margins may change from page to page (left and right pages, a wide
 * appendix); a page with few lines has those of the pages of its width.
 */
export function regionsOf(
  pages: readonly PdfPage[],
  lines: readonly Line[][],
  grids: readonly (readonly Grid[])[],
): Region[] {
  const widthOf = (number: number): number => Math.round(pages[number]?.width ?? 0);
  const byWidth = Map.groupBy(lines.flat(), (line) => widthOf(line.page));
  const tables = Map.groupBy([...grids.entries()], ([number]) => widthOf(number));
  const gridsOf = (width: number): Grid[] => (tables.get(width) ?? []).flatMap(([, own]) => own);
  const wide = new Map([...byWidth].map(([width, own]) => [width, regionOf(own, gridsOf(width), width)]));
  return pages.map((page, number) => {
    const own = lines[number] ?? [];
    const whole = wide.get(widthOf(number)) ?? { left: 0, right: page.width, isCell: false, indents: [] };
    if (own.length < enough) return whole;
    const region = regionOf(own, grids[number] ?? [], page.width);
    return { ...region, indents: region.indents.length > 0 ? region.indents : whole.indents };
  });
}

export function regionOf(lines: readonly Line[], grids: readonly Grid[], width: number): Region {
  const left = Math.min(...edges(lines.map(({ x }) => x)));
  const rights = lines.map((line) => line.right);
  // A table over the whole width shows the edge, too; its lines stand a little outside.
  const framed = grids.filter(({ xs }) => Math.abs((xs[0] ?? 0) - left) < 12).map(({ xs }) => (xs.at(-1) ?? 0) - 6);
  const right = Math.max(...edges(rights), ...mostRight(rights), ...framed);
  const region = { left, right: Math.min(right, width), isCell: false };
  return { ...region, indents: indentsOf(lines, region) };
}

/** Places where many lines begin or end; all places where none do. */
function edges(places: readonly number[]): number[] {
  const counts = Map.groupBy(places, (place) => Math.round(place / 3));
  const least = Math.max(2, 0.12 * places.length);
  const usual = [...counts.values()].filter((own) => own.length >= least).map((own) => own[0] ?? 0);
  return usual.length > 0 ? usual : [...places];
}

/** Text that is not justified ends anywhere: then few lines go over its edge. */
function mostRight(rights: readonly number[]): number[] {
  const sorted = [...rights].sort((a, b) => a - b);
  return sorted.slice(Math.floor(0.9 * sorted.length), Math.floor(0.9 * sorted.length) + 1);
}

/**
 * Where first lines of paragraphs begin: lines at such a place are, more often than not, followed by one at the edge.
 * Without it, two lines below one another at one place may be one paragraph that stands in as a whole.
 */
function indentsOf(lines: readonly Line[], { left }: { left: number }): number[] {
  const counts = new Map<number, { at: number; back: number; all: number }>();
  for (const [number, line] of lines.entries()) {
    const next = lines[number + 1];
    if (!next || next.page !== line.page || line.x <= left + 8 || line.x > left + 90) continue;
    const place = Math.round(line.x / 2);
    const count = counts.get(place) ?? { at: line.x, back: 0, all: 0 };
    if (next.x <= left + 4) count.back += 1;
    count.all += 1;
    counts.set(place, count);
  }
  return [...counts.values()].filter(({ back, all }) => back >= 2 && back >= 0.4 * all).map(({ at }) => at);
}
