import * as endpoints from '../api/submissions.ts';
import { getSubmission } from '../services/submissions.ts';
import type { Route } from './route.ts';

export function submissionRoutes(route: Route): void {
  route(endpoints.getSubmission, ({ app, actor, params }) => getSubmission(app, actor, params.id));
}
