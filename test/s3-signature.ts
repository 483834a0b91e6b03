import { createHash, createHmac } from 'node:crypto';

/** What of a request is signed. Names of headers in small letters. */
export type SignedRequest = {
  method: string;
  /** As it goes over the line. */
  path: string;
  headers: Record<string, string | undefined>;
  signedHeaders: string[];
};
export type Scope = { secret: string; region: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Signature Version 4 as Amazon publishes it, of requests without a query: written here once more, so that it may judge ours. */
export function signatureOf(
  { method, path, headers, signedHeaders }: SignedRequest,
  { secret, region }: Scope,
): string {
  const canonical = [
    method,
    path,
    '',
    ...signedHeaders.map((name) => `${name}:${headers[name]?.trim().replace(/ +/g, ' ') ?? ''}`),
    '',
    signedHeaders.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const time = headers['x-amz-date'] ?? '';
  const day = time.slice(0, 8);
  const toSign = ['AWS4-HMAC-SHA256', time, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, toSign).toString('hex');
}
