import * as endpoints from '../api/account.ts';
import { endKey, makeKey, ownKeys } from '../services/accounts/keys.ts';
import { changeOwnName, changeOwnPassword, ownAccount } from '../services/accounts/own-account.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '../services/accounts/own-second-factor.ts';
import { endOtherSessions, endOwnSession } from '../services/accounts/sessions.ts';
import type { App } from '../services/app.ts';
import { ownSignIns } from '../services/sign-ins.ts';
import type { Route } from './route.ts';
import { arrivalOf } from './session.ts';

/** One's own account. Nearly all of its services work with the whole database, which no other service of a person does: each asks who it is. */
export function accountRoutes(route: Route, app: App): void {
  route(endpoints.getAccount, ({ user, actor }) => ownAccount(app, user, actor.session?.id));
  route(endpoints.changeName, async ({ user, body, request }) => {
    await changeOwnName(app, user, body.name, arrivalOf(request));
    return {};
  });
  route(endpoints.changePassword, async ({ user, actor, body, request }) => {
    await changeOwnPassword(app, user, body, { from: arrivalOf(request), session: actor.session?.id });
    return {};
  });
  route(endpoints.beginSecondFactor, ({ user, body, request }) =>
    beginSecondFactor(app, user, body.password, arrivalOf(request)),
  );
  route(endpoints.confirmSecondFactor, async ({ user, actor, body, request }) => ({
    recoveryCodes: await confirmSecondFactor(app, user, body.code, {
      from: arrivalOf(request),
      session: actor.session?.id,
    }),
  }));
  route(endpoints.renewRecoveryCodes, async ({ user, body, request }) => ({
    recoveryCodes: await renewRecoveryCodes(app, user, body.password, arrivalOf(request)),
  }));
  route(endpoints.removeSecondFactor, async ({ user, body, request }) => {
    await removeSecondFactor(app, user, body.password, arrivalOf(request));
    return {};
  });
  route(endpoints.endSession, async ({ user, params }) => {
    await endOwnSession(app, user, params.id);
    return {};
  });
  route(endpoints.endOtherSessions, async ({ user, actor }) => {
    await endOtherSessions(app, user, actor.session?.id);
    return {};
  });
  route(endpoints.ownSignIns, ({ app: own, user }) => ownSignIns(own, user));
  route(endpoints.listKeys, async ({ user }) => ({ keys: await ownKeys(app, user) }));
  route(endpoints.makeKey, ({ user, body, request }) => makeKey(app, user, body, arrivalOf(request)));
  route(endpoints.endKey, async ({ user, params, request }) => {
    await endKey(app, user, params.id, arrivalOf(request));
    return {};
  });
}
