import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../values/refusal.ts';
import type { FileToRead, FoundInFile, ReadFile, ReadProgress } from './read-file.ts';
import type { WorkerMessage, WorkerOrder, WorkerTask } from './reading-worker.ts';

/** Reads files in threads beside the server's own, so that a hard file neither slows it down nor takes it along. */
export type Reader = {
  /** @throws Refusal also when it takes too long or is cancelled */
  read: (file: FileToRead, progress: ReadProgress, signal: AbortSignal) => Promise<ReadFile>;
  /** Only what is found in a file, for whoever looks at it. @throws Refusal also when it takes too long */
  find: (file: FileToRead, progress?: ReadProgress) => Promise<FoundInFile>;
  close: () => Promise<void>;
};

/** `seconds` without any progress: a scan may take as long as it has pages. */
export type ReaderLimits = { threads: number; seconds: number; memoryMebibytes: number };

export const usualReaderLimits: ReaderLimits = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  seconds: 120,
  memoryMebibytes: 1024,
};

/** Time that a thread has to stop what it has started, before it is ended itself. */
const graceMilliseconds = 1500;

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
  const ask = async (task: WorkerTask, progress: ReadProgress, signal: AbortSignal): Promise<Found> => {
    const done = await queue.take(signal);
    const thread = idle.pop() ?? start();
    try {
      const answer = await askThread(thread, task, progress, signal, limits.seconds);
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
    read: async (file, progress, signal) => {
      const found = await ask({ wanted: 'file', file }, progress, signal);
      if (found.kind !== 'file') throw new Error(unasked);
      return found.file;
    },
    find: async (file, progress = { stage: () => undefined, pages: () => undefined }) => {
      const found = await ask({ wanted: 'findings', file }, progress, new AbortController().signal);
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

type Answer = Exclude<WorkerMessage, { kind: 'stage' | 'pages' }>;
type Found = Extract<Answer, { kind: 'file' | 'findings' }>;

function answered(answer: Answer): Found {
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.detail);
  if (answer.kind === 'failed') throw new Error(answer.message);
  return answer;
}

/** Rejects where the thread cannot be used any more: it died, or did not stop when it was told to. */
function askThread(
  thread: Worker,
  task: WorkerTask,
  progress: ReadProgress,
  signal: AbortSignal,
  seconds: number,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    let unwanted: Answer | undefined;
    const onMessage = (message: WorkerMessage) => {
      if (message.kind !== 'stage' && message.kind !== 'pages') end(() => resolve(unwanted ?? message));
      else if (!unwanted) {
        timer.refresh();
        if (message.kind === 'stage') progress.stage(message.stage);
        else progress.pages(message.done, message.total);
      }
    };
    const onError = (error: Error) => end(() => reject(deathOf(error, task.file.fileName)));
    const onExit = () => end(() => reject(new Error('the reading thread ended')));
    const stop = (refusal: Refusal) => {
      unwanted = { kind: 'refused', code: refusal.code, detail: refusal.detail };
      clearTimeout(timer);
      timer = setTimeout(() => end(() => reject(refusal)), graceMilliseconds);
      order({ wanted: 'nothing' });
    };
    const onAbort = () => stop(new Refusal('importCancelled'));
    const tooLong = () => stop(new Refusal('fileTakesTooLong', { name: task.file.fileName, seconds }));
    let timer = setTimeout(tooLong, seconds * 1000);
    const order = (message: WorkerOrder) => thread.postMessage(message);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    order(task);
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
