import { Refusal } from '../../values/refusal.ts';

/**
 * A file whose table of objects is damaged is searched for them by pdf.js, which reads every copy of an object to where
 * it ends. Copies that never end are read to the end of the file each: a thousand of them take it ten seconds.
 * @throws Refusal where the copies together are longer than any file with a history of changes has them
 */
export function checkRepeatedObjects(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const seen = new Set<string>();
  let left = Math.max(leastAllowed, allowedTimes * text.length);
  for (const found of text.matchAll(/\b(?:(\d+)\s+\d+\s+obj|trailer)\b/g)) {
    const [head, number = 'trailer'] = found;
    if (!seen.has(number)) seen.add(number);
    else left -= lengthOfObject(text, found.index + head.length, left);
    if (left <= 0) throw new Refusal('fileBroken', { part: 'PDF', reason: 'copies of objects do not end' });
  }
}

/** Letters that pdf.js reads in half a second. */
const leastAllowed = 16_000_000;
const allowedTimes = 4;

/** What opens and closes arrays and dictionaries, and what hides such signs: strings, other values and remarks. */
const sign = /[[\]]|<<|>>|<[^<>]*>?|\(|%[^\r\n]*/g;

/** How many letters an object takes from `from` on, if that is less than `most`. */
function lengthOfObject(text: string, from: number, most: number): number {
  const open: string[] = [];
  sign.lastIndex = from;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const [what] = found;
    if (what === '(') sign.lastIndex = endOfString(text, sign.lastIndex);
    else if (what === '[') open.push(']');
    else if (what === '<<') open.push('>>');
    else if (what === open.at(-1)) open.pop();
    if (open.length === 0 || sign.lastIndex - from > most) return sign.lastIndex - from;
  }
  return text.length - from;
}

/** Where a string ends whose opening bracket stands before `from`: brackets in it pair, or a backslash is before them. */
function endOfString(text: string, from: number): number {
  const bracket = /\\[\s\S]|[()]/g;
  bracket.lastIndex = from;
  let depth = 1;
  for (let found = bracket.exec(text); found; found = bracket.exec(text)) {
    if (found[0] === '(') depth += 1;
    if (found[0] === ')') depth -= 1;
    if (depth === 0) return bracket.lastIndex;
  }
  return text.length;
}
