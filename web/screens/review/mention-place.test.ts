import { describe, expect, it } from 'vitest';
import type { AgencyMention } from '../../../src/registry/review.ts';
import { taskItem } from '../../../test/review-items.ts';
import { firstToChoose, mentionAt } from './mention-place.ts';

const mention = (role: AgencyMention['role'], position: number, known: boolean): AgencyMention => ({
  role,
  position,
  name: `${role} ${position}`,
  agency: known ? { id: 'a', name: 'a' } : null,
  group: null,
  matchedBy: null,
  heirs: [],
});

describe('The body to choose first', () => {
  it('is the lead that is not known', () => {
    const item = taskItem('n1', {
      mentions: [mention('coord', 0, false), mention('lead', 0, true), mention('lead', 1, false)],
    });
    expect(firstToChoose(item)).toEqual({ role: 'lead', position: 1 });
    expect(mentionAt(item, firstToChoose(item))?.name).toBe('lead 1');
  });

  it('is another that is not known where all leads are', () => {
    const item = taskItem('n1', { mentions: [mention('lead', 0, true), mention('coord', 0, false)] });
    expect(firstToChoose(item)).toEqual({ role: 'coord', position: 0 });
  });

  it('is a new lead where there is none', () => {
    expect(firstToChoose(taskItem('n1', { mentions: [mention('coord', 0, false)] }))).toEqual({
      role: 'lead',
      position: 0,
    });
    expect(firstToChoose(taskItem('n1'))).toEqual({ role: 'lead', position: 0 });
  });

  it('is a group whose members nobody has chosen', () => {
    const group = { id: 'g', name: 'các sở liên quan', chosenByOfficer: true, members: null };
    const item = taskItem('n1', { mentions: [mention('lead', 0, true), { ...mention('lead', 1, false), group }] });
    expect(firstToChoose(item)).toEqual({ role: 'lead', position: 1 });
  });
});
