import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { engines, freshDatabase } from '../engines.ts';
import { storeHiddenWorld } from '../hidden-world.ts';

const run = promisify(execFile);
const tools = '/usr/lib/postgresql/15/bin';
const server = engines.filter(({ name }) => name === 'PostgreSQL 15 server' && existsSync(join(tools, 'pg_dump')));
if (server.length === 0)
  console.warn('LEFT OUT: the test with pg_dump of PostgreSQL 15, which this machine does not have.');

/** But for brackets, which PostgreSQL sets anew, and for words that are new in each dump. */
async function everything(url: string): Promise<string[]> {
  const { stdout } = await run(join(tools, 'pg_dump'), ['--inserts', url], { maxBuffer: 100_000_000 });
  return stdout.split('\n').flatMap((line) => (/^\\(un)?restrict /.test(line) ? [] : [line.replace(/[()]/g, '')]));
}

/** What operators know, and what pg_upgrade is built on: it loads with no schema to look names up in. */
describe.each(server)("PostgreSQL's own tools, on $name", (engine) => {
  it('take the whole database out and put it in again, rows and form', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiendo-dump-'));
    const from = await freshDatabase(engine);
    await storeHiddenWorld(from.db);
    const to = await freshDatabase(engine, 'template0');
    const file = join(folder, 'dump');
    await run(join(tools, 'pg_dump'), ['--format=custom', `--file=${file}`, from.url]);
    await run(join(tools, 'pg_restore'), ['--exit-on-error', `--dbname=${to.url}`, file]);
    const [before, after] = [await everything(from.url), await everything(to.url)];
    expect(before.length).toBeGreaterThan(1000);
    expect(after).toEqual(before);
    await Promise.all([from.drop(), to.drop(), rm(folder, { recursive: true })]);
  });
});
