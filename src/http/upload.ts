import type { Readable } from 'node:stream';
import type { MultipartFields } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { User } from '../registry/may.ts';
import type { App } from '../services/app.ts';
import type { IncomingFile } from '../services/import-document.ts';
import { uploadedFile } from '../services/uploads.ts';
import { Refusal } from '../values/refusal.ts';

/** `order`: what came beside the file in the field "order", as JSON; undefined where nothing did. */
export type Upload = { file: IncomingFile; order: unknown; received: () => Promise<void> };

type Asking = { request: FastifyRequest; app: App; user: User };

/** What stands in the place of a file that was sent before, in parts. */
const SentBefore = z.object({ upload: z.uuid(), order: z.unknown().optional() });

const longestOrder = 50_000;

/**
 * Takes the file of a request: in its form, or sent before. Answers, or refuses, when the whole request has come in, wanted or not: a
 * browser shows no answer before. `received` resolves when all of the file has come.
 */
export async function withUpload<T>(
  asking: Asking,
  maxFileBytes: number,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  const upload = asking.request.isMultipart()
    ? await uploadInForm(asking.request, maxFileBytes)
    : await uploadSentBefore(asking);
  try {
    return await use(upload);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'fileSecret') await upload.file.forget?.();
    throw error;
  } finally {
    await upload.received();
  }
}

/** @throws Refusal invalidInput where what came beside the file is something else */
export function orderOf<S extends z.ZodType>({ order }: Upload, schema: S): z.output<S> {
  const { success, data } = schema.safeParse(order);
  if (!success) throw new Refusal('invalidInput', { field: 'order' });
  return data;
}

async function uploadSentBefore({ request, app, user }: Asking): Promise<Upload> {
  const { success, data } = SentBefore.safeParse(request.body);
  if (!success) throw new Refusal('fileMissing');
  const file = await uploadedFile(app, user, data.upload);
  const { content, read } = watched(file.content);
  return { order: data.order, file: { ...file, content }, received: read };
}

/** `read` waits for whoever has begun to read it: nobody ends the upload meanwhile. */
function watched(content: IncomingFile['content']): Pick<IncomingFile, 'content'> & { read: () => Promise<void> } {
  const ended = Promise.withResolvers<void>();
  let begun = false;
  const whole = async function* () {
    begun = true;
    try {
      yield* content;
    } finally {
      ended.resolve();
    }
  };
  return { content: whole(), read: async () => (begun ? ended.promise : undefined) };
}

async function uploadInForm(request: FastifyRequest, maxFileBytes: number): Promise<Upload> {
  // One byte more than may come tells a file that is too large; what follows is thrown away as it comes.
  const part = await request.file({
    limits: { files: 1, fileSize: maxFileBytes + 1, fields: 10, fieldSize: longestOrder },
    throwFileSizeLimit: false,
  });
  if (part?.fieldname !== 'file') throw new Refusal('fileMissing');
  return {
    order: orderIn(part.fields.order),
    file: { name: part.filename ?? '', content: whole(part.file) },
    received: whenWhole(request),
  };
}

/** Waits until all of a request has come in. */
export function whenWhole({ raw }: FastifyRequest): () => Promise<void> {
  const whole = new Promise<void>((resolve) => {
    if (raw.complete) resolve();
    for (const event of ['end', 'close', 'error'] as const) raw.once(event, () => resolve());
  });
  return () => whole;
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
