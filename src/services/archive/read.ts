import { createHash } from 'node:crypto';
import type { ArchiveEntry } from '../../files/archive/tar.ts';
import {
  type ArchivedTable,
  entryNames,
  fileEntryName,
  hashOfFileEntry,
  Manifest,
  Sums,
  type TableSum,
  tableOfPart,
} from '../../registry/archive.ts';
import { Refusal } from '../../values/refusal.ts';
import { linesIn, type Summing, summing } from './sums.ts';

/** What hears of an archive's contents in their order; whatever is not as it was written is refused before its end. */
export type ArchiveVisitor = {
  begin: (manifest: Manifest, secretKey: Buffer | null) => Promise<void>;
  rows: (table: ArchivedTable, lines: readonly string[]) => Promise<void>;
  /** It is what its name says. */
  file: (file: ArchivedFile) => Promise<void>;
  jobs: (lines: readonly string[]) => Promise<void>;
};

export type ArchivedFile = { hash: string; content: Buffer };
export type ReadArchive = { manifest: Manifest; sums: Sums };

const broken = (where: string): Refusal => new Refusal('archiveBroken', { where });

/** @throws Refusal archiveForeign; archiveBroken with the place from which on it is not what was written */
export async function readArchive(entries: AsyncIterable<ArchiveEntry>, visitor: ArchiveVisitor): Promise<ReadArchive> {
  let manifest: Manifest | undefined;
  let begun = false;
  let sums: Sums | undefined;
  let files = 0;
  const summed = new Map<string, Summing>();
  for await (const { name, content } of entries) {
    if (sums) throw broken(name);
    if (!manifest) {
      manifest = manifestIn(name, content);
      continue;
    }
    if (!begun) {
      begun = true;
      const isKey = name === entryNames.secretKey;
      await visitor.begin(manifest, isKey ? content : null);
      if (isKey) continue;
    }
    if (name === entryNames.sums) sums = sumsIn(content);
    else if (name === entryNames.jobs) await visitor.jobs(linesIn(content));
    else if (hashOfFileEntry(name) !== undefined) {
      await visitor.file(fileIn(name, content));
      files++;
    } else await takePart(manifest, summed, visitor, { name, content });
  }
  if (!manifest || !sums) throw broken(manifest ? 'sums.json' : 'manifest.json');
  if (files !== sums.files) throw new Refusal('archiveBroken', { where: 'files', rows: files, expected: sums.files });
  compareSums(manifest, sums, (table) => (summed.get(table) ?? summing()).sum());
  return { manifest, sums };
}

function fileIn(name: string, content: Buffer): ArchivedFile {
  const hash = createHash('sha256').update(content).digest('hex');
  if (fileEntryName(hash) !== name) throw broken(name);
  return { hash, content };
}

function manifestIn(name: string, content: Buffer): Manifest {
  const read = name === entryNames.manifest ? Manifest.safeParse(parsed(content)) : undefined;
  if (!read?.success) throw new Refusal('archiveForeign');
  return read.data;
}

function sumsIn(content: Buffer): Sums {
  const read = Sums.safeParse(parsed(content));
  if (!read.success) throw broken('sums.json');
  return read.data;
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function takePart(
  { tables }: Manifest,
  summed: Map<string, Summing>,
  { rows }: ArchiveVisitor,
  { name, content }: ArchiveEntry,
): Promise<void> {
  const table = tables.find((one) => one.name === tableOfPart(name));
  if (!table) throw broken(name);
  const lines = linesIn(content);
  const own = summed.get(table.name) ?? summing();
  summed.set(table.name, own);
  own.add(lines);
  await rows(table, lines);
}

/** @param found what is there now @throws Refusal archiveBroken with the first table that is not as it was */
export function compareSums({ tables }: Manifest, sums: Sums, found: (table: string) => TableSum): void {
  for (const { name } of tables) {
    const was = sums.tables[name];
    const is = found(name);
    if (was?.rows !== is.rows || was.sha256 !== is.sha256)
      throw new Refusal('archiveBroken', { where: name, rows: is.rows, expected: was?.rows ?? 0 });
  }
}
