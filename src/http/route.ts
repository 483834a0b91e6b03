import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '../api/endpoint.ts';
import { type Caller, mayCall } from '../registry/api-key.ts';
import type { Actor, Person } from '../registry/may.ts';
import { type App, appFor } from '../services/app.ts';
import type { Attempt } from '../services/once.ts';
import { Refusal } from '../values/refusal.ts';
import { keepDenied } from './denied.ts';
import { answerOnce, requestKeyOf } from './once.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

type Given<E, K extends 'params' | 'query' | 'body' | 'headers'> = E extends { [key in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;
type Answer<E> = E extends { response: infer S extends z.ZodType } ? z.output<S> : FastifyReply;

/** A request whose parts are what the endpoint says they are. */
type Call<E extends Endpoint> = {
  params: Given<E, 'params'>;
  query: Given<E, 'query'>;
  body: Given<E, 'body'>;
  headers: Given<E, 'headers'>;
  /** What services work with for whoever asks. */
  app: App;
  /** Whoever asks, with the posts held today; `user` is the same person. */
  actor: E['access'] extends 'public' ? Actor : Person;
  user: E['access'] extends 'public' ? Actor['user'] : Person['user'];
  request: FastifyRequest;
  reply: FastifyReply;
};

export type Handle<E extends Endpoint> = (call: Call<E>) => Answer<E> | Promise<Answer<E>>;

/** Registers an endpoint: the only way to a route. */
export type Route = <const E extends Endpoint>(endpoint: E, handle: Handle<E>) => void;

/** Costly calls a minute: of one person, by whatever session or key, and of one address where nobody is signed in yet. */
const costlyOfPerson = 120;
const costlyOfAddress = 600;

/** Whoever asks is looked up and judged before anything else of the request is read. */
export function routesOf(
  server: FastifyInstance,
  app: App,
  findActor: (request: FastifyRequest) => Promise<Caller>,
): Route {
  const actors = new WeakMap<FastifyRequest, Actor>();
  const countCostly = server.createRateLimit({
    timeWindow: 60_000,
    allowList: () => false,
    max: (request) => (actors.get(request)?.user ? costlyOfPerson : costlyOfAddress),
    keyGenerator: (request) => `costly ${actors.get(request)?.user?.id ?? request.ip}`,
  });
  const refuseTooMany = async (request: FastifyRequest) => {
    const counted = await countCostly(request);
    if (!counted.isAllowed && counted.isExceeded)
      throw new Refusal('tooManyRequests', { seconds: counted.ttlInSeconds });
  };
  keepDenied(server, app, (request) => actors.get(request));
  return (endpoint, handle) => {
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.bodyBytes && { bodyLimit: endpoint.bodyBytes }),
      config: { endpoint },
      schema: {
        summary: endpoint.summary,
        ...(endpoint.params && { params: endpoint.params }),
        ...(endpoint.query && { querystring: endpoint.query }),
        ...(endpoint.body && { body: endpoint.body }),
        ...(endpoint.headers && { headers: endpoint.headers }),
        ...(endpoint.response && { response: { '2xx': endpoint.response } }),
      },
      onRequest: async (request) => {
        const actor = await findActor(request);
        actors.set(request, actor);
        if (!mayCall(actor, endpoint)) throw refusalFor(actor);
        if (endpoint.costly) await refuseTooMany(request);
      },
      handler: async (request, reply) => {
        const { params, query, body, headers } = request;
        const actor = actors.get(request) ?? { user: null, posts: [] };
        const handled = (attempt?: Attempt) => {
          const own = appFor(app, actor, request.ip, attempt);
          const call = { params, query, body, headers, app: own, actor, user: actor.user, request, reply };
          return handle(call as Parameters<typeof handle>[0]);
        };
        const key = requestKeyOf(endpoint, request);
        if (key === undefined || !actor.user) return handled();
        return answerOnce({ app, userId: actor.user.id, key, request, reply }, handled);
      },
    });
  };
}

function refusalFor({ user, session, key }: Caller): Refusal {
  if (!user) return new Refusal('notSignedIn');
  if (key) return new Refusal('notAllowed', { reason: 'key' });
  return new Refusal('notAllowed', session?.must ? { reason: session.must } : {});
}

/** Fails the start where somebody registered a route of the API without an endpoint. */
export function refuseStrayRoutes(server: FastifyInstance): void {
  server.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api') && !config?.endpoint) throw new Error(`${url} has no endpoint in src/api`);
  });
}
