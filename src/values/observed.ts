/**
 * What the program tells of itself, to whoever counts or traces it, over channels of `node:diagnostics_channel` by these names; with nobody listening
 * nothing is made. Nothing of it names a person or holds what somebody wrote: questions to the database come without their values.
 */
export const observed = {
  /** While they run (tracing channels). */
  request: 'tiendo:request',
  job: 'tiendo:job',
  call: 'tiendo:call',
  /** When they are over. */
  statement: 'tiendo:statement',
  program: 'tiendo:program',
} as const;

export type ObservedRequest = {
  method: string;
  /** The form of the address: "/api/duties/:id". */
  route: string;
  id: string;
  /** What a trusted proxy says this request is part of (W3C Trace Context). */
  traceparent?: string | undefined;
  status?: number;
  seconds?: number;
};

export type ObservedJob = { queue: string; id: string };

/** Something beyond this program is asked. Whoever traces adds to `headers` what continues the trace there. */
export type ObservedCall = {
  method: string;
  host: string;
  headers: Record<string, string>;
  status?: number | undefined;
};

/** `begun`: milliseconds since 1970. */
type Over = { begun: number; ms: number; failed: boolean };
export type ObservedStatement = Over & { text: string };
export type ObservedProgram = Over & { program: string };
