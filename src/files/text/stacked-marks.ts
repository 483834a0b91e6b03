import type { StackedHeader } from './stacked-header.ts';

/** What a row begins with: "7.", "2.3", "IV", "B.", or the dash of a row below a numbered one. */
export type Mark = { kind: 'number' | 'roman' | 'letter' | 'dash'; label: string; length: number };

/** The last mark of each kind: a number is a row's only where it follows on. */
export type Sequence = { numbers: number[]; roman: number; letter: number; last: Mark['kind'] | undefined };

export const noMarks: Sequence = { numbers: [], roman: 0, letter: 0, last: undefined };

type FoundMark = { mark: Mark; sequence: Sequence };

const pattern =
  /^\s*(?<label>\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-HĐ]|[-–+])(?<stop>[.)]?)(?<space>\s+|$)(?<rest>\S.*)?$/u;

/** @param content pieces of the row before @returns 'end' where a mark shows that another part of the document begins */
export function markOf(
  text: string,
  sequence: Sequence,
  content: number,
  header: StackedHeader,
): FoundMark | 'end' | undefined {
  const groups = pattern.exec(text)?.groups;
  if (!groups?.label) return undefined;
  const { label, stop = '', rest = '' } = groups;
  const length = text.length - rest.length;
  const shape = { label, stop, rest };
  if (/^\d/.test(label)) return numberMark(shape, length, sequence, content, header);
  if (/^[-–+]$/u.test(label))
    return rest === '' && sequence.last !== undefined && sequence.last !== 'roman'
      ? { mark: { kind: 'dash', label: '', length }, sequence: { ...sequence, last: 'dash' } }
      : undefined;
  if (rest !== '' && !/^[\p{Lu}\d"“(]/u.test(rest)) return undefined;
  return headMark(shape, length, sequence);
}

type Shape = { label: string; stop: string; rest: string };

function numberMark(
  { label, stop, rest }: Shape,
  length: number,
  sequence: Sequence,
  content: number,
  header: StackedHeader,
): FoundMark | undefined {
  const numbers = label.split('.').map(Number);
  if (rest !== '' && ((stop === '' && numbers.length === 1) || !/^[\p{Lu}\d"“(]/u.test(rest))) return undefined;
  const values = header.columns.filter(({ role }) => role === 'value').length;
  // Among figures a bare number is a row's only when the row before has all its cells.
  if (values > 0 && sequence.last === 'number' && content < header.columns.length - 1) return undefined;
  const bare = rest === '' && values === 0;
  if (!follows(numbers, sequence, bare)) return undefined;
  const mark: Mark = { kind: 'number', label, length };
  return { mark, sequence: { ...sequence, numbers, last: 'number' } };
}

/** 3 after 2; 2.1 after 2; 2.4 after 2.3; 3 after 2.9; 1 under a new heading; a bare number may have lost one or two before it. */
function follows(numbers: number[], { numbers: before, last }: Sequence, bare: boolean): boolean {
  const [top = 0, ...sub] = numbers;
  const [topBefore = 0, ...subBefore] = before;
  const afterHeading = last === 'roman' || last === 'letter' || last === undefined;
  if (sub.length === 0)
    return (top === 1 && afterHeading) || top === topBefore + 1 || (bare && top > topBefore && top <= topBefore + 3);
  if (sub.length > 1) return true;
  const one = sub[0] ?? 0;
  if (top === topBefore) return one === (subBefore[0] ?? 0) + 1;
  return one === 1 && (top === topBefore + 1 || afterHeading);
}

/** A roman or lettered heading in its sequence; out of it, with words behind, it heads the document's next part. */
function headMark({ label, stop, rest }: Shape, length: number, sequence: Sequence): FoundMark | 'end' | undefined {
  const first = sequence.last === undefined;
  const roman = romanValue(label);
  const underLetter = sequence.letter > 0 && sequence.last === 'letter';
  if (roman > 0 && roman === sequence.roman + 1 && (first || sequence.roman > 0 || underLetter))
    return { mark: { kind: 'roman', label, length }, sequence: { ...sequence, roman, last: 'roman' } };
  if (roman === 1 && underLetter)
    return { mark: { kind: 'roman', label, length }, sequence: { ...sequence, roman, last: 'roman' } };
  const letter = 'ABCDĐEGH'.indexOf(label) + 1;
  if (letter > 0 && letter === sequence.letter + 1 && (first || sequence.letter > 0))
    return { mark: { kind: 'letter', label, length }, sequence: { ...sequence, letter, roman: 0, last: 'letter' } };
  return roman > 0 && stop === '.' && rest !== '' ? 'end' : undefined;
}

const digits: Record<string, number> = { I: 1, V: 5, X: 10 };

function romanValue(label: string): number {
  const values = [...label].map((char) => digits[char] ?? 0);
  if (values.includes(0)) return 0;
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
