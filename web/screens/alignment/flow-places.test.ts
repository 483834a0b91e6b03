import { describe, expect, it } from 'vitest';
import { placeFlow } from './flow-places.ts';

const item = (key: string) => ({ key, name: key, document: 'd' });

describe('the picture of who answers whom', () => {
  const columns = [[item('g1'), item('g2'), item('g3')], [item('p1'), item('p2'), item('alone')], [item('c1')]];
  const links = [
    { from: 'g1', to: 'p2' },
    { from: 'g2', to: 'p1' },
    { from: 'g3', to: null },
    { from: 'p1', to: 'c1' },
    { from: 'p2', to: 'c1' },
  ];

  it('sets partners near one another and leaves out what nobody asked for', () => {
    const { items } = placeFlow(columns, links);
    expect(items.filter(({ column }) => column === 1).map(({ key }) => key)).toEqual(['p2', 'p1']);
    expect(items.map(({ key }) => key)).not.toContain('alone');
  });

  it('gives each ribbon a place of its own where several come together, and lets a gap end where it begins', () => {
    const { items, ribbons } = placeFlow(columns, links);
    const city = items.find(({ key }) => key === 'c1');
    const into = ribbons.filter(({ link }) => link.to === 'c1').map(({ to }) => to);
    expect(new Set(into).size).toBe(2);
    expect(into.every((to) => to !== null && city && to > city.top && to < city.top + city.height)).toBe(true);
    expect(ribbons.find(({ link }) => link.from === 'g3')?.to).toBeNull();
  });

  it('puts nothing upon another', () => {
    const { items } = placeFlow(columns, links);
    for (const column of [0, 1, 2]) {
      const own = items.filter((one) => one.column === column).toSorted((a, b) => a.top - b.top);
      for (const [at, one] of own.slice(1).entries())
        expect(one.top).toBeGreaterThanOrEqual((own[at]?.top ?? 0) + (own[at]?.height ?? 0));
    }
  });
});
