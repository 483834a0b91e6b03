import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { fold } from '../values/vietnamese.ts';

export type Download = { name: string; mediaType: string; content: Buffer | Readable };

/** A file to save, not to show: it may be somebody else's HTML. Old programs get its name without accents (RFC 6266). */
export function sendFile(reply: FastifyReply, { name, mediaType, content }: Download): FastifyReply {
  const plain = fold(name).replace(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${whole}`)
    .send(content);
}
