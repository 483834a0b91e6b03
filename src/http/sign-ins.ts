import * as endpoints from '../api/sign-ins.ts';
import { exportSignIns, listSignIns } from '../services/sign-ins.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';

export function signInRoutes(route: Route): void {
  route(endpoints.listSignIns, ({ app, query: { after, limit, ...filter } }) =>
    listSignIns(app, filter, { after, limit }),
  );
  route(endpoints.exportSignIns, ({ app, query: { format, language, ...filter }, reply }) =>
    sendFile(reply, exportSignIns(app, filter, { format, language })),
  );
}
