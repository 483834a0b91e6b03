import * as endpoints from '../api/templates.ts';
import { listTemplateSamples, previewTemplate, showTemplate } from '../services/template-preview.ts';
import {
  endTemplate,
  getTemplates,
  putTemplateInForce,
  readTemplate,
  uploadTemplate,
  writeStandardTemplate,
} from '../services/templates.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { orderOf, withUpload } from './upload.ts';

export function templateRoutes(route: Route): void {
  route(endpoints.getTemplates, ({ app }) => getTemplates(app));
  route(endpoints.writeStandardTemplate, async ({ app, query, reply }) =>
    sendFile(reply, await writeStandardTemplate(app, query.kind, query.agencyId)),
  );
  route(endpoints.uploadTemplate, ({ app, actor, user, request }) =>
    withUpload({ request, app, user }, app.maxFileBytes, (upload) =>
      uploadTemplate(app, actor, { file: upload.file, kind: orderOf(upload, endpoints.UploadTemplate).kind }),
    ),
  );
  route(endpoints.readTemplate, async ({ app, params, reply }) => sendFile(reply, await readTemplate(app, params.id)));
  route(endpoints.listTemplateSamples, async ({ app, query }) => ({
    samples: await listTemplateSamples(app, query.kind),
  }));
  route(endpoints.previewTemplate, async ({ app, actor, params, query, reply }) =>
    sendFile(reply, await previewTemplate(app, actor, { ...params, ...query })),
  );
  route(endpoints.showTemplate, ({ app, actor, params, query }) => showTemplate(app, actor, params.id, query.sample));
  route(endpoints.putTemplateInForce, async ({ app, actor, params, body }) => {
    await putTemplateInForce(app, actor, params.id, body);
    return {};
  });
  route(endpoints.endTemplate, async ({ app, actor, body }) => {
    await endTemplate(app, actor, body);
    return {};
  });
}
