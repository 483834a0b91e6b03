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
import { Refusal } from '../values/refusal.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { receiveUpload } from './upload.ts';

export function templateRoutes(route: Route): void {
  route(endpoints.getTemplates, ({ app }) => getTemplates(app));
  route(endpoints.writeStandardTemplate, async ({ app, query, reply }) =>
    sendFile(reply, await writeStandardTemplate(app, query.kind, query.agencyId)),
  );
  route(endpoints.uploadTemplate, async ({ app, actor, request }) => {
    const upload = await receiveUpload(request, app.maxFileBytes);
    try {
      const order = endpoints.UploadTemplate.safeParse(upload.order);
      if (!order.success) throw new Refusal('invalidInput', { field: 'order' });
      return await uploadTemplate(app, actor, { file: upload.file, kind: order.data.kind });
    } finally {
      await upload.received;
    }
  });
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
