import { afterLead, namesIndicator } from '../targets/naming.ts';
import { quantitiesIn } from '../targets/quantity.ts';

/** A sentence of targets cut at its own joints: brackets, "trong đó", semicolons, the head before a colon. */

export type Clause = {
  from: number;
  to: number;
  /** True after "trong đó" or inside brackets: parts of the target before it. */
  part: boolean;
  /** True for the first clause of a sentence. */
  opens: boolean;
  /** The words before a colon that all that follows in the sentence shares; `here` where the clause itself begins with them. */
  head: { from: number; to: number; here: boolean } | undefined;
};

export type Bracket = { from: number; to: number; hasNumber: boolean };

/** The outermost brackets of a text, each with whether a quantity stands in it. */
export function bracketsOf(text: string, holdsQuantity: (inside: string) => boolean): Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') {
      if (depth === 0) from = i;
      depth += 1;
    } else if (text[i] === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) brackets.push({ from, to: i + 1, hasNumber: holdsQuantity(text.slice(from + 1, i)) });
    }
  }
  return brackets;
}

/** The same text with the stretches blotted out, so that offsets stay. */
export function blot(text: string, stretches: { from: number; to: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push(text.slice(at, from), '▒'.repeat(to - from));
    at = to;
  }
  return parts.join('') + text.slice(at);
}

const joint =
  /(?<stop>(?<!(?<!\p{L})(?:TP|TX|TT|Tp|Tx))[.…])\s+(?=[\p{Lu}\d“"])|(?<semi>;)\s*|(?<part>[,;.]?\s*(?:\(\s*)?(?<!\p{L})(?:[Tt]rong đó|TRONG ĐÓ|[Bb]ao gồm(?! cả))\s*[,:]?\s*)/gu;

/** So much of a clause tells what it names. */
const glimpse = 120;

const isIndicator = (words: string): boolean => namesIndicator(words.slice(afterLead(words)));

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let part = false;
  let opens = true;
  let listed = false;
  const close = (to: number): void => {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) clauses.push({ from, to, part, opens, head: undefined });
  };
  for (const match of text.matchAll(joint)) {
    close(match.index);
    from = match.index + match[0].length;
    opens = match.groups?.stop !== undefined || /\.\s*(?:[Tt]rong đó)/u.test(match[0]);
    if (match.groups?.part !== undefined) {
      part = true;
      // "trong đó: A 5%; B 38%": behind a colon semicolons stand between the parts.
      listed = /:\s*$/u.test(match[0]);
    } else if (match.groups?.stop !== undefined || (part && !listed && isIndicator(text.slice(from, from + glimpse))))
      part = false;
  }
  close(text.length);
  return withHeads(text, clauses);
}

/** A colon behind a figure of its own heads nothing: "quy hoạch 215 cửa hàng tại các huyện, cụ thể: …". */
const holdsFigure = (words: string): boolean =>
  words.includes('▒') || quantitiesIn(words).some((quantity) => quantity.kind !== 'bare');

/** "Tỷ lệ học sinh trong độ tuổi đi học: Tiểu học 100%; Trung học cơ sở 99%": the head holds for the whole sentence. */
function withHeads(text: string, clauses: Clause[]): Clause[] {
  let head: Clause['head'];
  return clauses.map((clause) => {
    if (clause.opens) head = undefined;
    const colon = /:\s*(?!\s*$)/u.exec(text.slice(clause.from, clause.to));
    if (!colon || holdsFigure(text.slice(clause.from, clause.from + colon.index)))
      return { ...clause, head: head && { ...head, here: false } };
    const rest = text.slice(clause.from + colon.index + colon[0].length, clause.to);
    // Below a head the colon of "…; dịch vụ: 38%" only parts a part from its figure.
    if (
      (clause.part || (head && !clause.opens)) &&
      opensFigure.test(rest) &&
      !isIndicator(text.slice(clause.from, clause.to))
    )
      return { ...clause, head: head && { ...head, here: false } };
    if (isFigureList(rest) && !text.startsWith(';', clause.to))
      return { ...clause, head: head && { ...head, here: false } };
    const own = { from: clause.from, to: clause.from + colon.index, here: true };
    head = own;
    return { ...clause, from: clause.from + colon.index + colon[0].length, head: own };
  });
}

const opensFigure = /^\s*(?:(?:khoảng|trên|dưới|đạt)\s+)?\d[\d.,]*\s*[^\s\d,;:.]/u;

/** "Tổng vốn năm 2010: 3.554.244 triệu đồng", "VNPT: 25 trạm, Viettel: 33 trạm": each colon stands before its own figure. */
const isFigureList = (rest: string): boolean =>
  /^[\s<>≤≥]*(?:khoảng\s+|trên\s+|đạt\s+|dưới\s+)?\d[\d.,]*(?:[^;,:]*$|[^;:]*:\s*\d)/u.test(rest);
