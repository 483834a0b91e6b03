import type { HeldFinding, Mention } from './held-finding.ts';
import type { MentionRole } from './review.ts';

/** Who gets a finding's work when its document is issued. */

export type Given = { role: MentionRole; position: number; agencyId: string };

/** Whoever leads does not also work along, though "Các sở, ban, ngành" names it again. */
const strongestFirst: readonly MentionRole[] = ['lead', 'monitor', 'coord', 'named'];

/**
 * Each agency once in a role: those named, and of groups their members, each by itself. Names that mean nothing known, and
 * "liên quan" groups of which nobody has chosen members, give the work to nobody yet.
 * @param membersOf of a group whose members nobody need choose
 */
export function givenBy({ mentions }: HeldFinding, membersOf: (groupId: string) => readonly string[]): Given[] {
  const given: Given[] = [];
  const has = (agencyId: string, roles: readonly MentionRole[]) =>
    given.some((one) => one.agencyId === agencyId && roles.includes(one.role));
  for (const role of strongestFirst) {
    const barred: MentionRole[] = role === 'coord' ? ['coord', 'lead'] : [role];
    for (const mention of mentions.filter((one) => one.role === role))
      for (const agencyId of meantBy(mention, membersOf))
        if (!has(agencyId, barred)) given.push({ role, position: mention.position, agencyId });
  }
  return given;
}

function meantBy({ agencyId, groupId, members }: Mention, membersOf: (groupId: string) => readonly string[]) {
  if (agencyId !== null) return [agencyId];
  return members ?? (groupId === null ? [] : membersOf(groupId));
}
