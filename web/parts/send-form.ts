import type { z } from 'zod';
import { addressOf, CallError, type CallInput, errorOfAnswer } from '../../src/api/client.ts';
import type { Endpoint } from '../../src/api/endpoint.ts';

type Answering = Endpoint & { response: z.ZodType };

/** Sends a file, and before it what is to be done with it; the answer is what the contract says. */
export async function sendForm<E extends Answering>(
  endpoint: E,
  input: CallInput<E>,
  { file, order }: { file: File; order?: unknown },
): Promise<z.output<E['response']>> {
  const body = new FormData();
  if (order !== undefined) body.set('order', JSON.stringify(order));
  body.set('file', file);
  const response = await fetch(addressOf(endpoint, input), { method: endpoint.method, body }).catch(() => {
    throw new CallError('unreachable');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOfAnswer(answer);
  const parsed = endpoint.response.safeParse(answer);
  if (!parsed.success) throw new CallError('defect');
  return parsed.data as z.output<E['response']>;
}
