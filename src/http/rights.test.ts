import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../test/endpoints.ts';
import { engines } from '../../test/engines.ts';
import { expectedRoles } from '../../test/rights-matrix.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { signOut } from '../api/session.ts';
import { type Access, may } from '../registry/may.ts';
import { type Role, roles } from '../registry/post.ts';
import { refuseStrayRoutes } from './route.ts';

/** What stands in an address where the endpoint has a name; everything else is an id that nothing has. */
const named: Record<string, string> = {
  page: '1',
  day: '2026-01-01',
  queue: 'digest',
  kind: 'overdue',
  task: 'approve',
};
const addressOf = ({ path }: Endpoint) =>
  path.replace(/:(\w+)/g, (_, name: string) => named[name] ?? '00000000-0000-4000-8000-000000000000');

/** By the matrix that was written by hand. */
const isFor = (access: Access, role: Role): boolean =>
  access === 'public' || access === 'ownAccount' || access === 'signedIn' || expectedRoles(access).includes(role);

describe.each(engines.slice(0, 1))('rights, on $name', (engine) => {
  let running: RunningServer;
  const people = new Map<Role, Client>();
  beforeAll(async () => {
    running = await runServer(engine);
    for (const role of roles) people.set(role, await running.as(role));
  });
  afterAll(() => running.stop());

  /** The status, and why where it is a refusal; nothing that streams is waited for. */
  async function ask(client: Client | undefined, endpoint: Endpoint): Promise<[number, string]> {
    const answer = await (client ?? running.nobody).fetch(addressOf(endpoint), { method: endpoint.method });
    const refused = answer.status >= 400 ? ((await answer.json()) as { code: string }).code : '';
    if (!answer.bodyUsed) await answer.body?.cancel();
    return [answer.status, refused];
  }

  it.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint.access, endpoint] as const))(
    '%s %s is there for %s',
    async (_method, _path, access, endpoint) => {
      const asked = await ask(undefined, endpoint);
      if (access === 'public') expect(asked[0]).not.toBe(401);
      else expect(asked).toEqual([401, 'notSignedIn']);
      // Signing out would end the walk for the others.
      if (endpoint === signOut) return;
      for (const role of roles) {
        const user = { id: 'u', name: 'u', email: 'u@thu.vn' };
        expect([role, may({ user, posts: [{ role, agencyId: 'a' }] }, access)]).toEqual([role, isFor(access, role)]);
        const [status, refused] = await ask(people.get(role), endpoint);
        if (isFor(access, role)) {
          expect([role, status === 401 || status === 403 || status >= 500, refused]).toEqual([role, false, refused]);
        } else expect([role, status, refused]).toEqual([role, 403, 'notAllowed']);
      }
    },
  );

  it('are no more with a key than with the person, and what it was not made for stays shut', async () => {
    const keyOf = async (scopes: string[]) => {
      const officer = people.get('officer') ?? running.nobody;
      const response = await officer.post('/api/account/keys', { name: 'Phần mềm', scopes, days: 1 });
      return ((await response.json()) as { key: string }).key;
    };
    const [reading, working] = [await keyOf([]), await keyOf(['work'])];
    const asked = async (key: string, endpoint: Endpoint) => {
      const headers = { authorization: `Bearer ${key}` };
      const answer = await fetch(running.url + addressOf(endpoint), { method: endpoint.method, headers });
      await answer.body?.cancel();
      return answer.status;
    };
    const ownOnly = (endpoint: Endpoint) => /^(ownAccount|manage|changeSettings|readAudit)/.test(endpoint.access);
    for (const endpoint of endpoints.filter(({ access, path }) => access !== 'public' && !path.includes('stream'))) {
      const open = isFor(endpoint.access, 'officer') && !ownOnly(endpoint);
      const name = `${endpoint.method} ${endpoint.path}`;
      const shut = (status: number) => status === 403;
      expect([name, shut(await asked(reading, endpoint))]).toEqual([name, !(open && endpoint.method === 'GET')]);
      if (endpoint.access === 'writeProgress' || endpoint.access === 'fillSubmission')
        expect([name, shut(await asked(working, endpoint))]).toEqual([
          name,
          endpoint.access === 'fillSubmission' && endpoint.method !== 'GET',
        ]);
    }
    expect(await asked(`${reading}x`, endpoints.find(({ access }) => access === 'seeDuty') as Endpoint)).toBe(401);
  });

  it('cover every route of the API: none is served that has no endpoint, and no endpoint is missing', async () => {
    const { paths } = await running.nobody.get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json');
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const defined = endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(served.toSorted()).toEqual(defined.toSorted());
  });

  it('fail the start of a server where a route was added past them', () => {
    const server = fastify();
    refuseStrayRoutes(server);
    expect(() => server.get('/api/secret', async () => 'x')).toThrow('/api/secret has no endpoint');
  });
});
