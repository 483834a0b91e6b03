import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { bech32, fromBech32 } from './bech32.ts';

/** What a file is sealed for: words that somebody knows, or whoever has the other half of a key. */
export type AgeKey =
  | { kind: 'passphrase'; passphrase: string }
  /** Without its secret half it seals and does not open. */
  | { kind: 'pair'; recipient: Buffer; secret: Buffer | null };

const recipientPrefix = 'age';
const secretPrefix = 'age-secret-key-';
/** How X25519 keys of 32 bytes begin in the forms that Node takes: PKCS #8 and SPKI. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spki = Buffer.from('302a300506032b656e032100', 'hex');

const secretKey = (secret: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' });
const publicKey = (point: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, point]), format: 'der', type: 'spki' });
const rawOf = (key: KeyObject, half: 'x' | 'd'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[half] ?? '', 'base64url');

export const agreed = (secret: Buffer, point: Buffer): Buffer =>
  diffieHellman({ privateKey: secretKey(secret), publicKey: publicKey(point) });

export function newPair(): { recipient: Buffer; secret: Buffer } {
  const { privateKey } = generateKeyPairSync('x25519');
  return { recipient: rawOf(privateKey, 'x'), secret: rawOf(privateKey, 'd') };
}

/** A key file as age-keygen writes it; its last line is for whoever opens, the one before for whoever seals. */
export function newKeyFile(): string {
  const { recipient, secret } = newPair();
  return `# public key: ${bech32(recipientPrefix, recipient)}\n${bech32(secretPrefix, secret).toUpperCase()}\n`;
}

/** The file of a key as age writes it, or one whose first line is a passphrase; undefined where it holds neither. */
export function readKeyFile(text: string): AgeKey | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  for (const line of lines) {
    const secret = fromBech32(secretPrefix, line);
    if (secret?.length === 32) return { kind: 'pair', recipient: rawOf(secretKey(secret), 'x'), secret };
    const recipient = fromBech32(recipientPrefix, line);
    if (recipient?.length === 32) return { kind: 'pair', recipient, secret: null };
  }
  const [passphrase = ''] = lines;
  // A key that was mistyped must not become a passphrase.
  return passphrase.length < 12 || /^age1|^age-secret-key-|^#/i.test(passphrase)
    ? undefined
    : { kind: 'passphrase', passphrase };
}
