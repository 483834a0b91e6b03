import { describe, expect, it } from 'vitest';
import { expectedRoles } from '../../test/rights-matrix.ts';
import { type Actor, allowedVerbs, may, verbs } from './may.ts';
import { type Role, roles } from './post.ts';

const user = { id: 'u', name: 'Lan', email: 'lan@tinh.vn' };
const holding = (...posts: [Role, string][]): Actor => ({
  user,
  posts: posts.map(([role, agencyId]) => ({ role, agencyId })),
});
const nobody: Actor = { user: null, posts: [] };

describe('what a person may do', () => {
  it.each(verbs)('%s is for exactly the roles that it was meant for', (verb) => {
    expect(roles.filter((role) => may(holding([role, 'x']), verb))).toEqual(expectedRoles(verb));
  });

  it('is nothing without a post, but for what is everybody’s own', () => {
    expect(allowedVerbs(holding())).toEqual([]);
    expect([may(holding(), 'signedIn'), may(holding(), 'public')]).toEqual([true, true]);
  });

  it('is nothing but the public for nobody', () => {
    expect([may(nobody, 'public'), may(nobody, 'signedIn')]).toEqual([true, false]);
    expect(verbs.filter((verb) => may(nobody, verb))).toEqual([]);
  });

  it('reaches the agency of the post and all below it, and no other', () => {
    const head = holding(['head', 'so-y-te']);
    const reaches = (...agencyAndAbove: string[]) => may(head, 'approveProgress', { agencyAndAbove });
    expect(reaches('so-y-te', 'ubnd')).toBe(true);
    expect(reaches('trung-tam', 'so-y-te', 'ubnd')).toBe(true);
    expect(reaches('ubnd')).toBe(false);
    expect(reaches('so-tai-chinh', 'ubnd')).toBe(false);
  });

  it('does not mix the role of one post with the agency of another', () => {
    const both = holding(['head', 'so-y-te'], ['officer', 'so-tai-chinh']);
    expect(may(both, 'approveProgress', { agencyAndAbove: ['so-tai-chinh', 'ubnd'] })).toBe(false);
    expect(may(both, 'writeProgress', { agencyAndAbove: ['so-tai-chinh', 'ubnd'] })).toBe(true);
  });
});
