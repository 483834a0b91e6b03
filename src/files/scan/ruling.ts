import type { Rule } from '../pdf/page.ts';
import { type Grey, type Ink, transposed } from './grey.ts';

/** In inches: shorter strokes are parts of letters, thicker ones are bars or shading. */
const leastLevel = 0.25;
const leastUpright = 0.18;
const thickest = 0.045;

/** A straight stroke as the runs of ink that make it up, each on its row. */
type Run = { row: number; from: number; to: number };
type Stroke = { runs: Run[]; from: number; to: number; top: number; bottom: number };

/** Ruling lines of a page, in dots, and the picture without them, so that they are not read as letters. */
export function withoutRules(grey: Grey, ink: Ink, dpi: number): { rules: Rule[]; grey: Grey } {
  const level = strokesOf(ink, leastLevel * dpi, thickest * dpi);
  const onSide = transposed(ink);
  const upright = strokesOf(onSide, leastUpright * dpi, thickest * dpi);
  const dots = Uint8Array.from(grey.dots);
  const paper = 255;
  erase(ink, level, (x, y) => {
    dots[y * grey.width + x] = paper;
  });
  erase(onSide, upright, (x, y) => {
    dots[x * grey.width + y] = paper;
  });
  const ruleOf =
    (isUpright: boolean) =>
    ({ from, to, runs }: Stroke): Rule => ({ upright: isUpright, at: middleOf(runs), from, to });
  return { rules: [...level.map(ruleOf(false)), ...upright.map(ruleOf(true))], grey: { ...grey, dots } };
}

/** Of all the stroke's dots. */
function middleOf(runs: readonly Run[]): number {
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  return runs.reduce((sum, { row, from, to }) => sum + (row + 0.5) * (to - from), 0) / length;
}

/** Long runs of ink that touch from row to row. */
function strokesOf(ink: Ink, least: number, thick: number): Stroke[] {
  const done: Stroke[] = [];
  let open: Stroke[] = [];
  for (let row = 0; row < ink.height; row++) {
    const next: Stroke[] = [];
    for (const run of runsOf(ink, row, least)) {
      const own = [...new Set([...next, ...open])].filter(({ runs }) =>
        runs.some((one) => one.row >= row - 1 && one.from <= run.to && run.from <= one.to),
      );
      const stroke = merged(own, run);
      open = open.filter((one) => !own.includes(one));
      for (const one of own) if (next.includes(one)) next.splice(next.indexOf(one), 1);
      next.push(stroke);
    }
    done.push(...open.filter((one) => !next.includes(one)));
    open = next;
  }
  return [...done, ...open].filter((stroke) => isThin(stroke, thick));
}

function merged(strokes: readonly Stroke[], run: Run): Stroke {
  return {
    runs: [...strokes.flatMap(({ runs }) => runs), run],
    from: Math.min(run.from, ...strokes.map(({ from }) => from)),
    to: Math.max(run.to, ...strokes.map(({ to }) => to)),
    top: Math.min(run.row, ...strokes.map(({ top }) => top)),
    bottom: run.row + 1,
  };
}

/** The mean thickness, for a line that is a little askew spreads over more rows than it is thick. */
function isThin({ runs, from, to, top, bottom }: Stroke, thick: number): boolean {
  const area = runs.reduce((sum, one) => sum + one.to - one.from, 0);
  return area / (to - from) <= thick && bottom - top <= Math.max(thick, (to - from) / 40);
}

/** Runs of ink on a row; a single dot of paper does not end one. */
function runsOf({ width, dots }: Ink, row: number, least: number): Run[] {
  const runs: Run[] = [];
  const start = row * width;
  let from = -1;
  let gap = 0;
  for (let x = 0; x <= width; x++) {
    const isInk = x < width && dots[start + x] === 1;
    if (isInk) {
      if (from < 0) from = x;
      gap = 0;
    } else if (from >= 0 && (++gap > 1 || x >= width)) {
      const to = x - gap + 1;
      if (to - from >= least) runs.push({ row, from, to });
      from = -1;
      gap = 0;
    }
  }
  return runs;
}

/** Takes a stroke's dots and its frayed edges away, but not where a letter stands on it or goes through it. */
function erase(ink: Ink, strokes: readonly Stroke[], paint: (x: number, y: number) => void): void {
  for (const { runs, from, to, top, bottom } of strokes) {
    const rows = Map.groupBy(runs, ({ row }) => row);
    const usual = Math.max(2, runs.reduce((sum, one) => sum + one.to - one.from, 0) / (to - from));
    for (let x = from; x < to; x++) {
      const own: number[] = [];
      for (let row = top; row < bottom; row++)
        if (rows.get(row)?.some((run) => run.from <= x && x < run.to)) own.push(row);
      const first = own[0];
      if (first === undefined) continue;
      const [above, below] = edgesAt(ink, x, first, own.at(-1) ?? first);
      if (below - above > 2.5 * usual + 3) continue;
      for (let y = Math.max(0, above - 1); y <= Math.min(ink.height - 1, below + 1); y++) paint(x, y);
    }
  }
}

/** First and last dot of the ink that a column has in one piece with the stroke. */
function edgesAt({ width, height, dots }: Ink, x: number, first: number, last: number): [number, number] {
  let [above, below] = [first, last];
  while (above > 0 && dots[(above - 1) * width + x] === 1) above -= 1;
  while (below < height - 1 && dots[(below + 1) * width + x] === 1) below += 1;
  return [above, below];
}
