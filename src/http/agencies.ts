import * as endpoints from '../api/agencies.ts';
import * as agencies from '../services/agencies.ts';
import type { App } from '../services/app.ts';
import type { Route } from './route.ts';

export function agencyRoutes(route: Route, app: App): void {
  route(endpoints.searchAgencies, ({ query }) => agencies.searchAgencies(app, query));
  route(endpoints.groupMembers, ({ params, query }) => agencies.groupMembers(app, params.id, query));
}
