import type { FastifyInstance, FastifyReply } from 'fastify';
import * as endpoints from '../api/uploads.ts';
import type { UploadRecord } from '../registry/upload.ts';
import { beginUpload, endUpload, getUpload, receivePart } from '../services/uploads.ts';
import { Refusal } from '../values/refusal.ts';
import type { Route } from './route.ts';
import { whenWhole } from './upload.ts';

/** Fastify reads nothing of it: its route does, as it comes. */
export function takeParts(server: FastifyInstance): void {
  server.addContentTypeParser(endpoints.partType, (_request, _payload, done) => done(null));
}

export function uploadRoutes(route: Route, maxFileBytes: number): void {
  route(endpoints.describeUploads, ({ reply }) => {
    speakTus(reply)
      .header('tus-version', endpoints.tusVersion)
      .header('tus-extension', 'creation,expiration,termination');
    reply.header('tus-max-size', maxFileBytes).status(204);
    return null;
  });

  route(endpoints.beginUpload, async ({ app, user, headers, reply }) => {
    refuseOtherVersions(headers, reply);
    const upload = await beginUpload(app, user, {
      name: nameIn(headers['upload-metadata']),
      size: headers['upload-length'],
    });
    tell(reply, upload).status(201).header('location', `/api/uploads/${upload.id}`);
    return upload;
  });

  route(endpoints.getUpload, async ({ app, user, params, reply }) => {
    const upload = await getUpload(app, user, params.id);
    tell(reply, upload)
      .header('upload-length', upload.size)
      .header('upload-metadata', `filename ${Buffer.from(upload.fileName).toString('base64')}`)
      .header('cache-control', 'no-store');
    return upload;
  });

  route(endpoints.sendPart, async ({ app, user, params, headers, request, reply }) => {
    const whole = whenWhole(request);
    try {
      refuseOtherVersions(headers, reply);
      const at = { id: params.id, startsAt: headers['upload-offset'] };
      tell(reply, await receivePart(app, user, at, request.raw.iterator({ destroyOnReturn: false }))).status(204);
      return null;
    } finally {
      // Refused, its rest is read by nobody else.
      request.raw.resume();
      await whole();
    }
  });

  route(endpoints.endUpload, async ({ app, user, params, reply }) => {
    await endUpload(app, user, params.id);
    speakTus(reply).status(204);
    return null;
  });
}

const speakTus = (reply: FastifyReply): FastifyReply => reply.header('tus-resumable', endpoints.tusVersion);

const tell = (reply: FastifyReply, { received, expiresAt }: UploadRecord): FastifyReply =>
  speakTus(reply).header('upload-offset', received).header('upload-expires', new Date(expiresAt).toUTCString());

function refuseOtherVersions(headers: { 'tus-resumable'?: string | undefined }, reply: FastifyReply): void {
  speakTus(reply);
  const version = headers['tus-resumable'];
  if (version === undefined || version === endpoints.tusVersion) return;
  reply.header('tus-version', endpoints.tusVersion);
  throw new Refusal('uploadProtocolUnknown', { version: endpoints.tusVersion });
}

/** "filename c8OhY2gucGRm,filetype YXBwbGljYXRpb24vcGRm"; other keys are what clients like to tell. */
function nameIn(metadata: string): string {
  const pairs = metadata.split(',').map((pair) => pair.trim().split(' '));
  const [, name = ''] = pairs.find(([key]) => key === 'filename') ?? [];
  return Buffer.from(name, 'base64').toString('utf8');
}
