import type { Operations } from './interface.d.ts';

export type * from './interface.d.ts';

export class TiendoError extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, string | number>;
  readonly faults: readonly {
    at: number;
    field: string;
    value: string;
    code: string;
    detail: Record<string, string | number>;
  }[];
  /** Where the installation failed: what its administrators find the request by. */
  readonly requestId?: string;
}

type Input<O extends keyof Operations> = Omit<Operations[O], 'answer'> & {
  /** The same request with the same key may be sent again and gets the first answer. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};
/** Nothing need be said where nothing must be. */
type Given<T> = Partial<T> extends T ? [input?: T] : [input: T];
type ByCursor = {
  [O in keyof Operations]: Operations[O] extends { answer: { rows: unknown[]; next: unknown } } ? O : never;
}[keyof Operations];
type Rows<O extends ByCursor> = Operations[O] extends { answer: { rows: infer R } } ? R : never;

export class TiendoClient {
  constructor(options: { address: string; key: string });
  /** The answer of one operation: its JSON, or the whole Response where it is a file. */
  call<O extends keyof Operations>(operation: O, ...input: Given<Input<O>>): Promise<Operations[O]['answer']>;
  /** All pages of a list that is read by cursor, one after another. */
  pages<O extends ByCursor>(operation: O, ...input: Given<Input<O>>): AsyncGenerator<Rows<O>>;
}
