import type { Letter } from './page.ts';

/** Boxes that something other than white was painted into, latest last. */
export type Painted = { left: number; right: number; top: number; bottom: number };

/** How text is drawn: its colour as pdf.js writes it, and the way of PDF 32000-1, 9.3.6 (3 and 7 leave no mark). */
export type Ink = { colour: string; mode: number };

export const black: Ink = { colour: '#000000', mode: 0 };

/** Of so many boxes painted last one may lie under a white letter; a page has few white letters and many boxes. */
const lookedAt = 400;

/** Letters nobody sees: drawn in no colour, or white on white (marks for a program that signs: "[daky]"). */
export function isHidden({ colour, mode }: Ink, letter: Letter, painted: readonly Painted[]): boolean {
  if (mode === 3 || mode === 7) return true;
  if (!isWhite(colour)) return false;
  const [x, y] = [letter.x + letter.width / 2, letter.y - 0.3 * letter.size];
  return !painted
    .slice(-lookedAt)
    .some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}

export const isWhite = (colour: string): boolean => /^#f[b-f]f[b-f]f[b-f]$/i.test(colour);

/** A page that has more hidden text than shown is a picture with its text behind it, which a scanner recognised. */
export const lettersBehind = (shown: readonly Letter[], hidden: Letter[]): Letter[] | undefined =>
  hidden.length > shown.length ? hidden : undefined;
