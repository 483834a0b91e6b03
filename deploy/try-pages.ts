/**
 * What people do first with an installation, through its proxy (deploy/try-on-debian.sh): `begin LINK DOCUMENT` takes the first
 * administrator's link, invites a coordinator, imports a document and looks at what comes of it; `again` signs in and finds it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Authenticator } from '../test/accounts/authenticator.ts';

const address = 'https://tiendo.tinh.example';
const administrator = 'quan-tri@tinh.example';
const coordinator = 'dieu-phoi@tinh.example';
const passwords = { first: 'Bến-Tre-mùa-nước-nổi-2026!', second: 'Vĩnh-Long-đầu-mùa-mưa-2026!' };
const kept = '/root/try-document';

const seen = (what: string, value: unknown): void => console.log(`${what.padEnd(52)} ${value}`);

/** Somebody's browser: keeps its cookie. */
class Browser {
  #cookie = '';

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, ...(this.#cookie && { cookie: this.#cookie }), origin: address };
    const answer = await fetch(`${address}${path}`, { ...init, headers, redirect: 'manual' });
    const set = answer.headers.getSetCookie()[0];
    if (set) this.#cookie = set.split(';')[0] ?? '';
    return answer;
  }

  async send<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.ask(path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.ask(path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    const form = new FormData();
    form.set('file', new Blob([bytes]), name);
    return this.ask('/api/imports', { method: 'POST', body: form });
  }
}

const tokenOf = (link: string): string => new URL(link).hash.slice(1);

async function untilThere(): Promise<void> {
  for (let waited = 0; waited < 120; waited += 1) {
    if ((await fetch(`${address}/api/health`).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`${address} does not answer`);
}

async function begin(link: string, file: string): Promise<void> {
  await untilThere();
  const plain = await fetch('http://tiendo.tinh.example/van-ban', { redirect: 'manual' });
  seen('http is led to', `${plain.status} ${plain.headers.get('location')}`);
  const front = await fetch(address);
  seen('the page', `${front.status}, ${front.headers.get('strict-transport-security')}`);

  const chief = new Browser();
  await chief.send('/api/account-links', { token: tokenOf(link), name: null, password: passwords.first });
  await chief.send('/api/session', { email: administrator, password: passwords.first });
  const { key } = await chief.send<{ key: string }>('/api/account/second-factor/begin', { password: passwords.first });
  await chief.send('/api/account/second-factor', { code: new Authenticator(key).code() });
  const { posts } = await chief.get<{ posts: { agencyId: string; agencyName: string }[] }>('/api/session');
  seen('the first administrator, with a second factor, of', posts[0]?.agencyName);
  const post = { role: 'coordinator', agencyId: posts[0]?.agencyId };
  const invited = await chief.send<{ link: string | null }>('/api/people/invitations', {
    ...{ name: 'Trần Thị Bình', email: coordinator, posts: [post] },
  });

  const officer = new Browser();
  await officer.send('/api/account-links', {
    token: tokenOf(invited.link ?? ''),
    name: null,
    password: passwords.second,
  });
  await officer.send('/api/session', { email: coordinator, password: passwords.second });
  await news(officer);
  await imported(officer, file);
  await limits(officer);
}

async function news(officer: Browser): Promise<void> {
  const asked = performance.now();
  const stream = await officer.ask('/api/notices/events');
  const reader = stream.body?.getReader();
  const first = await reader?.read();
  seen(
    'news: the first line after',
    `${Math.round(performance.now() - asked)} ms, ${first?.value?.length} bytes, ${stream.headers.get('content-type')}`,
  );
  // The stream has no end of its own, and the program would wait for it.
  await reader?.cancel();
}

async function imported(officer: Browser, file: string): Promise<void> {
  const started = performance.now();
  let answer = await officer.upload(basename(file), new Uint8Array(await readFile(file)));
  seen('a document sent', `${answer.status} after ${Math.round(performance.now() - started)} ms`);
  let record = (await answer.json()) as { id: string; documentId?: string | null };
  for (let waited = 0; !record.documentId && waited < 60; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { imports } = await officer.get<{ imports: (typeof record)[] }>('/api/imports');
    record = imports.find(({ id }) => id === record.id) ?? record;
  }
  if (!record.documentId) throw new Error(`no document came of it: ${JSON.stringify(record)}`);
  answer = await officer.ask(`/api/documents/${record.documentId}/file`);
  const same = Buffer.from(await answer.arrayBuffer()).equals(await readFile(file));
  seen('its file comes back, letter for letter', same);
  await writeFile(kept, record.documentId);
}

/** Files of the program's limit, above it, and above the proxy's. */
async function limits(officer: Browser): Promise<void> {
  const { maxFileBytes } = await officer.get<{ maxFileBytes: number }>('/api/session');
  for (const bytes of [maxFileBytes, maxFileBytes + 1, 62_914_561]) {
    const answer = await officer.upload('qua-lon.txt', new Uint8Array(bytes).fill(0x61));
    const text = await answer.text();
    seen(
      `a file of ${bytes} bytes`,
      `${answer.status} ${answer.headers.get('content-type')} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ''}`,
    );
  }
}

async function again(): Promise<void> {
  const officer = new Browser();
  await untilThere();
  await officer.send('/api/session', { email: coordinator, password: passwords.second });
  const id = (await readFile(kept, 'utf8')).trim();
  const found = await officer.get<{ document?: { title?: string }; title?: string }>(`/api/documents/${id}`);
  seen('signed in; the document is there', found.title ?? found.document?.title ?? JSON.stringify(found).slice(0, 120));
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'begin' && rest[0] && rest[1]) await begin(rest[0], rest[1]);
else await again();
