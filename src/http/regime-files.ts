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
import { receiveUpload } from './upload.ts';

export function regimeFileRoutes(route: Route): void {
  route(endpoints.listRegimeFiles, ({ app, params }) => listRegimeFiles(app, params.id));
  route(endpoints.listRoundFiles, ({ app, params }) => listRoundFiles(app, params.id));
  route(endpoints.readRegimeFile, async ({ app, params, reply }) =>
    sendStored(reply, await getRegimeFile(app, params.id)),
  );
  route(endpoints.addRegimeFile, async ({ app, actor, params, query, request }) => {
    const upload = await receiveUpload(request, app.maxFileBytes);
    try {
      const { part, replaces = null } = query;
      return await addRegimeFile(app, actor, params.id, { file: upload.file, part, replaces });
    } finally {
      await upload.received;
    }
  });
  route(endpoints.takeAwayRegimeFile, async ({ app, actor, params }) => {
    await takeAwayRegimeFile(app, actor, params.id);
    return {};
  });
}
