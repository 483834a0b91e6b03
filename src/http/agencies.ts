import * as endpoints from '../api/agencies.ts';
import * as agencies from '../services/agencies.ts';
import type { App } from '../services/app.ts';
import { addAgency, changeAgency } from '../services/edit-agency.ts';
import type { Route } from './route.ts';

export function agencyRoutes(route: Route, app: App): void {
  route(endpoints.searchAgencies, ({ query }) => agencies.searchAgencies(app, query));
  route(endpoints.groupMembers, ({ params, query }) => agencies.groupMembers(app, params.id, query));
  route(endpoints.listAgencies, ({ query: { offset, limit, ...query } }) =>
    agencies.listAgencies(app, query, { offset, limit }),
  );
  route(endpoints.agencyChoices, ({ query }) => agencies.countAgencyChoices(app, query));
  route(endpoints.getAgency, ({ params, query }) => agencies.getAgency(app, params.id, query.asOf));
  route(endpoints.listAgencyWork, ({ params, query: { offset, limit, ...query } }) =>
    agencies.agencyWork(app, params.id, query, { offset, limit }),
  );
  route(endpoints.changeAgency, async ({ user, params, body }) => ({
    agency: await changeAgency(app, user, params.id, body),
  }));
  route(endpoints.addAgency, async ({ user, body }) => ({ agency: await addAgency(app, user, body) }));
  route(endpoints.listAgencyGroups, ({ query }) => agencies.listGroups(app, query.asOf));
}
