import type { Components } from './components.ts';
import type { Grey } from './grey.ts';
import type { TextLine } from './lines.ts';

/** A line and where its copy stands in the montage. */
export type Copy = { line: TextLine; left: number; top: number; bottom: number };
export type Montage = { grey: Grey; copies: Copy[] };

/**
 * Copies the lines below one another into one picture, with much paper between them: the recognition then meets a single
 * column and neither reads across cells nor guesses which mark belongs to which line.
 */
export function montageOf(grey: Grey, components: Components, lines: readonly TextLine[], dpi: number): Montage {
  const space = Math.round(dpi / 10);
  const width = Math.max(...lines.map(({ box }) => box.right - box.left)) + 2 * space;
  let top = space;
  const copies = lines.map((line): Copy => {
    const copy = { line, left: space, top, bottom: top + Math.ceil(line.box.bottom - line.box.top) };
    top = copy.bottom + Math.round(Math.max(space, 0.6 * line.size));
    return copy;
  });
  const dots = new Uint8Array(width * top).fill(255);
  for (const copy of copies) paint(grey, components, copy, { dots, width });
  return { grey: { width, height: top, dots }, copies };
}

/** Only what belongs to the line: its own ink and the paler dots at its edge. */
function paint(
  grey: Grey,
  { labels }: Components,
  { line, left, top }: Copy,
  target: { dots: Uint8Array; width: number },
): void {
  const own = new Set(line.components.map(({ label }) => label));
  const { box } = line;
  const first = Math.ceil(box.top);
  const { width } = grey;
  for (let y = first; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const at = y * width + x;
      const tone = grey.dots[at] ?? 255;
      if (tone > 250) continue;
      const label = labels[at] ?? 0;
      const isOwn = label > 0 ? own.has(label) : isBeside(labels, at, width, own);
      if (isOwn) target.dots[(top + y - first) * target.width + left + x - box.left] = tone;
    }
  }
}

const isBeside = (labels: Int32Array, at: number, width: number, own: ReadonlySet<number>): boolean =>
  own.has(labels[at - 1] ?? 0) ||
  own.has(labels[at + 1] ?? 0) ||
  own.has(labels[at - width] ?? 0) ||
  own.has(labels[at + width] ?? 0);
