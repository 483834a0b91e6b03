import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Codes of RFC 6238 as every authenticator makes them: HMAC-SHA-1, 30 seconds, 6 digits. */
const period = 30;
const digits = 6;
const secretBytes = 20;
/** Clocks of phones are a little wrong: one step before and after. */
const drift = 1;

export const newSecret = (): Buffer => randomBytes(secretBytes);

const timeStep = (now: Date): number => Math.floor(now.getTime() / 1000 / period);

export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  // RFC 4226, 5.3: the last four bits say where the number is read.
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The time step that a code belongs to; every candidate is compared, whichever fits. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  const given = Buffer.from(code.padEnd(digits).slice(0, digits));
  const present = timeStep(now);
  const fitting = [present - drift, present, present + drift].filter((step) => {
    const expected = Buffer.from(codeOf(secret, step));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return code.length === digits ? fitting.at(-1) : undefined;
}

/** RFC 4648: what authenticators take when it is typed. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What a QR code says to an authenticator. */
export function keyUri(secret: Buffer, email: string): string {
  const issuer = encodeURIComponent('Tiến Độ');
  return `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${digits}&period=${period}`;
}

const recoveryBytes = 10;

/** "ABCD-EFGH-IJKL-MNOP": 80 bits. */
export const newRecoveryCode = (): string => (base32(randomBytes(recoveryBytes)).match(/.{1,4}/g) ?? []).join('-');

/** As it is compared: people leave dashes out and type small letters. */
export const bareRecoveryCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z2-7]/g, '');
