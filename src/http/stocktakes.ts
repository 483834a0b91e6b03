import * as endpoints from '../api/stocktakes.ts';
import { arrangeStocktake, proposeForStocktake, writeDiscussion } from '../services/stocktake-agenda.ts';
import { changeDecision, decide, giveDecisions, removeDecision } from '../services/stocktake-decisions.ts';
import { writeStocktakeDocument } from '../services/stocktake-documents.ts';
import { getStocktake, listStocktakes } from '../services/stocktake-pages.ts';
import { changeStocktake, planStocktake, removeStocktake, stepStocktake } from '../services/stocktakes.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function stocktakeRoutes(route: Route): void {
  route(endpoints.listStocktakes, ({ app, query }) => listStocktakes(app, query));
  route(endpoints.planStocktake, ({ app, actor, body }) => planStocktake(app, actor, body));
  route(endpoints.getStocktake, ({ app, actor, params }) => getStocktake(app, actor, params.id));
  route(endpoints.changeStocktake, async ({ app, actor, params, body }) => {
    await changeStocktake(app, actor, params.id, body);
    return {};
  });
  route(endpoints.removeStocktake, async ({ app, actor, params, query }) => {
    await removeStocktake(app, actor, params.id, query.version);
    return {};
  });
  route(endpoints.proposeForStocktake, ({ app, params, query }) => proposeForStocktake(app, params.id, query));
  route(endpoints.arrangeStocktake, async ({ app, actor, params, body }) => {
    await arrangeStocktake(app, actor, params.id, body);
    return {};
  });
  route(endpoints.stepStocktake, async ({ app, actor, params, body }) => {
    await stepStocktake(app, actor, params.id, body);
    return {};
  });
  route(endpoints.writeDiscussion, ({ app, actor, params, body }) => writeDiscussion(app, actor, params.id, body));
  route(endpoints.decide, async ({ app, actor, params, body }) => {
    await decide(app, actor, params.id, body);
    return {};
  });
  route(endpoints.changeDecision, async ({ app, actor, params, body }) => {
    await changeDecision(app, actor, params.id, body);
    return {};
  });
  route(endpoints.removeDecision, async ({ app, actor, params, query }) => {
    await removeDecision(app, actor, params.id, query.version);
    return {};
  });
  route(endpoints.giveDecisions, ({ app, actor, params, body }) =>
    giveDecisions(app, actor, params.id, body.decisions),
  );
  route(endpoints.writeStocktakeDocument, async ({ app, actor, params, body, reply }) =>
    sendFile(reply, await writeStocktakeDocument(app, actor, params.id, body)),
  );
}
