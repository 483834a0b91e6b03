import { Worker } from 'node:worker_threads';
import type { ImportStage } from '../registry/import.ts';
import { Refusal } from '../values/refusal.ts';
import type { FileToRead, ReadFile } from './read-file.ts';
import type { WorkerMessage } from './reading-worker.ts';

/** Reads files in threads beside the server's own, so that a hard file neither slows it down nor takes it along. */
export type Reader = {
  /** @throws Refusal also when it takes too long or is cancelled */
  read: (file: FileToRead, onStage: (stage: ImportStage) => void, signal: AbortSignal) => Promise<ReadFile>;
  close: () => Promise<void>;
};

export type ReaderLimits = { threads: number; seconds: number; memoryMebibytes: number };

export function startReader(limits: ReaderLimits): Reader {
  const idle: Worker[] = [];
  const start = (): Worker => {
    const thread = startThread(limits.memoryMebibytes);
    // Whoever waits for its answer hears of its death, too; one that dies idle is only not used any more.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    });
    return thread;
  };
  // One thread is always warm: starting one takes longer than reading most documents.
  idle.push(start());
  const queue = turns(limits.threads);
  return {
    read: async (file, onStage, signal) => {
      const done = await queue.take(signal);
      const thread = idle.pop() ?? start();
      try {
        const answer = await readIn(thread, file, onStage, signal, limits.seconds);
        idle.push(thread);
        return answered(answer);
      } catch (error) {
        if (!idle.includes(thread)) {
          await thread.terminate();
          idle.push(start());
        }
        throw error;
      } finally {
        done();
      }
    },
    close: async () => {
      await Promise.all(idle.map((thread) => thread.terminate()));
    },
  };
}

function startThread(memoryMebibytes: number): Worker {
  const thread = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    // Whatever the server itself was started with is not meant for it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes },
  });
  thread.unref();
  return thread;
}

type Answer = Exclude<WorkerMessage, { kind: 'stage' }>;

function answered(answer: Answer): ReadFile {
  if (answer.kind === 'read') return answer.file;
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.detail);
  throw new Error(answer.message);
}

/** Rejects where the thread cannot be used any more: it died, or must be stopped. */
function readIn(
  thread: Worker,
  file: FileToRead,
  onStage: (stage: ImportStage) => void,
  signal: AbortSignal,
  seconds: number,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'stage') onStage(message.stage);
      else end(() => resolve(message));
    };
    const onError = (error: Error) => end(() => reject(deathOf(error, file.fileName)));
    const onExit = () => end(() => reject(new Error('the reading thread ended')));
    const onAbort = () => end(() => reject(new Refusal('importCancelled')));
    const tooLong = () => end(() => reject(new Refusal('fileTakesTooLong', { name: file.fileName, seconds })));
    const timer = setTimeout(tooLong, seconds * 1000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort);
    thread.postMessage(file);
  });
}

const deathOf = (error: Error, name: string): Error =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Refusal('fileUnpacksTooLarge', { name, what: 'memory' })
    : error;

/** At most so many at once; whoever comes later waits in line. */
function turns(most: number): { take: (signal: AbortSignal) => Promise<() => void> } {
  let running = 0;
  const waiting: (() => void)[] = [];
  const done = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    take: async (signal) => {
      while (running >= most) await nextTurn(waiting, signal);
      if (signal.aborted) throw new Refusal('importCancelled');
      running += 1;
      return done;
    },
  };
}

function nextTurn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      waiting.splice(waiting.indexOf(go), 1);
      reject(new Refusal('importCancelled'));
    };
    signal.addEventListener('abort', leave, { once: true });
    waiting.push(go);
  });
}
