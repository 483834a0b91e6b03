import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answerNotFound } from './errors.ts';

/** The built web application: files under assets/ carry their content's hash and never change, all else is asked for anew. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    server.setNotFoundHandler((_, reply) => answerNotFound(reply));
    return;
  }
  const sendPage = pageSender(join(folder, 'index.html'));
  for (const path of ['/', '/index.html']) server.get(path, (_, reply) => sendPage(reply));
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // Addresses of screens ("/targets") are the application's own.
  server.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api') &&
      (request.headers.accept ?? '').includes('text/html');
    return page ? sendPage(reply) : answerNotFound(reply);
  });
}

/**
 * The components write elements of style, which the policy lets through by a word that is new with each answer. It stands in
 * the page and in the header, so the page is never answered by "as you have it".
 */
function pageSender(file: string): (reply: FastifyReply) => FastifyReply {
  const page = readFileSync(file, 'utf8');
  return (reply) => {
    const nonce = randomBytes(16).toString('base64');
    const policy = String(reply.getHeader('content-security-policy'));
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
      .send(page.replace('nonce=""', `nonce="${nonce}"`));
  };
}
