import * as endpoints from '../api/rounds.ts';
import { openRound } from '../services/open-round.ts';
import { getRound, listRounds } from '../services/rounds.ts';
import type { Route } from './route.ts';

export function roundRoutes(route: Route): void {
  route(endpoints.listRounds, ({ app, query: { limit, after, ...filter } }) =>
    listRounds(app, filter, { limit, after }),
  );
  route(endpoints.getRound, ({ app, actor, params }) => getRound(app, actor, params.id));
  route(endpoints.openRound, ({ app, actor, body }) => openRound(app, actor, body));
}
