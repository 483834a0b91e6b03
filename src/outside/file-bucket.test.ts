import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type S3, s3Keys, startS3 } from '../../test/s3-server.ts';
import { signatureOf } from '../../test/s3-signature.ts';
import { type Bucket, type BucketPatience, bucketOfFiles } from './file-bucket.ts';

/** For what never comes; whatever does come has the usual time. */
const impatient = { silenceMs: 200, answerMs: 400 };
const room = 'room';
const rightKeys = `${s3Keys.accessKey}\n${s3Keys.secret}\n`;

/** Amazon's own examples, "Signature Calculations for the Authorization Header". */
const published = { secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' };
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('files in S3-compatible storage', () => {
  let server: S3;
  let folder: string;
  const bucketWith = async (change: Partial<Bucket> = {}, keys = rightKeys, patience?: BucketPatience) => {
    const keyFile = join(folder, createHash('sha256').update(keys).digest('hex'));
    await writeFile(keyFile, keys, { mode: 0o600 });
    return bucketOfFiles({ address: server.address, region: 'us-east-1', keyFile, ...change }, room, patience);
  };
  const file = (bytes = randomBytes(3000), hash = createHash('sha256').update(bytes).digest('hex')) => ({
    ...{ hash, size: bytes.length, bytes },
    parts: (async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    })(),
  });
  const kept = async () => {
    const one = file();
    await (await bucketWith()).put(one);
    return one;
  };

  beforeAll(async () => {
    server = await startS3();
    folder = await mkdtemp(join(tmpdir(), 'tiendo-bucket-'));
  });
  afterEach(() => {
    server.state.trouble = undefined;
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('are judged by a signature that agrees with what Amazon publishes', () => {
    const [host, date] = ['examplebucket.s3.amazonaws.com', '20130524T000000Z'];
    const get = {
      method: 'GET',
      path: '/test.txt',
      headers: { host, range: 'bytes=0-9', 'x-amz-content-sha256': emptyHash, 'x-amz-date': date },
      signedHeaders: ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
    };
    expect(signatureOf(get, published)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
    const put = {
      method: 'PUT',
      path: '/test%24file.text',
      headers: {
        ...{ date: 'Fri, 24 May 2013 00:00:00 GMT', host, 'x-amz-date': date },
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
      signedHeaders: ['date', 'host', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-storage-class'],
    };
    expect(signatureOf(put, published)).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
  });

  it('lie below their room under their hashes, come back in parts and go', async () => {
    const bucket = await bucketWith();
    const one = await kept();
    expect(server.objects.get(`${room}/${one.hash}`)?.equals(one.bytes)).toBe(true);
    expect(await bucket.part({ hash: one.hash, from: 1000, length: 2000 })).toEqual(one.bytes.subarray(1000));
    // Cut short where it lies: what is left, and after its end nothing.
    server.objects.set(`${room}/${one.hash}`, one.bytes.subarray(0, 1500));
    expect(await bucket.part({ hash: one.hash, from: 1000, length: 2000 })).toEqual(one.bytes.subarray(1000, 1500));
    expect(await bucket.part({ hash: one.hash, from: 2000, length: 1000 })).toEqual(Buffer.alloc(0));
    for (let times = 0; times < 2; times++) await bucket.remove(one.hash);
    expect(await bucket.part({ hash: one.hash, from: 0, length: 10 })).toBeUndefined();
  });

  it.each([
    ['another secret', {}, `${s3Keys.accessKey}\nnot it\n`, '403 SignatureDoesNotMatch'],
    ['another key', {}, `SOMEBODY\n${s3Keys.secret}\n`, '403 InvalidAccessKeyId'],
    ['another region', { region: 'hn-1' }, undefined, '403 AccessDenied'],
    ['no secret', {}, `${s3Keys.accessKey}\n`, 'does not hold an access key'],
    ['no file of keys', { keyFile: '/no/such/file' }, undefined, 'ENOENT'],
  ])('are refused to whoever has %s, and the reason is told', async (_, change, keys, reason) => {
    const { hash } = await kept();
    const bucket = await bucketWith(change, keys);
    await expect(bucket.part({ hash, from: 0, length: 10 })).rejects.toThrow(reason);
    const other = file();
    await expect(bucket.put(other)).rejects.toThrow(reason);
    expect(server.objects.has(`${room}/${other.hash}`)).toBe(false);
  });

  it('are away, not lost, where the bucket is not there', async () => {
    const bucket = await bucketWith({ address: server.address.replace(/[^/]+$/, 'no-bucket') });
    await expect(bucket.part({ hash: emptyHash, from: 0, length: 10 })).rejects.toThrow('404 NoSuchBucket');
    await expect(bucket.remove(emptyHash)).rejects.toThrow('404 NoSuchBucket');
  });

  it('are not stored where what arrives is not what was announced', async () => {
    const other = file(randomBytes(5000), emptyHash);
    await expect((await bucketWith()).put(other)).rejects.toThrow('400 XAmzContentSHA256Mismatch');
    const short = { ...file(), size: 4000 };
    await expect((await bucketWith({}, rightKeys, impatient)).put(short)).rejects.toThrow('says nothing');
    for (const { hash } of [other, short]) expect(server.objects.has(`${room}/${hash}`)).toBe(false);
  });

  it.each([
    ['refuse', '503 SlowDown', undefined],
    ['silent', 'says nothing for 0.2 s', impatient],
    ['drop', 'aborted', undefined],
    ['trickle', 'aborted', impatient],
  ] as const)(
    'are waited for so long and no longer where the storage has trouble: %s',
    async (trouble, reason, time) => {
      const [{ hash }, bucket] = [await kept(), await bucketWith({}, rightKeys, time)];
      server.state.trouble = trouble;
      await expect(bucket.part({ hash, from: 0, length: 3000 })).rejects.toThrow(reason);
      if (trouble === 'refuse' || trouble === 'silent') {
        await expect(bucket.put(file(randomBytes(3_000_000)))).rejects.toThrow(reason);
        await expect(bucket.remove(hash)).rejects.toThrow(reason);
      }
    },
  );

  it('are asked for anew where a kept connection was closed meanwhile', async () => {
    const [{ hash, bytes }, bucket] = [await kept(), await bucketWith()];
    server.state.trouble = 'close';
    for (let times = 0; times < 4; times++) expect(await bucket.part({ hash, from: 0, length: 3000 })).toEqual(bytes);
  });

  it('are away where nobody listens', async () => {
    const gone = await startS3();
    await gone.stop();
    const bucket = await bucketWith({ address: gone.address });
    await expect(bucket.part({ hash: emptyHash, from: 0, length: 10 })).rejects.toThrow('ECONNREFUSED');
    await expect(bucket.put(file())).rejects.toThrow('ECONNREFUSED');
  });
});
