import { z } from 'zod';
import { roman } from '../values/roman.ts';

/** Đề cương: the sections that a report consists of, in their order, and who owes which. */

/** Everybody who reports, or these agencies and the members of these groups. Nobody: the coordinator writes it alone. */
export const SectionOwners = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ agencies: z.array(z.string().min(1).max(200)).max(500), groups: z.array(z.string().max(200)).max(50) }),
]);
export type SectionOwners = z.infer<typeof SectionOwners>;

export const OutlineSection = z.object({
  /** Stays when the title is reworded: what was written is found by it. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(500),
  /** 1 is a part, 2 a section of it, 3 a point, 4 a dash. */
  level: z.int().min(1).max(4),
  /** What belongs into it, for whoever writes. */
  guide: z.string().trim().max(2000),
  owners: SectionOwners,
});
export type OutlineSection = z.infer<typeof OutlineSection>;

export const Outline = z
  .array(OutlineSection)
  .max(200)
  .refine((sections) => new Set(sections.map(({ key }) => key)).size === sections.length);
export type Outline = z.infer<typeof Outline>;

export type NumberedSection<S> = S & { number: string };

/** "Phần I", "1.", "a)": each level counted within the one above (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.5). */
export function numbered<S extends Pick<OutlineSection, 'level'>>(outline: readonly S[]): NumberedSection<S>[] {
  const counts = [0, 0, 0, 0];
  return outline.map((section) => {
    const at = section.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    return { ...section, number: numberOf(section.level, counts[at] ?? 1) };
  });
}

// Of Vietnamese letters those that count points: no f, j, w, z; đ after d.
const letters = 'abcdđeghiklmnopqrstuvxy';

function numberOf(level: number, count: number): string {
  if (level === 1) return `Phần ${roman(count)}`;
  if (level === 2) return `${count}.`;
  return level === 3 ? `${letters[count - 1] ?? count})` : '-';
}

/** Whether an agency owes this section. */
export const owes = (
  owners: SectionOwners,
  agencyId: string,
  membersOf: (group: string) => readonly string[],
): boolean =>
  'all' in owners ||
  owners.agencies.includes(agencyId) ||
  owners.groups.some((group) => membersOf(group).includes(agencyId));

export const isOwned = (owners: SectionOwners): boolean =>
  'all' in owners || owners.agencies.length > 0 || owners.groups.length > 0;
