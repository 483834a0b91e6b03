import { lineText } from './reference-words.ts';
import { type ContentBlock, linesOf, type SectionContent } from './section-content.ts';

/** What changed in a text since an earlier draft of it, block by block. */

export type BlockChange =
  | { kind: 'same' | 'added'; at: number; text: string }
  /** Gone since; it stood before block `at`. */
  | { kind: 'removed'; at: number; text: string };

const textOf = (block: ContentBlock): string => linesOf(block).map(lineText).join('\n');

/** In the order of the text: the blocks that are there now, and between them what is gone. */
export function blockChanges(before: SectionContent, now: SectionContent): BlockChange[] {
  const [old, fresh] = [before.map(textOf), now.map(textOf)];
  const lengths = commonLengths(old, fresh);
  const changes: BlockChange[] = [];
  let [from, at] = [0, 0];
  while (from < old.length || at < fresh.length) {
    const [was, is] = [old[from], fresh[at]];
    if (was !== undefined && was === is) {
      changes.push({ kind: 'same', at, text: is });
      from += 1;
      at += 1;
    } else if (
      is === undefined ||
      (was !== undefined && lengthAt(lengths, from + 1, at) >= lengthAt(lengths, from, at + 1))
    ) {
      changes.push({ kind: 'removed', at, text: was ?? '' });
      from += 1;
    } else {
      changes.push({ kind: 'added', at, text: is });
      at += 1;
    }
  }
  return changes;
}

export const countChanges = (before: SectionContent, now: SectionContent): number =>
  blockChanges(before, now).filter(({ kind }) => kind !== 'same').length;

const lengthAt = (lengths: readonly number[][], from: number, at: number): number => lengths[from]?.[at] ?? 0;

/** How many blocks the rest of one text has in common with the rest of the other, in order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let from = old.length - 1; from >= 0; from--)
    for (let at = fresh.length - 1; at >= 0; at--) {
      const row = lengths[from] ?? [];
      row[at] =
        old[from] === fresh[at]
          ? lengthAt(lengths, from + 1, at + 1) + 1
          : Math.max(lengthAt(lengths, from + 1, at), lengthAt(lengths, from, at + 1));
    }
  return lengths;
}
