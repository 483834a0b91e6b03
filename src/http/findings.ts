import { getOverview } from '../api/overview.ts';
import * as targets from '../api/targets.ts';
import * as tasks from '../api/tasks.ts';
import type { App } from '../services/app.ts';
import { exportTargets, exportTasks } from '../services/export-findings.ts';
import * as findings from '../services/findings.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function findingRoutes(route: Route, app: App): void {
  route(targets.listTargets, ({ query }) => findings.listTargets(app, query, query));
  route(targets.targetChoices, ({ query }) => findings.targetChoices(app, query));
  route(targets.exportTargets, ({ query: { column, format, language, ...query }, reply }) =>
    sendFile(reply, exportTargets(app, query, { columns: column, format, language })),
  );
  route(tasks.listTasks, ({ query }) => findings.listTasks(app, query, query));
  route(tasks.taskChoices, ({ query }) => findings.taskChoices(app, query));
  route(tasks.exportTasks, ({ query: { column, format, language, ...query }, reply }) =>
    sendFile(reply, exportTasks(app, query, { columns: column, format, language })),
  );
  route(getOverview, ({ query }) => findings.getOverview(app, query.asOf));
}
