import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type FileKind, fileKind } from '../files/file-kind.ts';
import { defaultLimits } from '../files/open-limits.ts';
import { EvidenceKind, evidenceExtensions, looksLikeMarkup } from '../registry/evidence.ts';
import { extensionOf, safeName } from '../values/file-name.ts';
import { Refusal } from '../values/refusal.ts';
import type { IncomingFile } from './import-document.ts';

export type ReceivedFile = { name: string; kind: EvidenceKind; size: number; hash: string; bytes: Buffer };

/** What it is says its content, and its name must agree. */
export async function receiveFile(file: IncomingFile, limit: number): Promise<ReceivedFile> {
  const { name, bytes, ...received } = await receiveBytes(file, limit);
  return { ...named(name, bytes), ...received, bytes };
}

/** Waits on the disk while it comes over a slow line. */
export async function receiveBytes(
  { name, content }: IncomingFile,
  limit: number,
): Promise<Omit<ReceivedFile, 'kind'>> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-'));
  try {
    const path = join(folder, 'file');
    const { size, hash } = await spool(content, path, { name: safeName(name), limit });
    const bytes = await readFile(path);
    return { name: safeName(name), size, hash, bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(
  content: IncomingFile['content'],
  path: string,
  { name, limit }: { name: string; limit: number },
): Promise<{ size: number; hash: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = async function* () {
    for await (const part of content) {
      size += part.byteLength;
      if (size > limit) throw new Refusal('fileTooLarge', { name, size, limit });
      hash.update(part);
      yield part;
    }
  };
  await pipeline(counted, createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    // Whoever sent it has gone away.
    throw new Refusal('importInterrupted');
  });
  if (size === 0) throw new Refusal('fileEmpty', { name });
  return { size, hash: hash.digest('hex') };
}

const known = [...new Set(Object.values(evidenceExtensions).flat())].join(', ');

function named(name: string, bytes: Buffer): { name: string; kind: EvidenceKind } {
  const kind = evidenceKind(name, fileKind(bytes, defaultLimits));
  if (kind === 'text' && looksLikeMarkup(bytes.toString('latin1'))) throw new Refusal('fileHoldsMarkup', { name });
  const extension = extensionOf(name);
  const expected = evidenceExtensions[kind];
  if (extension === '') return { name: `${name}.${expected[0] ?? kind}`, kind };
  if (!expected.includes(extension)) throw new Refusal('fileTypeMismatch', { name, extension, actual: kind });
  return { name, kind };
}

function evidenceKind(name: string, kind: FileKind): EvidenceKind {
  if (kind === 'encryptedOffice') throw new Refusal('filePasswordProtected', { name });
  const taken = EvidenceKind.safeParse(kind);
  if (taken.success) return taken.data;
  throw new Refusal('fileTypeUnknown', { name, extension: extensionOf(name), known });
}
