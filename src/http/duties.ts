import * as endpoints from '../api/duties.ts';
import { actOnDuty } from '../services/act-on-duty.ts';
import { countOfDuties, getDuty, listDuties } from '../services/duties.ts';
import { agenciesBelowDuty, joinableDuties, officersOf } from '../services/duty-choices.ts';
import { getWholeDuty } from '../services/whole-duty.ts';
import type { Route } from './route.ts';

export function dutyRoutes(route: Route): void {
  route(endpoints.listDuties, ({ app, query: { sort, order, limit, after, ...filter } }) =>
    listDuties(app, filter, { sort, order, limit, after }),
  );
  route(endpoints.countDuties, ({ app, query }) => countOfDuties(app, query));
  route(endpoints.getDuty, ({ app, actor, params }) => getDuty(app, actor, params.id));
  route(endpoints.getWholeDuty, ({ app, actor, params, query }) => getWholeDuty(app, actor, params.id, query.asOf));
  route(endpoints.actOnDuty, ({ app, actor, params, body }) => actOnDuty(app, actor, params.id, body));
  route(endpoints.dutyOfficers, async ({ app, params }) => ({ people: await officersOf(app, params.id) }));
  route(endpoints.agenciesBelowDuty, async ({ app, params }) => ({
    agencies: await agenciesBelowDuty(app, params.id),
  }));
  route(endpoints.joinableDuties, async ({ app, params }) => ({ duties: await joinableDuties(app, params.id) }));
}
