import * as endpoints from '../api/overview.ts';
import { getOverview } from '../services/overview.ts';
import { changePathRules, changeTargetPath } from '../services/path-rules.ts';
import { exportStandings, getTargetStanding, listStandings } from '../services/standings.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function overviewRoutes(route: Route): void {
  route(endpoints.getOverview, ({ app, query }) => getOverview(app, query));
  route(endpoints.listStandings, ({ app, query }) => listStandings(app, query, query));
  route(endpoints.exportStandings, async ({ app, query: { format, language, ...query }, reply }) =>
    sendFile(reply, await exportStandings(app, query, { format, language })),
  );
  route(endpoints.getTargetStanding, ({ app, params, query }) => getTargetStanding(app, params, query.asOf));
  route(endpoints.changePathRules, ({ app, user, body }) => changePathRules(app, user, body));
  route(endpoints.changeTargetPath, ({ app, user, params, body }) => changeTargetPath(app, user, params, body));
}
