import type { TargetRecord } from '../../../src/registry/target.ts';
import type { TaskRecord } from '../../../src/registry/task.ts';
import { formatDue, formatTargetValue, type Language } from '../../../src/values/format.ts';

export type ItemKind = 'target' | 'task';

/** A target or task as both sides of a comparison show it. */
export type Item = { id: string; name: string; figure: string | null; quote: string; documentId: string };

/** A part ("Tốc độ tăng") is named with its whole, without which nobody knows what it is. */
const targetItem = (target: TargetRecord, whole: TargetRecord | undefined, language: Language): Item => ({
  id: target.id,
  name: [whole && !target.name.includes(whole.name) ? `${whole.name}: ${target.name}` : target.name, target.variant]
    .filter(Boolean)
    .join(', '),
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

type SideOf = { targets: TargetRecord[]; tasks: TaskRecord[] };

export const itemsOf = (side: SideOf, kind: ItemKind, language: Language): Item[] =>
  kind === 'target' ? targetItems(side.targets, language) : side.tasks.map((task) => taskItem(task, language));

function targetItems(targets: readonly TargetRecord[], language: Language): Item[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  return targets.map((target) => targetItem(target, byId.get(target.parentId ?? ''), language));
}
