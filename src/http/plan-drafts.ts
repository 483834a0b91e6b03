import * as endpoints from '../api/plan-drafts.ts';
import { proposePlanBases } from '../services/plan-bases.ts';
import {
  beginPlanDraft,
  getPlanDraft,
  listPlanDrafts,
  removePlanDraft,
  savePlanDraft,
  writePlanDraft,
} from '../services/plan-drafts.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function planDraftRoutes(route: Route): void {
  route(endpoints.listPlanDrafts, ({ app, query }) => listPlanDrafts(app, query));
  route(endpoints.beginPlanDraft, ({ app, actor, body }) => beginPlanDraft(app, actor, body));
  route(endpoints.getPlanDraft, ({ app, params }) => getPlanDraft(app, params.id));
  route(endpoints.savePlanDraft, ({ app, actor, params, body }) => savePlanDraft(app, actor, params.id, body));
  route(endpoints.removePlanDraft, async ({ app, actor, params, query }) => {
    await removePlanDraft(app, actor, params.id, query.version);
    return {};
  });
  route(endpoints.proposePlanBases, ({ app, query }) => proposePlanBases(app, query));
  route(endpoints.writePlanDraft, async ({ app, params, query, reply }) =>
    sendFile(reply, await writePlanDraft(app, params.id, query.format)),
  );
}
