import { randomUUID } from 'node:crypto';
import type { User } from '../registry/may.ts';
import { type UploadRecord, uploadLimits } from '../registry/upload.ts';
import {
  countUploads,
  deleteUpload,
  findUpload,
  holdUploadsOf,
  insertUpload,
  insertUploadPart,
  readUploadPart,
} from '../store/uploads.ts';
import { safeName } from '../values/file-name.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import type { IncomingFile } from './import-document.ts';

type Working = Pick<App, 'db' | 'clock' | 'maxFileBytes'>;

/** What arrives is kept in pieces of this size, each as soon as it is whole. */
const partBytes = 1024 * 1024;

const lasting = ({ clock }: Pick<App, 'clock'>): Date =>
  new Date(clock.now().getTime() + uploadLimits.hours * 3_600_000);

export function beginUpload(app: Working, user: User, file: { name: string; size: number }): Promise<UploadRecord> {
  const [fileName, limit] = [safeName(file.name), app.maxFileBytes];
  if (file.size > limit) throw new Refusal('fileTooLarge', { name: fileName, size: file.size, limit });
  return inOneTransaction(app, async ({ db, clock }) => {
    await holdUploadsOf(db, user.id);
    const { count, bytes } = await countUploads(db, user.id, clock.now());
    if (count >= uploadLimits.count || bytes + file.size > uploadLimits.files * limit)
      throw new Refusal('uploadsTooMany', { limit: uploadLimits.count });
    const id = randomUUID();
    await insertUpload(db, { id, userId: user.id, fileName, size: file.size, expiresAt: lasting(app) });
    return getUpload({ db, clock }, user, id);
  });
}

/** @throws Refusal uploadGone where it ended, or is somebody else's */
export async function getUpload(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  user: User,
  id: string,
): Promise<UploadRecord> {
  const found = await findUpload(db, { id, userId: user.id, now: clock.now() });
  if (!found) throw new Refusal('uploadGone');
  return found;
}

/**
 * Keeps what arrives, piece by piece; where the line breaks, what has come until then. Of two that send the same at once one is refused, and
 * asks how far it is.
 */
export async function receivePart(
  app: Working,
  user: User,
  { id, startsAt }: { id: string; startsAt: number },
  content: AsyncIterable<Uint8Array>,
): Promise<UploadRecord> {
  const upload = await getUpload(app, user, id);
  let { received } = upload;
  if (received !== startsAt) throw new Refusal('uploadElsewhere', { received });
  for await (const bytes of inPieces(content)) {
    if (received + bytes.byteLength > upload.size) throw new Refusal('invalidInput', { field: 'content-length' });
    if (!(await insertUploadPart(app.db, { id, startsAt: received, bytes, expiresAt: lasting(app) })))
      throw new Refusal('uploadElsewhere', { received: (await getUpload(app, user, id)).received });
    received += bytes.byteLength;
  }
  return getUpload(app, user, id);
}

async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [parts, size]: [Uint8Array[], number] = [[], 0];
  try {
    for await (const part of content) {
      parts.push(part);
      size += part.byteLength;
      if (size < partBytes) continue;
      yield Buffer.concat(parts);
      [parts, size] = [[], 0];
    }
  } catch {
    // The line broke: nobody hears an answer, and whoever sends the rest asks how much is there.
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** The whole of it, as a file that arrives. It stays until its sender ends it: whoever got no answer may use it again. */
export async function uploadedFile(app: Working, user: User, id: string): Promise<IncomingFile> {
  const upload = await getUpload(app, user, id);
  if (upload.received < upload.size) throw new Refusal('uploadUnfinished', { name: upload.fileName });
  return {
    name: upload.fileName,
    content: partsOf(app, upload),
    forget: async () => void (await deleteUpload(app.db, { id, userId: user.id })),
  };
}

async function* partsOf({ db }: Working, { id, size }: UploadRecord): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const bytes = await readUploadPart(db, id, at);
    // Ended while it was read.
    if (!bytes) throw new Refusal('uploadGone');
    yield bytes;
    at += bytes.byteLength;
  }
}

export async function endUpload({ db }: Working, user: User, id: string): Promise<void> {
  if (!(await deleteUpload(db, { id, userId: user.id }))) throw new Refusal('uploadGone');
}
