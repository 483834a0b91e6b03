import { describe, expect, it } from 'vitest';
import { country } from '../../test/agencies/seeds.ts';
import { type GroupFields, groupFaults, spellingOf } from './group-edit.ts';
import { readSeed } from './seed/seed.ts';

const group: GroupFields = {
  name: 'Các trường',
  keys: ['trường'],
  rule: [{ scope: 'province', kinds: ['service'], profiles: [], placeKinds: [] }],
  chosenByOfficer: false,
};
const other = { name: 'Các sở, ban, ngành tỉnh', keys: [spellingOf('các sở, ban, ngành tỉnh')] };
const codes = (fields: Partial<GroupFields>) =>
  groupFaults({ ...group, ...fields }, { groups: [other], profiles: new Set(['so-y-te']) }).map(({ code }) => code);

describe('a group of agencies that an officer writes', () => {
  it('takes a spelling as a document writes it, in whatever order and with whatever small words', () => {
    expect(spellingOf('Các sở, ban, ngành tỉnh')).toBe(spellingOf('các ban, ngành và sở của tỉnh'));
    expect(spellingOf('các sở có liên quan')).toBe('sở …');
    expect(spellingOf('UBND các huyện, thị xã, thành phố')).toBe('huyện thành_phố thị_xã ubnd');
    expect(spellingOf('các, và')).toBe('');
  });

  it('keeps every spelling of the delivered groups as it is, and none belongs to two', () => {
    const { groups } = readSeed(country.files, '');
    const keys = groups.flatMap((one) => one.keys);
    expect(keys.filter((key) => spellingOf(key) !== key)).toEqual([]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('is refused with what speaks against it', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ name: 'các sở, ban, ngành TỈNH' })).toEqual(['nameTaken']);
    expect(codes({ keys: [] })).toEqual(['noSpelling']);
    expect(codes({ keys: ['trường', ...other.keys] })).toEqual(['spellingTaken']);
    expect(codes({ keys: ['các'] })).toEqual(['spellingEmpty']);
    expect(codes({ rule: [] })).toEqual(['noPart']);
    expect(codes({ rule: [], chosenByOfficer: true })).toEqual([]);
    expect(codes({ rule: [{ scope: 'own', kinds: [], profiles: [], placeKinds: [] }] })).toEqual(['partEmpty']);
    expect(codes({ rule: [{ scope: 'own', kinds: [], profiles: ['so-la'], placeKinds: [] }] })).toEqual([
      'profileUnknown',
    ]);
  });
});
