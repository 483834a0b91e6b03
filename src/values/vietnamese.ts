/** Vietnamese text: one form at the door, and comparison with or without accents. */

export const nfc = (text: string): string => text.normalize('NFC');

/** White space folded to single spaces, ends trimmed. Without the flag `u`: with it, ten million spaces overflow the stack. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lower case without accents and without đ: what a search without accents compares. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().normalize('NFC');

/** True where a query carries an accent or đ and so must be matched with them. */
export const hasAccent = (text: string): boolean => /[đĐ]|\p{M}/u.test(text.normalize('NFD'));

/** First letter lower, unless the word is an abbreviation or a brand ("GRDP", "MobiFone"). */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** True where its letters are capitals, but for a document symbol in it ("CHƯƠNG TRÌNH SỐ 34-CTr/TU"). */
export const isUpper = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter === letter.toUpperCase());
  return letters.length >= 2 && capitals.length >= letters.length * 0.94;
};

const collator = new Intl.Collator('vi', { numeric: true });

/** The order of the Vietnamese alphabet. */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b);

/**
 * NFC with a way back: `offsetOf` takes an offset in the result to the offset in the input where that character began.
 * Undefined where the text is NFC already, as most are.
 */
export function nfcWithOffsets(text: string): { text: string; offsetOf: (offset: number) => number } | undefined {
  const whole = nfc(text);
  if (whole === text) return undefined;
  const origins: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    const composed = nfc(cluster);
    for (let i = 0; i < composed.length; i++) origins.push(at + Math.min(i, cluster.length - 1));
    parts.push(composed);
    at += cluster.length;
  }
  origins.push(text.length);
  return { text: parts.join(''), offsetOf: (offset) => origins[offset] ?? text.length };
}
