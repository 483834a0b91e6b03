import type { ReviewItem } from '../src/registry/review.ts';
import type { Target, Task } from '../src/values/finding.ts';
import type { Note, NoteCode } from '../src/values/note.ts';

/** Findings of a review, for tests of what the screen does with them. */

const judged = {
  version: 1,
  position: 0,
  review: 'proposed',
  notes: [],
  mentions: [],
  blockers: [],
  may: ['accept', 'reject', 'correct', 'split', 'join', 'setAgencies'],
  last: null,
} as const satisfies Partial<ReviewItem>;

type Given<Fields> = Partial<Omit<ReviewItem, 'record' | 'kind'>> & { fields?: Partial<Fields> };

export function targetItem(
  id: string,
  { fields, ...given }: Given<Target> = {},
): Extract<ReviewItem, { kind: 'target' }> {
  const start = Number(id.slice(1)) * 100;
  const record: Target = {
    id,
    span: { start, end: start + 50 },
    valueSpan: null,
    section: ['Phụ lục II'],
    group: 'Kinh tế',
    ordinal: null,
    listed: true,
    name: `Chỉ tiêu ${id}`,
    variant: null,
    op: '=',
    value: 5,
    value2: null,
    of: null,
    unit: '%',
    change: 'level',
    base: null,
    year: 2026,
    yearFrom: null,
    tier: 'province',
    agencies: [],
    parentId: null,
    confidence: 0.98,
    ...fields,
  };
  const own = {
    id,
    kind: 'target',
    record,
    quote: `${record.name} đạt 5%`,
    valueQuote: null,
    indicator: null,
  } as const;
  return { ...judged, notes: [], mentions: [], blockers: [], may: [...judged.may], ...own, ...given };
}

export function taskItem(id: string, { fields, ...given }: Given<Task> = {}): Extract<ReviewItem, { kind: 'task' }> {
  const start = 10_000 + Number(id.slice(1)) * 100;
  const record: Task = {
    id,
    source: 'table',
    span: { start, end: start + 50 },
    section: ['Phụ lục I'],
    group: 'I',
    ordinal: null,
    lead: [],
    coord: [],
    monitor: [],
    timeRaw: null,
    time: { kind: 'none' },
    productRaw: null,
    fundingRaw: null,
    noteRaw: null,
    confidence: 0.98,
    ...fields,
  };
  const own = { id, kind: 'task', record, quote: `Việc ${id}` } as const;
  return { ...judged, notes: [], mentions: [], blockers: [], may: [...judged.may], ...own, ...given };
}

export const noteOf = (code: NoteCode): Note => ({
  code,
  span: null,
  findingId: null,
  detail: null,
  suggestion: null,
  reasons: [],
});
