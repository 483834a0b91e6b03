/** A picture as dots of grey from its upper left corner on, line by line: 0 is black, 255 white. */
export type Grey = { width: number; height: number; dots: Uint8Array };

/** Which dots of a picture are ink: 1, else 0. */
export type Ink = { width: number; height: number; dots: Uint8Array };

/** Darker than its surroundings by this share is ink: a shadow of the fold or grey paper is none. */
const inkShare = 0.82;

/**
 * Told from the mean of a window around each dot (Bradley's threshold), which uneven light and yellowed paper do not
 * mislead. @param reach half a window, in dots: some letters wide
 */
export function inkOf({ width, height, dots }: Grey, reach: number): Ink {
  const sums = sumsOf(dots, width, height);
  const ink = new Uint8Array(width * height);
  const row = width + 1;
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach) * row;
    const bottom = Math.min(height, y + reach + 1) * row;
    const tall = (bottom - top) / row;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum =
        (sums[bottom + right] ?? 0) - (sums[bottom + left] ?? 0) - (sums[top + right] ?? 0) + (sums[top + left] ?? 0);
      const at = y * width + x;
      if ((dots[at] ?? 255) * (right - left) * tall < sum * inkShare) ink[at] = 1;
    }
  }
  return { width, height, dots: ink };
}

/** Sum of all dots above and left of each place. */
function sumsOf(dots: Uint8Array, width: number, height: number): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let line = 0;
    const [above, own] = [y * (width + 1), (y + 1) * (width + 1)];
    for (let x = 0; x < width; x++) {
      line += dots[y * width + x] ?? 0;
      sums[own + x + 1] = (sums[above + x + 1] ?? 0) + line;
    }
  }
  return sums;
}

/** Takes away dots of ink that stand alone or in twos: dust. The smallest dots over letters are larger. */
export function withoutSpecks(grey: Grey, ink: Ink): { grey: Grey; ink: Ink } {
  const { width, height } = ink;
  const clean = Uint8Array.from(ink.dots);
  const dots = Uint8Array.from(grey.dots);
  for (let at = 2 * width + 2; at < width * (height - 2) - 2; at++) {
    if (ink.dots[at] !== 1) continue;
    let around = 0;
    for (let row = at - 2 * width - 2; row <= at + 2 * width - 2; row += width)
      for (let one = row; one < row + 5; one++) around += ink.dots[one] ?? 0;
    if (around > 2) continue;
    clean[at] = 0;
    dots[at] = 255;
  }
  return { grey: { width, height, dots }, ink: { width, height, dots: clean } };
}

/** Rows become columns. */
export function transposed({ width, height, dots }: Ink): Ink {
  const other = new Uint8Array(dots.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) other[x * height + y] = dots[y * width + x] ?? 0;
  return { width: height, height: width, dots: other };
}

/** The plainest file of a picture (PGM), which needs no packing. */
export function fileOf({ width, height, dots }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), dots]);
}
