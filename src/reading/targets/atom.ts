import type { Change } from '../../values/finding.ts';
import type { Stated } from '../figures/stated.ts';
import type { Bracket, Clause } from '../text/clauses.ts';
import type { Deadline } from './deadline.ts';
import { afterLead } from './naming.ts';
import type { Quantity } from './quantity.ts';

/** One number or condition of a sentence; offsets count the sentence's text. */
export type Atom = {
  from: number;
  to: number;
  name: string;
  variant: string | null;
  quantity: Quantity | undefined;
  change: Change;
  base: string | null;
  deadline: Deadline | undefined;
  /** The deadline that the numbers behind it in its paragraph share where they name none. */
  holds?: Deadline | undefined;
  /** Index of the atom it is a part or restatement of. */
  parent: number | null;
  /** What its sentence compares it with: values of the past. */
  stated?: Stated[];
  /** True where it tells itself of the past, and is to be reached no more. */
  past?: boolean;
};

/** A number and the stretch of the sentence that its words stand in. */
export type Around = {
  text: string;
  /** The text with the brackets blotted out that are read by themselves. */
  main: string;
  start: number;
  /** Where its clause begins, whose deadline holds for it, where its own words begin later. */
  since?: number;
  end: number;
  quantity: Quantity;
  head: Clause['head'];
  /** True for the first number of its clause. */
  first: boolean;
  brackets: Bracket[];
  /** What was found before it in the same text. */
  before: Atom[];
  parent: number | null;
};

/** The words between the stretch's beginning and the number. */
export const ownWords = ({ main, start, quantity }: Around): string => main.slice(start, quantity.from);

/** True where nothing but lead words stands before a number, so that its noun follows it. */
export const isLeading = (own: string): boolean => own.slice(afterLead(own)).trim() === '';

const predicate =
  /(?:^|\s)(?:đạt|được|có|hoàn thành|tham gia|sử dụng|trở thành|vững mạnh|nông thôn mới|triển khai|áp dụng|thực hiện|cung cấp|kết nối|là)(?!\p{L})/u;

/** True where a noun phrase already says what its things do or are: "xã đạt chuẩn …". */
export const hasPredicate = (text: string): boolean => predicate.test(text);

export const predicateIn = (text: string): string | undefined => {
  const found = predicate.exec(text);
  return found ? text.slice(found.index) : undefined;
};

/** What a number is compared with says nothing of the number itself. */
export function withoutStated(text: string, atoms: Atom[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of atoms.flatMap(({ stated = [] }) => stated).sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push(text.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  return parts.join('') + text.slice(at);
}
