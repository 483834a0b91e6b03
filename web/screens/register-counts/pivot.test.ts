import { describe, expect, it } from 'vitest';
import { largest, pivot, shorten } from './pivot.ts';

const counts = [
  { row: 'so-y-te', name: 'Sở Y tế', column: 'by', count: 2 },
  { row: 'cong-an', name: 'Công an tỉnh', column: 'by', count: 5 },
  { row: 'so-y-te', name: 'Sở Y tế', column: 'none', count: 1 },
];

describe('Counts laid out for a chart', () => {
  it('keep the order in which rows and columns were given', () => {
    const table = pivot(counts, ['by', 'ongoing', 'none']);
    expect(table.columns).toEqual(['by', 'none']);
    expect(table.rows.map(({ name, total }) => [name, total])).toEqual([
      ['Sở Y tế', 3],
      ['Công an tỉnh', 5],
    ]);
    expect(table.rows[0]?.cells.get('none')).toBe(1);
  });

  it('show the largest rows first where there are too many', () => {
    expect(largest(pivot(counts, ['by', 'none']), 1).rows.map(({ name }) => name)).toEqual(['Công an tỉnh']);
  });

  it('shorten a name that would not fit', () => {
    expect(shorten('Sở Y tế', 10)).toBe('Sở Y tế');
    expect(shorten('Ủy ban nhân dân tỉnh', 9)).toBe('Ủy ban n…');
  });
});
