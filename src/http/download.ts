import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { EvidenceKind } from '../registry/evidence.ts';
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

const office = 'application/vnd.openxmlformats-officedocument';

/** What a file is sent as: what its content was found to be, never what its name says. */
const mediaTypes: Record<EvidenceKind, string> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  webp: 'image/webp',
  text: 'text/plain; charset=utf-8',
};

/** What somebody put here: saved, never shown; and should a browser show it all the same, nothing in it runs or reaches anything. */
export function sendStored(
  reply: FastifyReply,
  { name, kind, content }: Omit<Download, 'mediaType'> & { kind: EvidenceKind },
): FastifyReply {
  reply.header('content-security-policy', "sandbox; default-src 'none'").header('cache-control', 'private, no-store');
  return sendFile(reply, { name, mediaType: mediaTypes[kind], content });
}
