import { z } from 'zod';
import { Task } from '../values/finding.ts';

/** A task of the register: the finding and the document it stands in. */
export const TaskRecord = Task.extend({
  documentId: z.uuid(),
  documentNumber: z.string().nullable(),
  documentTitle: z.string().nullable(),
  quote: z.string(),
});
export type TaskRecord = z.infer<typeof TaskRecord>;

export const assignmentRoles = ['lead', 'coord', 'monitor'] as const;
export const AssignmentRole = z.enum(assignmentRoles);
export type AssignmentRole = z.infer<typeof AssignmentRole>;
