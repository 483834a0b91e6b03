import type { Ink } from './grey.ts';
import type { Box } from './regions.ts';

/** Dots of ink that hang together: a letter, a mark over one, or several letters that touch. */
export type Component = Box & { label: number };

/** For each dot the number of its component, 0 for paper; `components` are found by their number. */
export type Components = { labels: Int32Array; components: Component[] };

type Run = { from: number; to: number; set: number };

/** All components of a picture, found row by row from the runs of ink that touch. */
export function componentsOf({ width, height, dots }: Ink): Components {
  const parents: number[] = [0];
  const rootOf = (set: number): number => {
    let root = set;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[set] = root;
    return root;
  };
  const rows: Run[][] = [];
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const runs = runsOf(dots, y * width, width);
    let first = 0;
    for (const run of runs) {
      while ((above[first]?.to ?? Number.POSITIVE_INFINITY) < run.from) first += 1;
      for (let at = first; (above[at]?.from ?? Number.POSITIVE_INFINITY) <= run.to; at++) {
        const set = rootOf(above[at]?.set ?? 0);
        if (run.set === 0) run.set = set;
        else parents[Math.max(set, rootOf(run.set))] = Math.min(set, rootOf(run.set));
      }
      if (run.set === 0) {
        run.set = parents.length;
        parents.push(run.set);
      }
    }
    rows.push(runs);
    above = runs;
  }
  return labelled(rows, rootOf, width, height);
}

/** `to` is the first dot behind the run. */
function runsOf(dots: Uint8Array, start: number, width: number): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < width; x++) {
    if (dots[start + x] !== 1) continue;
    const from = x;
    while (x < width && dots[start + x] === 1) x += 1;
    runs.push({ from, to: x, set: 0 });
  }
  return runs;
}

function labelled(rows: readonly Run[][], rootOf: (set: number) => number, width: number, height: number): Components {
  const labels = new Int32Array(width * height);
  const components: Component[] = [];
  const numbers = new Map<number, number>();
  for (const [y, runs] of rows.entries()) {
    for (const { from, to, set } of runs) {
      const root = rootOf(set);
      let number = numbers.get(root);
      if (number === undefined) {
        number = components.length + 1;
        numbers.set(root, number);
        components.push({ label: number, left: from, right: to, top: y, bottom: y + 1 });
      }
      const component = components[number - 1];
      if (component) {
        component.left = Math.min(component.left, from);
        component.right = Math.max(component.right, to);
        component.bottom = y + 1;
      }
      labels.fill(number, y * width + from, y * width + to);
    }
  }
  return { labels, components };
}
