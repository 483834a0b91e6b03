import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ImportStage } from '../registry/import.ts';
import { Refusal } from '../values/refusal.ts';
import type { FileToRead, FoundInFile, ReadFile } from './read-file.ts';
import type { WorkerMessage, WorkerTask } from './reading-worker.ts';

/** Reads files in threads beside the server's own, so that a hard file neither slows it down nor takes it along. */
export type Reader = {
  /** @throws Refusal also when it takes too long or is cancelled */
  read: (file: FileToRead, onStage: (stage: ImportStage) => void, signal: AbortSignal) => Promise<ReadFile>;
  /** Only what is found in a file, for whoever looks at it. @throws Refusal also when it takes too long */
  find: (file: FileToRead) => Promise<FoundInFile>;
  close: () => Promise<void>;
};

export type ReaderLimits = { threads: number; seconds: number; memoryMebibytes: number };

export const usualReaderLimits: ReaderLimits = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  seconds: 120,
  memoryMebibytes: 1024,
};

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
  const ask = async (task: WorkerTask, onStage: (stage: ImportStage) => void, signal: AbortSignal): Promise<Found> => {
    const done = await queue.take(signal);
    const thread = idle.pop() ?? start();
    try {
      const answer = await askThread(thread, task, onStage, signal, limits.seconds);
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
  };
  return {
    read: async (file, onStage, signal) => {
      const found = await ask({ wanted: 'file', file }, onStage, signal);
      if (found.kind !== 'file') throw new Error(unasked);
      return found.file;
    },
    find: async (file) => {
      const found = await ask({ wanted: 'findings', file }, () => undefined, new AbortController().signal);
      if (found.kind !== 'findings') throw new Error(unasked);
      return found.findings;
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

const unasked = 'the reading thread answered what was not asked';

type Answer = Exclude<WorkerMessage, { kind: 'stage' }>;
type Found = Extract<Answer, { kind: 'file' | 'findings' }>;

function answered(answer: Answer): Found {
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.detail);
  if (answer.kind === 'failed') throw new Error(answer.message);
  return answer;
}

/** Rejects where the thread cannot be used any more: it died, or must be stopped. */
function askThread(
  thread: Worker,
  task: WorkerTask,
  onStage: (stage: ImportStage) => void,
  signal: AbortSignal,
  seconds: number,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'stage') onStage(message.stage);
      else end(() => resolve(message));
    };
    const onError = (error: Error) => end(() => reject(deathOf(error, task.file.fileName)));
    const onExit = () => end(() => reject(new Error('the reading thread ended')));
    const onAbort = () => end(() => reject(new Refusal('importCancelled')));
    const tooLong = () => end(() => reject(new Refusal('fileTakesTooLong', { name: task.file.fileName, seconds })));
    const timer = setTimeout(tooLong, seconds * 1000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort);
    thread.postMessage(task);
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
