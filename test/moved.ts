import type { Annotation } from '../src/reading/annotation.ts';
import type { TextSource } from '../src/values/block.ts';

/**
 * The same annotation on the same content in another file: places follow the letters and digits, which both texts have
 * in the same order; white space, Markdown marks and the layout of cells differ.
 */
export function movedTo(gold: Annotation, from: TextSource, to: TextSource): Annotation {
  const raw = from.original?.text ?? from.text;
  const places = alignment(raw, to.text);
  const span = (start: number, end: number): { start: number; end: number; quote: string } => {
    // A letter that a scan misread has no place: the next one of the span has.
    const within = places.slice(start, end).filter((place) => place !== undefined);
    const first = places[firstLetter(raw, start, end)] ?? within[0] ?? 0;
    const last = places[lastLetter(raw, start, end)] ?? within.at(-1) ?? first;
    return { start: first, end: last + 1, quote: to.text.slice(first, last + 1) };
  };
  return {
    ...gold,
    targets: gold.targets.map((target) => {
      const value =
        target.valueStart === undefined || target.valueEnd === undefined
          ? undefined
          : span(target.valueStart, target.valueEnd);
      return {
        ...target,
        ...span(target.start, target.end),
        ...(value && { valueStart: value.start, valueEnd: value.end, valueQuote: value.quote }),
      };
    }),
    tasks: gold.tasks.map((task) => ({ ...task, ...span(task.start, task.end) })),
  };
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}%]/u.test(char);

function firstLetter(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (isLetter(text[i])) return i;
  return start;
}

function lastLetter(text: string, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) if (isLetter(text[i])) return i;
  return end - 1;
}

/** For each letter of `a` the place of the same letter in `b`; small differences (a heading mark, a lost rule) are stepped over. */
function alignment(a: string, b: string): number[] {
  const [left, right] = [lettersOf(a), lettersOf(b)];
  const places: number[] = [];
  let j = 0;
  for (let i = 0; i < left.length; i++) {
    const one = left[i];
    if (!one) break;
    const ahead = right
      .slice(j, j + 60)
      .findIndex((other, k) => other.char === one.char && sameRun(left, i, right, j + k));
    if (ahead === -1) continue;
    j += ahead;
    places[one.at] = right[j]?.at ?? 0;
    j += 1;
  }
  return places;
}

type Letter = { char: string; at: number };

/** Letters of NFC or decomposed text, compared in composed form. */
function lettersOf(text: string): Letter[] {
  return [...text.matchAll(/[\p{L}\p{N}%]\p{M}*/gu)].map((match) => ({
    char: match[0].normalize('NFC').toLowerCase(),
    at: match.index,
  }));
}

const sameRun = (a: Letter[], i: number, b: Letter[], j: number): boolean =>
  [1, 2, 3].every((k) => a[i + k] === undefined || b[j + k] === undefined || a[i + k]?.char === b[j + k]?.char);
