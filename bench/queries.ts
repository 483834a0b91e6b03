import type { TargetQuery } from '../src/registry/target.ts';
import type { TaskQuery } from '../src/registry/task.ts';

/** Lists as they open: nothing filtered, the first page. */

export const everyTarget: TargetQuery = {
  document: [],
  year: [],
  group: [],
  agency: [],
  tier: [],
  sort: 'document',
  order: 'asc',
};

export const everyTask: TaskQuery = {
  document: [],
  year: [],
  group: [],
  agency: [],
  role: [],
  due: [],
  sort: 'document',
  order: 'asc',
};

export const firstPage = { offset: 0, limit: 100 };
