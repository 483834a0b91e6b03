import type { z } from 'zod';
import { type RefusalCode, refusalCodes } from '../values/refusal.ts';
import type { Endpoint } from './endpoint.ts';

type Input<T> = T extends z.ZodType ? z.input<T> : never;
/** What a query may name: any part of it, as the schema gives it out. */
type Query<T> = T extends z.ZodType ? { [K in keyof z.output<T>]?: z.output<T>[K] | undefined } : never;
type Answer<E extends Endpoint> = E extends { response: infer R extends z.ZodType } ? z.output<R> : undefined;

export type CallInput<E extends Endpoint> = (E extends { params: z.ZodType }
  ? { params: Input<E['params']> }
  : { params?: never }) &
  (E extends { query: z.ZodType } ? { query?: Query<E['query']> } : { query?: never }) &
  (E extends { body: z.ZodType } ? { body: Input<E['body']> } : { body?: never }) & { signal?: AbortSignal };

/**
 * `unreachable`: no answer came; `defect`: the server failed, or its answer is not what the contract says; `notStoredYet`: it was not
 * called, for what was typed just before it could not be stored.
 */
export type CallErrorCode = RefusalCode | 'unreachable' | 'defect' | 'notStoredYet';

/** Why a call was refused or failed, in the same form as a `Refusal` on the server. */
export class CallError extends Error {
  readonly code: CallErrorCode;
  readonly detail: Record<string, string | number>;
  /** What administrators find it by, where the server failed. */
  readonly requestId: string | undefined;

  constructor(code: CallErrorCode, detail: Record<string, string | number> = {}, requestId?: string) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.detail = detail;
    this.requestId = requestId;
  }
}

/** Whether nothing was wrong with the call, and it may go well in a while: no answer came, or the database was away. */
export const isLost = (error: unknown): boolean =>
  error instanceof CallError && (error.code === 'unreachable' || error.code === 'databaseAway');

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

function queryString(query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  return search.size > 0 ? `?${search}` : '';
}

/** The address of an endpoint, also for links to files. */
export function addressOf<E extends Endpoint>(endpoint: E, input: CallInput<E>): string {
  const params: Record<string, unknown> = input.params ?? {};
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  return path + queryString((input.query ?? {}) as Record<string, QueryValue>);
}

const isRefusalCode = (code: unknown): code is RefusalCode => refusalCodes.some((known) => known === code);

/** Takes what the server answered to a call it did not fulfil. */
export function errorOfAnswer(body: unknown): CallError {
  const answer = typeof body === 'object' && body !== null ? body : {};
  const code = 'code' in answer ? answer.code : undefined;
  const facts = 'facts' in answer && typeof answer.facts === 'object' ? answer.facts : {};
  const requestId = 'requestId' in answer && typeof answer.requestId === 'string' ? answer.requestId : undefined;
  return new CallError(isRefusalCode(code) ? code : 'defect', facts as Record<string, string | number>, requestId);
}

/** Milliseconds before what was lost on the way is sent a second time, and between questions what became of it. */
const secondTry = 1_000;
const lookAgain = 2_000;
/** By then an attempt that was cut off counts as such, and the next carries it out. */
const mostLooks = 10;

/** One for each intent. Not randomUUID, which browsers keep for pages over https. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Calls an endpoint and gives its answer as the contract describes it, or throws a `CallError`. What changes something is sent once more
 * where no answer came, under the same key, so that it is carried out once.
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>> {
  if (endpoint.method === 'GET') return callOnce(endpoint, input);
  const key = newKey();
  let lost = 0;
  for (let looks = 0; ; ) {
    try {
      return await callOnce(endpoint, input, key);
    } catch (error) {
      if (isLost(error) && lost++ === 0) await after(secondTry);
      else if (isInHand(error) && looks++ < mostLooks) await after(lookAgain);
      else throw error;
    }
  }
}

const isInHand = (error: unknown): boolean => error instanceof CallError && error.code === 'requestInHand';

async function callOnce<E extends Endpoint>(endpoint: E, input: CallInput<E>, key?: string): Promise<Answer<E>> {
  const headers = new Headers({ accept: 'application/json' });
  const init: RequestInit = { method: endpoint.method, headers };
  if (key !== undefined) headers.set('idempotency-key', key);
  if (input.signal) init.signal = input.signal;
  if (input.body !== undefined) {
    init.body = JSON.stringify(input.body);
    headers.set('content-type', 'application/json');
  }
  const response = await fetch(addressOf(endpoint, input), init).catch((cause: unknown) => {
    if (input.signal?.aborted) throw cause;
    throw new CallError('unreachable');
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOfAnswer(body);
  const parsed = endpoint.response?.safeParse(body);
  if (parsed && !parsed.success) throw new CallError('defect');
  return parsed?.data as Answer<E>;
}
