import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The way to a database, which a test can cut and lay again. Clients see what they see when the database's server is gone. */
export type DatabaseLine = {
  url: string;
  /** What is sent arrives nowhere, and nobody is told; so it stays for connections of before when it is laid again. */
  mute: () => void;
  cut: () => Promise<void>;
  lay: () => Promise<void>;
  end: () => Promise<void>;
};

export async function layDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get('host');
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-line-'));
  const name = `.s.PGSQL.${url.port || '5432'}`;
  const open = new Set<Socket>();
  let server: Server | undefined;
  let muted = false;
  const pass = (socket: Socket) => {
    if (muted) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
      return;
    }
    const there = host?.startsWith('/')
      ? connect(join(host, name))
      : connect(Number(url.port || 5432), url.hostname || '127.0.0.1');
    for (const [one, other] of [
      [socket, there],
      [there, socket],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  };
  const lay = async () => {
    muted = false;
    if (server) return;
    server = createServer(pass);
    server.listen(join(folder, name));
    await once(server, 'listening');
  };
  const cut = async () => {
    const ended = server && once(server, 'close');
    server?.close();
    for (const socket of open) socket.destroy();
    await ended;
    server = undefined;
  };
  const mute = () => {
    muted = true;
    for (const socket of open) socket.unpipe().pause();
  };
  await lay();
  const through = new URL(databaseUrl);
  through.searchParams.set('host', folder);
  return {
    url: through.href,
    mute,
    cut,
    lay,
    end: async () => {
      await cut();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
