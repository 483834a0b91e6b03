import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { buildServer, closeServer, type ServerOptions } from '../src/http/server.ts';
import { sessionPair } from '../src/http/session-cookie.ts';
import type { ImportRecord } from '../src/registry/import.ts';
import type { Role } from '../src/registry/post.ts';
import { openSession } from '../src/services/accounts/sessions.ts';
import { type App, type AppOptions, createApp } from '../src/services/app.ts';
import { createUser } from '../src/services/sign-in.ts';
import { putAgency } from '../src/store/agencies.ts';
import type { Db } from '../src/store/database.ts';
import { addPost } from '../src/store/posts.ts';
import { insertUser } from '../src/store/users.ts';
import { type Engine, type FreshDatabase, freshDatabase } from './engines.ts';

/** A real server on a port of its own with a database of its own, and somebody who talks to it over HTTP. */
export type RunningServer = {
  url: string;
  database: FreshDatabase;
  app: App;
  server: FastifyInstance;
  nobody: Client;
  /** Coordinator and administrator. */
  officer: Client;
  /** Somebody new with a session who holds this role in an agency, the test's own where none is named. Has no password. */
  as: (role: Role, agencyId?: string) => Promise<Client>;
  stop: () => Promise<void>;
};

export const officerAccount = { name: 'Cán bộ Thử', email: 'can-bo@thu.vn', password: 'mat-khau-thu' };

/** Rules of security level 3, but that every role may do without a second factor. */
const accountRules = { secondFactorFor: [] };

type Options = Partial<Omit<AppOptions, 'db'>> & ServerOptions;

export async function runServer(
  engine: Engine,
  { pagesFolder = '/nonexistent', patience = 60_000, trustProxy, bodyPace, ...options }: Options = {},
): Promise<RunningServer> {
  const database = await freshDatabase(engine);
  const app = await createApp({ db: database.db, maxFileBytes: 5_000_000, demo: false, accountRules, ...options });
  const { id: officerId } = await createUser(database.db, officerAccount);
  await putTestAgency(database.db);
  for (const role of ['coordinator', 'administrator'] as const) await givePost(database.db, officerId, role);
  const given = { ...(trustProxy !== undefined && { trustProxy }), ...(bodyPace && { bodyPace }) };
  const server = await buildServer(app, { pagesFolder, patience, ...given });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const officer = new Client(url);
  await officer.signIn(officerAccount);
  const stop = async () => {
    await closeServer(server);
    await app.close();
    await database.drop();
  };
  let people = 0;
  const as = async (role: Role, agencyId = testAgency) => {
    // Straight to a session: hashing and proving a password for each of them would take longer than most tests.
    const user = { id: randomUUID(), name: `${role} ${++people}`, email: `${role}-${people}@thu.vn` };
    await insertUser(database.db, { ...user, state: 'active' });
    await givePost(database.db, user.id, role, agencyId);
    const { token } = await openSession(app, user, { address: '127.0.0.1', device: 'test' });
    const client = new Client(url);
    client.cookie = sessionPair(app, token);
    return client;
  };
  return { url, database, app, server, nobody: new Client(url), officer, as, stop };
}

/** Posts want an agency, and tests of lists of agencies want none of ours: this one has ended long ago. */
export const testAgency = 'co-quan-thu';

export async function putTestAgency(db: Db): Promise<void> {
  await putAgency(db, {
    id: testAgency,
    kind: 'department',
    profile: null,
    tier: 'province',
    placeId: null,
    parentId: null,
    symbol: null,
    exchangeCode: null,
    contact: null,
    validFrom: '1900-01-01',
    validUntil: '1900-01-02',
    source: 'thử',
    version: 1,
    names: [{ kind: 'official', name: 'Cơ quan thử', validFrom: null, validUntil: null }],
  });
}

export async function givePost(db: Db, userId: string, role: Role, agencyId = testAgency): Promise<void> {
  await addPost(db, { userId, role, agencyId, validFrom: '2000-01-01', givenBy: null });
}

type Json = Record<string, unknown>;

export class Client {
  readonly url: string;
  cookie: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== undefined) headers.set('cookie', this.cookie);
    // As a browser does; a request without it that changes something is not believed.
    if (!headers.has('origin') && !headers.has('sec-fetch-site')) headers.set('origin', this.url);
    return fetch(this.url + path, { ...init, headers });
  }

  async get<T = Json>(path: string): Promise<T> {
    const response = await this.fetch(path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<Response> {
    const response = await this.post('/api/session', { email, password });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (response.ok && cookie) this.cookie = cookie;
    return response;
  }

  upload(name: string, content: string | Uint8Array, init: RequestInit = {}): Promise<Response> {
    const form = new FormData();
    form.set('file', new File([typeof content === 'string' ? content : Uint8Array.from(content)], name));
    return this.fetch('/api/imports', { method: 'POST', body: form, ...init });
  }

  async uploaded(name: string, content: string | Uint8Array): Promise<ImportRecord> {
    const response = await this.upload(name, content);
    if (!response.ok) throw new Error(`upload of ${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as ImportRecord;
  }
}
