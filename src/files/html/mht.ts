import { Refusal } from '../../values/refusal.ts';

export type ArchivedPage = { bytes: Uint8Array; charset: string | undefined };

const broken = (): Refusal => new Refusal('fileBroken', { part: 'mht', reason: 'page' });

/**
 * The page in a web archive (RFC 2557): the first part of type text/html. Bytes are looked at as Latin letters, one each.
 * @throws Refusal fileBroken where there is none
 */
export function webArchivePage(bytes: Uint8Array): ArchivedPage {
  return pageIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0) ?? fail();
}

function fail(): never {
  throw broken();
}

/** An archive in an archive in an archive is none that a browser writes. */
const maxDepth = 4;

function pageIn(message: string, depth: number): ArchivedPage | undefined {
  const end = /\r?\n\r?\n/.exec(message);
  if (!end || depth > maxDepth) return undefined;
  const headers = message.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = message.slice(end.index + end[0].length);
  const type = headerOf(headers, 'content-type');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (/^multipart\//i.test(type) && boundary) {
    const parts = body.split(`--${boundary[1] ?? boundary[2] ?? ''}`);
    for (const part of parts.slice(1)) {
      const page = pageIn(part.replace(/^[^\S\r\n]*\r?\n/, ''), depth + 1);
      if (page) return page;
    }
    return undefined;
  }
  if (!/^text\/html/i.test(type)) return undefined;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
  return { bytes: decoded(body, headerOf(headers, 'content-transfer-encoding')), charset };
}

const headerOf = (headers: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';

function decoded(body: string, encoding: string): Uint8Array {
  if (/^base64$/i.test(encoding)) return new Uint8Array(Buffer.from(body, 'base64'));
  if (!/^quoted-printable$/i.test(encoding)) return new Uint8Array(Buffer.from(body, 'latin1'));
  const text = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
