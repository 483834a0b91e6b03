import * as endpoints from '../api/jobs.ts';
import * as jobs from '../services/jobs.ts';
import type { Route } from './route.ts';

export function jobRoutes(route: Route): void {
  route(endpoints.listQueues, ({ app }) => jobs.readQueues(app));
  route(endpoints.listJobs, ({ app, query }) => jobs.readJobs(app, query));
  route(endpoints.retryJob, async ({ app, user, params }) => {
    await jobs.retryJob(app, user, params.id);
    return {};
  });
  route(endpoints.pauseQueue, ({ app, user, params, body }) => jobs.pauseQueue(app, user, params.queue, body.paused));
  route(endpoints.runQueue, async ({ app, user, params }) => {
    await jobs.runQueue(app, user, params.queue);
    return {};
  });
  route(endpoints.sendTestLetter, async ({ app, user }) => {
    await jobs.sendTestLetter(app, user);
    return {};
  });
  route(endpoints.changeNoticeRule, async ({ app, user, params, body }) => {
    await jobs.changeNoticeRule(app, user, params.kind, body);
    return {};
  });
}
