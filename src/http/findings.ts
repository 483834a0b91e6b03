import { getRegisterCounts } from '../api/register-counts.ts';
import * as targets from '../api/targets.ts';
import * as tasks from '../api/tasks.ts';
import { exportTargets, exportTasks } from '../services/export-findings.ts';
import * as findings from '../services/findings.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function findingRoutes(route: Route): void {
  route(targets.listTargets, ({ app, query }) => findings.listTargets(app, query, query));
  route(targets.targetChoices, ({ app, query }) => findings.targetChoices(app, query));
  route(targets.exportTargets, ({ app, query: { column, format, language, ...query }, reply }) =>
    sendFile(reply, exportTargets(app, query, { columns: column, format, language })),
  );
  route(tasks.listTasks, ({ app, query }) => findings.listTasks(app, query, query));
  route(tasks.taskChoices, ({ app, query }) => findings.taskChoices(app, query));
  route(tasks.exportTasks, ({ app, query: { column, format, language, ...query }, reply }) =>
    sendFile(reply, exportTasks(app, query, { columns: column, format, language })),
  );
  route(getRegisterCounts, ({ app, query }) => findings.getRegisterCounts(app, query.asOf));
}
