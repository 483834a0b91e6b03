import { expect, it } from 'vitest';
import { doing, type History, noHistory, redoing, undoing } from './history.ts';

it('takes back what was done last and does it again', () => {
  const history = doing(doing<string>(noHistory, 'one'), 'two');
  const back = undoing(history);
  expect(back?.step).toBe('two');
  expect(back && redoing(back.history)).toEqual({ step: 'two', history });
});

it('forgets what was undone once something else is done', () => {
  const back = undoing(doing<string>(noHistory, 'one'));
  expect(back && redoing(doing(back.history, 'other'))).toBeUndefined();
});

it('has nothing to take back at the beginning', () => {
  const empty: History<string> = noHistory;
  expect(undoing(empty)).toBeUndefined();
  expect(redoing(empty)).toBeUndefined();
});
