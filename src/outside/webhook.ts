import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that only this machine and its network know: whoever could name them could ask them questions through us. */
const inner = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(network, bits, 'ipv6');

/** Whether an address belongs to this machine or a private network; IPv4 in IPv6's clothes, too. */
export function isInner(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  // The same in hexadecimal digits.
  if (!mapped && /^::ffff:/i.test(address)) return true;
  return inner.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

export class AddressForbidden extends Error {}

export type Delivery = { status: number };
export type WebhookOptions = { allowInner: boolean; timeoutMs: number };

/** "t=<seconds>,v1=<hex>": HMAC-SHA256 of "<seconds>.<body>", so that an old call cannot be played again later. */
const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/**
 * Posts to the address that its name has at this moment and to no other: a name that answers differently the second time
 * it is asked gains nothing. Redirects are not followed.
 */
export async function callWebhook(
  { address, secret, id, body, at }: { address: string; secret: string; id: string; body: string; at: Date },
  { allowInner, timeoutMs }: WebhookOptions,
): Promise<Delivery> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AddressForbidden('not http');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true });
  if (!allowInner && found.some((one) => isInner(one.address))) throw new AddressForbidden('inner address');
  const seconds = Math.floor(at.getTime() / 1000);
  const lookupFound: LookupFunction = (_, options, done) => {
    const [first] = found;
    if (options.all) done(null, found);
    else done(null, first?.address ?? '', first?.family);
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      lookup: lookupFound,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'tiendo',
        'x-tiendo-id': id,
        'x-tiendo-signature': signatureOf(secret, seconds, body),
      },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      // What it answers beside its status is of no interest, and may be endless.
      response.destroy();
      resolve({ status: response.statusCode ?? 0 });
    });
    request.end(body);
  });
}
