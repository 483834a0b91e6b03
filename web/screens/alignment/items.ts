import type { z } from 'zod';
import type { Alignment } from '../../../src/api/counterparts.ts';
import { type Answer, gaps } from '../../../src/registry/alignment.ts';
import type { DocumentSummary } from '../../../src/registry/plan-document.ts';
import type { TargetRecord } from '../../../src/registry/target.ts';
import type { TaskRecord } from '../../../src/registry/task.ts';
import { formatDue, formatTargetValue, type Language } from '../../../src/values/format.ts';

export type ItemKind = 'target' | 'task';

/** A target or task as both sides of a comparison show it. */
export type Item = { id: string; name: string; figure: string | null; quote: string; documentId: string };

export type Cell = { document: DocumentSummary; answer: Answer; lower: Item | undefined };
export type Row = { higher: Item; cells: Cell[] };

const targetItem = (target: TargetRecord, language: Language): Item => ({
  id: target.id,
  name: [target.name, target.variant].filter(Boolean).join(', '),
  figure: [formatTargetValue(target, language), target.year].filter((part) => part !== null).join(' · '),
  quote: [target.quote, target.valueQuote].filter(Boolean).join(': '),
  documentId: target.documentId,
});

const taskItem = (task: TaskRecord, language: Language): Item => ({
  id: task.id,
  name: task.quote,
  figure: task.time.kind === 'none' ? null : formatDue(task.time, language),
  quote: task.quote,
  documentId: task.documentId,
});

type SideOf = Pick<z.infer<typeof Alignment>['higher'], 'targets' | 'tasks'>;

export const itemsOf = (side: SideOf, kind: ItemKind, language: Language): Item[] =>
  kind === 'target'
    ? side.targets.map((target) => targetItem(target, language))
    : side.tasks.map((task) => taskItem(task, language));

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
