import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classAt, classesOf, drawnMap } from './map-drawing.ts';

it('puts every value into one class, equal ones into the same, in at most five', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 80 }), (values) => {
      const classes = classesOf(values);
      expect(classes.length).toBeLessThanOrEqual(5);
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      for (const [at, { count }] of classes.entries())
        expect(values.filter((value) => classAt(classes, value) === at)).toHaveLength(count);
    }),
  );
});

it('draws north up and keeps to its room, as wide as the land is there', () => {
  const square = (x: number, y: number): [number, number][] => [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ];
  const shapes = [
    { placeId: 'south', shape: [[square(106, 10)]] },
    { placeId: 'north', shape: [[square(106, 11)]] },
  ];
  const { height, places } = drawnMap(shapes, { width: 400, mostHeight: 300 });
  expect(height).toBeCloseTo(300);
  const [south, north] = places;
  expect(north?.at.y).toBeCloseTo(75);
  expect(south?.at.y).toBeCloseTo(225);
  expect(south?.at.x).toBeCloseTo(200);
  // At eleven degrees north a degree east is 0.98 of one north.
  expect(south?.room).toBeCloseTo(150 * Math.sqrt(Math.cos((11 * Math.PI) / 180)));
  expect(drawnMap([], { width: 400, mostHeight: 300 }).places).toEqual([]);
});
