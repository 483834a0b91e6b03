import * as endpoints from '../api/indicators.ts';
import type { App } from '../services/app.ts';
import * as indicators from '../services/indicators.ts';
import type { Route } from './route.ts';

export function indicatorRoutes(route: Route, app: App): void {
  route(endpoints.listIndicators, async ({ query }) => ({
    indicators: await indicators.listIndicators(app, query.asOf),
  }));
  route(endpoints.draftIndicator, async ({ query }) => ({
    fields: await indicators.draftIndicator(app, query.documentId, query.targetId),
  }));
  route(endpoints.getIndicator, ({ params, query }) => indicators.getIndicator(app, params.id, query.asOf));
  route(endpoints.changeIndicator, async ({ user, params, body }) => ({
    indicator: await indicators.changeIndicator(app, user, params.id, body),
  }));
  route(endpoints.addIndicator, ({ user, body }) => indicators.addIndicator(app, user, body));
}
