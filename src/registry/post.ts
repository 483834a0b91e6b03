import { z } from 'zod';

export const roles = [
  // users, posts, settings, jobs, audit
  'administrator',
  // documents, assignments, rounds, consolidation
  'coordinator',
  // reads all, directs, decides
  'leader',
  // thủ trưởng: approves inside the agency, and sends
  'head',
  // enters for the agency
  'officer',
  // HĐND, Mặt trận: reads what was sent, asks questions that must be answered
  'supervisor',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A role that a person holds in an agency; it reaches that agency and all below it. */
export const Post = z.object({ role: Role, agencyId: z.string() });
export type Post = z.infer<typeof Post>;
