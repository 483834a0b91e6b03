import { describe, expect, it } from 'vitest';
import { emptyGroup, mergedGroup, shownSpellings, typedSpellings } from './group-draft.ts';

describe('writing a group', () => {
  it('leaves what was not touched as somebody else has saved it meanwhile', () => {
    const begun = { ...emptyGroup, name: 'Các sở', keys: ['sở'] };
    const mine = { ...begun, name: 'Các sở của tỉnh' };
    const theirs = { ...begun, name: 'Mọi sở', chosenByOfficer: true };
    expect(mergedGroup(begun, mine, theirs)).toEqual({ ...mine, chosenByOfficer: true });
  });

  it('shows spellings as people read them and takes each once', () => {
    expect(shownSpellings(['huyện thành_phố ubnd'])).toEqual(['huyện thành phố ubnd']);
    expect(typedSpellings(['huyện thành phố ubnd', 'UBND các huyện, thành phố'])).toEqual(['huyện thành_phố ubnd']);
  });
});
