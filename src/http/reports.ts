import * as endpoints from '../api/reports.ts';
import { saveReportSection, stepReport } from '../services/edit-report.ts';
import { writeReportDocument } from '../services/report-document.ts';
import { beginReport, getReport, listContributions, listSentences } from '../services/reports.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function reportRoutes(route: Route): void {
  route(endpoints.getReport, ({ app, actor, params }) => getReport(app, actor, params.id));
  route(endpoints.beginReport, ({ app, actor, params }) => beginReport(app, actor, params.id));
  route(endpoints.listContributions, async ({ app, params }) => ({
    contributions: await listContributions(app, params.id, params.section),
  }));
  route(endpoints.listSentences, async ({ app, params, query }) => ({
    sentences: await listSentences(app, params.id, query.submission),
  }));
  route(endpoints.saveReportSection, ({ app, actor, params, body }) =>
    saveReportSection(app, actor, { reportId: params.id, section: params.section }, body),
  );
  route(endpoints.stepReport, ({ app, actor, params, body }) => stepReport(app, actor, params.id, body));
  route(endpoints.writeReportDocument, async ({ app, params, query, reply }) =>
    sendFile(reply, await writeReportDocument(app, params.id, query.format)),
  );
}
