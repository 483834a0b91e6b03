import { createHash } from 'node:crypto';
import { readEnvelope } from '../files/edxml/read-envelope.ts';
import { openAnyFile, readableExtensions } from '../files/open.ts';
import { defaultLimits, type OpenLimits } from '../files/open-limits.ts';
import { type Annotation, annotationOf } from '../reading/annotation.ts';
import { readDocument } from '../reading/document.ts';
import { envelopeNotes } from '../registry/envelope-notes.ts';
import type { ImportStage } from '../registry/import.ts';
import { type Intake, takeIn } from '../registry/intake.ts';
import { type Passage, passagesOf } from '../registry/passages.ts';
import type { FileFormat, TextSource } from '../values/block.ts';
import { type EnvelopeHeader, type EnvelopePart, envelopeExtension } from '../values/envelope.ts';
import { extensionOf } from '../values/file-name.ts';
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
  /** Where it came in an envelope: what that says, and the document's own file that was in it. */
  envelope: TakenOut | null;
};

export type TakenOut = {
  header: EnvelopeHeader;
  parts: EnvelopePart[];
  main: { name: string; bytes: Uint8Array; hash: string };
  /** The other files, by their place among the parts. */
  further: FurtherFile[];
};
type FurtherFile = { position: number; name: string; bytes: Uint8Array };

/** What is found in a file that is only looked at: in its canonical text, and as places in the file's own. */
export type FoundInFile = { text: string; reading: Reading; annotation: Annotation };

/** Hears how far a file is: its stage, and the pages of a scan that have been recognised. */
export type ReadProgress = { stage: (stage: ImportStage) => void; pages: (done: number, total: number) => void };

/** All the computing work of an import: from a file's bytes to what the register keeps. */
export async function readFile(file: FileToKeep, progress: ReadProgress, signal: AbortSignal): Promise<ReadFile> {
  const { source, reading, fileName, envelope } = await openAndRead(file, progress, signal);
  // Here, so that nothing of it leaves the process that reads.
  if (!file.secrets) refuseSecret(reading);
  if (envelope) envelope.further = await keptOf(envelope.further, file, progress, signal);
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
    envelope,
  };
}

/**
 * Of the files beside the document those that can be opened: only of them is it seen whether they bear a mark of state secrecy, and one that does
 * refuses the whole.
 */
async function keptOf(
  files: readonly FurtherFile[],
  { maxFileBytes, secrets }: FileToKeep,
  { pages }: ReadProgress,
  signal: AbortSignal,
): Promise<FurtherFile[]> {
  const kept: FurtherFile[] = [];
  for (const file of files) {
    const source = await openAnyFile(
      file.bytes,
      file.name,
      { ...defaultLimits, fileBytes: maxFileBytes },
      { signal, onPages: pages },
    ).catch((error: unknown) => {
      if (error instanceof Refusal && !signal.aborted) return null;
      throw error;
    });
    if (source && !secrets) refuseSecret(readDocument(source));
    if (source) kept.push(file);
  }
  return kept;
}

function refuseSecret({ document }: Reading): void {
  const marked = [document, ...document.further].find(({ secrecy }) => secrecy !== null);
  if (marked?.secrecy) throw new Refusal('fileSecret', { secrecy: marked.secrecy });
}

export async function findInFile(file: FileToRead, progress: ReadProgress, signal: AbortSignal): Promise<FoundInFile> {
  const { source, reading, fileName } = await openAndRead(file, progress, signal);
  return { text: source.text, reading, annotation: annotationOf(source, reading, fileName) };
}

/** A file of more pieces is a list of numbers, not a text that somebody looks for. */
const mostPieces = 3000;

/** The pieces of a file's text that a search finds; pictures in it are not recognised. */
export async function textOfFile(file: FileToKeep, signal: AbortSignal): Promise<string[]> {
  const limits = { ...defaultLimits, fileBytes: file.maxFileBytes };
  const source = await openAnyFile(file.bytes, file.fileName, limits, { signal, writtenOnly: true });
  if (!file.secrets) refuseSecret(readDocument(source));
  return (
    passagesOf(source.text, source.blocks)
      .slice(0, mostPieces)
      // What no database keeps as text.
      .map(({ text }) => text.toWellFormed().replaceAll('\0', ' '))
  );
}

type Opened = { source: TextSource; reading: Reading; fileName: string; envelope: TakenOut | null };

async function openAndRead(given: FileToRead, progress: ReadProgress, signal: AbortSignal): Promise<Opened> {
  progress.stage('opening');
  const limits = { ...defaultLimits, fileBytes: given.maxFileBytes };
  const envelope = extensionOf(given.fileName) === envelopeExtension ? takeOut(given, limits) : null;
  const { bytes, name: fileName } = envelope?.main ?? { bytes: given.bytes, name: given.fileName };
  const source = await openAnyFile(bytes, fileName, limits, { signal, onPages: progress.pages });
  progress.stage('reading');
  const reading = readDocument(source);
  if (envelope) {
    const further = envelope.parts.slice(1).map(({ name }) => name);
    reading.notes.push(...envelopeNotes(reading.document, envelope.header, further));
  }
  return { source, reading, fileName, envelope };
}

const isReadable = (name: string): boolean => readableExtensions.includes(extensionOf(name));

function takeOut({ bytes, fileName }: FileToRead, limits: OpenLimits): TakenOut {
  try {
    const { header, files } = readEnvelope(bytes, isReadable, limits);
    const parts = files.map((one) => ({
      name: one.name,
      size: one.bytes.length,
      hash: createHash('sha256').update(one.bytes).digest('hex'),
    }));
    const { name, bytes: content } = files[0];
    const further = files.flatMap((one, position) =>
      position === 0 ? [] : [{ position, name: one.name, bytes: one.bytes }],
    );
    return { header, parts, main: { name, bytes: content, hash: parts[0]?.hash ?? '' }, further };
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, { name: fileName, ...error.detail }) : error;
  }
}

/** Hundredths of a point are finer than any screen, and more digits would double what is sent; a slope is far below 1. */
const measured = (name: string, value: unknown): unknown => {
  const digits = name === 'slope' ? 10_000 : 100;
  return typeof value === 'number' ? Math.round(value * digits) / digits : value;
};
