import * as endpoints from '../api/submission-workbook.ts';
import { compareForm, formWorkbook } from '../services/submission-workbook.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { withUpload } from './upload.ts';

export function submissionWorkbookRoutes(route: Route): void {
  route(endpoints.getFormWorkbook, async ({ app, actor, params, reply }) =>
    sendFile(reply, await formWorkbook(app, actor, params.id)),
  );

  route(endpoints.compareFormWorkbook, ({ app, actor, user, params, request }) =>
    withUpload({ request, app, user }, app.maxFileBytes, ({ file }) => compareForm(app, actor, params.id, file)),
  );
}
