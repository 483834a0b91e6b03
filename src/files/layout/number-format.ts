import { roman } from '../../values/roman.ts';

/** a … z, aa, bb: Word repeats the letter. */
const letter = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 30));

const padded =
  (length: number) =>
  (number: number): string =>
    String(number).padStart(length, '0');

/** Word's number formats (ISO/IEC 29500-1, 17.18.59) that these documents use; any other is shown as decimal. */
const formats: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  decimalZero: padded(2),
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperRoman: roman,
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
