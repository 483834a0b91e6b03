import type { PlanDraftContent } from '../../../src/registry/plan-draft.ts';
import type { KeptPlan } from './kept-plan.ts';

type Row = { key: string };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Theirs, and in it what was changed here since both were the same; a row that both changed is taken from here and named. */
export function mergedDraft(
  base: PlanDraftContent,
  mine: PlanDraftContent,
  theirs: PlanDraftContent,
): { content: PlanDraftContent; both: string[] } {
  const field = <K extends Exclude<keyof PlanDraftContent, 'targets' | 'tasks'>>(name: K): PlanDraftContent[K] =>
    same(mine[name], base[name]) ? theirs[name] : mine[name];
  const targets = mergedRows(base.targets, mine.targets, theirs.targets);
  const tasks = mergedRows(base.tasks, mine.tasks, theirs.tasks);
  return {
    content: {
      form: field('form'),
      issuerId: field('issuerId'),
      date: field('date'),
      about: field('about'),
      bases: field('bases'),
      purpose: field('purpose'),
      carryingOut: field('carryingOut'),
      targets: targets.rows,
      tasks: tasks.rows,
    },
    both: [...targets.both.map(({ name }) => name), ...tasks.both.map(({ content }) => content)],
  };
}

/** What is stored, and in it what was typed on this device and had not arrived. */
export function begunDraft(
  stored: PlanDraftContent,
  kept: KeptPlan | undefined,
): { content: PlanDraftContent; restored?: { both: string[] } } {
  if (!kept) return { content: stored };
  const { content, both } = mergedDraft(kept.base, kept.content, stored);
  // It had arrived, and only the answer was lost.
  return same(content, stored) ? { content: stored } : { content, restored: { both } };
}

function mergedRows<R extends Row>(base: R[], mine: R[], theirs: R[]): { rows: R[]; both: R[] } {
  const before = new Map(base.map((row) => [row.key, row]));
  const here = new Map(mine.map((row) => [row.key, row]));
  const there = new Map(theirs.map((row) => [row.key, row]));
  const both: R[] = [];
  const merged = (key: string): R[] => {
    const [was, own, other] = [before.get(key), here.get(key), there.get(key)];
    if (own === undefined) return other === undefined || (was && same(was, other)) ? [] : [other];
    if (other === undefined) return was && same(was, own) ? [] : [own];
    if (was && same(was, own)) return [other];
    if (!same(own, other) && !(was && same(was, other))) both.push(own);
    return [own];
  };
  // Whoever has moved rows here keeps the order; rows that only the other has stand at the end.
  const moved = !same(
    base.map(({ key }) => key),
    mine.map(({ key }) => key),
  );
  const order = moved ? [...mine, ...theirs] : [...theirs, ...mine];
  const rows = [...new Set(order.map(({ key }) => key))].flatMap(merged);
  return { rows, both };
}
