import * as endpoints from '../api/owner-health.ts';
import { countHealth, exportHealth, listHealth } from '../services/owner-health.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function ownerHealthRoutes(route: Route): void {
  route(endpoints.countHealth, ({ app, query }) => countHealth(app, query));
  route(endpoints.listHealth, ({ app, query: { after, limit, ...filter } }) =>
    listHealth(app, filter, { after, limit }),
  );
  route(endpoints.exportHealth, ({ app, query: { format, language, ...filter }, reply }) =>
    sendFile(reply, exportHealth(app, filter, { format, language })),
  );
}
