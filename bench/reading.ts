import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openAnyFile } from '../src/files/open.ts';
import { openText } from '../src/files/text/text.ts';
import { type Annotation, annotationOf } from '../src/reading/annotation.ts';
import { readDocument } from '../src/reading/document.ts';
import { movedTo } from '../test/moved.ts';
import { scoreFigures, totalOf } from '../test/reading/past-figures.ts';
import { f1, fieldMean, score } from '../test/scoring.ts';
import { reportCalibration } from './calibration.ts';
import { documents, type Measurable } from './documents.ts';
import { measureDocx } from './docx-ratio.ts';
import { measurePdf } from './pdf-ratio.ts';
import { type PlainWay, plainText, plainWay } from './plain-way.ts';
import { tesseractAlone } from './scan-pages.ts';

/** What documents state of years gone by, against the lists made by hand (test/reading/past-figures). */
function reportFigures(): void {
  const scores = scoreFigures();
  if (!scores) return;
  const { precision, recall } = totalOf(scores);
  const read = scores.reduce((sum, one) => sum + one.read, 0);
  process.stdout.write(
    `\nPast figures of ${scores.length} lists: ${read} read, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  );
}

/**
 * How fast and how well documents are read: each in a process of its own, first read after start (cold) and the median of
 * the next ones (warm). Opening is set against the bare work (of a .docx: unzipping and parsing its XML; of a PDF: taking
 * the text out with pdf.js; of a scan: Tesseract on its pictures), and the whole against the plainest way without this
 * program: the text of mammoth, pdf.js or Tesseract searched for numbers with a unit. Scans are read once, on all cores;
 * `--askew` has them lie askew by a degree.
 */
type Measured = {
  cold: number;
  warm: number;
  pages: number | undefined;
  megabytes: number;
  peak: number;
  targets: number;
  tasks: number;
  bare: number | undefined;
  plain: PlainWay | undefined;
  marks: string[];
};

async function measure({ path, gold, goldOf, pages }: Measurable): Promise<Measured> {
  const bytes = readFileSync(path);
  const name = basename(path);
  const read = async () => {
    const start = performance.now();
    const source = await openAnyFile(bytes, name);
    return { source, reading: readDocument(source), ms: performance.now() - start };
  };
  const { source, reading, ms } = await read();
  const again: number[] = [];
  for (let run = 0; run < (pages ? 0 : 5); run++) again.push((await read()).ms);
  const peak = process.resourceUsage().maxRSS / 1024;
  const annotated = gold === undefined ? undefined : (JSON.parse(readFileSync(gold, 'utf8')) as Annotation);
  const marks =
    annotated && goldOf !== undefined ? movedTo(annotated, openText(readFileSync(goldOf), 'txt'), source) : annotated;
  const plain = name.endsWith('.doc')
    ? undefined
    : await plainWay(() => (pages ? tesseractAlone(pages) : plainText(bytes, name)), annotated, pages ? 1 : 3);
  return {
    cold: ms,
    warm: again.sort((a, b) => a - b)[2] ?? ms,
    pages: source.pages?.length,
    megabytes: bytes.length / 1e6,
    peak,
    targets: reading.targets.length,
    tasks: reading.tasks.length,
    bare: pages && plain ? ms / plain.ms : await ratioToBareWork(bytes, name),
    plain,
    marks: marks ? figures(marks, annotationOf(source, reading, name)) : ['-', '-', '-', '-', '-', '-'],
  };
}

async function ratioToBareWork(bytes: Uint8Array, name: string): Promise<number | undefined> {
  if (name.endsWith('.docx')) {
    const { openMs, parseMs } = measureDocx(bytes);
    return openMs / parseMs;
  }
  if (!name.endsWith('.pdf')) return undefined;
  const { openMs, textMs } = await measurePdf(bytes);
  return openMs / textMs;
}

function figures(gold: Annotation, read: Annotation): string[] {
  const marks = score(gold, read);
  return [
    f1(marks.targets).toFixed(3),
    f1(marks.targetsExact).toFixed(3),
    f1(marks.tasks).toFixed(3),
    fieldMean([marks], ({ taskFields }) => taskFields).toFixed(3),
    f1(marks.references).toFixed(3),
    `${marks.document.agreed}/${marks.document.of}`,
  ];
}

const titles = [
  ...['document', 'cold s', 'warm s', 's/page', 'MB/s', 'peak MB', 'targets', 'tasks'],
  ...['T F1', 'T exact', 'N F1', 'N fields', 'R F1', 'doc'],
  ...['x bare', 'plain s', 'x plain', 'numbers', 'of which T'],
];

const row = (cells: readonly string[]): string =>
  `${cells.map((cell, i) => (i === 0 ? cell.slice(0, 40).padEnd(40) : cell.padStart(Math.max(6, (titles[i] ?? '').length)))).join(' ')}\n`;

async function report(askew: number): Promise<void> {
  process.stdout.write(row(titles));
  for (const document of await documents(askew)) {
    const found = JSON.parse(
      execFileSync(process.execPath, [import.meta.filename, JSON.stringify(document)], {
        encoding: 'utf8',
        maxBuffer: 1e9,
        timeout: 600_000,
      }),
    ) as Measured;
    const { cold, warm, pages, megabytes, peak, targets, tasks, bare, plain, marks } = found;
    const inSeconds = (ms: number): string => (ms / 1000).toFixed(3);
    process.stdout.write(
      row([
        basename(document.path),
        inSeconds(cold),
        inSeconds(warm),
        pages === undefined ? '-' : inSeconds(warm / pages),
        (megabytes / (warm / 1000)).toFixed(2),
        peak.toFixed(0),
        String(targets),
        String(tasks),
        ...marks,
        bare?.toFixed(1) ?? '-',
        ...(plain
          ? [
              inSeconds(plain.ms),
              document.path.endsWith('.txt') ? '-' : (warm / plain.ms).toFixed(1),
              String(plain.matches),
              document.gold ? String(plain.found) : '-',
            ]
          : ['-', '-', '-', '-']),
      ]),
    );
  }
}

const [one] = process.argv.slice(2);
if (one === undefined || one === '--askew') {
  await report(one === undefined ? 0 : 1);
  reportCalibration();
  reportFigures();
} else process.stdout.write(JSON.stringify(await measure(JSON.parse(one) as Measurable)));
