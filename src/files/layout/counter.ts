import type { Level, List, Lists } from '../docx/numbering.ts';
import { formatNumber } from './number-format.ts';

/** Counts as Word does while it goes down the document. The answer is the marker that stands before the paragraph. */
export type Counter = (numId: string, level: number) => string | undefined;

type State = {
  /** The last number given on each level; absent until the level begins, or after a higher level went on. */
  numbers: Map<number, number>;
};

export function newCounter(lists: Lists): Counter {
  const states = new Map<string, State>();
  /** Level starts that a list sets anew are used once, when the list first reaches that level. */
  const begun = new Set<string>();

  return (numId, at) => {
    const list = lists(numId);
    const level = list?.levels.get(at);
    if (!list || !level) return undefined;
    const state = states.get(list.counterId) ?? { numbers: new Map<number, number>() };
    states.set(list.counterId, state);
    step(state, list, at, isFirst(begun, numId, at) ? list.startOverrides.get(at) : undefined);
    return write(list, level, at, state);
  };
}

function isFirst(begun: Set<string>, numId: string, at: number): boolean {
  const key = `${numId} ${at}`;
  const first = !begun.has(key);
  begun.add(key);
  return first;
}

const startOf = (list: List, at: number): number => list.startOverrides.get(at) ?? list.levels.get(at)?.start ?? 1;

function step(state: State, list: List, at: number, override: number | undefined): void {
  const last = state.numbers.get(at);
  state.numbers.set(at, override ?? (last === undefined ? startOf(list, at) : last + 1));
  for (const lower of [...state.numbers.keys()]) {
    const restart = list.levels.get(lower)?.restart;
    if (lower > at && (restart === undefined || at < restart)) state.numbers.delete(lower);
  }
}

function write(list: List, level: Level, at: number, state: State): string | undefined {
  if (level.isPicture) return '•';
  if (level.format === 'bullet') return bullet(level.text);
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const of = Number(digit) - 1;
    if (of > at) return '';
    const format = list.levels.get(of)?.format ?? 'decimal';
    const number = state.numbers.get(of) ?? startOf(list, of);
    return formatNumber(number, level.isLegal && format !== 'none' ? 'decimal' : format);
  });
  return text.trim() === '' ? undefined : text.trim();
}

/** Bullets drawn with symbol fonts become "•" or "-"; those that are ordinary signs stay. */
export function bullet(text: string): string | undefined {
  const sign = text.trim();
  if (sign === '') return undefined;
  if (sign === '\uf02d' || sign === '\uf0be') return '-';
  return /[\ue000-\uf8ff]/.test(sign) || sign === 'o' || sign === '§' || sign === 'Ø' || sign === 'ü' ? '•' : sign;
}
