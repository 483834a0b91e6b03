import * as endpoints from '../api/submission-workbook.ts';
import { compareForm, formWorkbook } from '../services/submission-workbook.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { receiveUpload } from './upload.ts';

export function submissionWorkbookRoutes(route: Route): void {
  route(endpoints.getFormWorkbook, async ({ app, actor, params, reply }) =>
    sendFile(reply, await formWorkbook(app, actor, params.id)),
  );

  route(endpoints.compareFormWorkbook, async ({ app, actor, params, request }) => {
    const upload = await receiveUpload(request, app.maxFileBytes);
    const comparison = await compareForm(app, actor, params.id, upload.file);
    await upload.received;
    return comparison;
  });
}
