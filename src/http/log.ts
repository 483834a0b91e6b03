import { randomBytes } from 'node:crypto';
import { tracingChannel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { App } from '../services/app.ts';
import { failureOf } from '../services/failures.ts';
import { type ObservedRequest, observed } from '../values/observed.ts';
import { Refusal } from '../values/refusal.ts';

/** Every request has an id: it stands in its answer, in all that is written down about it, and in the words about a failure. */

export const idHeader = 'x-request-id';

/** Letters and digits that are not taken for one another when somebody reads them out. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const newId = (): string => Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join('');

/** Not so long and of nothing that could be more than an id where it is shown or searched for. */
const harmless = /^[\w-]{8,64}$/;

type Trusts = (address: string, hop: number) => boolean;

export const trustsOf = (proxies: string): Trusts => proxyAddr.compile(proxies.split(',').map((one) => one.trim()));

/** A proxy that is trusted may have given it an id already; nobody else can. */
const idOf =
  (trusts: Trusts | undefined) =>
  ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string => {
    const given = headers[idHeader];
    const fromProxy = trusts?.(socket.remoteAddress ?? '', 0) ?? false;
    return fromProxy && typeof given === 'string' && harmless.test(given) ? given : newId();
  };

/** Which question it was, in the form "/api/deadlines/:key"; what leads nowhere is "". */
export const askedOf = ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url ?? '' });

const requests = tracingChannel<unknown, ObservedRequest>(observed.request);
const observedRequests = new WeakMap<FastifyRequest, ObservedRequest>();

declare module 'fastify' {
  interface FastifyInstance {
    /** Keeps what failed for the administrator. */
    noteFailure?: App['failures']['note'];
  }
}

/** Why a request was answered with a failure: a fault of ours, or something else that failed, like the database. */
export function logFailure(request: FastifyRequest, error: unknown): void {
  const [cause, code] = error instanceof Refusal ? [error.cause, error.code] : [error, 'defect'];
  if (!(cause instanceof Error)) return;
  request.log.error({ err: cause, ...askedOf(request) }, code);
  request.server.noteFailure?.({ requestId: request.id, ...askedOf(request), code, ...failureOf(cause) });
}

/** One line for each request, when it is over, in place of Fastify's own, which tell the address and the visitor. */
class RequestLines extends LogController {
  override incomingRequest(): void {}
  override requestCompleted(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const facts = { ...askedOf(request), status: reply.statusCode };
    request.log.info({ ...facts, ms: Math.round(reply.elapsedTime) }, 'request');
    const told = observedRequests.get(request);
    if (told)
      requests.asyncEnd.publish(Object.assign(told, { status: reply.statusCode, seconds: reply.elapsedTime / 1000 }));
  }
  override defaultErrorLog(): void {}
  override routeNotFound(): void {}
  override streamError(error: Error & { code?: string }, request: FastifyRequest): void {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') request.log.warn({ err: error, ...askedOf(request) }, 'cut off');
  }
}

/** How a server of Fastify writes down what happens. */
export const loggedBy = (log: App['log'], trusts?: Trusts) => ({
  loggerInstance: log as FastifyBaseLogger,
  genReqId: idOf(trusts),
  logController: new RequestLines({ requestIdLogLabel: 'id' }),
});

/** Tells whoever counts or traces of each request, and what is done for it of being done for it. */
export function observeRequests(server: FastifyInstance, trusts?: Trusts): void {
  server.addHook('onRequest', (request, _, done) => {
    if (!requests.hasSubscribers) return done();
    const { traceparent } = request.headers;
    // Nobody else may say what a request is part of, or that it is worth keeping.
    const fromProxy = trusts?.(request.socket.remoteAddress ?? '', 0) ?? false;
    const told: ObservedRequest = {
      ...askedOf(request),
      id: request.id,
      ...(fromProxy && typeof traceparent === 'string' && { traceparent }),
    };
    observedRequests.set(request, told);
    requests.start.runStores(told, () => done());
  });
  // The body came in the course of the connection: from here on it is that of the request again.
  server.addHook('preValidation', (request, _, done) => {
    const told = observedRequests.get(request);
    if (told) requests.asyncStart.runStores(told, () => done());
    else done();
  });
}

export function answerIds(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ id }, reply) => {
    reply.header(idHeader, id);
  });
}
