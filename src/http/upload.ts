import type { Readable } from 'node:stream';
import type { MultipartFields } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { IncomingFile } from '../services/import-document.ts';
import { Refusal } from '../values/refusal.ts';

/** `order`: what came before the file in the field "order", as JSON; undefined where nothing did. */
export type Upload = { file: IncomingFile; order: unknown; received: Promise<void> };

const longestOrder = 50_000;

/** Answers, or refuses, when the whole request has come in, wanted or not: a browser shows no answer before. */
export async function withUpload<T>(
  request: FastifyRequest,
  maxFileBytes: number,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  const upload = await receiveUpload(request, maxFileBytes);
  try {
    return await use(upload);
  } finally {
    await upload.received;
  }
}

/** @throws Refusal invalidInput where what came beside the file is something else */
export function orderOf<S extends z.ZodType>({ order }: Upload, schema: S): z.output<S> {
  const { success, data } = schema.safeParse(order);
  if (!success) throw new Refusal('invalidInput', { field: 'order' });
  return data;
}

/** Resolves `received` when the whole request has come in. */
export async function receiveUpload(request: FastifyRequest, maxFileBytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('fileMissing');
  // One byte more than may come tells a file that is too large; what follows is thrown away as it comes.
  const part = await request.file({
    limits: { files: 1, fileSize: maxFileBytes + 1, fields: 10, fieldSize: longestOrder },
    throwFileSizeLimit: false,
  });
  if (part?.fieldname !== 'file') throw new Refusal('fileMissing');
  const received = new Promise<void>((resolve) => {
    if (request.raw.complete) resolve();
    for (const event of ['end', 'close', 'error'] as const) request.raw.once(event, () => resolve());
  });
  return {
    order: orderIn(part.fields.order),
    file: { name: part.filename ?? '', content: whole(part.file) },
    received,
  };
}

/** Whoever stops reading early does not stop the rest from coming in: a file that nobody reads holds up the request. */
async function* whole(file: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* file.iterator({ destroyOnReturn: false });
  } finally {
    file.resume();
  }
}

function orderIn(field: MultipartFields[string]): unknown {
  if (field === undefined || Array.isArray(field) || field.type !== 'field' || typeof field.value !== 'string') return;
  try {
    return JSON.parse(field.value);
  } catch {
    throw new Refusal('invalidInput', { field: 'order' });
  }
}
