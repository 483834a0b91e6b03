import { createHash, randomUUID } from 'node:crypto';
import type { ImportRecord, ImportStage } from '../registry/import.ts';
import type { User } from '../registry/may.ts';
import type { Db } from '../store/database.ts';
import { findDocumentByHash, insertDocument } from '../store/documents.ts';
import { findDocumentOfEnvelope, insertEnvelope } from '../store/envelopes.ts';
import { endImport, getImport, type ImportEnd, insertImport, tellImport } from '../store/imports.ts';
import { safeName } from '../values/file-name.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { App } from './app.ts';
import { matchAgencies } from './match-agencies.ts';
import { indicatorCatalogue, matchIndicatorsOf } from './match-indicators.ts';
import { placeOf } from './place-documents.ts';
import type { ReadFile } from './read-file.ts';
import { fileOfBytes } from './stored-files/stored-files.ts';

export type IncomingFile = {
  name: string;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Of a file that is kept until its sender ends it: nothing of a secret stays. */
  forget?: () => Promise<void>;
};

/** Resolves as soon as the import has begun; `ended` is its last state, which is stored, too. */
export async function startImport(
  app: App,
  user: User,
  file: IncomingFile,
): Promise<{ id: string; ended: Promise<ImportRecord> }> {
  const cancel = new AbortController();
  const job: Job = { id: randomUUID(), fileName: safeName(file.name), user, cancel, signal: cancel.signal };
  const begun = { id: job.id, fileName: job.fileName, userId: user.id, at: app.clock.now() };
  await insertImport(app.db, { ...begun, server: await app.place.number() });
  const ended = run(app, job, file).finally(() => app.imports.delete(job.id));
  app.imports.set(job.id, { cancel, ended });
  return { id: job.id, ended };
}

/** The whole way of one file in: receiving, opening, reading, matching, storing. */
export async function importDocument(app: App, user: User, file: IncomingFile): Promise<ImportRecord> {
  return (await startImport(app, user, file)).ended;
}

type Job = { id: string; fileName: string; user: User; cancel: AbortController; signal: AbortSignal };

async function run(app: App, job: Job, incoming: IncomingFile): Promise<ImportRecord> {
  try {
    const file = await receive(incoming.content, job, app.maxFileBytes);
    await app.scan({ name: job.fileName, parts: fileOfBytes(file.bytes).parts });
    const known = (await findDocumentByHash(app.db, file.hash)) ?? (await findDocumentOfEnvelope(app.db, file.hash));
    if (known) await endImport(app.db, job.id, { state: 'alreadyThere', documentId: known.id, at: app.clock.now() });
    else await readAndStore(app, job, file);
  } catch (error) {
    const { code, detail } = error instanceof Refusal ? error : new Refusal('importInterrupted');
    // The name of a secret's file often is its title.
    const fileName = code === 'fileSecret' ? withheldName(job.fileName) : undefined;
    if (code === 'fileSecret') await incoming.forget?.();
    await endImport(app.db, job.id, { state: 'refused', refusal: { code, detail }, fileName, at: app.clock.now() });
    if (!(error instanceof Refusal)) throw error;
  }
  return getImport(app.db, job.id);
}

/** "Kế hoạch phòng thủ.docx" becomes "….docx". */
const withheldName = (name: string): string => `…${/\.[a-z]{2,5}$/i.exec(name)?.[0] ?? ''}`;

type Received = { bytes: Uint8Array; hash: string };

async function receive(content: IncomingFile['content'], job: Job, limit: number): Promise<Received> {
  const hash = createHash('sha256');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of arriving(content, job)) {
    size += part.byteLength;
    if (size > limit) throw new Refusal('fileTooLarge', { name: job.fileName, size, limit });
    hash.update(part);
    parts.push(part);
  }
  refuseCancelled(job);
  if (size === 0) throw new Refusal('fileEmpty', { name: job.fileName });
  return { bytes: Buffer.concat(parts), hash: hash.digest('hex') };
}

/** Stops waiting for more as soon as the import is cancelled. A sender who goes away is no defect. */
async function* arriving(content: IncomingFile['content'], job: Job): AsyncGenerator<Uint8Array> {
  const parts = Symbol.asyncIterator in content ? content[Symbol.asyncIterator]() : content[Symbol.iterator]();
  const cancelled = new Promise<never>((_, reject) => {
    job.signal.addEventListener('abort', () => reject(new Refusal('importCancelled')), { once: true });
  });
  try {
    for (;;) {
      const next = await Promise.race([parts.next(), cancelled]);
      if (next.done) return;
      yield next.value;
    }
  } catch {
    refuseCancelled(job);
    throw new Refusal('importInterrupted');
  } finally {
    cancelled.catch(() => undefined);
    // Not waited for: it ends when the part that was asked for has come.
    Promise.resolve(parts.return?.()).catch(() => undefined);
  }
}

function refuseCancelled({ signal }: Job): void {
  if (signal.aborted) throw new Refusal('importCancelled');
}

async function readAndStore(app: App, job: Job, { bytes, hash }: Received): Promise<void> {
  // Progress is shown, not relied on: each step is stored after the one before it, and none holds up the reading.
  let told: Promise<void> = Promise.resolve();
  const tell = (progress: Parameters<typeof tellImport>[2]) => {
    told = told.then(async () => {
      // Cancelled on another server.
      if (!(await tellImport(app.db, job.id, progress))) job.cancel.abort();
    });
  };
  const stage = (stage: ImportStage) => tell({ stage, file_size: bytes.byteLength });
  const pages = (done: number, total: number) => tell({ pages_done: done, pages_total: total });
  try {
    const read = await app.reader.read(
      { bytes, fileName: job.fileName, maxFileBytes: app.maxFileBytes, secrets: app.secrets },
      { stage, pages },
      job.signal,
    );
    stage('storing');
    await told;
    await storeRead(app, job, { bytes, hash }, read);
  } finally {
    await told;
  }
}

/** Their bytes are there before any row names them; where none comes to it, they are swept. */
async function keepFiles({ files, scan }: App, { fileName }: Job, { bytes }: Received, { envelope }: ReadFile) {
  const main = envelope?.main ?? { name: fileName, bytes };
  // Inside of an envelope they were in a writing that hides them from whoever scans it.
  for (const { name, bytes: part } of envelope ? [main, ...envelope.further] : [])
    await scan({ name, parts: fileOfBytes(part).parts });
  const kept = fileOfBytes(main.bytes);
  await files.keep(kept);
  const beside = [];
  for (const { position, bytes: part } of envelope?.further ?? []) {
    const one = fileOfBytes(part);
    await files.keep(one);
    beside.push({ position, hash: one.hash });
  }
  return { main: { name: main.name, hash: kept.hash, size: kept.size }, beside };
}

/** One transaction: the whole document and the end of its import are there, or nothing is. */
async function storeRead(app: App, job: Job, file: Received, read: ReadFile): Promise<void> {
  const documentId = randomUUID();
  const at = app.clock.now();
  const intake = await matchAgencies(app.db, read.intake, dayOfMoment(at));
  const placeId = await placeOf(app.db, intake.header, dayOfMoment(at));
  const { main, beside } = await keepFiles(app, job, file, read);
  const envelope = { ...file, ...read, beside };
  const stored = await app.db.transaction().execute(async (trx) => {
    const inserted = await insertDocument(trx, {
      id: documentId,
      file: main,
      ...read,
      intake,
      placeId,
      receivedAt: at,
      receivedBy: job.user.id,
    });
    refuseCancelled(job);
    if (!inserted) return false;
    await matchIndicatorsOf(trx, documentId, await indicatorCatalogue(trx));
    await keepEnvelope(trx, job, envelope, { documentId, at });
    if (!(await endImport(trx, job.id, { state: 'done', documentId, at }))) throw new Refusal('importInterrupted');
    return true;
  });
  if (stored) return;
  // It came in another envelope before, or without one, or another import of the same file was quicker.
  const other = await findDocumentByHash(app.db, main.hash);
  if (other)
    await app.db.transaction().execute((trx) => keepEnvelope(trx, job, envelope, { documentId: other.id, at }));
  const end: ImportEnd = other
    ? { state: 'alreadyThere', documentId: other.id, at }
    : { state: 'refused', refusal: { code: 'importInterrupted', detail: {} }, at };
  await endImport(app.db, job.id, end);
}

async function keepEnvelope(
  trx: Db,
  { fileName, user }: Job,
  { hash, envelope, beside }: Received & ReadFile & { beside: { position: number; hash: string }[] },
  { documentId, at }: { documentId: string; at: Date },
): Promise<void> {
  if (!envelope) return;
  const { header, parts } = envelope;
  const row = { hash, documentId, fileName, header, parts, receivedAt: at, receivedBy: user.id };
  await insertEnvelope(trx, row, beside);
}
