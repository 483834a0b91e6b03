import type { FastifyRequest } from 'fastify';
import * as links from '../api/account-links.ts';
import * as endpoints from '../api/people-accounts.ts';
import {
  accountOf,
  endSessions,
  invite,
  inviteAgain,
  lock,
  release,
  resetSecondFactor,
} from '../services/accounts/administration.ts';
import { leave, leavingOf } from '../services/accounts/leaving.ts';
import { askForPassword, lookAtLink, useLink } from '../services/accounts/links.ts';
import type { App } from '../services/app.ts';
import type { Route } from './route.ts';
import { arrivalOf } from './session.ts';

/** The address in links that an administrator gets or sends: ours where it is known, else the one the administrator came by. */
const baseOf = (app: App, request: FastifyRequest): string =>
  app.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;

/** Accounts of others. Their services work with the whole database, as those of one's own account do. */
export function peopleAccountRoutes(route: Route, app: App): void {
  const doing = (call: { user: { id: string; name: string; email: string }; request: FastifyRequest }) => ({
    by: call.user,
    from: arrivalOf(call.request),
  });
  route(endpoints.invitePerson, (call) => invite(app, { ...call.body, base: baseOf(app, call.request) }, doing(call)));
  route(endpoints.invitePersonAgain, async (call) => ({
    link: await inviteAgain(app, call.params.id, baseOf(app, call.request), doing(call)),
  }));
  route(endpoints.getPersonAccount, ({ params, user }) => accountOf(app, params.id, user));
  route(endpoints.releaseAccount, async (call) => {
    await release(app, call.params.id, doing(call));
    return {};
  });
  route(endpoints.lockAccount, async (call) => {
    await lock(app, call.params.id, call.body.reason, doing(call));
    return {};
  });
  route(endpoints.resetSecondFactor, async (call) => {
    await resetSecondFactor(app, call.params.id, doing(call));
    return {};
  });
  route(endpoints.endSessionsOf, async (call) => {
    await endSessions(app, call.params.id, doing(call));
    return {};
  });
  route(endpoints.getLeaving, async ({ params, user }) => ({ work: await leavingOf(app, params.id, user) }));
  route(endpoints.endAccount, async ({ user, params, body, request }) => {
    await leave(app, user, { userId: params.id, ...body }, arrivalOf(request));
    return {};
  });
}

export function accountLinkRoutes(route: Route, app: App): void {
  route(links.lookAtLink, ({ body }) => lookAtLink(app, body.token));
  route(links.useLink, async ({ body, request }) => {
    await useLink(app, body, arrivalOf(request));
    return {};
  });
  route(links.askForPassword, async ({ body, request }) => {
    await askForPassword(app, body.email, arrivalOf(request));
    return {};
  });
}
