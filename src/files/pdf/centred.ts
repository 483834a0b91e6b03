import type { Region } from './drafts.ts';
import { isCapital, kinds, marker } from './marks.ts';
import type { Line } from './page.ts';

/** Which lines stand in the middle. Of a title's lines the widest fills the page: it goes with the one beside it. */
export function centredOf(lines: readonly Line[], region: Region): boolean[] {
  const centred = lines.map((line) => isCentred(line, region));
  const take = (number: number, other: number): void => {
    const [line, beside] = [lines[number], lines[other]];
    if (line && beside && centred[other] && !centred[number] && goesWith(line, beside, region)) centred[number] = true;
  };
  for (let number = 1; number < lines.length; number++) take(number, number - 1);
  for (let number = lines.length - 2; number >= 0; number--) take(number, number + 1);
  return centred;
}

export function isCentred({ x, right, bold, text }: Line, region: Region): boolean {
  const [before, after] = [x - region.left, region.right - right];
  if (marker.test(text) || (!bold && /[.;:,]$/.test(text))) return false;
  if (bold && before > 2.5 && after > 2.5 && Math.abs(before - after) < 5) return true;
  return before > 26 && after > 12 && Math.abs(before - after) < Math.max(8, 0.08 * (region.right - region.left));
}

/** A line of the same look, as far from one edge as from the other, right below or above. */
function goesWith(line: Line, beside: Line, { left, right }: Region): boolean {
  const isEven = Math.abs(line.x - left - (right - line.right)) < 8;
  const isAlike =
    line.bold === beside.bold &&
    line.italic === beside.italic &&
    (line.bold || line.italic) &&
    isCapital(line.text) === isCapital(beside.text) &&
    Math.abs(line.size - beside.size) <= 1;
  return isEven && isAlike && Math.abs(line.y - beside.y) < 2 * line.size && !marker.test(line.text);
}

/** The kind of a document, or a line in the middle of the page: no part of what stands side by side above it. */
export const standsAlone = (line: Line, region: Region): boolean =>
  kinds.test(line.text) || Math.abs(line.x + line.right - region.left - region.right) < 10;
