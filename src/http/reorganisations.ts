import * as endpoints from '../api/reorganisations.ts';
import type { App } from '../services/app.ts';
import { confirmReorganisation, undoReorganisation } from '../services/carry-out-reorganisation.ts';
import { countAgencyWork } from '../services/filed-work.ts';
import * as reorganisations from '../services/reorganisations.ts';
import type { Route } from './route.ts';

export function reorganisationRoutes(route: Route, app: App): void {
  route(endpoints.listReorganisations, () => reorganisations.listReorganisations(app));
  route(endpoints.countAgencyWork, ({ query }) => countAgencyWork(app, query));
  route(endpoints.planReorganisation, ({ body, user }) => reorganisations.planNewReorganisation(app, user, body));
  route(endpoints.getReorganisation, ({ params }) => reorganisations.rehearse(app, params.id));
  route(endpoints.changeReorganisation, ({ params, body, user }) =>
    reorganisations.changeReorganisation(app, user, params.id, body),
  );
  route(endpoints.removeReorganisation, async ({ params, query, user }) => {
    await reorganisations.removeReorganisation(app, user, params.id, query.version);
    return {};
  });
  route(endpoints.confirmReorganisation, ({ params, body, user }) => confirmReorganisation(app, user, params.id, body));
  route(endpoints.undoReorganisation, ({ params, body, user }) => undoReorganisation(app, user, params.id, body));
}
