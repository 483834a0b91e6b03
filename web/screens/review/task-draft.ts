import type { TaskFields } from '../../../src/registry/review.ts';
import type { Due, DueKind } from '../../../src/values/due.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';
import { squeeze } from '../../../src/values/vietnamese.ts';
import type { Faults } from './target-draft.ts';

/** A task's fields as they are typed. A day is undefined while what stands in its field is none. */
export type TaskDraft = {
  due: DueKind;
  from: PlainDate | null | undefined;
  to: PlainDate | null | undefined;
  every: 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year';
  condition: string;
  /** The words it was counted from, kept while the day is. */
  counted: string | undefined;
  timeRaw: string;
  product: string;
  funding: string;
  note: string;
};

export const taskDraft = ({ time, timeRaw, productRaw, fundingRaw, noteRaw }: TaskFields): TaskDraft => ({
  due: time.kind,
  from: time.kind === 'during' ? time.from : null,
  to: 'to' in time ? time.to : null,
  every: time.kind === 'recurring' ? time.every : 'year',
  condition: 'condition' in time ? time.condition : '',
  counted: time.kind === 'by' ? time.counted : undefined,
  timeRaw: timeRaw ?? '',
  product: productRaw ?? '',
  funding: fundingRaw ?? '',
  note: noteRaw ?? '',
});

type TaskFaults = Faults<'from' | 'to' | 'condition'>;

function dueOf(draft: TaskDraft, faults: TaskFaults): Due {
  const day = (key: 'from' | 'to'): PlainDate => {
    const value = draft[key];
    if (!value) faults[key] = 'required';
    return value ?? '';
  };
  switch (draft.due) {
    case 'by':
      return { kind: 'by', to: day('to'), ...(draft.counted !== undefined && { counted: draft.counted }) };
    case 'during': {
      const stretch = { kind: 'during', from: day('from'), to: day('to') } as const;
      if (stretch.from !== '' && stretch.to !== '' && stretch.to < stretch.from) faults.to = 'datesReversed';
      return stretch;
    }
    case 'recurring':
      return { kind: 'recurring', every: draft.every };
    case 'conditional':
    case 'reference': {
      const condition = squeeze(draft.condition);
      if (condition === '') faults.condition = 'required';
      return { kind: draft.due, condition };
    }
    default:
      return { kind: draft.due };
  }
}

const orNull = (text: string): string | null => squeeze(text) || null;

type Changed = Pick<TaskFields, 'time' | 'timeRaw' | 'productRaw' | 'fundingRaw' | 'noteRaw'>;

/** The fields that a draft says, or what is wrong with it. */
export function taskFieldsOf(draft: TaskDraft): { fields: Changed } | { faults: TaskFaults } {
  const faults: TaskFaults = {};
  const fields: Changed = {
    time: dueOf(draft, faults),
    timeRaw: orNull(draft.timeRaw),
    productRaw: orNull(draft.product),
    fundingRaw: orNull(draft.funding),
    noteRaw: orNull(draft.note),
  };
  return Object.keys(faults).length > 0 ? { faults } : { fields };
}
