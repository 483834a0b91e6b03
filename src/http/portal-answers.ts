import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../services/app.ts';

/** What answers of the portal have in common. */

/** Scheme and host of whole links: the address that is set, else the one that was asked. */
export const siteOf = (app: App, request: FastifyRequest): string =>
  app.portalAddress ?? app.publicUrl ?? `${request.protocol}://${request.host}`;

/** What somebody else's cache may keep: what is withdrawn is gone a minute later. */
const cacheControl = 'public, max-age=60';

/** Counted by address: nobody here has a key, and whoever sends one is counted like everybody. */
export const limitedTo = (max: number, groupId: string) => ({
  rateLimit: {
    max,
    groupId,
    timeWindow: 60_000,
    allowList: () => false,
    keyGenerator: ({ ip }: FastifyRequest) => ip,
  },
});
export type Limit = ReturnType<typeof limitedTo>;

export const sendText = (reply: FastifyReply, type: string, content: string): FastifyReply =>
  reply.type(`${type}; charset=utf-8`).header('cache-control', cacheControl).send(content);
