import * as endpoints from '../api/urging.ts';
import { changeLadder, readLadder } from '../services/urge.ts';
import type { Route } from './route.ts';

export function urgingRoutes(route: Route): void {
  route(endpoints.getLadder, ({ app, query }) => readLadder(app, query.document ?? null));
  route(endpoints.changeLadder, ({ app, user, query, body }) => changeLadder(app, user, query.document ?? null, body));
}
