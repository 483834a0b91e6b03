import * as endpoints from '../api/work-rules.ts';
import { workRules } from '../services/work-day.ts';
import { changeWorkRules } from '../services/work-rules.ts';
import type { Route } from './route.ts';

export function workRuleRoutes(route: Route): void {
  route(endpoints.getWorkRules, ({ app }) => workRules(app.db));
  route(endpoints.changeWorkRules, ({ app, user, body }) => changeWorkRules(app, user, body.seen, body.rules));
}
