/** Numbers as Vietnamese documents write them: "6.220" is 6220, "8,5" is 8.5, "04" is 4. */

/** A number as a pattern source: thousands in groups of three after dots, decimals after a comma (or a dot that no group of three follows). */
export const numberPattern = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;

/** undefined where the text is no number. */
export function parseNumber(text: string): number | undefined {
  const digits = text.replace(/\s/gu, '');
  if (!/^\d[\d.,]*$/.test(digits)) return undefined;
  const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits);
  const plain = grouped ? digits.replaceAll('.', '').replace(',', '.') : digits.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
