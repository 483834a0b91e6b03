import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { Client, officerAccount, type RunningServer, runServer } from '../../test/running-server.ts';
import { type App, createApp } from '../services/app.ts';
import { prepareServerRoles } from '../services/prepare-server-roles.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { buildServer, closeServer } from './server.ts';

describe.each(engines)('a server whose account owns no table, on $name', (engine) => {
  let running: RunningServer;
  let db: Db;
  let app: App;
  let server: FastifyInstance;
  let person: Client;
  const account = `may_chu_${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    running = await runServer(engine);
    await prepareServerRoles(running.database.db);
    await sql`create role ${sql.id(account)} login in role tiendo_server`.execute(running.database.db);
    const url = new URL(running.database.url);
    url.username = account;
    db = openDatabase(url.href, () => undefined);
    app = await createApp({ db, maxFileBytes: 1_000_000, demo: false, accountRules: { secondFactorFor: [] } });
    server = await buildServer(app, { pagesFolder: '/nonexistent' });
    person = new Client(await server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await closeServer(server);
    await app.close();
    await db.destroy();
    await sql`drop role ${sql.id(account)}`.execute(running.database.db);
    await running.stop();
  });

  it('signs people in, carries out a change once with its key, and refuses the key for another', async () => {
    expect((await person.signIn(officerAccount)).status).toBe(200);
    const save = (name: string) =>
      person.fetch('/api/saved-searches', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'khoa-cua-may-chu' },
        body: JSON.stringify({ name, query: 'q=thu' }),
      });
    const first = await save('Một');
    const again = await save('Một');
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true']);
    expect((await save('Hai')).status).toBe(422);
    const { searches } = await person.get<{ searches: unknown[] }>('/api/saved-searches');
    expect(searches).toHaveLength(1);
  });
});
