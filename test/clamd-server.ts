import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every scanner takes for harmful on purpose (eicar.org), in two halves, so that none takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Speaks as clamd does, as far as it is asked here, on a socket of its own; takes so many bytes in one stream. */
export async function startClamd({ streamMaxLength = 5_000_000 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const path = join(folder, 'clamd.ctl');
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    void answerTo(socket, streamMaxLength).then((answer) => {
      socket.end(answer);
      // What still comes is thrown away: a socket that is not read to its end never closes.
      socket.resume();
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const stop = async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await rm(folder, { recursive: true, force: true });
  };
  return { address: path, stop };
}

async function answerTo(socket: Socket, streamMaxLength: number): Promise<string> {
  let heard = Buffer.alloc(0);
  const stream: Buffer[] = [];
  let at = 'zINSTREAM\0'.length;
  for await (const bytes of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    heard = Buffer.concat([heard, bytes]);
    const command = heard.toString('latin1', 0, Math.max(heard.indexOf(0), 0));
    if (command === 'zPING') return 'PONG\0';
    if (command !== 'zINSTREAM') continue;
    while (heard.length >= at + 4) {
      const length = heard.readUInt32BE(at);
      if (length === 0) {
        const content = Buffer.concat(stream);
        return content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
      }
      if (heard.length < at + 4 + length) break;
      stream.push(heard.subarray(at + 4, at + 4 + length));
      at += 4 + length;
      if (stream.reduce((sum, part) => sum + part.length, 0) > streamMaxLength)
        return 'INSTREAM size limit exceeded. ERROR\0';
    }
  }
  return 'UNKNOWN COMMAND\0';
}
