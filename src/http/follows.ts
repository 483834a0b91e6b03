import * as endpoints from '../api/follows.ts';
import { follow, getAttention, getLeaderList, listFollowed, unfollow, writeFollowNote } from '../services/follows.ts';
import type { Route } from './route.ts';

export function followRoutes(route: Route): void {
  route(endpoints.getLeaderList, ({ app, actor, query }) => getLeaderList(app, actor, query.leader));
  route(endpoints.listFollowed, ({ app, actor }) => listFollowed(app, actor));
  route(endpoints.follow, ({ app, actor, body }) => follow(app, actor, body));
  route(endpoints.unfollow, async ({ app, actor, params }) => {
    await unfollow(app, actor, params.id);
    return {};
  });
  route(endpoints.writeFollowNote, ({ app, actor, params, body }) => writeFollowNote(app, actor, params.id, body));
  route(endpoints.getAttention, ({ app, query }) => getAttention(app, query.matter));
}
