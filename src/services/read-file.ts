import { openAnyFile } from '../files/open.ts';
import { defaultLimits } from '../files/open-limits.ts';
import { type Annotation, annotationOf } from '../reading/annotation.ts';
import { readDocument } from '../reading/document.ts';
import type { ImportStage } from '../registry/import.ts';
import { type Intake, takeIn } from '../registry/intake.ts';
import { type Passage, passagesOf } from '../registry/passages.ts';
import type { FileFormat, TextSource } from '../values/block.ts';
import type { Reading } from '../values/finding.ts';
import { Refusal } from '../values/refusal.ts';

export type FileToRead = { bytes: Uint8Array; fileName: string; maxFileBytes: number };

/** `secrets`: whether one that is marked as a state secret is wanted, too. */
export type FileToKeep = FileToRead & { secrets: boolean };

export type ReadFile = {
  format: FileFormat;
  text: string;
  /** As JSON, the form in which they are stored and sent. */
  blocks: string;
  pages: string | null;
  places: string | null;
  intake: Intake;
  /** What a search finds of the text. */
  passages: Passage[];
};

/** What is found in a file that is only looked at: in its canonical text, and as places in the file's own. */
export type FoundInFile = { text: string; reading: Reading; annotation: Annotation };

/** Hears how far a file is: its stage, and the pages of a scan that have been recognised. */
export type ReadProgress = { stage: (stage: ImportStage) => void; pages: (done: number, total: number) => void };

/** All the computing work of an import: from a file's bytes to what the register keeps. */
export async function readFile(file: FileToKeep, progress: ReadProgress, signal: AbortSignal): Promise<ReadFile> {
  const { fileName } = file;
  const { source, reading } = await openAndRead(file, progress, signal);
  // Here, so that nothing of it leaves the process that reads.
  if (!file.secrets) refuseSecret(reading);
  progress.stage('matching');
  const intake = takeIn(reading, source.text, fileName);
  return {
    format: source.format,
    text: source.text,
    blocks: JSON.stringify(source.blocks),
    pages: source.pages ? JSON.stringify(source.pages, measured) : null,
    places: source.places ? JSON.stringify(source.places, measured) : null,
    intake,
    passages: passagesOf(source.text, source.blocks),
  };
}

function refuseSecret({ document }: Reading): void {
  const marked = [document, ...document.further].find(({ secrecy }) => secrecy !== null);
  if (marked?.secrecy) throw new Refusal('fileSecret', { secrecy: marked.secrecy });
}

export async function findInFile(file: FileToRead, progress: ReadProgress, signal: AbortSignal): Promise<FoundInFile> {
  const { source, reading } = await openAndRead(file, progress, signal);
  return { text: source.text, reading, annotation: annotationOf(source, reading, file.fileName) };
}

async function openAndRead(
  { bytes, fileName, maxFileBytes }: FileToRead,
  progress: ReadProgress,
  signal: AbortSignal,
): Promise<{ source: TextSource; reading: Reading }> {
  progress.stage('opening');
  const limits = { ...defaultLimits, fileBytes: maxFileBytes };
  const source = await openAnyFile(bytes, fileName, limits, { signal, onPages: progress.pages });
  progress.stage('reading');
  return { source, reading: readDocument(source) };
}

/** Hundredths of a point are finer than any screen, and more digits would double what is sent; a slope is far below 1. */
const measured = (name: string, value: unknown): unknown => {
  const digits = name === 'slope' ? 10_000 : 100;
  return typeof value === 'number' ? Math.round(value * digits) / digits : value;
};
