import * as endpoints from '../api/evidence.ts';
import { addFile, addProduct, getEvidenceFile, removeEvidence } from '../services/evidence.ts';
import { sendStored } from './download.ts';
import type { Route } from './route.ts';
import { withUpload } from './upload.ts';

export function evidenceRoutes(route: Route): void {
  route(endpoints.addFile, ({ app, actor, user, params, query: { progress = null, note }, request }) =>
    withUpload({ request, app, user }, app.maxFileBytes, ({ file }) =>
      addFile(app, actor, params.id, { file, progressId: progress, note }),
    ),
  );

  route(endpoints.addProduct, ({ app, actor, params, body }) => addProduct(app, actor, params.id, body));

  route(endpoints.getEvidenceFile, async ({ app, actor, params, reply }) => {
    return sendStored(reply, await getEvidenceFile(app, actor, params.id));
  });

  route(endpoints.removeEvidence, async ({ app, actor, params }) => {
    await removeEvidence(app, actor, params.id);
    return {};
  });
}
