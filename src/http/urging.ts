import * as endpoints from '../api/urging.ts';
import { changeLadder, listLadderDocuments, readLadder, removeLadder } from '../services/urge.ts';
import { urgeDuties, writeUrgingLetter } from '../services/urging-letter.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function urgingRoutes(route: Route): void {
  route(endpoints.getLadder, ({ app, query }) => readLadder(app, query.document ?? null));
  route(endpoints.changeLadder, ({ app, user, query, body }) => changeLadder(app, user, query.document ?? null, body));
  route(endpoints.removeLadder, ({ app, user, query }) => removeLadder(app, user, query.document, query.version));
  route(endpoints.listLadderDocuments, ({ app }) => listLadderDocuments(app));
  route(endpoints.writeUrgingLetter, async ({ app, actor, body, reply }) =>
    sendFile(reply, await writeUrgingLetter(app, actor, body.dutyIds, body.format)),
  );
  route(endpoints.urgeDuties, async ({ app, actor, body }) => ({
    urged: await urgeDuties(app, actor, body.dutyIds, body.words),
  }));
}
