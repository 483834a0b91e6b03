import * as endpoints from '../api/due-changes.ts';
import { askDueChange, stepDueChange } from '../services/due-changes.ts';
import { writeExtensionNotice } from '../services/extension-notice.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function dueChangeRoutes(route: Route): void {
  route(endpoints.askDueChange, ({ app, actor, params, body }) => askDueChange(app, actor, params.id, body));
  route(endpoints.decideDueChange, ({ app, actor, params, body }) => stepDueChange(app, actor, params.id, body));
  route(endpoints.writeExtensionNotice, async ({ app, actor, params, body, reply }) =>
    sendFile(reply, await writeExtensionNotice(app, actor, params.id, body.format)),
  );
}
