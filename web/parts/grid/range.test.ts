import { expect, it } from 'vitest';
import { at, holds, moved, rectangleOf } from './range.ts';

const size = { rows: 10, columns: 4 };
const key = (name: string, held: { ctrl?: boolean; shift?: boolean } = {}) => ({
  key: name,
  ctrl: held.ctrl ?? false,
  shift: held.shift ?? false,
});

it('moves by one cell and stays inside the grid', () => {
  expect(moved(at({ row: 0, column: 0 }), key('ArrowUp'), size)).toEqual(at({ row: 0, column: 0 }));
  expect(moved(at({ row: 0, column: 0 }), key('ArrowRight'), size)).toEqual(at({ row: 0, column: 1 }));
  expect(moved(at({ row: 9, column: 3 }), key('PageDown'), size)).toEqual(at({ row: 9, column: 3 }));
});

it('goes to the ends with Control, Home and End', () => {
  expect(moved(at({ row: 4, column: 2 }), key('ArrowDown', { ctrl: true }), size)?.active).toEqual({
    row: 9,
    column: 2,
  });
  expect(moved(at({ row: 4, column: 2 }), key('Home', { ctrl: true }), size)?.active).toEqual({ row: 0, column: 0 });
  expect(moved(at({ row: 4, column: 2 }), key('End'), size)?.active).toEqual({ row: 4, column: 3 });
});

it('draws a range from where it was begun with Shift, in any direction', () => {
  const selection = moved(at({ row: 4, column: 2 }), key('ArrowUp', { shift: true }), size);
  expect(selection).toEqual({ anchor: { row: 4, column: 2 }, active: { row: 3, column: 2 } });
  if (!selection) return;
  expect(rectangleOf(selection)).toEqual({ top: 3, bottom: 4, left: 2, right: 2 });
  expect(holds(rectangleOf(selection), { row: 4, column: 2 })).toBe(true);
  expect(holds(rectangleOf(selection), { row: 5, column: 2 })).toBe(false);
});

it('leaves other keys alone', () => expect(moved(at({ row: 0, column: 0 }), key('a'), size)).toBeUndefined());
