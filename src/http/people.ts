import * as endpoints from '../api/people.ts';
import type { App } from '../services/app.ts';
import { endPost, givePost } from '../services/give-post.ts';
import { listPeople, whoIsLocked } from '../services/people.ts';
import type { Route } from './route.ts';

export function peopleRoutes(route: Route, whole: App): void {
  route(endpoints.listPeople, async ({ app, user, query: { limit, offset, ...query } }) =>
    listPeople(app, { ...query, by: user }, { limit, offset }, await whoIsLocked(whole)),
  );
  route(endpoints.givePost, ({ app, user, params, body }) => givePost(app, user, params.id, body));
  route(endpoints.endPost, ({ app, user, params, body }) =>
    endPost(app, user, { userId: params.id, postId: params.post }, body),
  );
}
