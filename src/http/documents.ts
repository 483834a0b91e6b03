import * as endpoints from '../api/documents.ts';
import { getDocument, getDocumentFile, getPage, listDocuments } from '../services/documents.ts';
import { exportPlan } from '../services/export-plan.ts';
import { answerEnvelope, getEnvelopeFile } from '../services/received-envelopes.ts';
import type { FileFormat } from '../values/block.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

const mediaTypes: Record<FileFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html',
  mht: 'multipart/related',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  tif: 'image/tiff',
};

export function documentRoutes(route: Route): void {
  route(endpoints.listDocuments, async ({ app, query }) => ({ documents: await listDocuments(app, query.asOf) }));

  route(endpoints.getDocument, ({ app, params }) => getDocument(app, params.id));

  route(endpoints.getDocumentPage, async ({ app, params, query, request, reply }) => {
    const { tag, draw } = await getPage(app, params.id, params.page, Number(query.width));
    const known = request.headers['if-none-match'] === `"${tag}"`;
    const picture = known ? undefined : await draw();
    // A document never changes, and neither does what its pages look like.
    reply.header('etag', `"${tag}"`).header('cache-control', 'private, max-age=31536000, immutable');
    if (!picture) return reply.status(304).send();
    return reply.header('content-type', 'image/webp').send(picture);
  });

  route(endpoints.getDocumentFile, async ({ app, params, reply }) => {
    const { name, format, bytes } = await getDocumentFile(app, params.id);
    return sendFile(reply, { name, mediaType: mediaTypes[format], content: bytes });
  });

  route(endpoints.getEnvelopeFile, async ({ app, params, reply }) => {
    const { name, bytes } = await getEnvelopeFile(app, params);
    return sendFile(reply, { name, mediaType: 'application/octet-stream', content: bytes });
  });

  route(endpoints.answerEnvelope, async ({ app, actor, params, query, reply }) =>
    sendFile(reply, await answerEnvelope(app, actor, params, query)),
  );

  route(endpoints.exportPlan, async ({ app, params, query, reply }) =>
    sendFile(reply, await exportPlan(app, params.id, query)),
  );
}
