import { shareOfSyllables } from '../encoding/encoding.ts';
import { linesOf } from './lines.ts';
import type { PdfPage } from './page.ts';

/** The page with the text behind its picture as its own. */
export function withBehind({ behind, ...page }: PdfPage): PdfPage {
  return behind ? { ...page, letters: [...page.letters, ...behind] } : page;
}

/** More than this of a page is a picture where a scanner put its text behind it. */
const wholePicture = 0.5;

/** Of the words of Vietnamese prose about two in three have a mark. */
const leastMarked = 0.3;
const leastSyllables = 0.8;

/**
 * Scanners that know no Vietnamese put plain Latin letters behind their pictures ("CONG HOA XA HOI"): what is seen says
 * more than that.
 */
export function isMisrecognised({ behind, pictures }: PdfPage, number: number): boolean {
  if (!behind || pictures < wholePicture) return false;
  const text = linesOf(behind, number)
    .map((line) => line.text)
    .join('\n');
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const marked = words.filter((word) => /[^\0-\x7f]/.test(word));
  return marked.length < leastMarked * words.length || shareOfSyllables(text) < leastSyllables;
}
