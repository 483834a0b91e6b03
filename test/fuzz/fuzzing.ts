import type { ChildProcess } from 'node:child_process';
import { startBeside } from '../../src/services/beside.ts';
import { damaged, randomFrom } from './damage.ts';
import type { Judgement } from './judging-process.ts';
import type { Seed } from './seeds.ts';

/**
 * What one file may take: seconds of computing, and memory beyond what there was before, in MiB. Programs that are asked
 * for help (LibreOffice, Tesseract) have limits of their own; `waited` is for a process that says nothing any more.
 */
const most = { seconds: 5, growth: 1024, waited: 300, memory: 3072 };

export type Fuzzed = {
  /** What came of the files: "read" or the code of the refusal, and how often. */
  outcomes: Map<string, number>;
  /** What must not be, with what makes the file again. */
  defects: { seed: string; number: number; what: string }[];
  slowest: Worst;
  /** By how much the process grew over one file, in MiB. */
  hungriest: Worst;
  /** Largest memory of the process over all files, in MiB. */
  memory: number;
};

type Worst = { seed: string; number: number; amount: number };

/** Old Word files take LibreOffice a second or two: one file in a hundred is one. */
const isSlow = ({ bytes }: Seed): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** The damaged copy with this number of one of the seeds: the same every time. */
export function fileOf(seeds: readonly Seed[], number: number): Seed {
  const random = randomFrom(number);
  const [slow, quick] = [seeds.filter(isSlow), seeds.filter((seed) => !isSlow(seed))];
  const isOld = slow.length > 0 && (quick.length === 0 || random() < 0.01);
  const chosen = isOld ? slow : quick;
  const seed = chosen[Math.floor(random() * chosen.length)];
  if (!seed) throw new Error('no seeds');
  return { name: seed.name, bytes: damaged(seed.bytes, random) };
}

/** Reads damaged files one after another in a process of their own, and judges what comes of them. */
export async function fuzz(
  seeds: readonly Seed[],
  numbers: Iterable<number>,
  onFile: (fuzzed: Fuzzed) => void = () => undefined,
): Promise<Fuzzed> {
  const none = { seed: '', number: 0, amount: 0 };
  const fuzzed: Fuzzed = { outcomes: new Map(), defects: [], slowest: none, hungriest: none, memory: 0 };
  let child = startJudging();
  for (const number of numbers) {
    const file = fileOf(seeds, number);
    const judgement = await ask(child, file);
    if (judgement.outcome === 'died') {
      child.kill('SIGKILL');
      child = startJudging();
    }
    count(fuzzed, { seed: file.name, number }, judgement);
    onFile(fuzzed);
  }
  child.kill('SIGKILL');
  return fuzzed;
}

function count(fuzzed: Fuzzed, file: { seed: string; number: number }, judgement: Judgement): void {
  const { outcome, defect, seconds, growth, memory } = judgement;
  fuzzed.outcomes.set(outcome, (fuzzed.outcomes.get(outcome) ?? 0) + 1);
  if (defect !== undefined) fuzzed.defects.push({ ...file, what: defect });
  if (seconds > most.seconds) fuzzed.defects.push({ ...file, what: `${seconds.toFixed(1)} s of computing` });
  if (growth > most.growth) fuzzed.defects.push({ ...file, what: `${growth.toFixed(0)} MiB more` });
  fuzzed.slowest = worse(fuzzed.slowest, { ...file, amount: seconds });
  fuzzed.hungriest = worse(fuzzed.hungriest, { ...file, amount: growth });
  fuzzed.memory = Math.max(fuzzed.memory, memory);
}

const worse = (one: Worst, other: Worst): Worst => (other.amount > one.amount ? other : one);

const startJudging = (): ChildProcess =>
  startBeside(new URL('./judging-process.ts', import.meta.url), {
    memoryMebibytes: most.memory,
    env: process.env,
    execArgv: [],
  });

/** A process that does not answer, or dies, is a defect as well. */
function ask(child: ChildProcess, file: Seed): Promise<Judgement> {
  return new Promise((resolve) => {
    const died = (defect: string): void => done({ outcome: 'died', defect, seconds: 0, growth: 0, memory: 0 });
    const onExit = (code: number | null, signal: string | null): void => died(`the process ended: ${signal ?? code}`);
    const timer = setTimeout(() => died(`no answer for ${most.waited} s`), most.waited * 1000);
    const done = (judgement: Judgement): void => {
      clearTimeout(timer);
      child.off('message', done).off('exit', onExit);
      resolve(judgement);
    };
    child.on('message', done).on('exit', onExit);
    child.send(file);
  });
}
