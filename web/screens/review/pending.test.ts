import { describe, expect, it } from 'vitest';
import { targetItem, taskItem } from '../../../test/review-items.ts';
import { type Pending, rebased, seen, withPending } from './pending.ts';

describe('What was done and not yet answered', () => {
  const items = [targetItem('t1'), targetItem('t2'), taskItem('n1')];
  const [first, second] = items as [(typeof items)[0], (typeof items)[0]];

  it('is seen at once', () => {
    const shown = withPending(items, [
      { number: 1, action: { verb: 'accept', items: [seen(first)] } },
      { number: 2, action: { verb: 'reject', items: [seen(second)] } },
    ]);
    expect(shown.map(({ review }) => review)).toEqual(['accepted', 'rejected', 'proposed']);
  });

  it('is seen in its order, and leaves no trace when it is taken out', () => {
    const accept: Pending = { number: 1, action: { verb: 'accept', items: [seen(first)] } };
    const reopen: Pending = { number: 2, action: { verb: 'reopen', items: [seen(first)] } };
    expect(withPending(items, [accept, reopen])[0]?.review).toBe('proposed');
    expect(withPending(items, [])).toEqual(items);
  });

  it('shows corrected fields and keeps the others', () => {
    const action = {
      verb: 'correct',
      item: seen(first),
      change: { kind: 'target', fields: { value: 7, unit: undefined } },
    } as const;
    const [shown] = withPending(items, [{ number: 1, action }]);
    expect(shown).toMatchObject({ review: 'accepted', record: { value: 7, unit: '%', name: 'Chỉ tiêu t1' } });
  });

  it('follows the versions of what the same person did before, and of nothing else', () => {
    const action = { verb: 'accept', items: [seen(first), seen(second)] } as const;
    const after = rebased({ ...action, items: [...action.items] }, [{ ...first, version: 4 }]);
    expect(after).toMatchObject({
      items: [
        { id: 't1', version: 4 },
        { id: 't2', version: 1 },
      ],
    });
    expect(rebased({ verb: 'undo' }, [first])).toEqual({ verb: 'undo' });
  });
});
