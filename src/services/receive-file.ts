import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type FileKind, fileKind, kindOfStart, startBytes } from '../files/file-kind.ts';
import { defaultLimits } from '../files/open-limits.ts';
import { EvidenceKind, evidenceExtensions, looksLikeMarkup } from '../registry/evidence.ts';
import { extensionOf, safeName } from '../values/file-name.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import type { IncomingFile } from './import-document.ts';
import type { NewFile } from './stored-files/places.ts';
import { partsOf } from './stored-files/stored-files.ts';

type Spooled = { name: string; size: number; hash: string; path: string };
export type ReceivedFile = Spooled & { kind: EvidenceKind };

/** What it is says its content, and its name must agree. It lies on the disk as long as it is used. */
export const receiveFile = <T>(
  app: Pick<App, 'scan'>,
  file: IncomingFile,
  limit: number,
  use: (received: ReceivedFile) => Promise<T>,
): Promise<T> =>
  spooled(app, file, limit, async (received) => use({ ...received, ...(await named(received.name, received.path)) }));

export const receiveBytes = (
  app: Pick<App, 'scan'>,
  file: IncomingFile,
  limit: number,
): Promise<Pick<Spooled, 'name' | 'size' | 'hash'> & { bytes: Buffer }> =>
  spooled(app, file, limit, async ({ path, ...received }) => ({ ...received, bytes: await readFile(path) }));

/** Waits on the disk while it comes over a slow line: whoever scans it need not wait. */
async function spooled<T>(
  { scan }: Pick<App, 'scan'>,
  { name: given, content }: IncomingFile,
  limit: number,
  use: (file: Spooled) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-'));
  try {
    const [name, path] = [safeName(given), join(folder, 'file')];
    const file = { name, path, ...(await spool(content, path, { name, limit })) };
    await scan({ name, parts: keepable(file).parts });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the form in which it is kept. */
export const keepable = ({ hash, size, path }: Spooled): NewFile => ({
  ...{ hash, size },
  parts: partsOf(size, (from, length) => readPart(path, from, length)),
});

/** Its bytes from a place on; fewer than wanted where it ends. */
async function readPart(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
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

async function named(name: string, path: string): Promise<{ name: string; kind: EvidenceKind }> {
  // Of pictures and PDFs, which are the large ones, the rest is not looked at.
  const told = kindOfStart(await readPart(path, 0, startBytes));
  const bytes = told ? undefined : await readFile(path);
  const kind = evidenceKind(name, bytes ? fileKind(bytes, defaultLimits) : (told ?? 'binary'));
  if (kind === 'text' && bytes && looksLikeMarkup(bytes.toString('latin1')))
    throw new Refusal('fileHoldsMarkup', { name });
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
