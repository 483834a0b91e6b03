import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type Client, type RunningServer, runServer } from '../../test/running-server.ts';
import * as account from '../api/account.ts';
import * as accountLinks from '../api/account-links.ts';
import * as agencies from '../api/agencies.ts';
import * as agencyGroups from '../api/agency-groups.ts';
import * as audit from '../api/audit.ts';
import * as calendar from '../api/calendar.ts';
import * as counterparts from '../api/counterparts.ts';
import * as documents from '../api/documents.ts';
import * as dueChanges from '../api/due-changes.ts';
import * as duties from '../api/duties.ts';
import * as dutyStory from '../api/duty-story.ts';
import type { Endpoint } from '../api/endpoint.ts';
import * as evidence from '../api/evidence.ts';
import * as health from '../api/health.ts';
import * as imports from '../api/imports.ts';
import * as indicators from '../api/indicators.ts';
import * as jobs from '../api/jobs.ts';
import * as myWork from '../api/my-work.ts';
import * as notices from '../api/notices.ts';
import * as obstacles from '../api/obstacles.ts';
import * as overview from '../api/overview.ts';
import * as peopleAccounts from '../api/people-accounts.ts';
import * as progress from '../api/progress.ts';
import * as questions from '../api/questions.ts';
import * as reorganisations from '../api/reorganisations.ts';
import * as review from '../api/review.ts';
import * as session from '../api/session.ts';
import * as targets from '../api/targets.ts';
import * as tasks from '../api/tasks.ts';
import * as urging from '../api/urging.ts';
import * as webhooks from '../api/webhooks.ts';
import { type Access, may } from '../registry/may.ts';
import { type Role, roles } from '../registry/post.ts';
import { refuseStrayRoutes } from './route.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value;
const endpoints = [
  account,
  accountLinks,
  peopleAccounts,
  agencies,
  audit,
  agencyGroups,
  calendar,
  counterparts,
  documents,
  dueChanges,
  duties,
  dutyStory,
  evidence,
  health,
  imports,
  indicators,
  jobs,
  notices,
  myWork,
  obstacles,
  overview,
  progress,
  questions,
  reorganisations,
  review,
  session,
  targets,
  tasks,
  urging,
  webhooks,
].flatMap((module) => Object.values(module).filter(isEndpoint));

const addressOf = ({ path }: Endpoint) =>
  path
    .replace(/:(id|earlier)/g, '00000000-0000-4000-8000-000000000000')
    .replace(':page', '1')
    .replace(':queue', 'digest')
    .replace(':kind', 'overdue')
    .replace(':task', 'approve')
    .replace(':day', '2026-01-01');

describe.each(engines.slice(0, 1))('rights, on $name', (engine) => {
  let running: RunningServer;
  beforeAll(async () => {
    running = await runServer(engine);
  });
  afterAll(() => running.stop());

  /** Somebody who may: most of it the coordinator who administers, too. */
  const clientOf = async (access: Access): Promise<Client> => {
    const user = { id: 'u', name: 'u', email: 'u' };
    const allows = (role: Role) => may({ user, posts: [{ role, agencyId: 'a' }] }, access);
    const other = roles.find(allows);
    return allows('coordinator') || allows('administrator') || !other ? running.officer : running.as(other);
  };

  it.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint.access, endpoint] as const))(
    '%s %s is there for %s',
    async (method, _, access, endpoint) => {
      const asked = await running.nobody.fetch(addressOf(endpoint), { method });
      if (access === 'public') {
        expect(asked.status).not.toBe(401);
      } else {
        expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([401, 'notSignedIn']);
      }
      // Signing out last of all would end the walk for the others.
      if (endpoint === session.signOut) return;
      const client = await clientOf(access);
      const signedIn = await client.fetch(addressOf(endpoint), { method });
      expect([401, 403]).not.toContain(signedIn.status);
      expect(signedIn.status).toBeLessThan(500);
    },
  );

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
