/** Word's number formats (ISO/IEC 29500-1, 17.18.59) that these documents use; any other is shown as decimal. */

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [size, sign] of romans) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}

/** a … z, aa, bb: Word repeats the letter. */
const letter = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 30));

const padded =
  (length: number) =>
  (number: number): string =>
    String(number).padStart(length, '0');

const formats: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: padded(2),
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  numberInDash: (number) => `- ${number} -`,
  decimalEnclosedParen: (number) => `(${number})`,
  decimalEnclosedFullstop: (number) => `${number}.`,
  decimalEnclosedCircle: (number) => (number <= 20 ? String.fromCharCode(0x245f + number) : String(number)),
  '001, 002, 003, ...': padded(3),
  '0001, 0002, 0003, ...': padded(4),
  '00001, 00002, 00003, ...': padded(5),
  none: () => '',
};

/** @param format value of w:numFmt, or the pattern of a custom one */
export function formatNumber(number: number, format: string): string {
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  // Letters and Roman numbers have no zero, and beyond 3,999 Word itself gives up on Roman ones.
  if (!write || number < 1 || number > 3999) return format === 'none' ? '' : String(number);
  return write(number);
}
