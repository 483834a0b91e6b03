/** Names that differ by a slip of the pen, and never by what tells bodies apart. */

/** Edits between two texts, or `limit + 1` where there are more. */
function editsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    previous = row;
  }
  return previous[other.length] ?? limit + 1;
}

const shortest = 10;
const longest = 120;

/** One slip in a short name, two in a long one; none at all where a name is too short to tell a slip from another body. */
export const slipsAllowed = (name: string): number =>
  name.length < shortest || name.length > longest ? 0 : name.length < 24 ? 1 : 2;

/** Numbers, Roman ones too, are never slips: "khu vực XIII" and "khu vực XIV". */
const numbersOf = (name: string): string => (name.match(/\d+|(?<!\p{L})[ivx]+(?!\p{L})/gu) ?? []).join(' ');

/** "Vụ Khoa học và Công nghệ" is no slip of "Bộ Khoa học và Công nghệ": the first word says what kind of body it is. */
const firstWord = (name: string): string => /^\S*/u.exec(name)?.[0] ?? '';

export const isSlipOf = (name: string, known: string): boolean => {
  const allowed = slipsAllowed(name);
  if (allowed === 0 || firstWord(name) !== firstWord(known)) return false;
  return numbersOf(name) === numbersOf(known) && editsBetween(name, known, allowed) <= allowed;
};
