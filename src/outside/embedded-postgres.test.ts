import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts';
import { findEmbeddedBinaries } from './postgres-binaries.ts';

const binaries = await findEmbeddedBinaries();
if (!binaries) console.warn('LEFT OUT: the tests of the embedded database, which this kind of machine does not have.');

/** A process that starts the database, writes rows without end, and is killed in the middle of it. */
async function killWhileWriting(folder: string): Promise<number> {
  const here = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script = `
    const { startPostgres } = await import(${here('./embedded-postgres.ts')});
    const { findEmbeddedBinaries } = await import(${here('./postgres-binaries.ts')});
    const pg = (await import(${JSON.stringify(import.meta.resolve('pg'))})).default;
    const server = await startPostgres({ binaries: await findEmbeddedBinaries(), folder: ${JSON.stringify(folder)} });
    const client = new pg.Client(server.url('postgres'));
    await client.connect();
    await client.query('create table if not exists pair (a int, b int)');
    for (let n = 1; ; n++) {
      await client.query('begin');
      await client.query('insert into pair values ($1)', [n]);
      await client.query('update pair set b = a where a = $1', [n]);
      await client.query('commit');
      if (n === 20) console.log(server.pid);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no output');
  const [pid] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return Number(pid.toString());
}

async function query<Row extends pg.QueryResultRow>(server: RunningPostgres, text: string): Promise<Row[]> {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(!binaries)('the embedded database', () => {
  let folder: string;
  const start = async (path: string) => startPostgres({ binaries: binaries ?? { folder: '' }, folder: path });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-postgres-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('starts after its program was killed, with every committed row and no half one', async () => {
    for (let round = 0; round < 2; round++) {
      const left = await killWhileWriting(folder);
      const server = await start(folder);
      expect(server.pid).not.toBe(left);
      const [found] = await query<{ whole: number; half: number }>(
        server,
        'select count(b)::int as whole, count(*) filter (where b is null)::int as half from pair',
      );
      await server.stop();
      expect(found?.half).toBe(0);
      expect(found?.whole).toBeGreaterThanOrEqual(20 * (round + 1));
    }
  });

  it('starts where the file of a killed server names a pid that has become another process', async () => {
    const left = await killWhileWriting(folder);
    process.kill(left, 'SIGKILL');
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));
    const server = await start(folder);
    await server.stop();
  });

  it('knows Vietnamese letters and their order', async () => {
    const server = await start(folder);
    const rows = await query(
      server,
      `select lower('ĐẢNG') as lower, string_agg(w, ' ' order by w collate "vi-x-icu") as sorted
       from unnest(array['đ', 'e', 'd', 'ă', 'a', 'â']) as w`,
    );
    await server.stop();
    expect(rows).toEqual([{ lower: 'đảng', sorted: 'a ă â d đ e' }]);
  });

  it('starts in a folder closed to others and deeper than a socket path may be', async () => {
    await chmod(folder, 0o700);
    const server = await start(join(folder, 'một thư mục sâu '.repeat(8).trim()));
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('starts from a checkout closed to others', async () => {
    const checkout = join(folder, 'native');
    await cp(join(binaries?.folder ?? '', '..'), checkout, { recursive: true, verbatimSymlinks: true });
    await chmod(folder, 0o700);
    const server = await startPostgres({ binaries: { folder: join(checkout, 'bin') }, folder: join(folder, 'data') });
    await server.stop();
  });

  it('ends a transaction that is open when it is stopped, and says when it is gone', async () => {
    const server = await start(folder);
    const client = new pg.Client(server.url('postgres'));
    const errors: Error[] = [];
    client.on('error', (error) => errors.push(error));
    const ended = new Promise<void>((resolve) => client.on('end', () => resolve()));
    await client.connect();
    await client.query('begin');
    await server.stop();
    await server.gone;
    await ended;
    expect(errors).not.toEqual([]);
  });
});
