import * as endpoints from '../api/indicators.ts';
import { getBreakdown } from '../services/breakdowns.ts';
import * as indicators from '../services/indicators.ts';
import type { Route } from './route.ts';

export function indicatorRoutes(route: Route): void {
  route(endpoints.listIndicators, ({ app, query }) => indicators.listIndicators(app, query.asOf));
  route(endpoints.getSparklines, async ({ app, query }) => ({
    sparklines: await indicators.getSparklines(app, query.asOf),
  }));
  route(endpoints.draftIndicator, async ({ app, query }) => ({
    fields: await indicators.draftIndicator(app, query.documentId, query.targetId),
  }));
  route(endpoints.getBreakdown, ({ app, params, query }) => getBreakdown(app, params.id, query));
  route(endpoints.getIndicator, ({ app, params, query }) => indicators.getIndicator(app, params.id, query.asOf));
  route(endpoints.changeIndicator, async ({ app, user, params, body }) => ({
    indicator: await indicators.changeIndicator(app, user, params.id, body),
  }));
  route(endpoints.addIndicator, ({ app, user, body }) => indicators.addIndicator(app, user, body));
}
