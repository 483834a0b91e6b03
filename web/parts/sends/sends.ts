import { useSyncExternalStore } from 'react';
import { CallError, call, errorOfAnswer } from '../../../src/api/client.ts';
import { endUpload } from '../../../src/api/uploads.ts';
import { lineOr, passes, sendInParts } from './in-parts.ts';
import { type Door, forgetSend, type KeptSend, keepSend, keptSends } from './kept-sends.ts';
import { sendWhole } from './whole.ts';

/** A file on its way to the server. */
export type Send = {
  key: string;
  address: string;
  fileName: string;
  fileSize: number;
  /** 0 to 1. */
  sent: number;
  waiting: boolean;
  error: CallError | null;
  cancel: () => void;
};

/** Up to here in one request; what is larger in parts, which go on where a line broke. */
const wholeBytes = 5_000_000;

let sends: readonly Send[] = [];
const listeners = new Set<() => void>();

function put(next: readonly Send[]) {
  sends = next;
  for (const listener of listeners) listener();
}

const change = (key: string, fields: Partial<Send>) =>
  put(sends.map((one) => (one.key === key ? { ...one, ...fields } : one)));

export const dropSend = (key: string) => put(sends.filter((one) => one.key !== key));

/** Kept outside the screens: a file goes on while the person looks elsewhere. */
export const useSends = (): readonly Send[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sends,
  );

/** `limit`: bytes; what is larger is refused before it travels. `userId`: goes on after the page was loaded again. */
type Sending = { door: Door; file: File; userId?: string | undefined; limit?: number | undefined };

/** Gives what the door answers, undefined where it was cancelled. */
export function send({ door, file, userId, limit }: Sending): { key: string; answer: Promise<unknown> } {
  const key = newKey();
  if (limit !== undefined && file.size > limit) {
    const error = new CallError('fileTooLarge', { name: file.name, limit });
    put([{ ...lineOf(key, door, file), error, cancel: () => dropSend(key) }, ...sends]);
    return { key, answer: Promise.reject(error) };
  }
  const kept = { key, userId: userId ?? '', at: Date.now(), file, door, uploadId: null };
  return { key, answer: alone(key, () => run(kept, userId !== undefined)) };
}

const lineOf = (key: string, { address }: Door, file: File) => ({
  ...{ key, address, fileName: file.name, fileSize: file.size },
  ...{ sent: 0, waiting: false },
});

let resumed: string | null = null;

/** What the person had on its way when the page was left. Once: who is signed in is asked again and again. */
export async function resumeSends(userId: string): Promise<void> {
  if (resumed === userId) return;
  resumed = userId;
  for (const one of await keptSends(userId)) {
    const goOn = async () => {
      // Another window of the same browser has brought it to its end meanwhile.
      if ((await keptSends(userId)).some(({ key }) => key === one.key)) await run(one, true);
    };
    // Its line says what is wrong.
    if (!sends.some(({ key, error }) => key === one.key && !error)) void alone(one.key, goOn).catch(() => undefined);
  }
}

/** Whoever signs out leaves nothing on the machine. */
export async function endSends(): Promise<void> {
  for (const { cancel } of sends) cancel();
  resumed = null;
  await keptSends(null);
}

/** In one window at a time, where the browser can tell. */
const alone = async <T>(key: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`tiendo ${key}`, work) : work();

/** Not randomUUID, which browsers keep for pages over https. */
const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');

async function run(kept: KeptSend, keeps: boolean): Promise<unknown> {
  const { key, door, file } = kept;
  const cancelling = new AbortController();
  const line = { ...lineOf(key, door, file), error: null, cancel: () => cancelling.abort() };
  put([line, ...sends.filter((one) => one.key !== key)]);
  try {
    const answer = await deliver(kept, keeps, cancelling.signal);
    dropSend(key);
    void forgetSend(key);
    return answer;
  } catch (cause) {
    if (cancelling.signal.aborted) {
      dropSend(key);
      void forgetSend(key);
      return undefined;
    }
    const error = cause instanceof CallError ? cause : new CallError('defect');
    change(key, { error, waiting: false, cancel: () => dropSend(key) });
    // Signed in again, it goes on.
    if (error.code === 'notSignedIn') resumed = null;
    else void forgetSend(key);
    throw error;
  }
}

async function deliver(kept: KeptSend, keeps: boolean, signal: AbortSignal): Promise<unknown> {
  const { key, door, file } = kept;
  const sent = (bytes: number) => change(key, { sent: file.size > 0 ? bytes / file.size : 1 });
  if (file.size <= wholeBytes) return sendWhole(door, file, sent, signal);
  let { uploadId } = kept;
  if (keeps) await keepSend(kept);
  const begun = (id: string) => {
    if (keeps && id !== uploadId) void keepSend({ ...kept, uploadId: id });
    uploadId = id;
  };
  const waiting = (now: boolean) => change(key, { waiting: now });
  try {
    for (;;) {
      const id = await sendInParts(file, uploadId, { begun, sent, waiting }, signal);
      const answer = await use(door, id, waiting, signal);
      if (answer !== gone) return answer;
      uploadId = null;
    }
  } catch (error) {
    if (error instanceof CallError && error.code === 'notSignedIn') uploadId = null;
    throw error;
  } finally {
    // What was used, refused or cancelled is wanted no more; where this does not arrive, it goes after a day.
    if (uploadId !== null) void call(endUpload, { params: { id: uploadId } }).catch(() => undefined);
  }
}

const gone = Symbol('gone');

/** The same file twice is the same document, or the same piece of evidence: where no answer came it is asked again. */
async function use(
  { address, order }: Door,
  upload: string,
  waiting: (now: boolean) => void,
  signal: AbortSignal,
): Promise<unknown> {
  const body = JSON.stringify({ upload, ...(order !== undefined && { order }) });
  const headers = { 'content-type': 'application/json' };
  for (let failures = 0; ; failures++) {
    try {
      const answer = await fetch(address, { method: 'POST', headers, body, signal }).catch(() => {
        throw new CallError('unreachable');
      });
      const said: unknown = await answer.json().catch(() => undefined);
      if (answer.ok) return said;
      throw errorOfAnswer(said);
    } catch (error) {
      if (signal.aborted || !passes(error, failures)) throw error;
      if (error.code === 'uploadGone') return gone;
      waiting(true);
      await lineOr(Math.min(15_000, 1000 * 2 ** failures), signal);
    }
  }
}
