import { oldFont, textOfFont } from '../encoding/fonts.ts';

/** Characters of the symbol fonts, which files keep at U+F000 + code or at the code itself, as ordinary Unicode. */

/** Code 0x20 to 0x7e of Adobe's Symbol font, then 0xa1 to 0xfe. */
const symbolLow = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const symbolHigh = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪€〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

const wingdings: ReadonlyMap<number, string> = new Map([
  [0x21, '✏'],
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x6c, '●'],
  [0x6d, '❍'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x74, '⧫'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '⬥'],
  [0x78, '☒'],
  [0x81, '①'],
  [0x82, '②'],
  [0x83, '③'],
  [0x84, '④'],
  [0x85, '⑤'],
  [0x86, '⑥'],
  [0x87, '⑦'],
  [0x88, '⑧'],
  [0x89, '⑨'],
  [0x8a, '⑩'],
  [0x9e, '·'],
  [0x9f, '•'],
  [0xa0, '▪'],
  [0xa1, '○'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xb7, '•'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xef, '⇦'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

const isWingdings = (font: string): boolean => /^(?:wingdings|webdings)/i.test(font);

export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && /^(?:symbol$|wingdings|webdings|marlett)/i.test(font);

/** @param code with or without the 0xF000 that files add */
export function symbolOf(code: number, font: string): string {
  const low = code & 0xff;
  if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return String.fromCodePoint(code);
  if (isWingdings(font)) return wingdings.get(low) ?? '•';
  if (low >= 0x20 && low <= 0x7e) return symbolLow[low - 0x20] ?? '';
  return low >= 0xa1 ? (symbolHigh[low - 0xa1] ?? '') : '';
}

const privateUse = /[\uf020-\uf0ff]/;

/**
 * A run's text with the characters of symbol fonts and of old Vietnamese fonts replaced.
 * @param isUnicode see textOfFont
 */
export function plainText(text: string, font: string | undefined, isUnicode = false): string {
  const old = oldFont(font);
  if (old) return textOfFont(text, old, isUnicode);
  if (font !== undefined && isSymbolFont(font)) {
    return Array.from(text, (sign) => symbolOf(sign.codePointAt(0) ?? 32, font)).join('');
  }
  if (!privateUse.test(text)) return text;
  return Array.from(text, (sign) => (privateUse.test(sign) ? symbolOf(sign.charCodeAt(0), 'Symbol') : sign)).join('');
}
