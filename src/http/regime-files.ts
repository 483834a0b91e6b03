import * as endpoints from '../api/regime-files.ts';
import {
  addRegimeFile,
  getRegimeFile,
  listRegimeFiles,
  listRoundFiles,
  takeAwayRegimeFile,
} from '../services/regime-files.ts';
import { sendStored } from './download.ts';
import type { Route } from './route.ts';
import { withUpload } from './upload.ts';

export function regimeFileRoutes(route: Route): void {
  route(endpoints.listRegimeFiles, ({ app, params }) => listRegimeFiles(app, params.id));
  route(endpoints.listRoundFiles, ({ app, params }) => listRoundFiles(app, params.id));
  route(endpoints.readRegimeFile, async ({ app, params, reply }) =>
    sendStored(reply, await getRegimeFile(app, params.id)),
  );
  route(endpoints.addRegimeFile, ({ app, actor, user, params, query: { part, replaces = null }, request }) =>
    withUpload({ request, app, user }, app.maxFileBytes, ({ file }) =>
      addRegimeFile(app, actor, params.id, { file, part, replaces }),
    ),
  );
  route(endpoints.takeAwayRegimeFile, async ({ app, actor, params }) => {
    await takeAwayRegimeFile(app, actor, params.id);
    return {};
  });
}
