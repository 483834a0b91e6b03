import * as endpoints from '../api/regimes.ts';
import { addRegime, changeRegime, getRegime, listRegimes } from '../services/regimes.ts';
import type { Route } from './route.ts';

export function regimeRoutes(route: Route): void {
  route(endpoints.listRegimes, ({ app }) => listRegimes(app));
  route(endpoints.getRegime, ({ app, params }) => getRegime(app, params.id));
  route(endpoints.addRegime, ({ app, actor, body }) => addRegime(app, actor, body.fields));
  route(endpoints.changeRegime, ({ app, actor, params, body }) => changeRegime(app, actor, params.id, body));
}
