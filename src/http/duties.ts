import * as endpoints from '../api/duties.ts';
import { countOfDuties, getDuty, listDuties } from '../services/duties.ts';
import type { Route } from './route.ts';

export function dutyRoutes(route: Route): void {
  route(endpoints.listDuties, ({ app, query: { sort, order, limit, after, ...filter } }) =>
    listDuties(app, filter, { sort, order, limit, after }),
  );
  route(endpoints.countDuties, ({ app, query }) => countOfDuties(app, query));
  route(endpoints.getDuty, ({ app, actor, params }) => getDuty(app, actor, params.id));
}
