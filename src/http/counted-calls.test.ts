import { expect, it } from 'vitest';
import { CountedCalls } from './counted-calls.ts';

const minute = 60_000;

const countOf = (calls: CountedCalls, key: string, window = minute) => {
  let counted = { current: 0, ttl: 0 };
  calls.incr(
    key,
    (_, found) => {
      counted = found;
    },
    window,
  );
  return counted;
};

it('counts the calls of each within its window, and begins again after it', () => {
  const calls = new CountedCalls();
  expect([countOf(calls, 'a').current, countOf(calls, 'a').current, countOf(calls, 'b').current]).toEqual([1, 2, 1]);
  expect(countOf(calls, 'a').ttl).toBeGreaterThan(minute / 2);
  expect(countOf(calls, 'a', 0).current).toBe(1);
  expect(countOf(calls.child(), 'a').current).toBe(1);
});

it('lets go of who began first where there are too many', () => {
  const calls = new CountedCalls();
  for (let nth = 0; nth <= 5000; nth++) countOf(calls, `${nth}`);
  expect([countOf(calls, '5000').current, countOf(calls, '0').current]).toEqual([2, 1]);
});
