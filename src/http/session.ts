import type { FastifyReply, FastifyRequest } from 'fastify';
import * as endpoints from '../api/session.ts';
import type { Caller } from '../registry/api-key.ts';
import { allowedVerbs } from '../registry/may.ts';
import { findKey } from '../services/accounts/keys.ts';
import { type Arrival, closeSession, findSession, type OpenedSession } from '../services/accounts/sessions.ts';
import type { App } from '../services/app.ts';
import { demoAccounts } from '../services/demo.ts';
import { actorOf, postsWithNames } from '../services/posts.ts';
import { signIn, takeSecondStep } from '../services/sign-in.ts';
import type { Route } from './route.ts';
import { clearSessionToken, sessionTokenOf, setSessionToken } from './session-cookie.ts';

const nobody: Caller = { user: null, posts: [] };

/** Who asks: a program with a key, or a person whose browser has a session. A key that is said is what counts, good or not. */
export async function findActor(app: App, request: FastifyRequest): Promise<Caller> {
  const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key !== undefined) return findKeyHolder(app, key, request.ip);
  const token = sessionTokenOf(request, app);
  const found = token === undefined ? undefined : await findSession(app, token);
  if (!found) return nobody;
  const { user, ...session } = found;
  return { ...(await actorOf(app, user)), session };
}

async function findKeyHolder(app: App, token: string, address: string): Promise<Caller> {
  const found = await findKey(app, token, address);
  if (!found) return nobody;
  const { user, ...key } = found;
  return { ...(await actorOf(app, user)), key };
}

export const arrivalOf = (request: FastifyRequest): Arrival => ({
  address: request.ip,
  device: request.headers['user-agent'] ?? '',
});

/** The session that the browser came with ends: whoever signs in leaves nothing of the one before. */
export async function bringIn(app: App, request: FastifyRequest, reply: FastifyReply, opened: OpenedSession) {
  const before = sessionTokenOf(request, app);
  if (before !== undefined) await closeSession(app, before);
  setSessionToken(reply, app, opened);
}

export function sessionRoutes(route: Route, app: App): void {
  route(endpoints.getSession, async ({ actor }) => ({
    user: actor.user,
    posts: await postsWithNames(app, actor.posts),
    may: allowedVerbs(actor),
    must: actor.session?.must ?? null,
    idleSeconds: actor.session?.idleSeconds ?? null,
    providers: app.accounts.providers.map(({ id, name }) => ({ id, name })),
    passwordLinks: app.mail !== null && app.publicUrl !== undefined,
    demoAccounts: await demoAccounts(app),
    maxFileBytes: app.maxFileBytes,
    readableExtensions: [...app.readableExtensions],
  }));

  route(endpoints.signIn, async ({ body, request, reply }) => {
    const answer = await signIn(app, body, arrivalOf(request));
    if ('step' in answer) return { step: answer.step };
    await bringIn(app, request, reply, answer.opened);
    return { step: null };
  });

  route(endpoints.takeSecondStep, async ({ body, request, reply }) => {
    await bringIn(app, request, reply, await takeSecondStep(app, body, arrivalOf(request)));
    return {};
  });

  route(endpoints.signOut, async ({ request, reply }) => {
    const token = sessionTokenOf(request, app);
    if (token !== undefined) await closeSession(app, token);
    clearSessionToken(reply, app);
    return {};
  });
}
