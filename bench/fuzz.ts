import { parseArgs } from 'node:util';
import { type Fuzzed, fileOf, fuzz } from '../test/fuzz/fuzzing.ts';
import { seeds } from '../test/fuzz/seeds.ts';

/**
 * Damages files of every format and reads them one after another in one process:
 * `node bench/fuzz.ts --files 20000 [--from 0] [--only pdf]`. A defect is told with its number;
 * `--write NUMBER` puts that file out as it was.
 */
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    write: { type: 'string' },
  },
});

const all = (await seeds()).filter(({ name }) => name.endsWith(values.only));
if (values.write !== undefined) process.stdout.write(fileOf(all, Number(values.write)).bytes);
else await run();

async function run(): Promise<void> {
  const [from, files] = [Number(values.from), Number(values.files)];
  const numbers = Array.from({ length: files }, (_, at) => from + at);
  const start = performance.now();
  let [done, told] = [0, 0];
  const onFile = (fuzzed: Fuzzed): void => {
    done += 1;
    for (const { seed, number, what } of fuzzed.defects.slice(told))
      process.stdout.write(`DEFECT ${seed} ${number}: ${what}\n`);
    told = fuzzed.defects.length;
    if (done % 500 === 0)
      process.stdout.write(
        `${done} files, ${fuzzed.defects.length} defects, ${seconds(start)} s, ${fuzzed.memory.toFixed(0)} MiB at most\n`,
      );
  };
  const fuzzed = await fuzz(all, numbers, onFile);
  process.stdout.write(`${files} files of ${all.length} seeds in ${seconds(start)} s\n`);
  for (const [outcome, count] of [...fuzzed.outcomes].sort((a, b) => b[1] - a[1]))
    process.stdout.write(`  ${outcome.padEnd(24)} ${count}\n`);
  const { slowest, hungriest, memory, defects } = fuzzed;
  process.stdout.write(
    `  slowest: ${slowest.amount.toFixed(1)} s of computing (${slowest.seed} ${slowest.number})\n` +
      `  most memory for a file: ${hungriest.amount.toFixed(0)} MiB (${hungriest.seed} ${hungriest.number}); whole process: ${memory.toFixed(0)} MiB\n`,
  );
  process.exitCode = defects.length > 0 ? 1 : 0;
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(0);
}
