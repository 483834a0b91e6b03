import * as endpoints from '../api/rounds.ts';
import { changeRound } from '../services/change-round.ts';
import { openRound } from '../services/open-round.ts';
import { getRound, listRounds, listSubmissions } from '../services/rounds.ts';
import type { Route } from './route.ts';

export function roundRoutes(route: Route): void {
  route(endpoints.listRounds, ({ app, query: { limit, after, ...filter } }) =>
    listRounds(app, filter, { limit, after }),
  );
  route(endpoints.getRound, ({ app, actor, params }) => getRound(app, actor, params.id));
  route(endpoints.openRound, ({ app, actor, body }) => openRound(app, actor, body));
  route(endpoints.changeRound, ({ app, actor, params, body }) => changeRound(app, actor, params.id, body));
  route(endpoints.listSubmissions, ({ app, params, query: { offset, limit, ...filter } }) =>
    listSubmissions(app, params.id, filter, { offset, limit }),
  );
}
