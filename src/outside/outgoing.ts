import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { allowedAddresses } from './addresses.ts';
import { observeCall } from './observed-call.ts';

/** `innerHosts`: hosts of inner networks that may be asked, as the operator names them. */
export type OutgoingLimits = { innerHosts: readonly string[]; timeoutMs: number };

export type Question = {
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * The one way to ask an address that somebody has written down. It goes to the address that the name has at this moment and to no
 * other: a name that answers differently the second time it is asked gains nothing. Redirects are not followed.
 * @throws AddressForbidden
 */
export const askOutside = (url: URL, question: Question, limits: OutgoingLimits): Promise<IncomingMessage> =>
  observeCall(question.method, url.host, async (call) => {
    const headers = { ...question.headers, ...call.headers };
    const answer = await ask(url, { ...question, headers }, limits);
    call.status = answer.statusCode;
    return answer;
  });

async function ask(
  url: URL,
  { method, headers, body, signal }: Question,
  { innerHosts, timeoutMs }: OutgoingLimits,
): Promise<IncomingMessage> {
  const found = await allowedAddresses(url, innerHosts);
  const lookup: LookupFunction = (_, options, done) => {
    const [first] = found;
    if (options.all) done(null, found);
    else done(null, first?.address ?? '', first?.family);
  };
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method,
      lookup,
      // A connection of its own: none that is kept was looked at for this question.
      agent: false,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
    });
    request.once('error', reject);
    request.once('response', resolve);
    request.end(body);
  });
}

/** Of an answer so much is read: what a provider of single sign-on says has a few thousand letters. */
const longestAnswer = 1_000_000;

/** The same in the form of `fetch`, for libraries that ask by it. */
export async function fetchOutside(
  address: string,
  { body, ...question }: Omit<Question, 'body'> & { body?: unknown },
  limits: OutgoingLimits,
): Promise<Response> {
  const answer = await askOutside(new URL(address), { ...question, body: sendable(body) }, limits);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestAnswer) throw new Error(`${new URL(address).host} answers more than ${longestAnswer} bytes`);
    parts.push(part);
  }
  const { statusCode: status = 0 } = answer;
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const holdsNothing = [204, 205, 304].includes(status);
  return new Response(holdsNothing ? null : Buffer.concat(parts), { status, headers });
}

function sendable(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('only text and bytes are sent');
}
