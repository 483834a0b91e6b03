import { z } from 'zod';
import { type Access, type Actor, may, type Verb } from './may.ts';

/** What a key may change beside reading whatever its person may see; never more than that person's posts allow. */
const writing = {
  /** Figures: fills submissions in and sends lists of figures. */
  figures: ['fillSubmission', 'askCorrection', 'importFigures', 'sendFiles'],
  /** Work: progress, what stands in the way, other deadlines, evidence. */
  work: ['writeProgress', 'raiseObstacle', 'askDueChange', 'answerQuestion', 'sendFiles'],
  /** Documents: brings files in. */
  documents: ['importDocuments', 'sendFiles'],
  /** Nothing but the feed of deadlines: it stands in an address, which calendars and proxies write down. */
  calendar: [],
} as const satisfies Record<string, readonly Verb[]>;

export type KeyScope = keyof typeof writing;
const keyScopes = Object.keys(writing) as KeyScope[];
export const KeyScope = z.enum(keyScopes);

/** What looks after the installation is done by people, never by a key. */
const forPeople: readonly Access[] = ['ownAccount', 'manageUsers', 'changeSettings', 'manageJobs', 'readAudit'];

/** Whoever asks; with a key where a program does it for them. */
export type Caller = Actor & { key?: { id: string; scopes: readonly KeyScope[] } };

type Called = { method: string; access: Access };

/** The one question before each endpoint: may the person, and does the key open it? */
export const mayCall = ({ key, ...actor }: Caller, called: Called): boolean =>
  may(actor, called.access) && (key === undefined || keyOpens(key.scopes, called));

function keyOpens(scopes: readonly KeyScope[], { method, access }: Called): boolean {
  if (access === 'public') return true;
  if (forPeople.includes(access) || opensCalendarOnly(scopes)) return false;
  if (method === 'GET') return true;
  return scopes.some((scope) => (writing[scope] as readonly Access[]).includes(access));
}

/** What a key for a program may be made with. */
export const programScopes = keyScopes.filter((scope) => scope !== 'calendar');

export const opensCalendarOnly = (scopes: readonly KeyScope[]): boolean => scopes.includes('calendar');

/** Then a new one is made. */
export const longestKeyDays = 366;

export const KeyDraft = z.object({
  name: z.string().trim().min(2).max(120),
  scopes: z
    .array(KeyScope)
    .max(keyScopes.length)
    .refine((scopes) => !opensCalendarOnly(scopes) || scopes.length === 1),
  days: z.int().min(1).max(longestKeyDays),
});
export type KeyDraft = z.infer<typeof KeyDraft>;

export const KeyRecord = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(KeyScope),
  madeAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  usedFrom: z.string().nullable(),
});
export type KeyRecord = z.infer<typeof KeyRecord>;
