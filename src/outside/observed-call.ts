import { tracingChannel } from 'node:diagnostics_channel';
import { type ObservedCall, observed } from '../values/observed.ts';

const calls = tracingChannel<unknown, ObservedCall>(observed.call);

/** Tells whoever traces of one call; `ask` finds in the headers what continues the trace there, and may say how the call was answered. */
export function observeCall<T>(
  method: string,
  host: string,
  ask: (call: Pick<ObservedCall, 'headers' | 'status'>) => Promise<T>,
): Promise<T> {
  const call: ObservedCall = { method, host, headers: {} };
  return calls.tracePromise(() => ask(call), call);
}
