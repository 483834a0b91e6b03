import { describe, expect, it } from 'vitest';
import { Refusal } from '../values/refusal.ts';
import { matchBoundaries, readBoundaries } from './boundary-file.ts';
import type { Place } from './place.ts';

const place = (id: string, code: string, from: string | null, until: string | null): Place => ({
  ...{ id, code, name: id, kind: 'commune', tier: 'commune', parentId: null, source: '' },
  ...{ validFrom: from, validUntil: until },
});
const places = [
  place('cu', '00101', null, '2025-07-01'),
  place('moi', '00101', '2025-07-01', null),
  place('xa-hai', '00102', null, null),
  place('chi-truoc', '00103', null, '2025-07-01'),
];
const square = (x: number, y: number) => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
];
const feature = (properties: object, coordinates: unknown = [square(106, 10)], type = 'Polygon') => ({
  ...{ type: 'Feature', properties },
  geometry: { type, coordinates },
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const reasonOf = (text: string): unknown => {
  try {
    readBoundaries(text);
    return 'read';
  } catch (error) {
    return error instanceof Refusal ? error.detail.reason : error;
  }
};

describe('boundaries out of a file', () => {
  it('finds the places of the day by their codes, whatever their property is called and though zeros are lost', () => {
    const features = readBoundaries(file(feature({ stt: 1, ma_xa: 101 }), feature({ stt: 2, ma_xa: '00102' })));
    const { property, shapes, unmatched } = matchBoundaries(features, places, { tier: 'commune', day: '2026-01-01' });
    expect([property, [...shapes.keys()], unmatched]).toEqual(['ma_xa', ['moi', 'xa-hai'], []]);
    const before = matchBoundaries(features, places, { tier: 'commune', day: '2025-06-30' });
    expect([...before.shapes.keys()]).toEqual(['cu', 'xa-hai']);
  });

  it('lists what shows no place, and why', () => {
    const features = readBoundaries(
      file(
        feature({ ten: 'Một', ma: '00101' }),
        feature({ ten: 'Một lần nữa', ma: '00101' }),
        feature({ ten: 'Đã hết', ma: '00103' }),
        feature({ ten: 'Lạ', ma: '99999' }),
        feature({ ten: 'Không mã' }),
        feature({ ten: 'Điểm', ma: '00102' }, [106, 10], 'Point'),
      ),
    );
    const { shapes, unmatched } = matchBoundaries(features, places, { tier: 'commune', day: '2026-01-01' });
    expect([...shapes.keys()]).toEqual(['moi']);
    expect(unmatched.map(({ at, name, why }) => [at, name, why])).toEqual([
      [2, 'Một lần nữa', 'twice'],
      [3, 'Đã hết', 'otherDay'],
      [4, 'Lạ', 'unknownCode'],
      [5, 'Không mã', 'noCode'],
      [6, 'Điểm', 'noArea'],
    ]);
  });

  it('keeps the parts and holes of a place, rounded to ten metres', () => {
    const hole = square(106.02, 10.02).map(([x = 0, y = 0]) => [x / 1, y + 0.000001]);
    const [read] = readBoundaries(file(feature({}, [[square(106, 10), hole], [square(107, 10)]], 'MultiPolygon')));
    expect(read?.shape?.map((rings) => rings.length)).toEqual([2, 1]);
    expect(read?.shape?.[0]?.[1]?.[0]).toEqual([106.02, 10.02]);
  });

  it.each([
    ['notJson', '<kml/>'],
    ['notFeatures', '{"type":"Topology"}'],
    ['empty', file()],
    ['notDegrees', file(feature({}, [square(560_000, 1_100_000)]))],
    ['read', file({ type: 'Feature' }, null, feature({}, 'x'), feature({}, [[[106]]]))],
  ])('says what is wrong with a file: %s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('refuses codes of which no place is known', () => {
    const features = readBoundaries(file(feature({ ma: '77777' })));
    expect(() => matchBoundaries(features, places, { tier: 'commune', day: '2026-01-01' })).toThrow(Refusal);
  });
});
