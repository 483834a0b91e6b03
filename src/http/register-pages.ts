import * as endpoints from '../api/register-pages.ts';
import * as pages from '../services/register-pages.ts';
import type { Route } from './route.ts';

export function registerPageRoutes(route: Route): void {
  route(endpoints.pageDocuments, ({ app, query }) => pages.readDocuments(app, query));
  route(endpoints.pageTargets, ({ app, query }) => pages.readTargets(app, query));
  route(endpoints.pageTasks, ({ app, query }) => pages.readTasks(app, query));
  route(endpoints.pageFigures, ({ app, query }) => pages.readFigures(app, query));
  route(endpoints.pageChanges, ({ app, query }) => pages.readChanges(app, query));
}
