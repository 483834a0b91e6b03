import { createHmac } from 'node:crypto';
import { askOutside, type OutgoingLimits } from './outgoing.ts';

/** "t=<seconds>,v1=<hex>": HMAC-SHA256 of "<seconds>.<body>", so that an old call cannot be played again later. */
const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** @throws AddressForbidden */
export async function callWebhook(
  { address, secret, id, body, at }: { address: string; secret: string; id: string; body: string; at: Date },
  limits: OutgoingLimits,
): Promise<{ status: number }> {
  const seconds = Math.floor(at.getTime() / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'tiendo',
    'x-tiendo-id': id,
    'x-tiendo-signature': signatureOf(secret, seconds, body),
  };
  const response = await askOutside(new URL(address), { method: 'POST', headers, body }, limits);
  // What it answers beside its status is of no interest, and may be endless.
  response.destroy();
  return { status: response.statusCode ?? 0 };
}
