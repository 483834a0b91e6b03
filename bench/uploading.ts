import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { Config } from '../src/config.ts';
import { buildServer, closeServer } from '../src/http/server.ts';
import { openInstallation } from '../src/installation.ts';
import { createApp } from '../src/services/app.ts';
import { createUser } from '../src/services/sign-in.ts';
import { addPost } from '../src/store/posts.ts';
import { storeDuty, storeProvince } from '../test/given-duties.ts';
import { uploaded } from '../test/uploading.ts';
import { timeInTurn } from './in-turn.ts';

/**
 * A scan of 24 MB as evidence, near the most that it takes: in parts of 8 MiB and used then, beside one request; over loopback, where both cost what the disk and the database
 * cost, and over a line of 100 Mbit/s.
 */
const size = 24_000_000;
const partBytes = 8 * 1024 * 1024;
const bytesPerMs = 12_500;

const folder = await mkdtemp(join(tmpdir(), 'tiendo-uploading-'));
const { db, close } = await openInstallation(Config.parse({ dataFolder: folder }));
const app = await createApp({ db, maxFileBytes: 50_000_000, demo: false, accountRules: { secondFactorFor: [] } });
const server = await buildServer(app);
const url = await server.listen({ host: '127.0.0.1', port: 0 });
await storeProvince(db);
const account = { name: 'Cán bộ', email: 'can-bo@thu.vn', password: 'mat-khau-thu' };
const { id: user } = await createUser(db, account);
await addPost(db, { userId: user, role: 'officer', agencyId: 'so-a', validFrom: '2000-01-01', givenBy: null });
const signedIn = await fetch(`${url}/api/session`, {
  method: 'POST',
  body: JSON.stringify({ email: account.email, password: account.password }),
  headers: { 'content-type': 'application/json', origin: url },
});
const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const line = await slowLine(Number(new URL(url).port));

type Way = { fetch: (path: string, init?: RequestInit) => Promise<Response> };

const by = (address: string): Way => ({
  fetch: (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    headers.set('origin', address);
    return fetch(address + path, { ...init, headers });
  },
});

const scan = () => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size)]);
const fits = async (answer: Response) => {
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
};

async function whole(client: Way): Promise<void> {
  const duty = await storeDuty(db, user, { agencyId: 'so-a' });
  const form = new FormData();
  form.set('file', new File([Uint8Array.from(scan())], 'scan.pdf'));
  await fits(await client.fetch(`/api/duties/${duty}/evidence`, { method: 'POST', body: form }));
}

async function inParts(client: Way): Promise<void> {
  const duty = await storeDuty(db, user, { agencyId: 'so-a' });
  const upload = await uploaded(client, 'scan.pdf', scan(), partBytes);
  const body = JSON.stringify({ upload });
  const headers = { 'content-type': 'application/json' };
  await fits(await client.fetch(`/api/duties/${duty}/evidence`, { method: 'POST', body, headers }));
  await fits(await client.fetch(`/api/uploads/${upload}`, { method: 'DELETE' }));
}

/** As fast as 100 Mbit/s on the way there. */
async function slowLine(port: number): Promise<{ url: string; close: () => void }> {
  const server = createServer((from) => {
    const to = connect(port, '127.0.0.1');
    const slow = new Transform({
      transform: (chunk: Buffer, _, done) => void after(chunk.byteLength / bytesPerMs).then(() => done(null, chunk)),
    });
    from.pipe(slow).pipe(to).pipe(from);
    for (const end of [from, to]) end.on('error', () => void [from.destroy(), to.destroy()]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const timed = await timeInTurn([
  { what: 'loopback', asked: () => inParts(by(url)), bare: () => whole(by(url)) },
  { what: '100 Mbit/s', asked: () => inParts(by(line.url)), bare: () => whole(by(line.url)) },
]);
console.log(`24 MB, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(0)}`);
console.table(
  timed.map(({ what, asked, bare }) => ({
    line: what,
    'in parts, ms': Math.round(asked),
    'in one request, ms': Math.round(bare),
    times: Number((asked / bare).toFixed(2)),
  })),
);
line.close();
await closeServer(server);
await app.close();
await close();
await rm(folder, { recursive: true, force: true });
