import { describe, expect, it } from 'vitest';
import type { Shape } from './boxes.ts';
import { nearestSpot, spotsInText, spotsOnPages } from './spots.ts';

const shape = (id: string, page: number, ...ys: number[]): Shape => ({
  id,
  kind: 'task',
  boxes: ys.map((y) => ({ page, x: 0, y, width: 50, height: 10, slope: 0 })),
  words: '',
  noted: false,
  open: true,
});

describe('The map at the edge', () => {
  it('shows a text by its letters', () => {
    const spots = spotsInText([{ id: 'a', kind: 'task', span: { start: 50, end: 75 } }], 100);
    expect(spots).toEqual([{ id: 'a', kind: 'task', from: 0.5, to: 0.75 }]);
  });

  it('shows pages by the room they take, a landscape page less', () => {
    const pages = [
      { width: 100, height: 150 },
      { width: 100, height: 50 },
    ];
    const spots = spotsOnPages([[shape('a', 0, 0, 90)], [shape('b', 1, 25)]], pages);
    expect(spots.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.5],
      [0.875, 0.925],
    ]);
  });

  it('finds the spot nearest to a place', () => {
    const spots = spotsOnPages([[shape('a', 0, 0), shape('b', 0, 50)]], [{ width: 100, height: 100 }]);
    expect(nearestSpot(spots, 0.12)?.id).toBe('a');
    expect(nearestSpot(spots, 0.45)?.id).toBe('b');
    expect(nearestSpot([], 0.5)).toBeUndefined();
  });
});
