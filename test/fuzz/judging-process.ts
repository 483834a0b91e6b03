import { openText } from '../../src/files/text/text.ts';
import { endWithServer } from '../../src/services/beside.ts';
import { type FoundInFile, findInFile } from '../../src/services/read-file.ts';
import { Refusal } from '../../src/values/refusal.ts';
import type { Seed } from './seeds.ts';

/** What comes of a file: "read" or the code of a refusal, what must not be, and what it took (seconds, MiB). */
export type Judgement = { outcome: string; defect?: string; seconds: number; growth: number; memory: number };

endWithServer();

// As in the reading process.
process.on('unhandledRejection', () => undefined);

process.on('message', async (file: Seed) => {
  process.send?.(await judged(file));
});

/** Other programs on the machine do not count: time is what this process computes, with all its threads. */
async function judged(file: Seed): Promise<Judgement> {
  const [before, peakBefore] = [mebibytes(process.memoryUsage.rss()), peak()];
  const start = process.cpuUsage();
  const judgement = await outcomeOf(file);
  const { user, system } = process.cpuUsage(start);
  const now = mebibytes(process.memoryUsage.rss());
  // A growth that stays below an earlier peak leaves no trace there, and is small.
  const highest = peak() > peakBefore ? peak() : now;
  return { ...judgement, seconds: (user + system) / 1e6, growth: Math.max(0, highest - before), memory: peak() };
}

const mebibytes = (bytes: number): number => bytes / 1024 / 1024;

const peak = (): number => process.resourceUsage().maxRSS / 1024;

const quiet = { stage: () => undefined, pages: () => undefined };

async function outcomeOf({ name, bytes }: Seed): Promise<{ outcome: string; defect?: string }> {
  try {
    const file = { bytes, fileName: name, maxFileBytes: 50_000_000 };
    const defect = misplaced(await findInFile(file, quiet, new AbortController().signal), bytes);
    return { outcome: 'read', ...(defect !== undefined && { defect }) };
  } catch (error) {
    if (error instanceof Refusal)
      return {
        outcome: error.code,
        ...(error.code === 'fileTakesTooLong' && { defect: JSON.stringify(error.detail) }),
      };
    return { outcome: 'crash', defect: String(error instanceof Error ? error.stack : error) };
  }
}

/** A finding whose words are not in its place, or a span outside the text. */
function misplaced({ text, reading, annotation }: FoundInFile, bytes: Uint8Array): string | undefined {
  const points = [...(annotation.text ?? openText(bytes, 'txt').original?.text ?? text)];
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
