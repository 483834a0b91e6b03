import { parentPort } from 'node:worker_threads';
import type { ImportStage } from '../registry/import.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import { type FileToRead, type FoundInFile, findInFile, type ReadFile, readFile } from './read-file.ts';

/** What is asked of the thread: a file as the register keeps it, or only what is found in it. */
export type WorkerTask = { wanted: 'file' | 'findings'; file: FileToRead };

/** Runs in a thread of its own, one file at a time. What it tells the server: */
export type WorkerMessage =
  | { kind: 'stage'; stage: ImportStage }
  | { kind: 'file'; file: ReadFile }
  | { kind: 'findings'; findings: FoundInFile }
  | { kind: 'refused'; code: RefusalCode; detail: Record<string, string | number> }
  | { kind: 'failed'; message: string };

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (task: WorkerTask) => void work(task));

async function work({ wanted, file }: WorkerTask): Promise<void> {
  const onStage = (stage: ImportStage): void => tell({ kind: 'stage', stage });
  try {
    if (wanted === 'file') tell({ kind: 'file', file: await readFile(file, onStage) });
    else tell({ kind: 'findings', findings: await findInFile(file, onStage) });
  } catch (error) {
    if (error instanceof Refusal) tell({ kind: 'refused', code: error.code, detail: error.detail });
    else tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
