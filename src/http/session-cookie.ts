import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../services/app.ts';

/** Where people come by https, a browser takes the name with this prefix from nobody but this very host. */
const nameFor = (publicUrl: string | undefined): string =>
  publicUrl?.startsWith('https:') ? '__Host-tiendo_session' : 'tiendo_session';

const attributesFor = (publicUrl: string | undefined): string =>
  `Path=/; HttpOnly; ${publicUrl?.startsWith('https:') ? 'Secure; ' : ''}SameSite=Lax`;

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export const sessionTokenOf = (request: FastifyRequest, { publicUrl }: App): string | undefined =>
  readCookie(request, nameFor(publicUrl));

/** Other cookies may be set by the same answer, so it is added. */
export function setCookie(reply: FastifyReply, { publicUrl }: App, pair: string, seconds: number): void {
  const before = reply.getHeader('set-cookie');
  const others = before === undefined ? [] : [before].flat().map(String);
  reply.header('set-cookie', [...others, `${pair}; Max-Age=${seconds}; ${attributesFor(publicUrl)}`]);
}

/** What a browser sends of it. */
export const sessionPair = ({ publicUrl }: App, token: string): string => `${nameFor(publicUrl)}=${token}`;

export function setSessionToken(
  reply: FastifyReply,
  app: App,
  { token, endsAt }: { token: string; endsAt: Date },
): void {
  const seconds = Math.round((endsAt.getTime() - Date.now()) / 1000);
  setCookie(reply, app, sessionPair(app, token), seconds);
}

export const clearSessionToken = (reply: FastifyReply, app: App): void =>
  setCookie(reply, app, sessionPair(app, ''), 0);
