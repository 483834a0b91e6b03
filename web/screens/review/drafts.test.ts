import { describe, expect, it } from 'vitest';
import { targetItem, taskItem } from '../../../test/review-items.ts';
import { targetDraft, targetFieldsOf } from './target-draft.ts';
import { taskDraft, taskFieldsOf } from './task-draft.ts';

const target = targetItem('t1', { fields: { value: 1234.5, yearFrom: 2024 } }).record;
const task = taskItem('n1', {
  fields: { time: { kind: 'during', from: '2026-01-01', to: '2026-06-30' }, timeRaw: '2026' },
}).record;

describe('The fields of a target', () => {
  const draft = targetDraft(target);

  it('come back as they were', () => {
    const result = targetFieldsOf(draft);
    expect(draft.value).toBe('1.234,5');
    expect('fields' in result && { ...target, ...result.fields }).toEqual(target);
  });

  it('take numbers as they are written here, and words for nothing', () => {
    const result = targetFieldsOf({ ...draft, value: '- 2.000,75', unit: '  ', variant: ' nông  thôn ' });
    expect(result).toMatchObject({ fields: { value: -2000.75, unit: null, variant: 'nông thôn' } });
  });

  it('of a condition have no number', () => {
    expect(targetFieldsOf({ ...draft, op: 'text' })).toMatchObject({ fields: { value: null, value2: null, of: null } });
  });

  it('say at each field what is wrong with it', () => {
    expect(targetFieldsOf({ ...draft, name: ' ', value: 'nhiều', year: '26' })).toEqual({
      faults: { name: 'required', value: 'number', year: 'year' },
    });
    expect(targetFieldsOf({ ...draft, op: 'range', value2: '' })).toEqual({ faults: { value2: 'required' } });
    expect(targetFieldsOf({ ...draft, op: 'range', value2: '3' })).toEqual({ faults: { value2: 'rangeReversed' } });
    expect(targetFieldsOf({ ...draft, yearFrom: '2030' })).toEqual({ faults: { year: 'datesReversed' } });
  });
});

describe('The fields of a task', () => {
  const draft = taskDraft(task);

  it('come back as they were', () => {
    const result = taskFieldsOf(draft);
    expect('fields' in result && { ...task, ...result.fields }).toEqual(task);
  });

  it('need the days of their kind of time', () => {
    expect(taskFieldsOf({ ...draft, due: 'by', to: null })).toEqual({ faults: { to: 'required' } });
    expect(taskFieldsOf({ ...draft, to: undefined })).toEqual({ faults: { to: 'required' } });
    expect(taskFieldsOf({ ...draft, to: '2025-12-31' })).toEqual({ faults: { to: 'datesReversed' } });
    expect(taskFieldsOf({ ...draft, due: 'conditional', condition: ' ' })).toEqual({
      faults: { condition: 'required' },
    });
  });

  it('forget what another kind of time needed', () => {
    expect(taskFieldsOf({ ...draft, due: 'ongoing', to: null })).toMatchObject({
      fields: { time: { kind: 'ongoing' } },
    });
    expect(taskFieldsOf({ ...draft, due: 'recurring', every: 'month' })).toMatchObject({
      fields: { time: { kind: 'recurring', every: 'month' } },
    });
  });

  it('keep the words a day was counted from as long as the day is kept', () => {
    const counted = { ...task, time: { kind: 'by', to: '2026-02-01', counted: '15 ngày' } } as const;
    expect(taskFieldsOf(taskDraft(counted))).toMatchObject({ fields: { time: counted.time } });
  });
});
