import { openText } from '../../src/files/text/text.ts';
import type { FoundInFile } from '../../src/services/read-file.ts';
import { type Reader, startReader, usualReaderLimits } from '../../src/services/reader.ts';
import { Refusal } from '../../src/values/refusal.ts';
import { damaged, randomFrom } from './damage.ts';
import type { Seed } from './seeds.ts';

/** What one file may take: computing time of this process, in seconds, and memory beyond what it had before, in MiB. */
const most = { seconds: 5, growth: 1024 };

export type Fuzzed = {
  /** What came of the files: "read" or the code of the refusal, and how often. */
  outcomes: Map<string, number>;
  /** What must not be, with what makes the file again. */
  defects: { seed: string; number: number; what: string }[];
  slowest: Worst;
  /** By how much the process grew over the file, in MiB. */
  hungriest: Worst;
  /** Largest memory of the process, in MiB. */
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

/** Reads damaged files in the reading thread, as the server does and with its limits, and judges what comes of them. */
export async function fuzz(
  seeds: readonly Seed[],
  numbers: Iterable<number>,
  onFile: (fuzzed: Fuzzed) => void = () => undefined,
): Promise<Fuzzed> {
  const reader = startReader({ ...usualReaderLimits, threads: 1 });
  const none = { seed: '', number: 0, amount: 0 };
  const fuzzed: Fuzzed = { outcomes: new Map(), defects: [], slowest: none, hungriest: none, memory: 0 };
  try {
    await reader.find(warmUp);
    for (const number of numbers) {
      const file = fileOf(seeds, number);
      const { result, seconds, growth, peak } = await measured(() => judge(reader, file));
      const { outcome, defect } = result;
      fuzzed.outcomes.set(outcome, (fuzzed.outcomes.get(outcome) ?? 0) + 1);
      const tooMuch = [
        ...(seconds > most.seconds ? [`${seconds.toFixed(1)} s of computing`] : []),
        ...(growth > most.growth ? [`${growth.toFixed(0)} MiB more`] : []),
      ];
      for (const what of [...(defect === undefined ? [] : [defect]), ...tooMuch])
        fuzzed.defects.push({ seed: file.name, number, what });
      fuzzed.slowest = worse(fuzzed.slowest, { seed: file.name, number, amount: seconds });
      fuzzed.hungriest = worse(fuzzed.hungriest, { seed: file.name, number, amount: growth });
      fuzzed.memory = Math.max(fuzzed.memory, peak);
      onFile(fuzzed);
    }
    return fuzzed;
  } finally {
    await reader.close();
  }
}

const warmUp = { bytes: new TextEncoder().encode('KẾ HOẠCH'), fileName: 'a.txt', maxFileBytes: 1000 };

const worse = (one: Worst, other: Worst): Worst => (other.amount > one.amount ? other : one);

/** Other programs on the machine do not count: time is what this process computes, with all its threads. */
async function measured<T>(work: () => Promise<T>) {
  const before = memory();
  let peak = before;
  const look = (): void => {
    peak = Math.max(peak, memory());
  };
  const looking = setInterval(look, 10);
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  clearInterval(looking);
  look();
  return { result, seconds: (user + system) / 1e6, growth: peak - before, peak };
}

const memory = (): number => process.memoryUsage.rss() / 1024 / 1024;

/** A file is read, with every finding in its place, or refused for what it is: not for taking too much. */
async function judge(reader: Reader, file: Seed): Promise<{ outcome: string; defect?: string }> {
  try {
    const found = await reader.find({ bytes: file.bytes, fileName: file.name, maxFileBytes: 50_000_000 });
    const defect = misplaced(found, file);
    return { outcome: 'read', ...(defect !== undefined && { defect }) };
  } catch (error) {
    if (!(error instanceof Refusal))
      return { outcome: 'crash', defect: String(error instanceof Error ? error.stack : error) };
    const isTooMuch = error.code === 'fileTakesTooLong' || error.detail.what === 'memory';
    return { outcome: error.code, ...(isTooMuch && { defect: `${error.code} ${JSON.stringify(error.detail)}` }) };
  }
}

function misplaced({ text, reading, annotation }: FoundInFile, file: Seed): string | undefined {
  const own = annotation.text ?? openText(file.bytes, 'txt').original?.text ?? text;
  const points = [...own];
  const places = [
    ...annotation.targets.map(({ quote, start, end }) => ({ quote, start, end })),
    ...annotation.targets.map(({ valueQuote: quote, valueStart: start, valueEnd: end }) => ({ quote, start, end })),
    ...annotation.tasks.map(({ quote, start, end }) => ({ quote, start, end })),
  ];
  const wrong = places.find(
    ({ quote, start, end }) => quote !== undefined && points.slice(start, end).join('') !== quote,
  );
  if (wrong) return `a finding's words are not in its place: ${JSON.stringify(wrong)}`;
  const spans = [...reading.targets, ...reading.tasks].map(({ span }) => span);
  const outside = [...spans, ...reading.notes.flatMap(({ span }) => span ?? [])].find(
    ({ start, end }) => start < 0 || end <= start || end > text.length,
  );
  return outside && `a span outside the text: ${JSON.stringify(outside)}`;
}
