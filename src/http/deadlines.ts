import { getDeadlines } from '../api/deadlines.ts';
import type { App } from '../services/app.ts';
import { deadlineFeed } from '../services/deadline-feed.ts';
import type { Route } from './route.ts';

/** The feed finds its person by the key in its address, so it is given the whole database and puts itself behind the wall. */
export function deadlineRoutes(route: Route, app: App): void {
  route(getDeadlines, async ({ params, request, reply }) => {
    const calendar = await deadlineFeed(app, params.key, request.ip);
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private')
      .send(calendar);
  });
}
