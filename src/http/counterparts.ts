import * as endpoints from '../api/counterparts.ts';
import { alignDocuments, compareAmending, listRelated } from '../services/compare-documents.ts';
import { exportAlignment } from '../services/export-alignment.ts';
import { judgeCounterpart } from '../services/judge-counterpart.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function counterpartRoutes(route: Route): void {
  route(endpoints.getAlignment, ({ app, query }) => alignDocuments(app, query));
  route(endpoints.exportAlignment, async ({ app, query: { gaps, format, language, ...documents }, reply }) =>
    sendFile(reply, await exportAlignment(app, documents, gaps === 'true', { format, language })),
  );
  route(endpoints.getAmending, ({ app, params }) => compareAmending(app, params.id, params.earlier));
  route(endpoints.listRelated, async ({ app, params }) => ({ related: await listRelated(app, params.id) }));
  route(endpoints.judgeCounterpart, async ({ app, body: { judgement, reason, ...pair }, user }) => {
    await judgeCounterpart(app, user, pair, judgement, reason);
    return { done: true as const };
  });
}
