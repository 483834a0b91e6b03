import type { Grey } from './grey.ts';
import type { Box } from './regions.ts';

/** A region and where its copy stands in the montage. */
export type Copy = { box: Box; left: number; top: number };
export type Montage = { grey: Grey; copies: Copy[] };

/**
 * Copies the regions below one another into one picture, with paper between them: the recognition then meets a single
 * column and neither reads across cells nor guesses what belongs together.
 */
export function montageOf(grey: Grey, regions: readonly Box[], dpi: number): Montage {
  const space = Math.round(dpi / 10);
  const width = Math.max(...regions.map(({ left, right }) => right - left)) + 2 * space;
  let top = space;
  const copies = regions.map((box): Copy => {
    const copy = { box, left: space, top };
    top += box.bottom - box.top + space;
    return copy;
  });
  const dots = new Uint8Array(width * top).fill(255);
  for (const { box, left, top: at } of copies)
    for (let y = box.top; y < box.bottom; y++)
      dots.set(
        grey.dots.subarray(y * grey.width + box.left, y * grey.width + box.right),
        (at + y - box.top) * width + left,
      );
  return { grey: { width, height: top, dots }, copies };
}
