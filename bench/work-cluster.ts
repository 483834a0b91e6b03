import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/outside/embedded-postgres.ts';
import { findEmbeddedBinaries } from '../src/outside/postgres-binaries.ts';

/** Debian's folder of the oldest server we promise to run on. */
const debianBinaries = '/usr/lib/postgresql/15/bin';

export type Cluster = { name: string; url: string; folder: string; stop: () => Promise<void> };

/**
 * As a server of its own is set up for a country's work; what is measured waits for the disk as it would there. All of it fills about
 * 8 GB of the disk and 4 GB of memory.
 */
const settings = {
  shared_buffers: '2GB',
  maintenance_work_mem: '512MB',
  work_mem: '16MB',
  max_wal_size: '3GB',
  max_parallel_maintenance_workers: '2',
  random_page_cost: '1.1',
};

/** The server of DATABASE_URL, whose database must be empty; else one of Debian's PostgreSQL 15, else of the embedded one. */
export async function openCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
  const away = () => rm(folder, { recursive: true, force: true });
  const url = process.env.DATABASE_URL;
  if (url) return { name: 'the server of DATABASE_URL', url, folder, stop: away };
  const debian = existsSync(debianBinaries) ? { folder: debianBinaries } : undefined;
  const binaries = debian ?? (await findEmbeddedBinaries());
  if (!binaries) throw new Error('There is no PostgreSQL on this machine: give one with DATABASE_URL.');
  const server = await startPostgres({ binaries, folder, settings });
  return {
    name: debian ? 'PostgreSQL 15 of Debian' : 'embedded PostgreSQL',
    url: server.url('postgres'),
    folder,
    stop: async () => {
      await server.stop();
      await away();
    },
  };
}
