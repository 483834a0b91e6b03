import * as endpoints from '../api/reorganisations.ts';
import { confirmReorganisation, undoReorganisation } from '../services/carry-out-reorganisation.ts';
import { countAgencyWork } from '../services/filed-work.ts';
import * as reorganisations from '../services/reorganisations.ts';
import type { Route } from './route.ts';

export function reorganisationRoutes(route: Route): void {
  route(endpoints.listReorganisations, ({ app }) => reorganisations.listReorganisations(app));
  route(endpoints.countAgencyWork, ({ app, query }) => countAgencyWork(app, query));
  route(endpoints.planReorganisation, ({ app, body, user }) => reorganisations.planNewReorganisation(app, user, body));
  route(endpoints.getReorganisation, ({ app, params }) => reorganisations.rehearse(app, params.id));
  route(endpoints.changeReorganisation, ({ app, params, body, user }) =>
    reorganisations.changeReorganisation(app, user, params.id, body),
  );
  route(endpoints.removeReorganisation, async ({ app, params, query, user }) => {
    await reorganisations.removeReorganisation(app, user, params.id, query.version);
    return {};
  });
  route(endpoints.confirmReorganisation, ({ app, params, body, user }) =>
    confirmReorganisation(app, user, params.id, body),
  );
  route(endpoints.undoReorganisation, ({ app, params, body, user }) => undoReorganisation(app, user, params.id, body));
}
