import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import { observeCall } from './observed-call.ts';

export type Bucket = {
  /** Of the bucket itself, however the storage spells it: https://s3.tinh.vn/tien-do, https://tien-do.s3.tinh.vn */
  address: string;
  region: string;
  /** The access key in its first line, the secret one in its second. Read for each question: a changed key holds at once. */
  keyFile: string;
};

/** `silenceMs`: so long nothing moves. `answerMs`: so long an answer of at most a part takes as a whole. */
export type BucketPatience = { silenceMs: number; answerMs: number };
const usualPatience: BucketPatience = { silenceMs: 15_000, answerMs: 60_000 };

type NewFile = { hash: string; size: number; parts: AsyncIterable<Uint8Array> };
type Part = { hash: string; from: number; length: number };
type Question = { method: 'GET' | 'PUT' | 'DELETE'; hash: string; headers?: Record<string, string>; file?: NewFile };

const hashOfNothing = createHash('sha256').digest('hex');

/**
 * Files in S3-compatible storage, named by their hashes. The storage is told the hash of what it is sent and compares it itself; an object
 * is there whole or not at all. What it refuses is thrown with the word it gave for it.
 */
export const bucketOfFiles = (bucket: Bucket, room: string, patience = usualPatience) => {
  const ask = (question: Question) => askBucket(bucket, room, question, patience);
  return {
    put: async (file: NewFile): Promise<void> => {
      const answer = await ask({ method: 'PUT', hash: file.hash, file });
      if (answer.statusCode !== 200) throw await refused(answer);
      answer.resume();
    },

    /** Undefined where there is no such file. */
    part: async ({ hash, from, length }: Part): Promise<Buffer | undefined> => {
      const answer = await ask({ method: 'GET', hash, headers: { range: `bytes=${from}-${from + length - 1}` } });
      if (answer.statusCode === 206) return bytesOf(answer, length);
      const refusal = await refused(answer);
      if (refusal.code === 'NoSuchKey') return undefined;
      // It ends before: whoever reads it sees that by its hash.
      if (refusal.code === 'InvalidRange') return Buffer.alloc(0);
      throw refusal;
    },

    remove: async (hash: string): Promise<void> => {
      const answer = await ask({ method: 'DELETE', hash });
      if (answer.statusCode === 204 || answer.statusCode === 200) return void answer.resume();
      const refusal = await refused(answer);
      if (refusal.code !== 'NoSuchKey') throw refusal;
    },
  };
};

async function askBucket(bucket: Bucket, room: string, question: Question, patience: BucketPatience) {
  const { address, region, keyFile } = bucket;
  const { method, hash, headers, file } = question;
  const url = `${address.replace(/\/+$/, '')}/${room}/${hash}`;
  const signer = new AwsV4Signer({
    ...{ method, url, region, service: 's3', ...(await readKeys(keyFile)) },
    headers: { ...headers, 'x-amz-content-sha256': file?.hash ?? hashOfNothing },
  });
  const signed = Object.fromEntries((await signer.sign()).headers);
  const options: RequestOptions = { method, timeout: patience.silenceMs };
  if (file) {
    const sent = { ...options, ...ownConnection, headers: { ...signed, 'content-length': String(file.size) } };
    return sendQuestion(signer.url, sent, file.parts);
  }
  const asked = { ...options, headers: signed, signal: AbortSignal.timeout(patience.answerMs) };
  return sendQuestion(signer.url, asked).catch((error: unknown) => {
    if (error instanceof ClosedMeanwhile) return sendQuestion(signer.url, { ...asked, ...ownConnection });
    throw error;
  });
}

async function readKeys(keyFile: string): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  const [accessKeyId, secretAccessKey] = (await readFile(keyFile, 'utf8')).split('\n').map((line) => line.trim());
  if (!accessKeyId || !secretAccessKey)
    throw new Error(`${keyFile} does not hold an access key in its first line and the secret one in its second`);
  return { accessKeyId, secretAccessKey };
}

/** One that was kept may be closed by now, and what was sent from its parts cannot be sent again. */
const ownConnection = { agent: false };

/** By whoever is asked, while the connection was kept from one question to the next. */
class ClosedMeanwhile extends Error {}

/** The environment names this address, not somebody on a page: it may lie in an inner network. Redirects are not followed. */
const sendQuestion = (url: URL, options: RequestOptions, parts?: AsyncIterable<Uint8Array>): Promise<IncomingMessage> =>
  observeCall(options.method ?? 'GET', url.host, async (call) => {
    const answer = await send(url, options, parts);
    call.status = answer.statusCode;
    return answer;
  });

function send(url: URL, options: RequestOptions, parts?: AsyncIterable<Uint8Array>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
    request.once('timeout', () =>
      request.destroy(new Error(`${url.host} says nothing for ${Number(options.timeout) / 1000} s`)),
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new ClosedMeanwhile(error.message) : error),
    );
    const sent = parts ? pipeline(parts, request) : Promise.resolve(void request.end());
    sent.catch(reject);
    request.once('response', (answer: IncomingMessage) => {
      // What is refused need not be sent to its end.
      if ((answer.statusCode ?? 0) >= 300) resolve(answer);
      else sent.then(() => resolve(answer), reject);
    });
  });
}

/** Of what is answered beside a file, so much is read. */
const longestRefusal = 10_000;

class BucketRefusal extends Error {
  readonly code: string | undefined;
  constructor(answer: IncomingMessage, code: string | undefined) {
    super(`the storage answers ${[answer.statusCode, code].filter(Boolean).join(' ')}`);
    this.code = code;
  }
}

async function refused(answer: IncomingMessage): Promise<BucketRefusal> {
  const words = await bytesOf(answer, longestRefusal).catch(() => Buffer.alloc(0));
  return new BucketRefusal(answer, /<Code>\s*(\w+)\s*<\/Code>/.exec(words.toString())?.[1]);
}

/** So many bytes at most; what follows them is not read. */
async function bytesOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= most && !answer.complete) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}
