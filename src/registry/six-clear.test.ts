import { describe, expect, it } from 'vitest';
import { missingOf, type SaidOfDuty, type SaidOfOrigin } from './six-clear.ts';

const origin = (more: Partial<SaidOfOrigin> = {}): SaidOfOrigin => ({
  ...{ findingKind: 'task', quote: 'Lập kế hoạch', product: null, dueKind: 'none', monitored: false },
  ...more,
});
const duty = (more: Partial<SaidOfDuty> = {}): SaidOfDuty => ({
  ...{ kind: 'assigned', stage: 'accepted', officer: false, content: null, product: null, authority: null },
  ...{ due: null, waitsFor: null, origins: [origin()] },
  ...more,
});

describe('what of the six is not clear', () => {
  it('is all that neither the document nor anybody has said', () => {
    expect(missingOf(duty())).toEqual(['person', 'product', 'time', 'authority']);
    expect(missingOf(duty({ stage: 'returned', origins: [] }))).toContain('responsibility');
    expect(missingOf(duty({ officer: true, product: 'Kế hoạch', due: '2026-03-31', authority: 'UBND tỉnh' }))).toEqual(
      [],
    );
  });

  it('is not what the document says: its product, who approves that, who monitors, a time that is always', () => {
    const said = origin({ product: 'Quyết định của UBND tỉnh', dueKind: 'ongoing' });
    expect(missingOf(duty({ origins: [said] }))).toEqual(['person']);
    expect(missingOf(duty({ origins: [origin({ monitored: true })] }))).toEqual(['person', 'product', 'time']);
    expect(missingOf(duty({ waitsFor: 'khi được giao vốn' }))).not.toContain('time');
  });

  it('is of a target neither its product nor, of a part, who decides on it', () => {
    expect(missingOf(duty({ origins: [origin({ findingKind: 'target', dueKind: null })] }))).not.toContain('product');
    expect(missingOf(duty({ kind: 'part', content: 'Rà soát', origins: [origin({ product: 'Báo cáo' })] }))).toEqual([
      'person',
      'product',
      'time',
    ]);
  });
});
