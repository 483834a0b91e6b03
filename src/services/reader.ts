import { AsyncResource } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { RawRows, RawSheet } from '../files/rows.ts';
import type { FormCheck } from '../values/form-check.ts';
import { observed } from '../values/observed.ts';
import { Refusal } from '../values/refusal.ts';
import { startBeside } from './beside.ts';
import type { FileToCheck } from './check-form.ts';
import type { FileToKeep, FileToRead, FoundInFile, ReadFile, ReadProgress } from './read-file.ts';
import type { FileOfRows, ReadingMessage, ReadingOrder, ReadingOutcome, ReadingTask } from './reading-process.ts';

/** Reads files in processes beside the server's, so that a hard file neither slows it down nor takes it along. */
export type Reader = {
  /** @throws Refusal also when it takes too long or is cancelled */
  read: (file: FileToKeep, progress: ReadProgress, signal: AbortSignal) => Promise<ReadFile>;
  /** Only what is found in a file, for whoever looks at it. @throws Refusal also when it takes too long */
  find: (file: FileToRead, progress?: ReadProgress) => Promise<FoundInFile>;
  /** The pieces of its text, for a search. @throws Refusal as `read`, after less time: nobody waits for it, and others may wait for the process */
  text: (file: FileToKeep, signal: AbortSignal) => Promise<string[]>;
  /** The rows of a list, handed over as they are read; gives the sheets of its workbook. @throws Refusal as `read` */
  rows: (file: FileOfRows, take: (rows: RawRows) => void, signal: AbortSignal) => Promise<RawSheet[]>;
  /** Where a Word file departs from the form. @throws Refusal also when it takes too long */
  check: (file: FileToCheck) => Promise<FormCheck>;
  /** For a server: one process is there before the first file, as starting it takes longer than reading most documents. */
  warm: () => void;
  close: () => Promise<void>;
};

/** `seconds` without any progress: a scan may take as long as it has pages. The memory is that of one process. */
export type ReaderLimits = { processes: number; seconds: number; memoryMebibytes: number };

export const usualReaderLimits: ReaderLimits = {
  processes: Math.max(1, Math.min(4, availableParallelism() - 1)),
  seconds: 120,
  memoryMebibytes: 1536,
};

/** So long a file may take whose text is only to be found. */
const textSeconds = 30;

/** Time that a process has to stop what it has started, before it is ended itself. */
const graceMilliseconds = 1500;

export function startReader(limits: ReaderLimits): Reader {
  const idle: ChildProcess[] = [];
  const start = (): ChildProcess => {
    const child = startProcess(limits.memoryMebibytes);
    child.once('exit', () => {
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
    });
    return child;
  };
  const queue = turns(limits.processes);
  const ask = async (task: ReadingTask, progress: Heard, signal: AbortSignal): Promise<Found> => {
    const done = await queue.take(signal);
    const child = idle.pop() ?? start();
    try {
      const { outcome, isWorn } = await askProcess(child, task, progress, signal, secondsFor(task, limits));
      if (!isWorn) idle.push(child);
      return foundIn(outcome);
    } finally {
      if (!idle.includes(child)) {
        await end(child);
        idle.push(start());
      }
      done();
    }
  };
  return {
    read: async (file, progress, signal) => {
      const found = await ask({ wanted: 'file', file }, progress, signal);
      if (found.kind !== 'file') throw new Error(unasked);
      return found.file;
    },
    find: async (file, progress = unheard) => {
      const found = await ask({ wanted: 'findings', file }, progress, new AbortController().signal);
      if (found.kind !== 'findings') throw new Error(unasked);
      return found.findings;
    },
    text: async (file, signal) => {
      const found = await ask({ wanted: 'text', file }, unheard, signal);
      if (found.kind !== 'text') throw new Error(unasked);
      return found.pieces;
    },
    rows: async (file, take, signal) => {
      const found = await ask({ wanted: 'rows', file }, { ...unheard, rows: take }, signal);
      if (found.kind !== 'rows') throw new Error(unasked);
      return found.sheets;
    },
    check: async (file) => {
      const found = await ask({ wanted: 'form', file }, unheard, new AbortController().signal);
      if (found.kind !== 'form') throw new Error(unasked);
      return found.check;
    },
    warm: () => {
      if (idle.length === 0) idle.push(start());
    },
    close: async () => {
      await Promise.all(idle.map(end));
    },
  };
}

const startProcess = (memoryMebibytes: number): ChildProcess =>
  startBeside(new URL('./reading-process.ts', import.meta.url), {
    memoryMebibytes,
    // What the server keeps secret is not meant for it.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:TIENDO_|DATABASE_URL|PG|OTEL_)/.test(name)),
    ),
    execArgv: [`--max-old-space-size=${memoryMebibytes}`],
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // Waiting for its end alone does not keep a program going.
  child.ref();
  child.kill('SIGKILL');
  await ended;
}

const secondsFor = ({ wanted }: ReadingTask, { seconds }: ReaderLimits): number =>
  wanted === 'text' ? Math.min(seconds, textSeconds) : seconds;

const unheard: ReadProgress = { stage: () => undefined, pages: () => undefined };

const unasked = 'the reading process answered what was not asked';

type Answer = Extract<ReadingMessage, { kind: 'answer' }>;
type Found = Extract<ReadingOutcome, { kind: 'file' | 'findings' | 'text' | 'rows' | 'form' }>;
type Heard = ReadProgress & { rows?: (rows: RawRows) => void };

function foundIn(outcome: ReadingOutcome): Found {
  if (outcome.kind === 'refused') throw new Refusal(outcome.code, outcome.detail);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome;
}

const programs = channel(observed.program);

/** Rejects where the process cannot be used any more: it died, or did not stop when it was told to. */
function askProcess(
  child: ChildProcess,
  task: ReadingTask,
  progress: Heard,
  signal: AbortSignal,
  seconds: number,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    let unwanted: ReadingOutcome | undefined;
    // What it tells belongs to what asked for it, not to what the process was started for.
    const onMessage = AsyncResource.bind((message: ReadingMessage) => {
      if (message.kind === 'answer') finish(() => resolve({ ...message, outcome: unwanted ?? message.outcome }));
      else if (!unwanted) {
        timer.refresh();
        if (message.kind === 'ran') programs.publish(message.told);
        else if (message.kind === 'stage') progress.stage(message.stage);
        else if (message.kind === 'someRows') progress.rows?.(message.rows);
        else progress.pages(message.done, message.total);
      }
    });
    const onExit = () => finish(() => reject(deathOf(child, task.file.fileName)));
    const stop = (refusal: Refusal) => {
      unwanted = { kind: 'refused', code: refusal.code, detail: refusal.detail };
      clearTimeout(timer);
      timer = setTimeout(() => finish(() => reject(refusal)), graceMilliseconds);
      order({ wanted: 'nothing' });
    };
    const onAbort = () => stop(new Refusal('importCancelled'));
    const tooLong = () => stop(new Refusal('fileTakesTooLong', { name: task.file.fileName, seconds }));
    let timer = setTimeout(tooLong, seconds * 1000);
    const order = (message: ReadingOrder) => child.send(message, (error) => error && onExit());
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    child.on('message', onMessage).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    order(task);
  });
}

/** How Node and the watch over the memory end a process that takes too much. */
const outOfMemory: readonly (string | number | null)[] = ['SIGKILL', 'SIGABRT', 'SIGTRAP', 'SIGILL', 134];

const deathOf = ({ exitCode, signalCode }: ChildProcess, name: string): Error =>
  outOfMemory.includes(signalCode ?? exitCode)
    ? new Refusal('fileUnpacksTooLarge', { name, what: 'memory' })
    : new Error(`the reading process ended with ${signalCode ?? exitCode}`);

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
