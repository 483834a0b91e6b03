import * as endpoints from '../api/agencies.ts';
import * as agencies from '../services/agencies.ts';
import { addAgency, changeAgency } from '../services/edit-agency.ts';
import type { Route } from './route.ts';

export function agencyRoutes(route: Route): void {
  route(endpoints.searchAgencies, ({ app, query }) => agencies.searchAgencies(app, query));
  route(endpoints.listAgencies, ({ app, query: { offset, limit, ...query } }) =>
    agencies.listAgencies(app, query, { offset, limit }),
  );
  route(endpoints.agencyChoices, ({ app, query }) => agencies.countAgencyChoices(app, query));
  route(endpoints.getAgency, ({ app, params, query }) => agencies.getAgency(app, params.id, query.asOf));
  route(endpoints.listAgencyWork, ({ app, params, query: { offset, limit, ...query } }) =>
    agencies.agencyWork(app, params.id, query, { offset, limit }),
  );
  route(endpoints.changeAgency, async ({ app, user, params, body }) => ({
    agency: await changeAgency(app, user, params.id, body),
  }));
  route(endpoints.addAgency, async ({ app, user, body }) => ({ agency: await addAgency(app, user, body) }));
}
