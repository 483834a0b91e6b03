import { z } from 'zod';
import type { DueKind } from '../values/due.ts';
import { Task } from '../values/finding.ts';
import { Note } from '../values/note.ts';
import { PlainDate } from '../values/plain-date.ts';
import { DocumentState } from './document-state.ts';
import type { Order, Standing } from './listing.ts';
import { Named } from './named.ts';
import { ReviewState } from './review-state.ts';

/** A task of the register: the finding and the document it stands in. */
export const TaskRecord = Task.extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  quote: z.string(),
  /** What is to be checked about it. */
  notes: z.array(Note),
  documentState: DocumentState,
  review: ReviewState,
  /** The days of its being in force; null before it is issued, and while it has not ended. */
  validFrom: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  /** Who has its work on the day that the list is of, where a reorganisation has moved it. */
  movedTo: z.array(Named),
});
export type TaskRecord = z.infer<typeof TaskRecord>;

export const assignmentRoles = ['lead', 'coord', 'monitor'] as const;
export const AssignmentRole = z.enum(assignmentRoles);
export type AssignmentRole = z.infer<typeof AssignmentRole>;

export const taskColumns = [
  'ordinal',
  'content',
  'lead',
  'coord',
  'monitor',
  'time',
  'product',
  'funding',
  'note',
  'group',
  'section',
  'document',
  'state',
  'validFrom',
  'validUntil',
  'confidence',
  'notes',
] as const;
export type TaskColumn = (typeof taskColumns)[number];

export const taskSorts = ['document', 'content', 'lead', 'time'] as const;

/** Which tasks, and in what order. Sorted by document, ascending is as in the list of documents: newest issued first. */
export type TaskQuery = Standing & {
  q?: string | undefined;
  document: string[];
  /** Years that its time falls in or spans. */
  year: number[];
  group: string[];
  /** Keys of registry/agency.ts. */
  agency: string[];
  /** In which role the agencies named above stand, or any agency where none is named. */
  role: AssignmentRole[];
  due: DueKind[];
  /** Those with a note, or those without. */
  noted?: 'true' | 'false' | undefined;
  sort: (typeof taskSorts)[number];
  order: Order;
};
