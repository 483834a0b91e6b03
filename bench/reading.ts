import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openFile } from '../src/files/open.ts';
import { type Annotation, annotationOf } from '../src/reading/annotation.ts';
import { readDocument } from '../src/reading/document.ts';
import { f1, score } from '../test/scoring.ts';
import { reportCalibration } from './calibration.ts';
import { measureDocx } from './docx-ratio.ts';

/**
 * How fast and how well documents are read: each in a process of its own, first read after start (cold) and the median of
 * the next ones (warm). A .docx is also set against unzipping and parsing its XML alone, in the same process.
 */
type Measured = {
  cold: number;
  warm: number;
  megabytes: number;
  peak: number;
  targets: number;
  tasks: number;
  ratio: number | undefined;
  annotation: Annotation;
};

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared');

const one = process.argv[2];
if (one === undefined) {
  report();
  reportCalibration();
} else process.stdout.write(JSON.stringify(measure(one)));

function measure(path: string): Measured {
  const bytes = readFileSync(path);
  const name = basename(path);
  const times = Array.from({ length: 6 }, () => {
    const start = performance.now();
    readDocument(openFile(bytes, name));
    return performance.now() - start;
  });
  const [cold = 0, ...rest] = times;
  const source = openFile(bytes, name);
  const reading = readDocument(source);
  const docx = name.endsWith('.docx') ? measureDocx(bytes) : undefined;
  return {
    cold,
    warm: rest.toSorted((a, b) => a - b)[2] ?? 0,
    megabytes: bytes.length / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    targets: reading.targets.length,
    tasks: reading.tasks.length,
    ratio: docx && docx.openMs / docx.parseMs,
    annotation: annotationOf(source, reading, name),
  };
}

function report(): void {
  const row = (cells: string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.slice(0, 42).padEnd(42) : cell.padStart(8))).join(' ');
  process.stdout.write(
    `${row(['document', 'cold s', 'warm s', 'MB/s', 'peak MB', 'targets', 'tasks', 'T F1', 'T exact', 'N F1', 'doc', 'x XML'])}\n`,
  );
  for (const { path, gold } of documents()) {
    const result = JSON.parse(
      execFileSync(process.execPath, [import.meta.filename, path], {
        encoding: 'utf8',
        maxBuffer: 1e9,
        timeout: 120_000,
      }),
    ) as Measured;
    const marks = gold && score(JSON.parse(readFileSync(gold, 'utf8')) as Annotation, result.annotation);
    process.stdout.write(
      `${row([
        basename(path),
        (result.cold / 1000).toFixed(3),
        (result.warm / 1000).toFixed(3),
        (result.megabytes / (result.warm / 1000)).toFixed(2),
        result.peak.toFixed(0),
        String(result.targets),
        String(result.tasks),
        ...(marks
          ? [
              f1(marks.targets).toFixed(3),
              f1(marks.targetsExact).toFixed(3),
              f1(marks.tasks).toFixed(3),
              `${marks.document.agreed}/${marks.document.of}`,
            ]
          : ['-', '-', '-', '-']),
        result.ratio?.toFixed(1) ?? '-',
      ])}\n`,
    );
  }
}

function documents(): { path: string; gold: string | undefined }[] {
  const own = readdirSync(join(root, 'samples'))
    .filter((name) => /\.(?:txt|docx)$/.test(name))
    .sort();
  const samples = own.map((name) => {
    const gold = join(root, 'test/gold/samples', name.replace(/txt$/, 'json'));
    return { path: join(root, 'samples', name), gold: name.endsWith('.txt') && existsSync(gold) ? gold : undefined };
  });
  if (!existsSync(shared)) {
    process.stdout.write('The real documents are not here: only the demo province is measured.\n');
    return samples;
  }
  const inFolder = (folder: string, golds: string, pattern: RegExp) =>
    readdirSync(join(shared, folder))
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => {
        const gold = join(shared, golds, `${name.slice(0, 3)}.json`);
        return { path: join(shared, folder, name), gold: name.endsWith('.txt') && existsSync(gold) ? gold : undefined };
      });
  return [
    ...inFolder('documents', 'gold', /\.txt$/),
    ...inFolder('documents/others', 'gold/others', /\.txt$/),
    ...inFolder('documents/files/word', 'gold', /\.docx$/),
    ...samples,
  ];
}
