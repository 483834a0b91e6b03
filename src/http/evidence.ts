import * as endpoints from '../api/evidence.ts';
import { addFile, addProduct, getEvidenceFile, removeEvidence } from '../services/evidence.ts';
import { sendStored } from './download.ts';
import type { Route } from './route.ts';
import { receiveUpload } from './upload.ts';

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
    return sendStored(reply, await getEvidenceFile(app, actor, params.id));
  });

  route(endpoints.removeEvidence, async ({ app, actor, params }) => {
    await removeEvidence(app, actor, params.id);
    return {};
  });
}
