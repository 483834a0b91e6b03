import * as endpoints from '../api/review.ts';
import { actInReview } from '../services/act-in-review.ts';
import type { App } from '../services/app.ts';
import { getReview, getStory } from '../services/review.ts';
import type { Route } from './route.ts';

export function reviewRoutes(route: Route, app: App): void {
  route(endpoints.getReview, ({ user, params }) => getReview(app, user, params.id));

  route(endpoints.actInReview, ({ user, params, body }) => actInReview(app, user, params.id, body));

  route(endpoints.getStory, async ({ params, query: { kind, finding, ...page } }) => ({
    actions: await getStory(app, params.id, kind && finding ? { kind, id: finding } : undefined, page),
  }));
}
