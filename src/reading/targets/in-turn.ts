import { lowerFirst, squeeze, upperFirst } from '../../values/vietnamese.ts';
import type { Atom } from './atom.ts';
import { afterLead, namesIndicator, tidyName, tidyVariant, withoutTail } from './naming.ts';

/** "tỷ lệ A, B và C lần lượt là 95%, 90% và 85%": one list of names or years, one of values, told off against each other. */

const inTurn =
  /[\s,]*(?:(?:đạt|chiếm|còn|là|có|ở mức)\s+)?lần lượt(?!\p{L})[\s,]*(?:(?:là|đạt|chiếm|còn|có|ở mức|từ)\s*)*:?\s*$/u;
const year = /(?:19|20)\d{2}/gu;
const years =
  /[\s,]*(?<!\p{L})(?:(?:đến|vào|trong|tới)\s+)?(?:các\s+)?(?:cuối\s+)?năm\s+(?:(?:19|20)\d{2})(?:(?:\s*,\s*|\s+và\s+)(?:(?:đến|vào|trong|tới)\s+)?(?:năm\s+)?(?:19|20)\d{2})+(?!\p{L})[\s,]*(?:(?:là|đạt)(?=\s*$))?/iu;

/** Gives every value of such a list its own name, or its own year. */
export function shareInTurn(atoms: Atom[], text: string): Atom[] {
  const shared = [...atoms];
  for (const [at, atom] of atoms.entries()) {
    if (!atom.quantity) continue;
    const near = Math.max(0, atom.quantity.from - lookBack);
    const found = inTurn.exec(text.slice(near, atom.quantity.from));
    if (!found) continue;
    const group = runFrom(atoms, at, text);
    const start = clauseStart(text, atom.from);
    const words = text.slice(start, near + found.index);
    const told = group.length < 2 ? undefined : (yearsOf(words, start, group) ?? namesOf(words, group));
    for (const [i, change] of (told ?? []).entries()) shared[at + i] = { ...group[i], ...change } as Atom;
  }
  return shared;
}

/** How many characters before its number "lần lượt" can stand, and how far back the list it tells off begins. */
const lookBack = 60;
const longestList = 600;

const clauseStart = (text: string, at: number): number => {
  const near = Math.max(0, at - longestList);
  const before = [...text.slice(near, at).matchAll(/[;:]\s*|\.\s+/gu)].at(-1);
  return before ? near + before.index + before[0].length : near;
};

/** The values that follow one another with nothing but joints between them. */
function runFrom(atoms: Atom[], at: number, text: string): Atom[] {
  const group: Atom[] = [];
  for (const atom of atoms.slice(at)) {
    const before = group.at(-1);
    if (!atom.quantity) break;
    if (before?.quantity && !/^\s*(?:,|;|và|,\s*và)\s*$/u.test(text.slice(before.quantity.to, atom.quantity.from)))
      break;
    group.push(atom);
  }
  return group;
}

/** "năm 2025 và 2030 … lần lượt đạt 35% và 40%": one name, a year for each. */
function yearsOf(words: string, start: number, group: Atom[]): Partial<Atom>[] | undefined {
  const list = years.exec(words);
  const named = list ? [...list[0].matchAll(year)].map(Number) : [];
  if (!list || named.length !== group.length) return undefined;
  const rest = squeeze(`${words.slice(0, list.index)} ${words.slice(list.index + list[0].length)}`);
  const name = tidyName(withoutTail(rest.slice(afterLead(rest))));
  const opens = list.index + list[0].length;
  return named.map((one, i) => ({
    ...(name !== '' && { name, variant: null }),
    deadline: { year: one, yearFrom: null },
    // Years before the name are no part of its quote.
    ...(i === 0 && words.slice(0, list.index).trim() === '' && { from: start + opens }),
  }));
}

/** A name for each: whole indicators, or one head with what varies it. */
function namesOf(words: string, group: Atom[]): Partial<Atom>[] | undefined {
  const own = words.slice(afterLead(words)).replace(/^của\s+/u, '');
  const items = squeeze(withoutTail(own))
    .split(/\s*,\s+(?:và\s+)?|\s+và\s+/u)
    .filter((item) => item !== '');
  const [first, ...others] = items;
  if (first === undefined || items.length !== group.length) return undefined;
  if (others.every((item) => namesIndicator(item)))
    return items.map((item) => ({ name: tidyName(item), variant: null }));
  const cut = headOf(first, others);
  if (cut === undefined) return undefined;
  const { head, variant } = cut;
  const variants = [variant, ...others];
  return isGeneric(head)
    ? variants.map((one) => ({ name: tidyName(`${head} ${lowerFirst(one)}`), variant: null }))
    : variants.map((one) => ({ name: upperFirst(tidyName(head)), variant: tidyVariant(one) }));
}

/** "tỷ lệ", "số": words that measure nothing by themselves. */
const isGeneric = (head: string): boolean => /^(?:tỷ lệ|tỉ lệ|số(?: lượng)?|tổng số|mức|chỉ số)$/iu.test(head);

/** Where the first of the list begins behind the words that all share: at the word the others begin with, else as long as they are. */
function headOf(first: string, others: string[]): { head: string; variant: string } | undefined {
  const words = first.split(' ');
  const opening = others[0]?.split(' ')[0]?.toLowerCase();
  const same = words.findLastIndex((word, i) => i > 0 && word.toLowerCase() === opening);
  const shortest = Math.min(...others.map((item) => item.split(' ').length));
  const least = /^(?:tỷ|tỉ|tốc|sản|diện|kim|quy|năng|thu|giá|tổng|chỉ|doanh)\s/iu.test(`${first} `) ? 2 : 1;
  const at = same > 0 ? same : Math.max(least, words.length - shortest);
  if (at >= words.length) return undefined;
  return { head: words.slice(0, at).join(' '), variant: words.slice(at).join(' ') };
}
