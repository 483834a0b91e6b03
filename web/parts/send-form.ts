import type { z } from 'zod';
import { addressOf, CallError, type CallInput } from '../../src/api/client.ts';
import type { Endpoint } from '../../src/api/endpoint.ts';
import { dropSend, send } from './sends/sends.ts';

type Answering = Endpoint & { response: z.ZodType };

/** Sends a file, and before it what is to be done with it; the answer is what the contract says. */
export async function sendForm<E extends Answering>(
  endpoint: E,
  input: CallInput<E>,
  { file, order }: { file: File; order?: unknown },
): Promise<z.output<E['response']>> {
  const { key, answer } = send({ door: { address: addressOf(endpoint, input), order }, file });
  // Whoever asked tells what is wrong.
  const parsed = endpoint.response.safeParse(await answer.finally(() => dropSend(key)));
  if (!parsed.success) throw new CallError('defect');
  return parsed.data as z.output<E['response']>;
}
