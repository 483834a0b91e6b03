import { hostname } from 'node:os';
import { type RawBuilder, sql } from 'kysely';
import type { LiveServer } from '../registry/operation.ts';
import { type Db, newClient } from './database.ts';

/**
 * A server that runs has a number and holds a lock of that number on a connection of its own. The lock goes with the connection, so
 * whoever asks knows at once which servers are no more, and no clock is trusted.
 */
export type HeldServer = { number: number; end: () => Promise<void> };

const calledServer = 'tiendo server ';

/** Any number, the same for all servers of one database. */
const lockClass = 7_346_502;

/** @param number is kept where the connection was lost and is made again */
export async function holdServer(db: Db, number: number | undefined, lost: () => void): Promise<HeldServer> {
  const client = newClient(db);
  let ended = false;
  const onEnd = () => {
    if (ended) return;
    ended = true;
    client.end().catch(() => undefined);
    lost();
  };
  client.on('error', onEnd).on('end', onEnd);
  try {
    await client.connect();
    // A machine that lost its power says nothing: it is given up within half a minute.
    // Who looks at the database, too, sees which server it is.
    const name = `${calledServer}${hostname()} ${process.pid}`.slice(0, 63);
    await client.query("select set_config('application_name', $1, false)", [name]);
    await client.query('set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3');
    const { rows } = await client.query<{ number: number }>(
      "select number, pg_advisory_lock($1, number) from (select coalesce($2, nextval('server_number'))::int as number) n",
      [lockClass, number ?? null],
    );
    const own = rows[0]?.number;
    if (own === undefined) throw new Error('no number for this server');
    return {
      number: own,
      end: async () => {
        ended = true;
        await client.end();
      },
    };
  } catch (error) {
    ended = true;
    client.end().catch(() => undefined);
    throw error;
  }
}

/** Whether any server works with this database now. */
export async function serversRun(db: Db): Promise<boolean> {
  const { rows } =
    await sql`select from pg_locks where locktype = 'advisory' and classid = ${sql.lit(lockClass)} and granted
    and database = (select oid from pg_database where datname = current_database()) limit 1`.execute(db);
  return rows.length > 0;
}

/** Those that run, as long as they have held their number; a server whose connection broke begins anew. */
export async function listServers(db: Db): Promise<Omit<LiveServer, 'here'>[]> {
  const { rows } = await sql<{ number: number; name: string; since: Date }>`
    select l.objid::int as number, coalesce(a.application_name, '') as name, coalesce(a.backend_start, now()) as since
    from pg_locks l left join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.classid = ${sql.lit(lockClass)} and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
    order by number`.execute(db);
  return rows.map(({ number, name, since }) => ({
    number,
    name: name.startsWith(calledServer) ? name.slice(calledServer.length) : '',
    since: since.toISOString(),
  }));
}

/** Whether the server of a number still runs; of none, it does not. */
export const serverRuns = (number: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  select from pg_locks l where l.locktype = 'advisory' and l.classid = ${sql.lit(lockClass)} and l.objid = ${number}::int::oid and l.granted
    and l.database = (select oid from pg_database where datname = current_database()))`;
