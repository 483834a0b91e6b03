import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../src/outside/embedded-postgres.ts';
import type { Engine } from './engines.ts';
import { maxConnections } from './engines-setup.ts';

/** The embedded PostgreSQL brings no program that copies a running cluster. */
const binaries = '/usr/lib/postgresql/15/bin';
export const hasReplicas = existsSync(join(binaries, 'pg_basebackup'));

export type StreamingReplica = { url: (database: string) => string; stop: () => Promise<void> };

/** A second server beside the engine's, copied while it runs, that follows it from then on. */
export async function startReplicaOf(engine: Engine): Promise<StreamingReplica> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tiendo-')));
  const cluster = join(folder, 'postgres');
  const options = ['--pgdata', cluster, '--dbname', engine.adminUrl, '--write-recovery-conf', '--checkpoint', 'fast'];
  await promisify(execFile)(join(binaries, 'pg_basebackup'), [...options, '--no-sync']);
  // The engine's own socket lies in its folder, whose lock was copied along.
  await rm(join(cluster, '.s.PGSQL.5432.lock'), { force: true });
  const settings = { max_connections: maxConnections, hot_standby: 'on', fsync: 'off' };
  const server = await startPostgres({ binaries: { folder: binaries }, folder, settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
