import { parentPort } from 'node:worker_threads';
import type { ImportStage } from '../registry/import.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import {
  type FileToRead,
  type FoundInFile,
  findInFile,
  type ReadFile,
  type ReadProgress,
  readFile,
} from './read-file.ts';

/**
 * What is asked of the thread: a file as the register keeps it, or only what is found in it; or that it stop, because
 * nobody wants the answer any more. Ending a thread does not end the programs that it has started: this does.
 */
export type WorkerTask = { wanted: 'file' | 'findings'; file: FileToRead };
export type WorkerOrder = WorkerTask | { wanted: 'nothing' };

/** Runs in a thread of its own, one file at a time. What it tells the server: */
export type WorkerMessage =
  | { kind: 'stage'; stage: ImportStage }
  | { kind: 'pages'; done: number; total: number }
  | { kind: 'file'; file: ReadFile }
  | { kind: 'findings'; findings: FoundInFile }
  | { kind: 'refused'; code: RefusalCode; detail: Record<string, string | number> }
  | { kind: 'failed'; message: string };

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

let stopping = new AbortController();

// pdf.js may still fail on a damaged file after that file has been answered: it must not take the thread along.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (order: WorkerOrder) => {
  if (order.wanted === 'nothing') stopping.abort();
  else void work(order);
});

async function work({ wanted, file }: WorkerTask): Promise<void> {
  stopping = new AbortController();
  const { signal } = stopping;
  const progress: ReadProgress = {
    stage: (stage) => tell({ kind: 'stage', stage }),
    pages: (done, total) => tell({ kind: 'pages', done, total }),
  };
  try {
    if (wanted === 'file') tell({ kind: 'file', file: await readFile(file, progress, signal) });
    else tell({ kind: 'findings', findings: await findInFile(file, progress, signal) });
  } catch (error) {
    if (error instanceof Refusal) tell({ kind: 'refused', code: error.code, detail: error.detail });
    else tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
