import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as endpoints from '../api/session.ts';
import { type Actor, allowedVerbs } from '../registry/may.ts';
import type { App } from '../services/app.ts';
import { demoAccounts } from '../services/demo.ts';
import { actorOf, postsWithNames } from '../services/posts.ts';
import { findSignedIn, signIn, signOut } from '../services/sign-in.ts';
import { Refusal } from '../values/refusal.ts';
import type { Route } from './route.ts';

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

const nobody: Actor = { user: null, posts: [] };

export async function findActor(app: App, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
  if (request.headers.cookie === undefined) return nobody;
  const found = await findSignedIn(app.auth, headersOf(request));
  if (!found) return nobody;
  reply.header('set-cookie', found.cookies);
  return actorOf(app, found.user);
}

const minute = 60_000;

/** Wrong passwords are counted for each account and for each address that tries; right ones are free. */
export function sessionRoutes(server: FastifyInstance, route: Route, app: App): void {
  const emailOf = (request: FastifyRequest): string => {
    const { email } = request.body as { email: string };
    return email.toLowerCase();
  };
  const limiters = [
    server.createRateLimit({
      max: 10,
      timeWindow: 5 * minute,
      keyGenerator: (request) => `account ${emailOf(request)}`,
    }),
    server.createRateLimit({ max: 50, timeWindow: 5 * minute, keyGenerator: (request) => `address ${request.ip}` }),
  ];
  const refuseTooMany = async (request: FastifyRequest) => {
    for (const limiter of limiters) {
      const limit = await limiter(request, { increment: false });
      if (!limit.isAllowed && limit.remaining === 0)
        throw new Refusal('tooManyRequests', { seconds: limit.ttlInSeconds });
    }
  };
  const sessionOf = async (actor: Actor) => ({
    user: actor.user,
    posts: await postsWithNames(app, actor.posts),
    may: allowedVerbs(actor),
    demoAccounts: await demoAccounts(app),
    maxFileBytes: app.maxFileBytes,
    readableExtensions: [...app.readableExtensions],
  });

  route(endpoints.getSession, ({ actor }) => sessionOf(actor));

  route(endpoints.signIn, async ({ body, request, reply }) => {
    await refuseTooMany(request);
    try {
      const { user, cookies } = await signIn(app.auth, body, headersOf(request));
      reply.header('set-cookie', cookies);
      return await sessionOf(await actorOf(app, user));
    } catch (error) {
      if (error instanceof Refusal) for (const limiter of limiters) await limiter(request);
      throw error;
    }
  });

  route(endpoints.signOut, async ({ request, reply }) => {
    const { cookies } = await signOut(app.auth, headersOf(request));
    reply.header('set-cookie', cookies);
    return {};
  });
}
