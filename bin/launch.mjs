// Runs what needs Node 24 where the Node on the PATH is older. Plain JavaScript for Node 18, nothing imported but Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const needed = 24;
const bundled = `${root}node_modules/node-${process.platform}-${process.arch}/bin/node`;

export const isNodeNewEnough = () => Number(process.versions.node.split('.')[0]) >= needed;

/** The Node that runs the program: this one, or the one that npm installed beside it. */
export function nodeProgram() {
  if (isNodeNewEnough()) return process.execPath;
  if (existsSync(bundled)) return bundled;
  throw new Error(
    `Cần Node ${needed} trở lên; máy này có ${process.version} và npm không có bản kèm theo cho ${process.platform}-${process.arch}.\n` +
      `Node ${needed} or later is needed; this machine has ${process.version}, and npm brought none for ${process.platform}-${process.arch}.`,
  );
}

/** Beside the packages: whoever may write there may change the program anyway. */
export const compiledFolder = `${root}node_modules/.cache/tiendo-compiled`;

/**
 * What this process and those it starts compile is kept for the next: loading the program takes less than half of the
 * time then. Where the folder cannot be written, all is compiled anew each time.
 */
export function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= compiledFolder;
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/** Ends with its exit code; its output is ours. Signals to us are passed on, and it does not outlive us. */
export function run(program, args, { env = process.env, stdio = 'inherit', cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio });
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * Where npm or our own launcher started us and is killed, nobody can reach us by their pid any more: then we end too,
 * in order, and the next start finds the port and the data folder free.
 */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event && !process.env.TIENDO_LAUNCHED) return;
  const above = parents();
  const timer = setInterval(() => {
    if (parents() === above) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}

/** Whoever started us, and who started them: npm puts a shell in between, which outlives it. */
function parents() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}
