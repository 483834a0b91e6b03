import { addressOf, CallError, call, errorOfAnswer } from '../../../src/api/client.ts';
import { beginUpload, getUpload, partType, sendPart, tusVersion } from '../../../src/api/uploads.ts';
import { UploadRecord } from '../../../src/registry/upload.ts';

/** What is heard of a file that is being sent. */
export type Watching = {
  begun: (uploadId: string) => void;
  sent: (bytes: number) => void;
  /** The line is away, or somebody behind it: it is tried again until it goes or is cancelled. */
  waiting: (waiting: boolean) => void;
};

/** A part takes between one and ten seconds: a line that breaks loses little, a good one is not asked often. */
const [smallestPart, firstPart, largestPart] = [256 * 1024, 1024 * 1024, 8 * 1024 * 1024];
const [quick, slow, tooSlow] = [1_000, 10_000, 60_000];
const longestPause = 15_000;
/** What fails so often in a row is no matter of the line. */
const mostFailures = 12;

const sizeAfter = (bytes: number, took: number): number => {
  if (took < quick) return Math.min(bytes * 2, largestPart);
  return took > slow ? Math.max(bytes / 2, smallestPart) : bytes;
};

/** Gives the upload when the server has all of it. `known`: one that was begun before, and goes on. */
export async function sendInParts(
  file: File,
  known: string | null,
  watching: Watching,
  signal: AbortSignal,
): Promise<string> {
  let [id, bytes, failures] = [known, firstPart, 0];
  for (;;) {
    try {
      id ??= await begin(file, signal);
      watching.begun(id);
      let { received } = await call(getUpload, { params: { id }, signal });
      while (received < file.size) {
        watching.sent(received);
        const began = performance.now();
        received = await sendOne(id, received, file.slice(received, received + bytes), signal);
        bytes = sizeAfter(bytes, performance.now() - began);
        failures = 0;
        watching.waiting(false);
      }
      watching.waiting(false);
      watching.sent(file.size);
      return id;
    } catch (error) {
      if (signal.aborted || !passes(error, failures)) throw error;
      if (error.code === 'uploadGone') id = null;
      bytes = Math.max(bytes / 2, smallestPart);
      watching.waiting(true);
      await lineOr(Math.min(longestPause, 1000 * 2 ** failures++), signal);
    }
  }
}

const lineFaults = ['unreachable', 'databaseAway', 'databaseFull', 'tooManyRequests', 'uploadElsewhere', 'bodyTooSlow'];

/** Whether it is worth another attempt: for ever where the line is bad, some times where the server or a proxy is. */
export const passes = (error: unknown, failures: number): error is CallError =>
  error instanceof CallError &&
  (lineFaults.includes(error.code) || (failures < mostFailures && ['defect', 'uploadGone'].includes(error.code)));

/** Waits so long, or until the browser says that the line is back. */
export const lineOr = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });

const inBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

async function begin(file: File, signal: AbortSignal): Promise<string> {
  const answer = await ask(addressOf(beginUpload, {}), {
    method: beginUpload.method,
    headers: {
      'tus-resumable': tusVersion,
      'upload-length': String(file.size),
      'upload-metadata': `filename ${inBase64(file.name)}`,
    },
    signal,
  });
  const { success, data } = UploadRecord.safeParse(await answer.json().catch(() => undefined));
  if (!success) throw new CallError('defect');
  return data.id;
}

async function sendOne(id: string, at: number, bytes: Blob, signal: AbortSignal): Promise<number> {
  await ask(addressOf(sendPart, { params: { id } }), {
    method: sendPart.method,
    headers: { 'tus-resumable': tusVersion, 'upload-offset': String(at), 'content-type': partType },
    body: bytes,
    signal: AbortSignal.any([signal, AbortSignal.timeout(tooSlow)]),
  });
  return at + bytes.size;
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, init).catch(() => {
    throw new CallError('unreachable');
  });
  if (!answer.ok) throw errorOfAnswer(await answer.json().catch(() => undefined));
  return answer;
}
