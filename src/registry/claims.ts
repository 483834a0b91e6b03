import { z } from 'zod';
import { type Post, Role } from './post.ts';

const isLoopback = (host: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(host);

/** One provider of single sign-on, as the operator describes it. */
export const SsoProvider = z.object({
  /** Stands in addresses and in what is recorded. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** What the button says. */
  name: z.string().min(1),
  issuer: z
    .url()
    .refine((issuer) => issuer.startsWith('https:') || isLoopback(new URL(issuer).hostname), 'must be https'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scopes: z.array(z.string()).default(['openid', 'profile', 'email']),
  /** What the provider calls each thing. */
  claims: z
    .object({
      email: z.string().default('email'),
      name: z.string().default('name'),
      agency: z.string().default('agency'),
      role: z.string().default('role'),
    })
    .prefault({}),
  /** The provider's words for agencies and roles; what is not here gives no post. */
  agencies: z.record(z.string(), z.string()).default({}),
  roles: z.record(z.string(), Role).default({}),
  /** For whoever has an agency and no role that is known. */
  usualRole: Role.optional(),
  /** Its word that an e-mail belongs to somebody is taken: whoever has an account by that e-mail is that person. */
  trustEmail: z.boolean().default(false),
  /** Whoever has no account gets one. */
  createPeople: z.boolean().default(false),
});
export type SsoProvider = z.infer<typeof SsoProvider>;

export type Claims = Record<string, unknown>;

/** `unknown`: what was said and means nothing here. */
export type ClaimedPerson = {
  email: string | null;
  name: string | null;
  emailVerified: boolean;
  posts: Post[];
  unknown: string[];
};

const words = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((one): one is string => typeof one === 'string' && one !== '');

export function readClaims(provider: SsoProvider, claims: Claims): ClaimedPerson {
  const names = provider.claims;
  const agencies = words(claims[names.agency]);
  const roles = words(claims[names.role]);
  const knownRoles = [
    ...new Set(roles.map((role) => lookUp(provider.roles, role)).filter((role) => role !== undefined)),
  ];
  const held = knownRoles.length === 0 && provider.usualRole ? [provider.usualRole] : knownRoles;
  const agencyIds = [
    ...new Set(agencies.map((one) => lookUp(provider.agencies, one)).filter((id) => id !== undefined)),
  ];
  const [email = null] = words(claims[names.email]);
  const [name = null] = words(claims[names.name]);
  return {
    email,
    name,
    emailVerified: claims.email_verified === true,
    posts: agencyIds.flatMap((agencyId) => held.map((role) => ({ role, agencyId }))),
    unknown: [
      ...agencies.filter((one) => lookUp(provider.agencies, one) === undefined),
      ...roles.filter((one) => lookUp(provider.roles, one) === undefined),
    ],
  };
}

const lookUp = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
