import type { Alignment } from '../../../src/api/counterparts.ts';
import { type Answer, gaps } from '../../../src/registry/alignment.ts';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import type { Language } from '../../../src/values/format.ts';
import { type Item, type ItemKind, itemsOf } from '../../parts/comparison/items.ts';

export type Cell = { document: DocumentSummary; answer: Answer; lower: Item | undefined };
export type Row = { higher: Item; cells: Cell[] };

/** A row for each item that has to be answered, a cell for each lower document. */
export function rowsOf({ higher, columns }: Alignment, kind: ItemKind, language: Language): Row[] {
  const highers = new Map(itemsOf(higher, kind, language).map((item) => [item.id, item]));
  const cells = columns.map((column) => {
    const lowers = new Map(itemsOf(column, kind, language).map((item) => [item.id, item]));
    const answers = kind === 'target' ? column.answers.targets : column.answers.tasks;
    return new Map(
      answers.map((answer): [string, Cell] => [
        answer.id,
        { document: column.document, answer, lower: lowers.get(answer.otherId ?? '') },
      ]),
    );
  });
  return [...highers.values()].flatMap((item) => {
    const row = cells.flatMap((column) => column.get(item.id) ?? []);
    return row.length > 0 ? [{ higher: item, cells: row }] : [];
  });
}

export const isGap = ({ answer }: Cell): boolean => gaps.includes(answer.verdict);
