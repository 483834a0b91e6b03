import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/values/block.ts';
import { areaPath, type Box, barPath, boxesOf, linePath, shapesOf } from './boxes.ts';
import type { Mark, MarkKind } from './pieces.ts';

/** Lines of ten digits, so that each letter has a tenth of the line: 100 points wide, 10 high, 20 apart. */
const text = '0123456789\n0123456789\n0123456789\n';
const lines: Place[] = [0, 1, 2].map((line) => ({
  start: line * 11,
  end: line * 11 + 10,
  page: line === 2 ? 1 : 0,
  x: 50,
  y: 100 + line * 20,
  width: 100,
  height: 10,
}));

const pages = [0, 1].map(() => ({ width: 595, height: 842 }));

const boxes = (start: number, end: number, places = lines): Box[] => boxesOf({ start, end }, { text, places, pages });
const columns = (all: Box[]) => all.map(({ page, x, width }) => [page, Math.round(x), Math.round(width)]);

describe('The boxes of a span', () => {
  it('are its lines, and of a part of a line that part', () => {
    expect(columns(boxes(0, 10))).toEqual([[0, 50, 100]]);
    expect(columns(boxes(2, 5))).toEqual([[0, 70, 30]]);
    expect(columns(boxes(7, 15))).toEqual([
      [0, 120, 30],
      [0, 50, 40],
    ]);
  });

  it('hold the marks above and the tails below the letters', () => {
    const [box] = boxes(0, 10);
    expect(box?.y).toBeLessThan(100);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(110);
  });

  it('go on over the page, on which they do not grow towards what came before', () => {
    const all = boxes(11, 33);
    expect(columns(all)).toEqual([
      [0, 50, 100],
      [1, 50, 100],
    ]);
    expect(all[1]?.height).toBeCloseTo(boxes(22, 33)[0]?.height ?? 0);
  });

  it('of lines below each other meet without a gap and without lying over each other', () => {
    const [upper, lower] = boxes(0, 21);
    expect(upper && upper.y + upper.height).toBeCloseTo(lower?.y ?? 0);
  });

  it('of cells beside each other stay apart', () => {
    const cells = lines.map((line, at) => ({ ...line, page: 0, x: 50 + at * 150, y: 100 + at * 2 }));
    const [left, right] = boxes(0, 21, cells);
    expect(left?.height).toBeCloseTo(right?.height ?? 0);
  });

  it('follow the lines of a page that lies askew', () => {
    const askew = pages.map((page) => ({ ...page, slope: 0.05 }));
    const on = (start: number, end: number) => boxesOf({ start, end }, { text, places: lines, pages: askew });
    const [level] = boxes(0, 10);
    const [whole] = on(0, 10);
    expect((whole?.y ?? 0) + 50 * 0.05).toBeCloseTo(level?.y ?? 0);
    const [end] = on(8, 10);
    expect(end?.y).toBeCloseTo((whole?.y ?? 0) + 80 * 0.05);
    const [upper, lower] = on(8, 21);
    const under = (upper?.y ?? 0) + (upper?.height ?? 0) + ((lower?.x ?? 0) - (upper?.x ?? 0)) * 0.05;
    expect(under).toBeCloseTo(lower?.y ?? 0);
  });

  it('of narrow letters are narrow', () => {
    const words = 'illi WWWW';
    const places = [{ ...(lines[0] as Place), end: 9 }];
    const [box] = boxesOf({ start: 0, end: 4 }, { text: words, places, pages });
    expect(box?.width).toBeLessThan(35);
  });

  it('are none for white space, for what stands on no page, and for a file without places', () => {
    expect(boxes(10, 11)).toEqual([]);
    expect(boxes(33, 40)).toEqual([]);
    expect(boxes(0, 10, [])).toEqual([]);
  });

  it('lie inside the lines they are parts of, one for each line, whatever the span', () => {
    fc.assert(
      fc.property(fc.nat(33), fc.nat(33), (a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const all = boxesOf(span, { text, places: lines, pages });
        const blank = text.slice(span.start, span.end).trim() === '';
        const under = lines.filter((line) => line.start < span.end && span.start < line.end);
        expect(all.map(({ page }) => page)).toEqual(blank ? [] : under.map(({ page }) => page));
        for (const { x, width } of all) {
          expect(width).toBeGreaterThan(0);
          expect(x).toBeGreaterThanOrEqual(49.99);
          expect(x + width).toBeLessThanOrEqual(150.01);
        }
      }),
    );
  });
});

describe('What is drawn over the pages', () => {
  const mark = (id: string, kind: MarkKind, start: number, end: number): Mark => ({ id, kind, span: { start, end } });
  const shapes = (...marks: Mark[]) => shapesOf(marks, { text, places: lines, pages });

  it('is one shape for a finding on each page it stands on, with its value cell', () => {
    const [first, second] = shapes(mark('t1', 'target', 0, 3), mark('t1', 'target', 5, 8), mark('n1', 'task', 12, 30));
    expect(first?.map(({ id, boxes }) => [id, boxes.length])).toEqual([
      ['t1', 2],
      ['n1', 1],
    ]);
    expect(second?.map(({ id }) => id)).toEqual(['n1']);
  });

  it('has findings over references and notes, and a target over the task it stands in', () => {
    const [first] = shapes(
      mark('n1', 'task', 0, 20),
      mark('t1', 'target', 3, 8),
      mark('v1', 'reference', 3, 6),
      mark('l1', 'note', 5, 7),
    );
    expect(first?.map(({ id }) => id)).toEqual(['l1', 'v1', 'n1', 't1']);
  });

  it('leads to a note only where it is not the note on a finding, and never to a fact', () => {
    const [first] = shapes(
      mark('n1', 'task', 0, 10),
      mark('l1', 'note', 0, 10),
      mark('l2', 'note', 12, 15),
      mark('c-title', 'fact', 12, 20),
    );
    const open = Object.fromEntries(first?.map((shape) => [shape.id, shape.open]) ?? []);
    expect(open).toEqual({ n1: true, l1: false, l2: true, 'c-title': false });
    expect(first?.find(({ id }) => id === 'n1')?.noted).toBe(true);
  });

  it('is drawn as one path', () => {
    const box = { page: 0, x: 1, y: 2, width: 3.04, height: 4, slope: 0 };
    expect(areaPath([box, { ...box, y: 6, slope: 0.2 }])).toBe('M1 2l3 0v4l-3 0zM1 6l3 0.6v4l-3 -0.6z');
    expect(barPath([box])).toBe('M-2 2v4');
    expect(linePath([{ ...box, slope: -0.2 }])).toBe('M1 6l3 -0.6');
  });
});
