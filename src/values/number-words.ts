/** Numbers written in words: "mười hai" is 12, "hai mươi lăm" is 25, "một trăm linh năm" is 105. */

const digits: Record<string, number> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

const one = '(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)';
// Behind tens five is "lăm": "mười năm" are ten years.
const last = '(?:mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)';
const tens = String.raw`(?:(?:mười|${one}\s+mươi)(?:\s+${last}(?!\p{L}))?)`;
const hundreds = String.raw`(?:${one}\s+trăm(?:\s+(?:${tens}|(?:lẻ|linh)\s+${one}))?)`;

/** A number of one word, as a pattern source. */
export const numberWordPattern = `(?:${one}|mười)`;
/** A number of several words, which is hardly ever anything else; "mười" alone is of one. */
export const numberWordsPattern = String.raw`(?:${hundreds}|${one}\s+mươi(?:\s+${last}(?!\p{L}))?|mười\s+${last}(?!\p{L}))`;

/** undefined where the words are no number. */
export function parseNumberWords(text: string): number | undefined {
  let sum = 0;
  for (const word of text.trim().toLowerCase().split(/\s+/u)) {
    if (word === 'lẻ' || word === 'linh') continue;
    if (word === 'trăm') sum *= 100;
    else if (word === 'mươi') sum += (sum % 10) * 9;
    else {
      const digit = digits[word];
      if (digit === undefined) return undefined;
      sum += digit;
    }
  }
  return sum === 0 ? undefined : sum;
}
