import { createConnection, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { observeCall } from './observed-call.ts';

/** The daemon of ClamAV, asked in its own words (clamd(8)): by a socket on this machine, whose path or loopback address is given. */

const connectionTo = (address: string): Socket => {
  if (address.startsWith('/')) return createConnection({ path: address });
  const { hostname, port } = new URL(`tcp://${address}`);
  return createConnection({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
};

/** A file of fifty megabytes takes it seconds. */
const longestScan = 60_000;

/** What it answers to a command. @throws what the system says where it does not answer */
const askClamd = (address: string, command: string, say?: (socket: Socket) => Promise<void>): Promise<string> =>
  observeCall(command, 'clamd', () => answerOfClamd(address, command, say));

async function answerOfClamd(
  address: string,
  command: string,
  say?: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connectionTo(address);
  const failed = new Promise<never>((_, reject) => {
    socket.once('error', reject);
    socket.setTimeout(longestScan, () => reject(new Error(`clamd at ${address} says nothing`)));
  });
  failed.catch(() => undefined);
  try {
    const answer = text(socket);
    // Whatever it has said before it broke off is what counts: it may have heard enough.
    answer.catch(() => undefined);
    socket.write(`z${command}\0`);
    // It may have heard enough and closed; where the parts end too early, it is told so.
    const said = (say?.(socket) ?? Promise.resolve()).catch(() => void socket.end());
    const heard = (await Promise.race([answer, failed])).replace(/\0$/, '');
    await said;
    if (heard === '') throw new Error(`clamd at ${address} closed without an answer`);
    return heard;
  } finally {
    socket.destroy();
  }
}

async function sendParts(socket: Socket, parts: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const part of parts) {
    if (part.byteLength === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.byteLength);
    await written(socket, Buffer.concat([length, part]));
  }
  await written(socket, Buffer.alloc(4));
}

const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

/** The name of what was found; null where nothing was. @throws where it could not be looked at */
export async function scanWithClamd(address: string, parts: AsyncIterable<Uint8Array>): Promise<string | null> {
  const answer = await askClamd(address, 'INSTREAM', (socket) => sendParts(socket, parts));
  if (/^stream: OK$/.test(answer)) return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`clamd: ${answer}`);
  return found;
}

/** Why it does not answer; null where it does. */
export async function greetClamd(address: string): Promise<string | null> {
  try {
    const answer = await askClamd(address, 'PING');
    return answer === 'PONG' ? null : answer;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
