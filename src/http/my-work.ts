import * as endpoints from '../api/my-work.ts';
import { getMyWork, getWorkList } from '../services/my-work.ts';
import type { Route } from './route.ts';

export function myWorkRoutes(route: Route): void {
  route(endpoints.getMyWork, ({ app, actor, query }) => getMyWork(app, actor, query.each));
  route(endpoints.getWorkList, ({ app, actor, params, query }) => getWorkList(app, actor, params.task, query));
}
