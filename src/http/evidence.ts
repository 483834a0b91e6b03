import * as endpoints from '../api/evidence.ts';
import type { EvidenceKind } from '../registry/evidence.ts';
import { addFile, addProduct, getEvidenceFile, removeEvidence } from '../services/evidence.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { receiveUpload } from './upload.ts';

const office = 'application/vnd.openxmlformats-officedocument';

/** What a file is sent as: what its content was found to be, never what its name says. */
const mediaTypes: Record<EvidenceKind, string> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  webp: 'image/webp',
  text: 'text/plain; charset=utf-8',
};

export function evidenceRoutes(route: Route): void {
  route(endpoints.addFile, async ({ app, actor, params, query, request }) => {
    const upload = await receiveUpload(request, app.maxFileBytes);
    try {
      const { progress = null, note } = query;
      return await addFile(app, actor, params.id, { file: upload.file, progressId: progress, note });
    } finally {
      await upload.received;
    }
  });

  route(endpoints.addProduct, ({ app, actor, params, body }) => addProduct(app, actor, params.id, body));

  route(endpoints.getEvidenceFile, async ({ app, actor, params, reply }) => {
    const { name, kind, content } = await getEvidenceFile(app, actor, params.id);
    // Saved, never shown; and should a browser show it all the same, nothing in it runs or reaches anything.
    reply.header('content-security-policy', "sandbox; default-src 'none'").header('cache-control', 'private, no-store');
    return sendFile(reply, { name, mediaType: mediaTypes[kind], content });
  });

  route(endpoints.removeEvidence, async ({ app, actor, params }) => {
    await removeEvidence(app, actor, params.id);
    return {};
  });
}
