import { subscribe } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import { defaultLimits } from '../files/open-limits.ts';
import { type RawRows, type RawSheet, type RowsWanted, readRows } from '../files/rows.ts';
import type { ImportStage } from '../registry/import.ts';
import type { FormCheck } from '../values/form-check.ts';
import { type ObservedProgram, observed } from '../values/observed.ts';
import { Refusal, type RefusalCode } from '../values/refusal.ts';
import { endWithServer } from './beside.ts';
import { checkFile, type FileToCheck } from './check-form.ts';
import {
  type FileToKeep,
  type FileToRead,
  type FoundInFile,
  findInFile,
  type ReadFile,
  type ReadProgress,
  readFile,
  textOfFile,
} from './read-file.ts';

/**
 * What is asked of the process: a file as the register keeps it, or only what is found in it, its text, the rows of a list, or where
 * a document departs from its form; or that it stop, because
 * nobody wants the answer any more. Ending it does not end the programs that it has started: this does.
 */
export type ReadingTask =
  | { wanted: 'file'; file: FileToKeep }
  | { wanted: 'findings'; file: FileToRead }
  | { wanted: 'text'; file: FileToKeep }
  | { wanted: 'rows'; file: FileOfRows }
  | { wanted: 'form'; file: FileToCheck };
export type FileOfRows = FileToRead & RowsWanted;
export type ReadingOrder = ReadingTask | { wanted: 'nothing' };

/** What comes of a file. */
export type ReadingOutcome =
  | { kind: 'file'; file: ReadFile }
  | { kind: 'findings'; findings: FoundInFile }
  | { kind: 'text'; pieces: string[] }
  | { kind: 'rows'; sheets: RawSheet[] }
  | { kind: 'form'; check: FormCheck }
  | { kind: 'refused'; code: RefusalCode; detail: Record<string, string | number> }
  | { kind: 'failed'; message: string };

/** Runs as a process of its own, one file at a time. What it tells the server: */
export type ReadingMessage =
  | { kind: 'stage'; stage: ImportStage }
  | { kind: 'pages'; done: number; total: number }
  | { kind: 'someRows'; rows: RawRows }
  | { kind: 'ran'; told: ObservedProgram }
  // Worn: it holds so much memory that the next file had too little left.
  | { kind: 'answer'; outcome: ReadingOutcome; isWorn: boolean };

const tell = (message: ReadingMessage): void => {
  process.send?.(message);
};

const memoryLimit = endWithServer();

subscribe(observed.program, (told) => tell({ kind: 'ran', told: told as ObservedProgram }));

let stopping = new AbortController();

// pdf.js may still fail on a damaged file after that file has been answered: it must not take the process along.
process.on('unhandledRejection', () => undefined);

process.on('message', (order: ReadingOrder) => {
  if (order.wanted === 'nothing') stopping.abort();
  else void work(order);
});

async function work(task: ReadingTask): Promise<void> {
  const outcome = await outcomeOf(task);
  tell({ kind: 'answer', outcome, isWorn: process.memoryUsage.rss() > memoryLimit / 2 });
  // It is ended by a kill, which leaves no time for it.
  flushCompileCache();
}

const rowsOf = ({ bytes, maxFileBytes, ...wanted }: FileOfRows): Promise<RawSheet[]> =>
  readRows(bytes, wanted, { ...defaultLimits, fileBytes: maxFileBytes }, (rows) => tell({ kind: 'someRows', rows }));

async function outcomeOf(task: ReadingTask): Promise<ReadingOutcome> {
  stopping = new AbortController();
  const { signal } = stopping;
  const progress: ReadProgress = {
    stage: (stage) => tell({ kind: 'stage', stage }),
    pages: (done, total) => tell({ kind: 'pages', done, total }),
  };
  try {
    if (task.wanted === 'rows') return { kind: 'rows', sheets: await rowsOf(task.file) };
    if (task.wanted === 'text') return { kind: 'text', pieces: await textOfFile(task.file, signal) };
    if (task.wanted === 'file') return { kind: 'file', file: await readFile(task.file, progress, signal) };
    if (task.wanted === 'form') return { kind: 'form', check: checkFile(task.file) };
    return { kind: 'findings', findings: await findInFile(task.file, progress, signal) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, detail: error.detail };
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
