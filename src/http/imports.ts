import type { Readable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as endpoints from '../api/imports.ts';
import type { ImportRecord } from '../registry/import.ts';
import { type IncomingFile, startImport } from '../services/import-document.ts';
import { endImport, getImport, listImports } from '../services/imports.ts';
import { Refusal } from '../values/refusal.ts';
import type { Route } from './route.ts';

const statusOf = { done: 201, alreadyThere: 200, running: 202 };

/** @param patience milliseconds after the last byte in which an upload's answer waits for the import's end */
export function importRoutes(route: Route, patience: number): void {
  route(endpoints.startImport, async ({ app, user, request, reply }) => {
    const upload = await receiveUpload(request, app.maxFileBytes);
    const { id, ended } = await startImport(app, user, upload.file);
    // Where the answer does not wait for it, nobody else hears of a defect.
    ended.catch((error: unknown) => request.log.error({ err: error, id }, 'import failed'));
    const record = await Promise.race([
      ended,
      upload.received.then(() => after(patience, undefined, { ref: false })).then(() => getImport(app, user, id)),
    ]);
    await upload.received;
    return answer(record, reply);
  });

  route(endpoints.listImports, async ({ app, user }) => ({ imports: await listImports(app, user) }));

  route(endpoints.endImport, async ({ app, user, params }) => {
    await endImport(app, user, params.id);
    return {};
  });
}

function answer(record: ImportRecord, reply: FastifyReply): ImportRecord {
  if (record.state === 'refused')
    throw new Refusal(record.refusal?.code ?? 'importInterrupted', record.refusal?.detail);
  reply.status(statusOf[record.state]);
  return record;
}

type Upload = { file: IncomingFile; received: Promise<void> };

/** Resolves `received` when the whole request has come in, wanted or not: a browser shows no answer before. */
async function receiveUpload(request: FastifyRequest, maxFileBytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('fileMissing');
  // One byte more than may come tells a file that is too large; what follows is thrown away as it comes.
  const part = await request.file({
    limits: { files: 1, fileSize: maxFileBytes + 1, fields: 10, fieldSize: 1000 },
    throwFileSizeLimit: false,
  });
  if (part?.fieldname !== 'file') throw new Refusal('fileMissing');
  const received = new Promise<void>((resolve) => {
    if (request.raw.complete) resolve();
    for (const event of ['end', 'close', 'error'] as const) request.raw.once(event, () => resolve());
  });
  return { file: { name: part.filename, content: whole(part.file) }, received };
}

/** Whoever stops reading early does not stop the rest from coming in: a file that nobody reads holds up the request. */
async function* whole(file: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* file.iterator({ destroyOnReturn: false });
  } finally {
    file.resume();
  }
}
