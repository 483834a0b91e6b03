import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../src/files/pdf/pdf.ts';
import { median } from './times.ts';

/** Median times in milliseconds: the whole opening, and taking the text out with pdf.js alone. */
export async function measurePdf(
  bytes: Uint8Array,
  runs = 3,
): Promise<{ openMs: number; textMs: number; pages: number; pagesPerSecond: number }> {
  // The first opening loads pdf.js, which both then share.
  const pages = (await openPdf(bytes)).pages?.length ?? 0;
  const open: number[] = [];
  const text: number[] = [];
  for (let run = 0; run < runs; run++) {
    open.push(await timed(() => openPdf(bytes)));
    text.push(await timed(() => textAlone(bytes)));
  }
  const openMs = median(open);
  return { openMs, textMs: median(text), pages, pagesPerSecond: (1000 * pages) / openMs };
}

/** Takes out the text with pdf.js alone; gives the number of pages. */
export async function textAlone(bytes: Uint8Array): Promise<number> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const file = await task.promise;
  for (let number = 1; number <= file.numPages; number++) await (await file.getPage(number)).getTextContent();
  await task.destroy();
  return file.numPages;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
