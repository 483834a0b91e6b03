import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageWidths } from '../src/api/documents.ts';
import { openPdfPictures } from '../src/files/pdf/picture.ts';
import { textAlone } from './pdf-ratio.ts';
import { median } from './times.ts';

/** What a page costs as a picture, beside what it costs pdf.js to take out its text: medians over a file's pages. */
const shared = join(import.meta.dirname, '../../shared/documents/files');
const mostPages = 12;

async function measure(bytes: Uint8Array, width: number): Promise<{ ms: number; kilobytes: number }> {
  const file = await openPdfPictures(bytes);
  const times: number[] = [];
  const sizes: number[] = [];
  for (let page = 0; page < Math.min(file.pages, mostPages); page++) {
    const start = performance.now();
    sizes.push((await file.webp(page, width)).byteLength / 1000);
    times.push(performance.now() - start);
  }
  await file.close();
  return { ms: median(times), kilobytes: median(sizes) };
}

async function textMs(bytes: Uint8Array): Promise<number> {
  const times: number[] = [];
  let pages = 1;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    pages = await textAlone(bytes);
    times.push((performance.now() - start) / pages);
  }
  return median(times);
}

const row = (cells: string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.slice(0, 42).padEnd(42) : cell.padStart(9))).join(' ');

async function report(): Promise<void> {
  console.log(row(['file', 'width', 'ms/page', 'kB/page', 'text ms', 'x text']));
  for (const folder of ['pdf', 'scan'])
    for (const name of readdirSync(join(shared, folder)).filter((one) => one.endsWith('.pdf'))) {
      const bytes = readFileSync(join(shared, folder, name));
      const text = await textMs(bytes);
      for (const width of pageWidths.slice(1, 3)) {
        const { ms, kilobytes } = await measure(bytes, Number(width));
        const ratio = (ms / text).toFixed(1);
        console.log(row([name, width, ms.toFixed(0), kilobytes.toFixed(0), text.toFixed(1), ratio]));
      }
    }
}

if (existsSync(shared)) await report();
else console.log('The real documents are not here: nothing is measured.');
