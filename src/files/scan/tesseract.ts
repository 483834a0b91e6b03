import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal } from '../../values/refusal.ts';
import { runProgram } from '../program.ts';
import { fileOf, type Grey } from './grey.ts';
import { type QuarterTurn, turnIn } from './upright.ts';

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

/** How a page lies; undefined where it is level, says too little, or Tesseract has no data to tell it (Debian's package has). */
export async function turnOf(
  program: string,
  grey: Grey,
  dpi: number,
  signal?: AbortSignal,
): Promise<QuarterTurn | undefined> {
  const args = ['stdin', 'stdout', '-l', 'osd', '--psm', '0', '--dpi', String(Math.round(dpi))];
  const { code, output } = await runProgram(program, args, {
    ...oneCore(),
    input: fileOf(grey),
    seconds: pageSeconds,
    signal,
  });
  return code === 0 ? turnIn(output) : undefined;
}

/** One page takes one core; pages are recognised side by side. */
const oneCore = (): { env: NodeJS.ProcessEnv } => ({ env: { ...process.env, OMP_THREAD_LIMIT: '1' } });

/** Resolves to what the program writes. */
async function run(
  program: string,
  args: readonly string[],
  input: Uint8Array | undefined,
  seconds: number,
  signal?: AbortSignal,
): Promise<string> {
  const { code, output } = await runProgram(program, args, {
    ...oneCore(),
    input: input ?? 'nothing',
    seconds,
    signal,
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return output;
}
