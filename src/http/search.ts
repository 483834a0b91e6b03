import * as endpoints from '../api/search.ts';
import * as services from '../services/search.ts';
import type { Route } from './route.ts';

export function searchRoutes(route: Route): void {
  route(endpoints.searchEverything, ({ app, query }) => services.search(app, query));
  route(endpoints.listSavedSearches, async ({ app, user }) => ({
    searches: await services.listSavedSearches(app, user),
  }));
  route(endpoints.saveSearch, async ({ app, user, body }) => ({
    searches: await services.saveSearch(app, user, body),
  }));
  route(endpoints.forgetSearch, async ({ app, user, params }) => ({
    searches: await services.forgetSearch(app, user, params.id),
  }));
}
