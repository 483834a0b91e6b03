import type { Letter, LineDoubt } from './page.ts';

/** Words that were recognised with less certainty may be misread. */
const certain = 0.9;

/** Where a line's doubtful words stand in its text. */
export function doubtsIn(letters: readonly Letter[], text: string): LineDoubt[] {
  let from = 0;
  return letters.flatMap((letter): LineDoubt[] => {
    const at = letter.confidence === undefined ? -1 : text.indexOf(letter.text, from);
    if (at === -1) return [];
    from = at + letter.text.length;
    const { confidence = 1 } = letter;
    return confidence < certain ? [{ from: at, to: from, confidence }] : [];
  });
}
