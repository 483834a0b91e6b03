import { openAnyFile } from '../files/open.ts';
import { defaultLimits } from '../files/open-limits.ts';
import { readDocument } from '../reading/document.ts';
import type { ImportStage } from '../registry/import.ts';
import { type Intake, takeIn } from '../registry/intake.ts';
import type { FileFormat } from '../values/block.ts';

export type FileToRead = { bytes: Uint8Array; fileName: string; maxFileBytes: number };

export type ReadFile = {
  format: FileFormat;
  text: string;
  /** As JSON, the form in which they are stored and sent. */
  blocks: string;
  pages: string | null;
  places: string | null;
  intake: Intake;
};

/** All the computing work of an import: from a file's bytes to what the register keeps. */
export async function readFile(
  { bytes, fileName, maxFileBytes }: FileToRead,
  onStage: (stage: ImportStage) => void,
): Promise<ReadFile> {
  onStage('opening');
  const source = await openAnyFile(bytes, fileName, { ...defaultLimits, fileBytes: maxFileBytes });
  onStage('reading');
  const reading = readDocument(source);
  onStage('matching');
  const intake = takeIn(reading, source.text, fileName);
  return {
    format: source.format,
    text: source.text,
    blocks: JSON.stringify(source.blocks),
    pages: source.pages ? JSON.stringify(source.pages, measured) : null,
    places: source.places ? JSON.stringify(source.places, measured) : null,
    intake,
  };
}

/** Hundredths of a point are finer than any screen; more digits would double what is sent. */
const measured = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;
