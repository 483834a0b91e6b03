import { z } from 'zod';
import { Verb } from '../registry/may.ts';
import { Post, Role } from '../registry/post.ts';
import { endpoint } from './endpoint.ts';

export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  /** What the person holds today. */
  posts: z.array(Post.extend({ agencyName: z.string() })),
  /** What the posts allow with anything at all; records say themselves what is allowed with them. */
  may: z.array(Verb),
  /** What this person must do before anything else. */
  must: z.enum(['changePassword', 'addSecondFactor']).nullable(),
  /** The session ends after so long without a request. */
  idleSeconds: z.int().nullable(),
  /** Providers of single sign-on. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether a link for a forgotten password can be sent. */
  passwordLinks: z.boolean(),
  /** Accounts of the demo province with their passwords; empty on an installation without the demo. */
  demoAccounts: z.array(
    z.object({ email: z.string(), name: z.string(), password: z.string(), role: Role, agencyName: z.string() }),
  ),
  maxFileBytes: z.int(),
  /** Extensions without the dot, in the order to show them. */
  readableExtensions: z.array(z.string()),
});
export type Session = z.infer<typeof Session>;

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  access: 'public',
  summary: 'Who is signed in, and what the sign-in page must know',
  response: Session,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  access: 'public',
  costly: true,
  summary: 'Sign in with e-mail and password; sets the session cookie, or gives the step that takes a one-time code',
  body: z.object({ email: z.email().max(200), password: z.string().min(1).max(400) }),
  response: z.object({ step: z.string().nullable() }),
});

export const takeSecondStep = endpoint({
  method: 'POST',
  path: '/api/session/second-step',
  access: 'public',
  costly: true,
  summary: 'The one-time code or a recovery code after the password; sets the session cookie',
  body: z.object({ step: z.string().min(1).max(100), code: z.string().min(1).max(50) }),
  response: z.object({}),
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  access: 'ownAccount',
  summary: 'End the session',
  response: z.object({}),
});
