import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { convert, findLibreOffice } from '../src/files/doc/libreoffice.ts';
import { openAnyFile } from '../src/files/open.ts';
import { headOf } from '../src/files/scan/picture-head.ts';
import { findTesseract } from '../src/files/scan/tesseract.ts';
import { openText } from '../src/files/text/text.ts';
import { type Annotation, annotationOf } from '../src/reading/annotation.ts';
import { readDocument } from '../src/reading/document.ts';
import { docxFromBlocks } from '../test/docx-builder.ts';
import { movedTo } from '../test/moved.ts';
import { picturePdf } from '../test/scan-pages.ts';
import { f1, fieldMean, score } from '../test/scoring.ts';

/**
 * The annotated documents as scans of 200 dpi, made by LibreOffice and pdftoppm, straight and askew: how well they are
 * read, and seconds for a page beside Tesseract alone on the same pictures, on as many cores.
 */
const shared = join(import.meta.dirname, '../../shared');
const run = promisify(execFile);

async function pagesOf(number: string, folder: string): Promise<string[]> {
  const office = findLibreOffice();
  if (office === undefined) throw new Error('LibreOffice is not here, which makes the pages');
  const name = readdirSync(join(shared, 'documents')).find((one) => one.startsWith(number)) ?? number;
  const text = openText(readFileSync(join(shared, 'documents', name)), 'txt');
  const docx = await docxFromBlocks(text);
  const pdf = join(folder, `${number}.pdf`);
  writeFileSync(pdf, await convert({ program: office, bytes: docx, from: 'docx', to: 'pdf', seconds: 90 }));
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-jpeg', '-jpegopt', 'quality=85', pdf, join(folder, number)]);
  const names = readdirSync(folder).filter((one) => one.startsWith(`${number}-`));
  return names.sort().map((one) => join(folder, one));
}

function scanOf(pages: readonly string[], askew: number): Uint8Array {
  return picturePdf(
    pages.map((path) => {
      const jpeg = readFileSync(path);
      const { width, height } = headOf(jpeg, 'jpeg');
      const points = 72 / 200;
      return {
        jpeg,
        width: width * points,
        height: height * points,
        dotsWide: width,
        dotsHigh: height,
        askew,
        isGrey: true,
      };
    }),
  );
}

/** Tesseract as anybody calls it, as many pages at once as there are cores. */
async function tesseractAlone(program: string, pages: readonly string[]): Promise<number> {
  const start = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < pages.length; at = next++)
      await run(program, [pages[at] ?? '', 'stdout', '-l', 'vie'], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return (performance.now() - start) / 1000;
}

const row = (cells: string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(8))).join(' ');

async function report(): Promise<void> {
  const program = await findTesseract();
  const folder = mkdtempSync(join(tmpdir(), 'tiendo-scan-'));
  try {
    process.stdout.write(
      `${row(['scan', 'pages', 's/page', 'x Tess.', 'T F1', 'T exact', 'N F1', 'N fields', 'refs', 'doc'])}\n`,
    );
    for (const number of ['001', '002', '003']) {
      const pages = await pagesOf(number, folder);
      const alone = await tesseractAlone(program, pages);
      for (const askew of [0, 1]) {
        const bytes = scanOf(pages, askew);
        const start = performance.now();
        const source = await openAnyFile(bytes, `${number}.pdf`);
        const seconds = (performance.now() - start) / 1000;
        process.stdout.write(
          `${row([
            `${number}${askew === 0 ? '' : `, ${askew} degree`}`,
            String(pages.length),
            (seconds / pages.length).toFixed(2),
            (seconds / alone).toFixed(2),
            ...marksOf(number, source),
          ])}\n`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function marksOf(number: string, source: Awaited<ReturnType<typeof openAnyFile>>): string[] {
  const name = readdirSync(join(shared, 'documents')).find((one) => one.startsWith(number)) ?? number;
  const text = openText(readFileSync(join(shared, 'documents', name)), 'txt');
  const gold = JSON.parse(readFileSync(join(shared, `gold/${number}.json`), 'utf8')) as Annotation;
  const one = score(movedTo(gold, text, source), annotationOf(source, readDocument(source), number));
  return [
    f1(one.targets).toFixed(3),
    f1(one.targetsExact).toFixed(3),
    f1(one.tasks).toFixed(3),
    fieldMean([one], ({ taskFields }) => taskFields).toFixed(3),
    f1(one.references).toFixed(3),
    `${one.document.agreed}/${one.document.of}`,
  ];
}

await report();
