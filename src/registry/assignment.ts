import type { PlainDate } from '../values/plain-date.ts';
import type { FindingKind, MentionRole } from './review.ts';

/** One finding of one document. */
export type WorkItem = { documentId: string; findingKind: FindingKind; findingId: string };

/** Who has a piece of work, from which day (inclusive) to which (exclusive; null: still). */
export type Assignment = WorkItem & {
  id: number;
  role: MentionRole;
  agencyId: string;
  /** The name in the document that it comes from. */
  namedPosition: number;
  /** The field of work that decided the heir where an agency was split. */
  field: string | null;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  /** The reorganisation that made it, or ended it. */
  madeBy: string | null;
  endedBy: string | null;
  /** The rows it carries on, where a reorganisation made it: two after a merger. */
  origins: number[];
};

export const itemKey = ({ documentId, findingKind, findingId }: WorkItem): string =>
  `${documentId} ${findingKind} ${findingId}`;
