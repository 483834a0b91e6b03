import { parentPort } from 'node:worker_threads';
import type { ImportStage } from '../registry/import.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import { type FileToRead, type ReadFile, readFile } from './read-file.ts';

/** Runs in a thread of its own, one file at a time. What it tells the server: */
export type WorkerMessage =
  | { kind: 'stage'; stage: ImportStage }
  | { kind: 'read'; file: ReadFile }
  | { kind: 'refused'; code: RefusalCode; detail: Record<string, string | number> }
  | { kind: 'failed'; message: string };

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (file: FileToRead) => void work(file));

async function work(file: FileToRead): Promise<void> {
  try {
    tell({ kind: 'read', file: await readFile(file, (stage) => tell({ kind: 'stage', stage })) });
  } catch (error) {
    if (error instanceof Refusal) tell({ kind: 'refused', code: error.code, detail: error.detail });
    else tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
