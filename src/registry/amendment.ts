import { z } from 'zod';
import type { Target, Task } from '../values/finding.ts';
import { type AlignedTarget, type AlignedTask, matchTargets, matchTasks } from './alignment.ts';
import { type Judged, Matching } from './counterpart.ts';

/**
 * What a later document makes of a finding of an earlier one. 'unmentioned': a document that only amends leaves it in
 * force; 'dropped': one that replaces the earlier as a whole does not.
 */
export const amendments = ['unchanged', 'changed', 'added', 'dropped', 'unmentioned'] as const;
const Amendment = z.enum(amendments);
export type Amendment = z.infer<typeof Amendment>;

/** The fields whose change is a change of the promise; the place in the text, section and number are not. */
const targetFields = [
  'name',
  'variant',
  'op',
  'value',
  'value2',
  'of',
  'unit',
  'change',
  'base',
  'year',
  'yearFrom',
  'agencies',
] as const;
const taskFields = ['content', 'lead', 'coord', 'monitor', 'time', 'productRaw'] as const;
type TargetField = (typeof targetFields)[number];
type TaskField = (typeof taskFields)[number];

/** `id` is the earlier finding, null where the later one is new. */
export const Amended = Matching.extend({
  id: z.string().nullable(),
  amendment: Amendment,
  /** What differs, where it is changed. */
  fields: z.array(z.enum([...targetFields, ...taskFields])),
});
export type Amended = z.infer<typeof Amended>;

type Options = { replaces: boolean; judged: readonly Judged[] };

export function amendTargets(
  earlier: readonly AlignedTarget[],
  later: readonly AlignedTarget[],
  { replaces, judged }: Options,
): Amended[] {
  const [before, after] = [targetsById(earlier), targetsById(later)];
  const fieldsOf = (id: string, otherId: string): TargetField[] => {
    const [one, other] = [before.get(id), after.get(otherId)];
    return one && other ? targetFields.filter((field) => !same(one[field], other[field])) : [];
  };
  return amended(matchTargets(earlier, later, judged), [...after.keys()], replaces, fieldsOf);
}

export function amendTasks(
  earlier: readonly AlignedTask[],
  later: readonly AlignedTask[],
  { replaces, judged }: Options,
): Amended[] {
  const [before, after] = [tasksById(earlier), tasksById(later)];
  const fieldsOf = (id: string, otherId: string): TaskField[] => {
    const [one, other] = [before.get(id), after.get(otherId)];
    return one && other ? taskFields.filter((field) => !same(one[field], other[field])) : [];
  };
  return amended(matchTasks(earlier, later, judged), [...after.keys()], replaces, fieldsOf);
}

function amended(
  matchings: readonly Matching[],
  laterIds: readonly string[],
  replaces: boolean,
  fieldsOf: (id: string, otherId: string) => Amended['fields'],
): Amended[] {
  const known = matchings.map((matching): Amended => {
    if (matching.otherId === null) {
      const gone = replaces || matching.confirmed;
      return { ...matching, amendment: gone ? 'dropped' : 'unmentioned', fields: [] };
    }
    const fields = fieldsOf(matching.id, matching.otherId);
    return { ...matching, amendment: fields.length > 0 ? 'changed' : 'unchanged', fields };
  });
  const answered = new Set(matchings.map(({ otherId }) => otherId));
  const added = laterIds
    .filter((otherId) => !answered.has(otherId))
    .map((otherId): Amended => {
      return { id: null, otherId, by: null, certainty: 0, confirmed: false, amendment: 'added', fields: [] };
    });
  return [...known, ...added];
}

const targetsById = (all: readonly AlignedTarget[]): Map<string, Target> =>
  new Map(all.map(({ target }) => [target.id, target]));

const tasksById = (
  all: readonly AlignedTask[],
): Map<string, Pick<Task, Exclude<TaskField, 'content'>> & { content: string }> =>
  new Map(all.map(({ task, quote }) => [task.id, { ...task, content: quote }]));

/** Letters and values as an official compares them: case, spaces and the mark at the end do not count. */
function same(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

const plain = (value: unknown): string =>
  (JSON.stringify(value) ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.;,]+"/gu, '"');
