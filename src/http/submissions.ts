import * as endpoints from '../api/submissions.ts';
import { actOnSubmission } from '../services/act-on-submission.ts';
import { dutiesOfSubmission, getSubmission } from '../services/submissions.ts';
import type { Route } from './route.ts';

export function submissionRoutes(route: Route): void {
  route(endpoints.getSubmission, ({ app, actor, params }) => getSubmission(app, actor, params.id));
  route(endpoints.actOnSubmission, ({ app, actor, params, body }) => actOnSubmission(app, actor, params.id, body));
  route(endpoints.dutiesOfSubmission, ({ app, params, query }) => dutiesOfSubmission(app, params.id, query));
}
