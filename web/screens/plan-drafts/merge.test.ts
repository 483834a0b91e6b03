import { expect, it } from 'vitest';
import type { DraftTask, PlanDraftContent } from '../../../src/registry/plan-draft.ts';
import { begunDraft, mergedDraft } from './merge.ts';

const task = (key: string, content = key): DraftTask => ({
  ...{ key, source: null, kept: true, group: null, content, lead: [], coord: [], monitor: [] },
  ...{ time: '', product: null, funding: null },
});
const draft = (tasks: DraftTask[], about = 'Giao nhiệm vụ'): PlanDraftContent => ({
  ...{ form: 'assignment', issuerId: null, date: null, about, bases: [], purpose: '', carryingOut: '' },
  ...{ targets: [], tasks },
});
const contents = ({ tasks }: PlanDraftContent) => tasks.map(({ content }) => content);
const base = draft([task('a'), task('b'), task('c')]);

it('keeps what either of two people changed, added or took out', () => {
  const mine = draft([task('a', 'a của tôi'), task('b'), task('c'), task('d')]);
  const theirs = draft([task('a'), task('b', 'b của người khác')], 'Giao chỉ tiêu');
  const { content, both } = mergedDraft(base, mine, theirs);
  expect(contents(content)).toEqual(['a của tôi', 'b của người khác', 'd']);
  expect([content.about, both]).toEqual(['Giao chỉ tiêu', []]);
});

it('keeps the form that one chose beside the words of the plan that the other wrote', () => {
  const { content } = mergedDraft(base, { ...base, form: 'actionPlan' }, { ...base, purpose: 'Cụ thể hóa' });
  expect([content.form, content.purpose, content.carryingOut]).toEqual(['actionPlan', 'Cụ thể hóa', '']);
});

it('takes from here what both have changed, and names it', () => {
  const { content, both } = mergedDraft(
    base,
    draft([task('a', 'của tôi'), task('b'), task('c')]),
    draft([task('a', 'của người khác'), task('b'), task('c')]),
  );
  expect([contents(content), both]).toEqual([['của tôi', 'b', 'c'], ['của tôi']]);
});

it('keeps the order of whoever has moved rows here', () => {
  const { content } = mergedDraft(
    base,
    draft([task('c'), task('a'), task('b')]),
    draft([task('a'), task('b'), task('c'), task('d')]),
  );
  expect(contents(content)).toEqual(['c', 'a', 'b', 'd']);
});

it('goes on with what was typed on this device and had not arrived, beside what others saved since', () => {
  const typed = draft([task('a', 'a của tôi'), task('b'), task('c')]);
  const stored = draft([task('a'), task('b', 'b của người khác'), task('c')]);
  const { content, restored } = begunDraft(stored, { base, content: typed });
  expect([contents(content), restored]).toEqual([['a của tôi', 'b của người khác', 'c'], { both: [] }]);
});

it('says nothing of what had arrived, or was never typed', () => {
  const typed = draft([task('a', 'a của tôi'), task('b'), task('c')]);
  expect(begunDraft(typed, { base, content: typed })).toEqual({ content: typed });
  expect(begunDraft(base, undefined)).toEqual({ content: base });
});
