import type { FastifyRequest } from 'fastify';
import * as endpoints from '../api/single-sign-on.ts';
import { beginSso, finishSso, ssoMinutes } from '../services/accounts/single-sign-on.ts';
import type { App } from '../services/app.ts';
import { Refusal } from '../values/refusal.ts';
import type { Route } from './route.ts';
import { arrivalOf, bringIn } from './session.ts';
import { readCookie, setCookie } from './session-cookie.ts';

const cookieName = 'tiendo_sso';

const baseOf = (app: App, request: FastifyRequest): string =>
  app.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;

export function singleSignOnRoutes(route: Route, app: App): void {
  route(endpoints.beginSso, async ({ params, request, reply }) => {
    const redirectUri = `${baseOf(app, request)}/api/sso/${params.id}/callback`;
    const { address, sealed } = await beginSso(app, params.id, redirectUri);
    setCookie(reply, app, `${cookieName}=${sealed}`, ssoMinutes * 60);
    return reply.redirect(address);
  });

  route(endpoints.finishSso, async ({ params, request, reply }) => {
    const back = new URL(request.url, baseOf(app, request));
    const sealed = readCookie(request, cookieName);
    // What was begun ends with the first answer, whatever it is.
    setCookie(reply, app, `${cookieName}=`, 0);
    try {
      await bringIn(app, request, reply, await finishSso(app, { id: params.id, back, sealed }, arrivalOf(request)));
      return reply.redirect('/');
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'notSignedIn') throw error;
      // A person looks at the answer, not a program: the page that is opened says what went wrong.
      return reply.redirect(`/tong-quan#dang-nhap=${error.detail.reason}`);
    }
  });
}
