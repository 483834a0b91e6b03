import * as endpoints from '../api/publications.ts';
import { getPublication, publishDocument, withdrawPublication } from '../services/publications.ts';
import type { Route } from './route.ts';

export function publicationRoutes(route: Route): void {
  route(endpoints.getPublication, ({ app, params }) => getPublication(app, params.id));
  route(endpoints.publishDocument, ({ app, user, params, body }) => publishDocument(app, user, params.id, body));
  route(endpoints.withdrawPublication, ({ app, user, params, body }) =>
    withdrawPublication(app, user, params.id, body),
  );
}
