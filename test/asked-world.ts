import { sql } from 'kysely';
import { endOtherSessions, endSession } from '../src/api/account.ts';
import type { Endpoint } from '../src/api/endpoint.ts';
import { signOut } from '../src/api/session.ts';
import { sessionPair } from '../src/http/session-cookie.ts';
import { type Role, roles } from '../src/registry/post.ts';
import { openSession } from '../src/services/accounts/sessions.ts';
import { endpoints } from './endpoints.ts';
import { storeHiddenWorld } from './hidden-world.ts';
import { planText } from './plan-text.ts';
import { Client, type RunningServer } from './running-server.ts';

/** These would end the sessions that ask; streams do not end. */
const left: readonly Endpoint[] = [signOut, endOtherSessions, endSession];
export const askedEndpoints = endpoints.filter((one) => !left.includes(one) && !one.path.endsWith('/events'));

/** Somebody of every role, signed in, and the ids of what there is to ask for. */
export type AskedWorld = { people: ReadonlyMap<Role, Client>; ids: string[] };

/** The hidden world, with what its own tests do not ask for. */
export async function storeAskedWorld(running: RunningServer): Promise<AskedWorld> {
  const { db } = running.database;
  const world = await storeHiddenWorld(db);
  await sql`update indicator set measure = 'level'`.execute(db);
  await sql`insert into regime_reporter (regime_id, position, agency_id) values (${world.ids.regime}, 1, 'so-a')`.execute(
    db,
  );
  const { documentId } = await running.officer.uploaded('Nghị quyết.txt', planText('15'));
  const others = Object.entries(world.ids).flatMap(([name, id]) => (name === 'author' ? [] : [id]));
  const people = new Map<Role, Client>();
  for (const role of roles) {
    const user = { id: world.people[role], name: role, email: `${role}@thu.vn` };
    const { token } = await openSession(running.app, user, { address: '127.0.0.1', device: 'test' });
    const client = new Client(running.url);
    client.cookie = sessionPair(running.app, token);
    people.set(role, client);
  }
  return { people, ids: ['thu', 'so-a', 'ubnd', ...others, documentId ?? '', 't1', 'n1'] };
}
