import { apply, type Matrix } from './matrix.ts';
import type { Rule } from './page.ts';

/** Thicker bars are shading, shorter strokes are parts of letters or dashes of an underline. */
const maxThickness = 3;
const minLength = 4;

/** Numbers that follow each kind of step in a path as pdf.js packs it. */
const stepSizes = [2, 2, 6, 4, 0];

/** The level and upright lines of a path: stroked lines and frames, and bars that are filled. */
export function rulesOf(packed: unknown, ctm: Matrix, isStroked: boolean): Rule[] {
  const rules: Rule[] = [];
  for (const points of strandsIn(packed, ctm)) {
    const bar = barOf(points);
    if (bar) rules.push(bar);
    else if (isStroked)
      for (let at = 1; at < points.length; at++) {
        const side = barOf(points.slice(at - 1, at + 1));
        if (side) rules.push(side);
      }
  }
  return rules;
}

export type Point = [number, number];

export const pointsOf = (packed: unknown, ctm: Matrix): Point[] => strandsIn(packed, ctm).flat();

export function boxOf(points: readonly Point[]): { left: number; right: number; top: number; bottom: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}

const strandsIn = (packed: unknown, ctm: Matrix): Point[][] =>
  packed instanceof Float32Array || Array.isArray(packed) ? strandsOf(Array.from(packed, Number), ctm) : [];

/** Connected stretches of a path; curves are taken as the straight way to their end. */
function strandsOf(packed: number[], ctm: Matrix): Point[][] {
  const strands: Point[][] = [];
  for (let at = 0; at < packed.length; ) {
    const step = packed[at] ?? 4;
    const size = stepSizes[step] ?? 0;
    const strand = strands.at(-1);
    const point = apply(ctm, packed[at + size - 1] ?? 0, packed[at + size] ?? 0);
    if (step === 0 || !strand) strands.push(size > 0 ? [point] : []);
    else if (size > 0) strand.push(point);
    else if (strand[0]) strand.push(strand[0]);
    at += size + 1;
  }
  return strands;
}

function barOf(points: Point[]): Rule | undefined {
  if (points.length < 2) return undefined;
  const { left, right, top, bottom } = boxOf(points);
  if (bottom - top <= maxThickness && right - left >= minLength)
    return { upright: false, at: (top + bottom) / 2, from: left, to: right };
  if (right - left <= maxThickness && bottom - top >= minLength)
    return { upright: true, at: (left + right) / 2, from: top, to: bottom };
  return undefined;
}
