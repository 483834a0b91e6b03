import { describe, expect, it } from 'vitest';
import { aRegime } from '../../../test/regimes.ts';
import { fieldsOf, mergedRegime, newSectionKey } from './regime-draft.ts';

describe('a regime while it is written', () => {
  it('keeps what was changed here and takes what somebody else saved meanwhile', () => {
    const begun = aRegime({ name: 'Cũ', guide: 'Cũ' });
    const merged = mergedRegime(begun, { ...begun, guide: 'Của tôi' }, { ...begun, name: 'Của người khác' });
    expect(merged).toEqual({ ...begun, guide: 'Của tôi', name: 'Của người khác' });
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
