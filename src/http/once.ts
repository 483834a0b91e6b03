import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '../api/endpoint.ts';
import type { App } from '../services/app.ts';
import { type Attempt, carryOutOnce } from '../services/once.ts';
import { Refusal } from '../values/refusal.ts';

/**
 * The key that a request which changes something comes with, so that it is carried out once. Not of files, which are the same
 * by what they hold, nor where an endpoint keeps keys of its own, nor where nobody is signed in.
 */
export function requestKeyOf(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  const asked = endpoint.method !== 'GET' && endpoint.access !== 'public' && endpoint.headers === undefined;
  if (key === undefined || !asked || request.isMultipart()) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Refusal('invalidInput', { field: 'idempotency-key' });
  return key;
}

type Asked = { app: App; userId: string; key: string; request: FastifyRequest; reply: FastifyReply };

/** Whoever asks again with the same key gets the first answer, byte for byte. */
export async function answerOnce(
  { app, userId, key, request, reply }: Asked,
  handle: (attempt: Attempt) => unknown,
): Promise<unknown> {
  const what = JSON.stringify([request.method, request.url, request.body ?? null]);
  let handled = false;
  let own: unknown;
  const answer = await carryOutOnce(app, { userId, key, what }, async (attempt) => {
    handled = true;
    own = await handle(attempt);
    return { answer: own === reply || own == null ? null : String(reply.serialize(own)) };
  });
  if (answer === null) return own;
  if (!handled) reply.header('idempotency-replayed', 'true');
  return reply.type('application/json; charset=utf-8').send(answer);
}
