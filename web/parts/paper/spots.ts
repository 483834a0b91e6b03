import type { Page } from '../../../src/values/block.ts';
import type { Shape } from './boxes.ts';
import type { Mark, MarkKind } from './pieces.ts';

/** Where a mark stands between the document's beginning (0) and its end (1). */
export type Spot = { id: string; kind: MarkKind; from: number; to: number };

export const spotsInText = (marks: readonly Mark[], length: number): Spot[] =>
  marks.map(({ id, kind, span }) => ({ id, kind, from: span.start / length, to: span.end / length }));

/** Pages are shown equally wide, so that each takes room by its proportions. */
export function spotsOnPages(shapes: readonly Shape[][], pages: readonly Page[]): Spot[] {
  const heights = pages.map(({ width, height }) => height / width);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  let above = 0;
  return pages.flatMap(({ height }, at) => {
    const start = above / whole;
    const share = (heights[at] ?? 0) / whole;
    above += heights[at] ?? 0;
    return (shapes[at] ?? []).map(({ id, kind, boxes }) => {
      const top = Math.min(...boxes.map(({ y }) => y));
      const bottom = Math.max(...boxes.map((box) => box.y + box.height));
      return { id, kind, from: start + (share * top) / height, to: start + (share * bottom) / height };
    });
  });
}

/** The one nearest to a place between 0 and 1. */
export function nearestSpot(spots: readonly Spot[], at: number): Spot | undefined {
  const distance = ({ from, to }: Spot) => Math.max(from - at, at - to, 0);
  let best: Spot | undefined;
  for (const spot of spots) if (!best || distance(spot) < distance(best)) best = spot;
  return best;
}
