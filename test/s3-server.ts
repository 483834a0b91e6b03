import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { signatureOf } from './s3-signature.ts';

export const s3Keys = { accessKey: 'TIENDOTEST', secret: 'a/secret+with=signs' };
const region = 'us-east-1';

export type S3 = Awaited<ReturnType<typeof startS3>>;

/**
 * What it does in place of its work: `drop` closes in the middle of what it sends, `trickle` never comes to an end of it, `close` ends a
 * connection when it is asked by it for the second time.
 */
export type Trouble = 'refuse' | 'silent' | 'drop' | 'trickle' | 'close';

/** Speaks as S3-compatible storage does, as far as it is asked here; of one bucket. Whatever is signed wrongly is refused. */
export async function startS3({ bucket = 'tien-do' } = {}) {
  const objects = new Map<string, Buffer>();
  const state: { trouble: Trouble | undefined } = { trouble: undefined };
  const known = new WeakSet<Socket>();
  const server = createServer((request, response) => {
    if (state.trouble === 'close' && known.has(request.socket)) return void request.socket.destroy();
    known.add(request.socket);
    void answer(request, objects, { bucket, trouble: state.trouble }).then(
      (given) => send(response, given, state.trouble),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/${bucket}`, objects, state, stop };
}

type Given = { status: number; code?: string; body?: Buffer };
const no = (status: number, code: string): Given => ({ status, code });

async function answer(
  request: IncomingMessage,
  objects: Map<string, Buffer>,
  { bucket, trouble }: { bucket: string; trouble: Trouble | undefined },
): Promise<Given> {
  // Nobody waits for the body of what is refused.
  if (trouble === 'refuse') return no(503, 'SlowDown');
  const refusal = judged(request);
  if (refusal) return refusal;
  const [, named, ...rest] = (request.url ?? '').split('/');
  const key = rest.join('/');
  if (named !== bucket) return no(404, 'NoSuchBucket');
  if (request.method === 'PUT') {
    const body = await buffer(request);
    const told = request.headers['x-amz-content-sha256'];
    if (createHash('sha256').update(body).digest('hex') !== told) return no(400, 'XAmzContentSHA256Mismatch');
    objects.set(key, body);
    return { status: 200 };
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return { status: 204 };
  }
  const found = objects.get(key);
  if (!found) return no(404, 'NoSuchKey');
  const [from = 0, to = 0] = (/^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []).slice(1).map(Number);
  return from < found.length ? { status: 206, body: found.subarray(from, to + 1) } : no(416, 'InvalidRange');
}

function judged({ method = '', url = '', headers }: IncomingMessage): Given | undefined {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/;
  const [, key, day, place, signed = '', signature] = form.exec(headers.authorization ?? '') ?? [];
  if (!key) return no(403, 'AccessDenied');
  if (key !== s3Keys.accessKey) return no(403, 'InvalidAccessKeyId');
  const signedHeaders = signed.split(';');
  const needed = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signedHeaders.includes(name));
  const time = String(headers['x-amz-date']).replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5');
  if (!needed || place !== region || !time.startsWith(`${day?.slice(0, 4)}-`)) return no(403, 'AccessDenied');
  if (!(Math.abs(Date.now() - Date.parse(time)) < 15 * 60_000)) return no(403, 'RequestTimeTooSkewed');
  const own = { ...headers } as Record<string, string | undefined>;
  const right = signatureOf({ method, path: url, headers: own, signedHeaders }, { secret: s3Keys.secret, region });
  return signature === right ? undefined : no(403, 'SignatureDoesNotMatch');
}

async function send(response: ServerResponse, { status, code, body }: Given, trouble: Trouble | undefined) {
  if (trouble === 'silent') return;
  const content = body ?? Buffer.from(code ? `<?xml version="1.0"?><Error><Code>${code}</Code></Error>` : '');
  response.writeHead(status, status === 204 ? {} : { 'content-length': content.length });
  if (!body || (trouble !== 'drop' && trouble !== 'trickle')) return void response.end(content);
  response.write(content.subarray(0, 1));
  if (trouble === 'drop') await wait(10).then(() => response.destroy());
  for (let at = 1; !response.destroyed && at < content.length - 1; at++) {
    response.write(content.subarray(at, at + 1));
    await wait(10);
  }
}
