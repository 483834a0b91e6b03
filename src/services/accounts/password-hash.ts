import { argon2, createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPassword } from '../../registry/password-rules.ts';

/** Argon2id (RFC 9106) with the first setting of OWASP's password storage list: 46 MiB, one pass, one lane. */
const cost = { memory: 47_104, passes: 1, parallelism: 1 };
const tagLength = 32;

const derive = promisify(argon2);
const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const argon2id = (password: string, nonce: Buffer, { memory, passes, parallelism }: typeof cost): Promise<Buffer> =>
  derive('argon2id', { message: normalPassword(password), nonce, memory, passes, parallelism, tagLength });

/** In the PHC string form, which names its own cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await argon2id(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;
/** scrypt as installations before migration 011 kept it: salt and key in hexadecimal. */
const old = /^([0-9a-f]{32}):([0-9a-f]{128})$/;

/** Of a password that nobody knows, so that asking for an account that is not there takes the same work. */
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(createHash('sha256').update('nobody').digest().subarray(0, 16))}$${unpadded(Buffer.alloc(tagLength))}`;

/** `renew`: right, and to be kept anew with today's cost. */
export type Verdict = { right: boolean; renew: boolean };

export async function verifyPassword(stored: string | undefined, password: string): Promise<Verdict> {
  const before = old.exec(stored ?? '');
  if (before) return { right: await verifyOld(before, password), renew: true };
  const [, memory, passes, parallelism, salt = '', tag = ''] = phc.exec(stored ?? nobodys) ?? [];
  const spent = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const made = await argon2id(password, Buffer.from(salt, 'base64'), spent);
  const right = timingSafeEqual(made, Buffer.from(tag, 'base64')) && stored !== undefined;
  return { right, renew: right && (spent.memory !== cost.memory || spent.passes !== cost.passes) };
}

function verifyOld([, salt = '', key = '']: RegExpExecArray, password: string): Promise<boolean> {
  const options = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 64, options, (error, made) =>
      error ? reject(error) : resolve(timingSafeEqual(made, Buffer.from(key, 'hex'))),
    ),
  );
}
