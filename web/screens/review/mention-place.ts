import type { AgencyMention, MentionRole, ReviewItem } from '../../../src/registry/review.ts';

/** A body of a finding: its role, and which one in it; one behind the last is a new one. */
export type MentionPlace = { role: MentionRole; position: number };

const isOpen = ({ agency, group }: AgencyMention): boolean =>
  (!agency && !group) || (group?.chosenByOfficer === true && group.members === null);

/** The one to choose first: what stands in the way of accepting, then anything not known, then who leads. */
export function firstToChoose({ kind, mentions }: ReviewItem): MentionPlace {
  const leading = kind === 'task' ? 'lead' : 'named';
  const leads = mentions.filter(({ role }) => role === leading);
  const wanted = leads.find(isOpen) ?? (leads.length > 0 ? (mentions.find(isOpen) ?? leads[0]) : undefined);
  return wanted ? { role: wanted.role, position: wanted.position } : { role: leading, position: 0 };
}

export const mentionAt = ({ mentions }: ReviewItem, { role, position }: MentionPlace): AgencyMention | undefined =>
  mentions.find((mention) => mention.role === role && mention.position === position);
