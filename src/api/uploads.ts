import { z } from 'zod';
import { UploadRecord } from '../registry/upload.ts';
import { endpoint } from './endpoint.ts';

/** Large files in parts that may be sent again: the protocol tus 1.0.0 with creation, expiration and termination (https://tus.io). */
export const tusVersion = '1.0.0';
export const partType = 'application/offset+octet-stream';

const Id = z.object({ id: z.uuid() });
const Bytes = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Version = z.string().optional();

export const describeUploads = endpoint({
  method: 'OPTIONS',
  path: '/api/uploads',
  access: 'sendFiles',
  summary: 'What of the protocol tus is spoken here, and how large a file may be (Tus-Max-Size)',
  response: z.null(),
});

export const beginUpload = endpoint({
  method: 'POST',
  path: '/api/uploads',
  access: 'sendFiles',
  costly: true,
  summary:
    'Begin to send a large file in parts (tus 1.0.0): its length, and its name in Upload-Metadata as "filename" in base64. Location says where the parts go. When it is whole, endpoints that take a file take {"upload": id} in its place',
  headers: z.object({
    'upload-length': Bytes,
    'upload-metadata': z.string().max(2000).default(''),
    'tus-resumable': Version,
  }),
  response: UploadRecord,
});

export const getUpload = endpoint({
  method: 'GET',
  path: '/api/uploads/:id',
  access: 'sendFiles',
  summary: 'How much of an upload of mine is kept (with HEAD: in Upload-Offset)',
  params: Id,
  response: UploadRecord,
});

export const sendPart = endpoint({
  method: 'PATCH',
  path: '/api/uploads/:id',
  access: 'sendFiles',
  takes: 'bytes',
  summary:
    'Send bytes of an upload from Upload-Offset on. What arrived is kept, also where the line breaks; what does not follow what is there is refused (409)',
  params: Id,
  headers: z.object({ 'upload-offset': Bytes, 'content-type': z.literal(partType), 'tus-resumable': Version }),
  response: z.null(),
});

export const endUpload = endpoint({
  method: 'DELETE',
  path: '/api/uploads/:id',
  access: 'sendFiles',
  summary: 'End an upload: nothing of it stays. What was not ended goes a day after its last part',
  params: Id,
  response: z.null(),
});
