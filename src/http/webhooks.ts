import * as endpoints from '../api/webhooks.ts';
import * as webhooks from '../services/webhooks.ts';
import type { Route } from './route.ts';

export function webhookRoutes(route: Route): void {
  route(endpoints.listWebhooks, ({ app }) => webhooks.readWebhooks(app));
  route(endpoints.makeWebhook, ({ app, user, body }) => webhooks.makeWebhook(app, user, body));
  route(endpoints.changeWebhook, async ({ app, user, params, body: { version, ...draft } }) => {
    await webhooks.changeWebhook(app, user, params.id, version, draft);
    return {};
  });
  route(endpoints.removeWebhook, async ({ app, user, params, query }) => {
    await webhooks.removeWebhook(app, user, params.id, query.version);
    return {};
  });
  route(endpoints.listAttempts, ({ app, params }) => webhooks.readAttempts(app, params.id));
  route(endpoints.repeatWebhook, async ({ app, params }) => {
    await webhooks.repeatWebhook(app, params.id, params.attempt);
    return {};
  });
  route(endpoints.tryWebhook, async ({ app, params }) => {
    await webhooks.tryWebhook(app, params.id);
    return {};
  });
}
