import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chown, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; there it runs as the account `postgres` where the machine has one, else `nobody`. */
export type Account = { uid: number; gid: number };

/** Undefined where we are an ordinary user: everything then runs as ourselves. */
export async function databaseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  // A uid without an entry in passwd is refused by initdb.
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = entries.find(([name]) => name === 'postgres') ?? entries.find(([name]) => name === 'nobody');
  if (!entry) throw new Error('Started as root, PostgreSQL needs the account "postgres" or "nobody" in /etc/passwd.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Gives a whole folder to the account; one that has it already is left as it is. */
export async function giveTo(account: Account, path: string): Promise<void> {
  const found = await lstat(path);
  if (found.uid === account.uid && found.gid === account.gid) return;
  if (found.isDirectory()) for (const name of await readdir(path)) await giveTo(account, join(path, name));
  await chown(path, account.uid, account.gid);
}

/** True where everybody may walk down to the path, and so the account too. */
async function isReachable(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Walk down and read anywhere; a container often keeps it from root and leaves the stronger one that writes, too. */
const walkingRights = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

async function findWalkingRight(): Promise<string> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  const right = walkingRights.find(({ bit }) => (held >> bit) & 1n);
  if (right) return right.name;
  throw new Error(
    'The program lies in a folder that the database account cannot enter. Move it elsewhere, or start it as an ordinary user.',
  );
}

/**
 * Starts a program as the account. Below a folder that is closed to others (/root, a fresh mktemp -d) it gets the
 * capability to walk down that root has.
 * @param paths what the program must be able to reach beside itself
 */
export async function spawnAs(
  account: Account | undefined,
  program: string,
  args: string[],
  paths: string[],
  options: SpawnOptions,
): Promise<ChildProcess> {
  if (!account) return spawn(program, args, options);
  const reachable = await Promise.all([program, ...paths].map(isReachable));
  if (!reachable.includes(false)) return spawn(program, args, { ...options, ...account });
  const right = await findWalkingRight();
  const rights = [
    '--clear-groups',
    `--inh-caps=+${right}`,
    `--ambient-caps=+${right}`,
    // Without it the question "may I?" (access) is answered as if the capability were not there; initdb asks.
    '--securebits=+no_setuid_fixup',
  ];
  const as = [`--reuid=${account.uid}`, `--regid=${account.gid}`, ...rights, '--', program, ...args];
  return spawn('setpriv', as, options);
}
