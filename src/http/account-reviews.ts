import type { FastifyRequest } from 'fastify';
import * as endpoints from '../api/account-reviews.ts';
import type { User } from '../registry/may.ts';
import { decideOnAccounts } from '../services/accounts/decide-on-accounts.ts';
import { exportReview } from '../services/accounts/export-review.ts';
import { beginAccountReview, closeReview, listReviews, readReview } from '../services/accounts/reviews.ts';
import type { App } from '../services/app.ts';
import { sendFile } from './download.ts';
import type { Route } from './route.ts';
import { arrivalOf } from './session.ts';

/** Reviews tell when people signed in: their services work with the whole database, as those of accounts do. */
export function accountReviewRoutes(route: Route, app: App): void {
  const doing = ({ user, request }: { user: User; request: FastifyRequest }) => ({
    by: user,
    from: arrivalOf(request),
  });
  route(endpoints.listAccountReviews, ({ user, query }) => listReviews(app, user, query));
  route(endpoints.beginAccountReview, (call) => beginAccountReview(app, call.body.agencyId, doing(call)));
  route(endpoints.getAccountReview, ({ user, params, query: { limit, offset, show = 'all', q } }) =>
    readReview(app, user, params.id, { show, q }, { limit, offset }),
  );
  route(endpoints.decideOnAccounts, async (call) => {
    const { reason, ...decision } = call.body;
    await decideOnAccounts(app, call.params.id, { ...decision, reason: reason || null }, doing(call));
    return {};
  });
  route(endpoints.closeAccountReview, async (call) => {
    await closeReview(app, call.params.id, call.body.note || null, doing(call));
    return {};
  });
  route(endpoints.exportAccountReview, async ({ user, params, query, reply }) =>
    sendFile(reply, await exportReview(app, user, params.id, query.language)),
  );
}
