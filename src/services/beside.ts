import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

type Beside = { memoryMebibytes: number; env: NodeJS.ProcessEnv; execArgv: string[] };

/**
 * Starts a process beside the server's, for work on files: one that takes too much memory, in Node or in native code, or
 * makes that fall, takes nothing else along.
 */
export function startBeside(program: URL, { memoryMebibytes, env, execArgv }: Beside): ChildProcess {
  const child = fork(fileURLToPath(program), [String(memoryMebibytes)], {
    serialization: 'advanced',
    env,
    execArgv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Whoever waits for its answer hears of its death, too; one that dies idle is only not used any more.
  child.on('error', () => undefined);
  child.unref();
  child.channel?.unref();
  return child;
}

/** Called by the process itself: it ends with the server, and where it takes more memory than it was given: so many bytes. */
export function endWithServer(): number {
  const limit = Number(process.argv[2]) * 1024 * 1024;
  new Worker(new URL('./memory-watch.ts', import.meta.url), { workerData: limit });
  process.on('disconnect', () => process.exit());
  // Ctrl+C in a terminal reaches the whole group; the server first ends what it has begun.
  process.on('SIGINT', () => undefined);
  return limit;
}
