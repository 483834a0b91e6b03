import type { Page, Place } from '../../../src/values/block.ts';
import type { Span } from '../../../src/values/span.ts';
import type { Mark, MarkKind } from './pieces.ts';

/** A piece of a page, in points from its upper left corner; its upper edge falls by `slope` for each point to the right. */
export type Box = { page: number; x: number; y: number; width: number; height: number; slope: number };

/** How a finding is drawn on one page: all its boxes there are one thing. */
export type Shape = {
  id: string;
  kind: MarkKind;
  boxes: Box[];
  /** The words under it. */
  words: string;
  /** There is a note on the same words. */
  noted: boolean;
  /** Reached by pointer and keyboard; a fact and a note on a finding are shown only when chosen in the list. */
  open: boolean;
};

/** Marks of Vietnamese letters stand above the line's measure, tails below it. */
const above = 0.14;
const below = 0.16;

/** The part of a line's box under a stretch of its words. */
function boxOf(place: Place, { start, end }: Span, text: string, slope: number): Box {
  const from = Math.max(start, place.start);
  const to = Math.min(end, place.end);
  const whole = breadth(text, place.start, place.end) || 1;
  const left = breadth(text, place.start, from) / whole;
  const right = breadth(text, place.start, to) / whole;
  return {
    page: place.page,
    x: place.x + left * place.width,
    // A place stands at the height of its line's middle.
    y: place.y - above * place.height + (left - 0.5) * place.width * slope,
    width: (right - left) * place.width,
    height: place.height * (1 + above + below),
    slope,
  };
}

/** Roughly how wide words are in a serif face, a digit being 1: the line's own font is not known here. */
function breadth(text: string, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += breadthOf(text.charAt(at));
  return sum;
}

function breadthOf(char: string): number {
  if (/\p{M}/u.test(char)) return 0;
  if (/[\s.,;:'’!|()[\]/ijlftrI-]/u.test(char)) return 0.6;
  if (/[mMwW%@—…]/u.test(char)) return 1.6;
  return /\p{Lu}/u.test(char) ? 1.35 : 1;
}

/** White space at the ends of a span is no reason for a box on another line. */
function trimmed({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/** Index of the first place that ends behind an offset; places stand in the order of the text. */
function firstPlace(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a document's pages are known by. */
export type Shown = { text: string; places: readonly Place[]; pages: readonly Page[] };

/** Where a span stands on the pages: a box for each line, those of lines below each other grown together. */
export function boxesOf(span: Span, { text, places, pages }: Shown): Box[] {
  const { start, end } = trimmed(span, text);
  if (start >= end) return [];
  const boxes: Box[] = [];
  for (let at = firstPlace(places, start); at < places.length; at++) {
    const place = places[at];
    if (!place || place.start >= end) break;
    const box = boxOf(place, { start, end }, text, pages[place.page]?.slope ?? 0);
    const before = boxes.at(-1);
    if (before) meet(before, box);
    boxes.push(box);
  }
  return boxes;
}

/** Closes the gap between two lines of one paragraph, so that they read as one. */
function meet(upper: Box, lower: Box): void {
  // As far down as the upper one is where the lower one begins.
  const top = lower.y - (lower.x - upper.x) * upper.slope;
  const gap = top - (upper.y + upper.height);
  const beside = Math.min(upper.x + upper.width, lower.x + lower.width) <= Math.max(upper.x, lower.x);
  if (upper.page !== lower.page || beside || top <= upper.y || gap > upper.height) return;
  upper.height += gap / 2;
  lower.height += gap / 2;
  lower.y -= gap / 2;
}

/** What lies under the others comes first: a finding is clicked on before the references and notes in it. */
const layers: Record<MarkKind, number> = { fact: 0, note: 1, reference: 2, figure: 2, task: 3, target: 3 };

/**
 * Everything that is drawn over the pages, page by page. Marks come by place, the wider first where two begin together,
 * so that a target inside a task lies over it.
 */
export function shapesOf(marks: readonly Mark[], shown: Shown): Shape[][] {
  const found = marks.filter(({ kind }) => kind === 'target' || kind === 'task');
  const notes = marks.filter(({ kind }) => kind === 'note');
  const same = (a: Mark, b: Mark): boolean => a.span.start === b.span.start && a.span.end === b.span.end;
  const byPage = shown.pages.map(() => new Map<string, Shape>());
  for (const mark of marks.toSorted((a, b) => layers[a.kind] - layers[b.kind])) {
    const noted = layers[mark.kind] === 3 && notes.some((note) => same(note, mark));
    const open = mark.kind !== 'fact' && !(mark.kind === 'note' && found.some((one) => same(one, mark)));
    const words = shown.text.slice(mark.span.start, mark.span.end).replace(/\s+/g, ' ').trim();
    for (const box of boxesOf(mark.span, shown)) {
      const shapes = byPage[box.page];
      const shape = shapes?.get(mark.id);
      if (shape) shape.boxes.push(box);
      else shapes?.set(mark.id, { id: mark.id, kind: mark.kind, boxes: [box], words, noted, open });
    }
  }
  return byPage.map((shapes) => [...shapes.values()]);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The boxes as one path, which is filled as one however they overlap. */
export const areaPath = (boxes: readonly Box[]): string =>
  boxes
    .map(({ x, y, width, height, slope }) => {
      const [across, fall] = [round(width), round(width * slope)];
      return `M${round(x)} ${round(y)}l${across} ${fall}v${round(height)}l${-across} ${-fall}z`;
    })
    .join('');

/** A line under the words of each box. */
export const linePath = (boxes: readonly Box[]): string =>
  boxes
    .map(
      ({ x, y, width, height, slope }) => `M${round(x)} ${round(y + height)}l${round(width)} ${round(width * slope)}`,
    )
    .join('');

/** A bar before each box. */
export const barPath = (boxes: readonly Box[]): string =>
  boxes.map(({ x, y, height }) => `M${round(x - 3)} ${round(y)}v${round(height)}`).join('');
