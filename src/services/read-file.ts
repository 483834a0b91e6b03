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
  return { format: source.format, text: source.text, blocks: JSON.stringify(source.blocks), intake };
}
