import { describe, expect, it } from 'vitest';
import type { RegimeLine } from '../../../src/registry/regime.ts';
import { faultsOfLines } from '../../../src/registry/regime-lines.ts';
import { aRegime } from '../../../test/regimes.ts';
import { fieldsOf, mergedRegime, newSectionKey } from './regime-draft.ts';

const aLine = (changes: Partial<RegimeLine> = {}): RegimeLine => ({
  ...{ indicatorId: 'thu', line: '', span: 'toDate', basis: 'estimated', agencyId: null },
  ...changes,
});

describe('a regime while it is written', () => {
  it('keeps what was changed here and takes what somebody else saved meanwhile', () => {
    const begun = aRegime({ name: 'Cũ', guide: 'Cũ' });
    const merged = mergedRegime(begun, { ...begun, guide: 'Của tôi' }, { ...begun, name: 'Của người khác' });
    expect(merged).toEqual({ ...begun, guide: 'Của tôi', name: 'Của người khác' });
  });

  it('keeps the order given to its lines here when somebody else saved something else', () => {
    const begun = aRegime({ lines: [aLine(), aLine({ indicatorId: 'chi' })] });
    const mine = { ...begun, lines: begun.lines.toReversed() };
    expect(mergedRegime(begun, mine, { ...begun, name: 'Mới' })).toEqual({ ...mine, name: 'Mới' });
  });

  it('says which line asks for what another asks already, or for what has no number', () => {
    const catalogue = new Map([
      ['thu', { measure: 'level' as const }],
      ['nong-thon-moi', { measure: 'condition' as const }],
    ]);
    const lines = [
      aLine({ agencyId: 'so-a' }),
      aLine({ agencyId: 'so-b', basis: 'planned' }),
      aLine({ line: 'Xuất khẩu' }),
      aLine({ line: 'xuất khẩu' }),
      aLine(),
      aLine({ indicatorId: 'nong-thon-moi' }),
      aLine({ indicatorId: 'khong-co' }),
    ];
    expect(faultsOfLines(lines, (id) => catalogue.get(id))).toEqual([
      { fault: 'lineTwice', other: 5 },
      null,
      null,
      { fault: 'lineTwice', other: 3 },
      null,
      { fault: 'lineWithoutNumber' },
      { fault: 'lineUnknown' },
    ]);
  });

  it('is not to be saved while something is missing', () => {
    expect(fieldsOf({ ...aRegime(), receiverId: null })).toBeUndefined();
    expect(fieldsOf(aRegime({ reporters: [] }))).toBeUndefined();
    expect(fieldsOf(aRegime())).toEqual(aRegime());
  });

  it('never gives a section the key of another', () => {
    expect(newSectionKey(['phan-1', 'phan-3'])).toBe('phan-4');
    expect(newSectionKey([])).toBe('phan-1');
  });
});
