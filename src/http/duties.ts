import * as endpoints from '../api/duties.ts';
import { actOnDuty } from '../services/act-on-duty.ts';
import { countOfDuties, dutyChoices, getDuty, listDuties } from '../services/duties.ts';
import type { Route } from './route.ts';

export function dutyRoutes(route: Route): void {
  route(endpoints.listDuties, ({ app, query: { sort, order, limit, after, ...filter } }) =>
    listDuties(app, filter, { sort, order, limit, after }),
  );
  route(endpoints.countDuties, ({ app, query }) => countOfDuties(app, query));
  route(endpoints.getDuty, ({ app, actor, params }) => getDuty(app, actor, params.id));
  route(endpoints.actOnDuty, ({ app, actor, params, body }) => actOnDuty(app, actor, params.id, body));
  route(endpoints.dutyChoices, ({ app, params }) => dutyChoices(app, params.id));
}
