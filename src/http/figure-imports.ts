import { setTimeout as after } from 'node:timers/promises';
import * as endpoints from '../api/figure-imports.ts';
import { isOver } from '../registry/figure-import.ts';
import { storeFigureBatch } from '../services/figure-batches.ts';
import { cancelFigureImport, figureImport, figureImports, refusedFile } from '../services/figure-imports.ts';
import { startFigureImport } from '../services/import-figures.ts';
import { removeMapping, savedMappings, saveMapping } from '../services/import-mappings.ts';
import { previewFigures } from '../services/preview-figures.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { orderOf, withUpload } from './upload.ts';

/** @param patience milliseconds in which an upload's answer waits for the import's end */
export function figureImportRoutes(route: Route, patience: number): void {
  route(endpoints.previewFigures, ({ app, actor, user, request }) =>
    withUpload({ request, app, user }, app.maxFileBytes, (upload) =>
      previewFigures(app, actor, upload.file, orderOf(upload, endpoints.PreviewFields)),
    ),
  );

  route(endpoints.startFigureImport, async ({ app, actor, user, request, reply }) => {
    const record = await withUpload({ request, app, user }, app.maxFileBytes, async (upload) => {
      const { id, ended } = await startFigureImport(app, actor, upload.file, orderOf(upload, endpoints.ImportFields));
      // Where the answer does not wait for it, nobody else hears of a defect.
      ended.catch((error: unknown) => request.log.error({ err: error, id }, 'import of figures failed'));
      return Promise.race([ended, after(patience, undefined, { ref: false }).then(() => figureImport(app, id))]);
    });
    reply.status(isOver(record) ? 201 : 202);
    return record;
  });

  route(endpoints.sendFigures, ({ app, actor, body, headers }) =>
    storeFigureBatch(app, actor, body, headers['idempotency-key'] ?? null),
  );

  route(endpoints.listFigureImports, ({ app, query }) => figureImports(app, query));
  route(endpoints.getFigureImport, ({ app, params }) => figureImport(app, params.id));
  route(endpoints.cancelFigureImport, ({ app, params }) => cancelFigureImport(app, params.id));
  route(endpoints.getRefusedRows, async ({ app, params, query, reply }) =>
    sendFile(reply, await refusedFile(app, params.id, query)),
  );

  route(endpoints.listMappings, async ({ app }) => ({ mappings: await savedMappings(app) }));
  route(endpoints.saveMapping, ({ app, user, body }) => saveMapping(app, user, body));
  route(endpoints.removeMapping, async ({ app, user, params, query }) => {
    await removeMapping(app, user, params.name, query.version);
    return {};
  });
}
