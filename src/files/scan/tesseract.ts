import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal } from '../../values/refusal.ts';
import { fileOf, type Grey } from './grey.ts';

/** Where Tesseract stands when it is not on the PATH. */
const usualPlaces = [
  '/usr/bin/tesseract',
  '/usr/local/bin/tesseract',
  '/opt/homebrew/bin/tesseract',
  'C:\\Program Files\\Tesseract-OCR\\tesseract.exe',
];

const allPlaces = (): string[] => [
  ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'tesseract')),
  ...usualPlaces,
];

/** A page takes one to three seconds; one that takes longer than this keeps it busy for good. */
const pageSeconds = 60;

/** Found once; what is missing is looked for again, for it may be installed meanwhile. */
let found: string | undefined;

/**
 * The program that recognises letters.
 * @throws Refusal where it, or its knowledge of Vietnamese, is not installed
 */
export async function findTesseract(places?: readonly string[]): Promise<string> {
  if (found !== undefined && !places) return found;
  const program = (places ?? allPlaces()).find((place) => existsSync(place));
  if (program === undefined) throw new Refusal('recognitionMissing', { what: 'tesseract' });
  const languages = await run(program, ['--list-langs'], undefined, 10);
  if (!/^vie$/m.test(languages.replaceAll('\r', ''))) throw new Refusal('recognitionMissing', { what: 'vie' });
  found = program;
  return program;
}

/**
 * The words of a picture that holds one column of text, as Tesseract writes them down (hOCR).
 * @throws Refusal importCancelled, fileTakesTooLong
 */
export const recognised = (program: string, grey: Grey, dpi: number, signal?: AbortSignal): Promise<string> =>
  run(
    program,
    ['stdin', 'stdout', '-l', 'vie', '--psm', '6', '--dpi', String(Math.round(dpi)), '-c', 'tessedit_create_hocr=1'],
    fileOf(grey),
    pageSeconds,
    signal,
  );

/** Resolves to what the program writes. It never outlives its time, not even where this process is gone before it. */
function run(
  program: string,
  args: readonly string[],
  input: Uint8Array | undefined,
  seconds: number,
  signal?: AbortSignal,
): Promise<string> {
  if (signal?.aborted) return Promise.reject(new Refusal('importCancelled'));
  const guard = '/usr/bin/timeout';
  const [command, all] = existsSync(guard)
    ? [guard, ['--signal=KILL', String(seconds + 5), program, ...args]]
    : [program, args];
  const child = spawn(command, all, {
    // One page takes one core; pages are recognised side by side.
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  // It may end before it has taken everything; what counts is how it ends.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
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
    child.once('close', (code) =>
      done(() =>
        code === 0
          ? resolve(Buffer.concat(parts).toString('utf8'))
          : reject(new Error(`${program} ended with ${code}`)),
      ),
    );
  });
}

/** The program and the guard around it: they are a group of their own. */
function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
