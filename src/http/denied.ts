import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../registry/may.ts';
import { insertDenied } from '../services/accounts/denied.ts';
import type { App } from '../services/app.ts';
import { Refusal } from '../values/refusal.ts';
import { askedOf } from './log.ts';

/** What people are told to do first, or mistype, is no try at what they may not do; the latter is counted as a failure anyway. */
const harmless: unknown[] = ['changePassword', 'addSecondFactor', 'passwordAgain', 'wrongCode'];

/** Of one person a minute: whoever tries everything fills no disk. */
const most = 60;

/** Keeps that somebody asked for what they may not do (OWASP ASVS 16.3.2): who, from where and which question, by its form. */
export function keepDenied(
  server: FastifyInstance,
  app: App,
  actorOf: (request: FastifyRequest) => Actor | undefined,
): void {
  const count = server.createRateLimit({
    timeWindow: 60_000,
    max: most,
    allowList: () => false,
    keyGenerator: (request) => `denied ${actorOf(request)?.user?.id}`,
  });
  server.addHook('onError', async (request, _, error) => {
    const user = actorOf(request)?.user;
    if (!user || !(error instanceof Refusal) || error.code !== 'notAllowed' || harmless.includes(error.detail.reason))
      return;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) return;
    const { method, route } = askedOf(request);
    const from = { address: request.ip, device: request.headers['user-agent'] ?? '' };
    // The answer is the same whether it could be kept or not.
    await insertDenied(app, user, { asked: `${method} ${route}`, from }).catch((reason: unknown) =>
      request.log.error({ err: reason, ...askedOf(request) }, 'not kept'),
    );
  });
}
