import { getOverview } from '../api/overview.ts';
import * as targets from '../api/targets.ts';
import * as tasks from '../api/tasks.ts';
import type { App } from '../services/app.ts';
import * as findings from '../services/findings.ts';
import type { Route } from './route.ts';

export function findingRoutes(route: Route, app: App): void {
  route(targets.listTargets, ({ query }) => findings.listTargets(app, query, query));
  route(targets.targetChoices, ({ query }) => findings.targetChoices(app, query));
  route(tasks.listTasks, ({ query }) => findings.listTasks(app, query, query));
  route(tasks.taskChoices, ({ query }) => findings.taskChoices(app, query));
  route(getOverview, () => findings.getOverview(app));
}
