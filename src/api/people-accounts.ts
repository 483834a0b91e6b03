import { z } from 'zod';
import { accountStates } from '../registry/account.ts';
import { HandOver, OpenWork } from '../registry/leaving.ts';
import { Post } from '../registry/post.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.string().min(1).max(100) });
/** The address to hand over where the installation sends no mail; null where it was sent. */
const Link = z.object({ link: z.string().nullable() });

export const invitePerson = endpoint({
  method: 'POST',
  path: '/api/people/invitations',
  access: 'manageUsers',
  summary: 'Invite a person, with the posts they will hold',
  body: z.object({
    name: z.string().trim().min(2).max(120),
    email: z.email().max(200),
    posts: z.array(Post).max(20),
  }),
  response: Link.extend({ userId: z.string() }),
});

export const invitePersonAgain = endpoint({
  method: 'POST',
  path: '/api/people/:id/invitation',
  access: 'manageUsers',
  summary: 'A new link for somebody who has not come yet, or comes back',
  params,
  response: Link,
});

export const PersonAccount = z.object({
  state: z.enum(accountStates),
  seenAt: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
  lockedUntil: z.iso.datetime().nullable(),
  sessions: z.int(),
});
export type PersonAccount = z.infer<typeof PersonAccount>;

export const getPersonAccount = endpoint({
  method: 'GET',
  path: '/api/people/:id/account',
  access: 'manageUsers',
  summary: "The state of somebody's account",
  params,
  response: PersonAccount,
});

export const releaseAccount = endpoint({
  method: 'POST',
  path: '/api/people/:id/release',
  access: 'manageUsers',
  summary: 'Open an account that was locked',
  params,
  response: z.object({}),
});

export const lockAccount = endpoint({
  method: 'POST',
  path: '/api/people/:id/lock',
  access: 'manageUsers',
  summary: 'Lock an account until an administrator opens it',
  params,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  response: z.object({}),
});

export const resetSecondFactor = endpoint({
  method: 'DELETE',
  path: '/api/people/:id/second-factor',
  access: 'manageUsers',
  summary: "Take somebody's second factor away, so that they add a new one",
  params,
  response: z.object({}),
});

export const endSessionsOf = endpoint({
  method: 'DELETE',
  path: '/api/people/:id/sessions',
  access: 'manageUsers',
  summary: "End all of somebody's sessions",
  params,
  response: z.object({}),
});

const WorkToHandOver = OpenWork.extend({
  agencyName: z.string(),
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const getLeaving = endpoint({
  method: 'GET',
  path: '/api/people/:id/leaving',
  access: 'manageUsers',
  summary: 'What somebody has in hand, and who could take it over',
  params,
  response: z.object({ work: z.array(WorkToHandOver) }),
});

export const endAccount = endpoint({
  method: 'POST',
  path: '/api/people/:id/leaving',
  access: 'manageUsers',
  summary: 'Somebody leaves: their open work goes to the colleagues named, their posts and sessions end',
  params,
  body: z.object({ handOver: z.array(HandOver).max(100), reason: z.string().trim().min(1).max(500) }),
  response: z.object({}),
});
