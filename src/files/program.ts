import { type ChildProcess, spawn } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type ObservedProgram, observed } from '../values/observed.ts';
import { Refusal } from '../values/refusal.ts';

export type ProgramRun = {
  env: NodeJS.ProcessEnv;
  folder?: string;
  /** What it reads; without it, it is given nothing and what it writes is not kept. */
  input?: Uint8Array | 'nothing';
  seconds: number;
  signal?: AbortSignal | undefined;
};

const programs = channel(observed.program);

/**
 * Runs another program to its end; whether its exit code says anything is for the caller to judge. It never outlives its
 * time, not even where this process is gone before it.
 * @throws Refusal importCancelled, fileTakesTooLong
 */
export async function runProgram(program: string, args: readonly string[], asked: ProgramRun): Promise<ProgramEnd> {
  const begun = performance.now();
  let failed = true;
  try {
    const end = await run(program, args, asked);
    failed = end.code !== 0;
    return end;
  } finally {
    const ms = performance.now() - begun;
    const told = { program: basename(program), begun: performance.timeOrigin + begun, ms, failed };
    if (programs.hasSubscribers) programs.publish(told satisfies ObservedProgram);
  }
}

type ProgramEnd = { code: number | null; output: string };

function run(
  program: string,
  args: readonly string[],
  { env, folder, input, seconds, signal }: ProgramRun,
): Promise<ProgramEnd> {
  if (signal?.aborted) return Promise.reject(new Refusal('importCancelled'));
  // The program may start others. With "timeout" around they also end where this process is gone before them.
  const guard = '/usr/bin/timeout';
  const [command, all] = existsSync(guard)
    ? [guard, ['--signal=KILL', String(seconds + 5), program, ...args]]
    : [program, args];
  const child = spawn(command, all, {
    ...(folder !== undefined && { cwd: folder }),
    env,
    stdio: input === undefined ? 'ignore' : ['pipe', 'pipe', 'ignore'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  // It may end before it has taken everything; what counts is how it ends.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input === 'nothing' ? undefined : input);
  return new Promise((resolve, reject) => {
    const stop = (refusal: Refusal): void => {
      killTree(child);
      reject(refusal);
    };
    const onAbort = (): void => stop(new Refusal('importCancelled'));
    const timer = setTimeout(() => stop(new Refusal('fileTakesTooLong', { seconds })), seconds * 1000);
    signal?.addEventListener('abort', onAbort, { once: true });
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    child.once('error', (error) => done(() => reject(error)));
    child.once('close', (code) => done(() => resolve({ code, output: Buffer.concat(parts).toString('utf8') })));
  });
}

/** The process and those it started: they are a group of their own. */
function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
