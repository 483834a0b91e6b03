import * as stories from '../api/duty-story.ts';
import * as endpoints from '../api/progress.ts';
import { getDutyReport } from '../services/duty-report.ts';
import { getDutyStory } from '../services/duty-story.ts';
import { judgeResult } from '../services/judge-result.ts';
import { saveProgress } from '../services/save-progress.ts';
import { stepProgress } from '../services/step-progress.ts';
import type { Route } from './route.ts';

export function progressRoutes(route: Route): void {
  route(endpoints.getDutyReport, ({ app, actor, params }) => getDutyReport(app, actor, params.id));
  route(endpoints.saveProgress, ({ app, actor, params, body }) => saveProgress(app, actor, params.id, body));
  route(endpoints.stepProgress, async ({ app, actor, params, body }) => ({
    progress: await stepProgress(app, actor, params.id, body),
  }));
  route(endpoints.judgeResult, ({ app, actor, params, body }) => judgeResult(app, actor, params.id, body));
  route(stories.getDutyStory, ({ app, actor, params, query }) => getDutyStory(app, actor, params.id, query));
}
