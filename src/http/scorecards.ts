import * as endpoints from '../api/scorecards.ts';
import { getScales, setScale } from '../services/emulation-scales.ts';
import { exportRanking, getRanking } from '../services/ranking.ts';
import { getScorecard, listScorecardItems, writeScorecard } from '../services/scorecards.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function scorecardRoutes(route: Route): void {
  route(endpoints.getScorecard, ({ app, actor, params, query }) => getScorecard(app, actor, params.id, query));
  route(endpoints.listScorecardItems, ({ app, actor, params, query: { offset, limit, ...query } }) =>
    listScorecardItems(app, actor, { ...query, id: params.id }, { offset, limit }),
  );
  route(endpoints.writeScorecard, async ({ app, actor, params, body, reply }) =>
    sendFile(reply, await writeScorecard(app, actor, { ...body, id: params.id })),
  );
  route(endpoints.getRanking, ({ app, actor, query }) => getRanking(app, actor, query));
  route(endpoints.exportRanking, async ({ app, actor, query: { format, language, ...query }, reply }) =>
    sendFile(reply, await exportRanking(app, actor, query, { format, language })),
  );
  route(endpoints.getScales, ({ app }) => getScales(app));
  route(endpoints.setScale, ({ app, user, body: { seen, ...fields } }) => setScale(app, user, fields, seen));
}
