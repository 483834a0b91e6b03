import * as endpoints from '../api/audit.ts';
import { getAuditChoices, searchAuditLog, verifyAudit } from '../services/audit.ts';
import type { Route } from './route.ts';

export function auditRoutes(route: Route): void {
  route(endpoints.searchAudit, ({ app, query: { limit, before, ...query } }) =>
    searchAuditLog(app, query, { limit, before }),
  );
  route(endpoints.auditChoices, ({ app }) => getAuditChoices(app));
  route(endpoints.verifyAudit, ({ app, query }) => verifyAudit(app, query.head));
}
