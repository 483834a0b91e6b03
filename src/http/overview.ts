import * as endpoints from '../api/overview.ts';
import { getOverview } from '../services/overview.ts';
import { changePathRules, changeTargetPath } from '../services/path-rules.ts';
import { listStandings } from '../services/standings.ts';
import type { Route } from './route.ts';

export function overviewRoutes(route: Route): void {
  route(endpoints.getOverview, ({ app, query }) => getOverview(app, query));
  route(endpoints.listStandings, ({ app, query }) => listStandings(app, query, query));
  route(endpoints.changePathRules, ({ app, user, body }) => changePathRules(app, user, body));
  route(endpoints.changeTargetPath, ({ app, user, params, body }) => changeTargetPath(app, user, params, body));
}
