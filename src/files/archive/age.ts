import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { Refusal } from '../../values/refusal.ts';
import { type AgeKey, agreed, newPair } from './age-key.ts';
import { type ByteReader, readBytes } from './byte-reader.ts';

/** Files sealed in the form of age (age-encryption.org/v1), so that `age -d` opens them without this program. */

const version = 'age-encryption.org/v1';
const pieceBytes = 64 * 1024;
const tagBytes = 16;
/** 2^18 rounds of scrypt: about a second and 256 MB. What asks for more than 2^20 was not made by us. */
const rounds = { own: 18, most: 20 };

const hkdf = (secret: Buffer, salt: Buffer | string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function seal(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where the key is another one or the bytes were changed. */
function open(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
  cipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -tagBytes)), cipher.final()]);
  } catch {
    return undefined;
  }
}

const noNonce = Buffer.alloc(12);

/** Eleven bytes that count, and one that says whether it is the last. */
function pieceNonce(nth: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(nth, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

const fromPassphrase = (passphrase: string, salt: Buffer, logN: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    const salted = Buffer.concat([Buffer.from(`${version}/scrypt`), salt]);
    scrypt(passphrase, salted, 32, { N, r: 8, p: 1, maxmem: 2 * 128 * 8 * N }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

async function stanzaFor(key: AgeKey, fileKey: Buffer): Promise<string> {
  if (key.kind === 'passphrase') {
    const salt = randomBytes(16);
    const wrap = await fromPassphrase(key.passphrase, salt, rounds.own);
    return `-> scrypt ${base64(salt)} ${rounds.own}\n${base64(seal(wrap, noNonce, fileKey))}\n`;
  }
  const once = newPair();
  const wrap = pairWrap(agreed(once.secret, key.recipient), once.recipient, key.recipient);
  return `-> X25519 ${base64(once.recipient)}\n${base64(seal(wrap, noNonce, fileKey))}\n`;
}

const pairWrap = (shared: Buffer, once: Buffer, recipient: Buffer): Buffer =>
  hkdf(shared, Buffer.concat([once, recipient]), `${version}/X25519`);

const macOf = (fileKey: Buffer, head: string): string =>
  base64(
    createHmac('sha256', hkdf(fileKey, '', 'header'))
      .update(head)
      .digest(),
  );

export async function* sealed(source: AsyncIterable<Uint8Array>, key: AgeKey): AsyncGenerator<Uint8Array> {
  const fileKey = randomBytes(16);
  const head = `${version}\n${await stanzaFor(key, fileKey)}---`;
  yield Buffer.from(`${head} ${macOf(fileKey, head)}\n`);
  const nonce = randomBytes(16);
  yield nonce;
  const payloadKey = hkdf(fileKey, nonce, 'payload');
  let nth = 0;
  for await (const { piece, last } of readBytes(source).pieces(pieceBytes))
    yield seal(payloadKey, pieceNonce(nth++, last), piece);
}

/** @throws Refusal archiveKeyWrong; archiveBroken with the byte from which on it is not what was sealed */
export async function* opened(source: AsyncIterable<Uint8Array>, key: AgeKey): AsyncGenerator<Uint8Array> {
  const reader = readBytes(source);
  const { head, mac, bytes } = await readHead(reader);
  const fileKey = await fileKeyIn(head, key);
  if (!fileKey) throw new Refusal('archiveKeyWrong');
  if (macOf(fileKey, head) !== mac) throw new Refusal('archiveBroken', { where: 'age' });
  const payloadKey = hkdf(fileKey, await reader.take(16), 'payload');
  let nth = 0;
  for await (const { piece, last } of reader.pieces(pieceBytes + tagBytes)) {
    const plain = open(payloadKey, pieceNonce(nth, last), piece);
    const at = bytes + 16 + nth * (pieceBytes + tagBytes);
    if (!plain) throw new Refusal('archiveBroken', { where: `byte ${at}` });
    nth++;
    yield plain;
  }
}

const mostHead = 64 * 1024;

async function readHead({ take }: ByteReader): Promise<{ head: string; mac: string; bytes: number }> {
  let text = '';
  while (text.length < mostHead) {
    const letter = (await take(1)).toString('latin1');
    if (letter === '') break;
    text += letter;
    const end = letter === '\n' ? /^([\s\S]*\n---) (\S+)\n$/.exec(text) : null;
    if (end) return { head: end[1] ?? '', mac: end[2] ?? '', bytes: text.length };
  }
  throw new Refusal('archiveBroken', { where: 'age' });
}

/** The stanza that the key opens, of those that a file is sealed with. */
async function fileKeyIn(head: string, key: AgeKey): Promise<Buffer | undefined> {
  for (const [, kind = '', args = '', body = ''] of head.matchAll(/^-> (\S+) (.*)\n(\S+)$/gm)) {
    const fileKey = await unwrap(kind, args.split(' '), Buffer.from(body, 'base64'), key);
    if (fileKey) return fileKey;
  }
  return undefined;
}

async function unwrap(kind: string, args: string[], body: Buffer, key: AgeKey): Promise<Buffer | undefined> {
  const given = Buffer.from(args[0] ?? '', 'base64');
  if (kind === 'scrypt' && key.kind === 'passphrase') {
    const logN = Number(args[1]);
    if (!(logN >= 1 && logN <= rounds.most)) return undefined;
    return open(await fromPassphrase(key.passphrase, given, logN), noNonce, body);
  }
  if (kind !== 'X25519' || key.kind !== 'pair' || !key.secret || given.length !== 32) return undefined;
  return open(pairWrap(agreed(key.secret, given), given, key.recipient), noNonce, body);
}
