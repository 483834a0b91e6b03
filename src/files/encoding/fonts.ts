import { decodeEncoding, shareOfSyllables } from './encoding.ts';
import type { Encoding } from './tables.ts';

/** A font whose glyphs stand at the codes of an old Vietnamese encoding. */
export type OldFont = { encoding: Encoding; capitals: boolean };

/** ".VnTime", ".VnTimeH" (which draws small letters as capitals), "VNI-Times"; undefined for any other font. */
export function oldFont(name: string | undefined): OldFont | undefined {
  const font = name?.trim().replace(/^["']+|["']+$/g, '') ?? '';
  if (/^\.vn/i.test(font)) return { encoding: 'tcvn3', capitals: font.endsWith('H') };
  return /^vni[- ]/i.test(font) ? { encoding: 'vni', capitals: false } : undefined;
}

/** Letters that no old font has a code for: a text with one is Unicode, whatever its font says. */
const unicodeOnly =
  /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u1ea0-\u1ef9]|\p{Mn}/u;

export const isUnicodeText = (text: string): boolean => unicodeOnly.test(text);

/** Before the second half of "ươ" some programs write the hyphen for TCVN3's ư, which is the soft hyphen's code. */
const hyphenForU = /(?<=[a-zA-Z®§])-(?=[¬êëìíî])/g;

/**
 * A run's text as its font shows it. VNI marks that a run begins with combine with the letter before it.
 * @param isUnicode true where most of the document is Unicode although its fonts are old: only what is no Vietnamese as it
 * stands is taken for the old encoding
 */
export function textOfFont(text: string, font: OldFont, isUnicode = false): string {
  const shown = font.capitals ? (one: string): string => one.toUpperCase() : (one: string): string => one;
  if (isUnicodeText(text)) return shown(text);
  const raw = font.encoding === 'tcvn3' ? text.replace(hyphenForU, '\u00ad') : text;
  const decoded = decodeEncoding(raw, font.encoding).text;
  return shown(isUnicode && shareOfSyllables(text) >= shareOfSyllables(decoded) ? text : decoded);
}
