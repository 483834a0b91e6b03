import * as endpoints from '../api/questions.ts';
import { askQuestion, stepQuestion } from '../services/questions.ts';
import type { Route } from './route.ts';

export function questionRoutes(route: Route): void {
  route(endpoints.askQuestion, ({ app, actor, params, body }) => askQuestion(app, actor, params.id, body));
  route(endpoints.answerQuestion, ({ app, actor, params, body }) => stepQuestion(app, actor, params.id, body));
}
