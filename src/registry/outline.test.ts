import { describe, expect, it } from 'vitest';
import { isOwned, numbered, Outline, owes } from './outline.ts';

const section = (key: string, level: number) => ({
  key,
  level,
  title: key,
  guide: '',
  owners: { all: true as const },
});

describe('the outline of a report', () => {
  it('is numbered as official documents are: parts in Roman numerals, sections within them from one, points by letters', () => {
    const outline = [
      section('ket-qua', 1),
      section('kinh-te', 2),
      section('thu', 3),
      section('chi', 3),
      section('xa-hoi', 2),
      section('nhiem-vu', 1),
      section('giai-phap', 2),
    ];
    expect(numbered(outline).map(({ number }) => number)).toEqual(['Phần I', '1.', 'a)', 'b)', '2.', 'Phần II', '1.']);
  });

  it('counts points by the letters of the Vietnamese alphabet, with đ after d', () => {
    const outline = [section('a', 2), ...Array.from({ length: 6 }, (_, at) => section(`p${at}`, 3))];
    expect(
      numbered(outline)
        .slice(1)
        .map(({ number }) => number),
    ).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)']);
  });

  it('has no two sections under one key', () => {
    expect(Outline.safeParse([section('a', 1), section('a', 2)]).success).toBe(false);
  });

  it('is owed by everybody, by agencies that are named, or by members of a group', () => {
    const membersOf = (group: string) => (group === 'cac-xa' ? ['xa-a', 'xa-b'] : []);
    expect(owes({ all: true }, 'anybody', membersOf)).toBe(true);
    const owners = { agencies: ['so-tai-chinh'], groups: ['cac-xa'] };
    expect(['so-tai-chinh', 'xa-b', 'so-y-te'].map((agency) => owes(owners, agency, membersOf))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isOwned({ agencies: [], groups: [] })).toBe(false);
  });
});
