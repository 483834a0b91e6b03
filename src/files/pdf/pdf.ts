import type { TextSource } from '../../values/block.ts';
import { Refusal } from '../../values/refusal.ts';
import type { OpenRun } from '../open-run.ts';
import type { ReadPage } from '../scan/page.ts';
import { readPictures } from '../scan/pages.ts';
import { isMisrecognised, withBehind } from './behind.ts';
import { blocksOf, type PageBlocks } from './blocks.ts';
import { pdfPages } from './engine.ts';
import type { PdfPage } from './page.ts';
import { openPdfPictures } from './picture.ts';
import { paragraphsIn, sourceOf } from './source.ts';

/** Fine enough for small print, coarse enough for marks over letters to be told apart: more dots read worse. */
const dpi = 200;

/** Opens a PDF. Pages that are pictures are recognised; where that cannot be, and other pages hold text, they are left out. */
export async function openPdf(bytes: Uint8Array, run: OpenRun = {}): Promise<TextSource> {
  const painted = await pdfPages(bytes);
  const misread = painted.map(isMisrecognised);
  const whole = painted.map(withBehind);
  if (!misread.includes(true)) return openPages(bytes, whole, run);
  const seen = painted.map((page, at) => (misread[at] ? { ...page, behind: [] } : withBehind(page)));
  // What a scanner made of it is better than nothing.
  return openPages(bytes, seen, run, () => openPages(bytes, whole, run));
}

/** @param otherwise what is opened where pages cannot be recognised */
async function openPages(
  bytes: Uint8Array,
  pages: readonly PdfPage[],
  run: OpenRun,
  otherwise?: () => Promise<TextSource>,
): Promise<TextSource> {
  const perPage = blocksOf(pages);
  // Letters may also be drawn as mere shapes, which leaves pages without a word or a picture.
  const isBare = perPage.every(({ blocks }) => blocks.length === 0);
  const pictures = pages.flatMap((page, at) => (isBare || isPicture(page, perPage[at]) ? [at] : []));
  if (pictures.length === 0) return sourceOf('pdf', pages, perPage);
  const isWhole = perPage.every(({ blocks }, at) => blocks.length === 0 || pictures.includes(at));
  try {
    const { read, late } = await recognisedPages(bytes, pages, pictures, run);
    return sourceOf('pdf', read, blocksOf(read), late);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'recognitionMissing') throw error;
    if (otherwise) return otherwise();
    if (isWhole) throw error;
    return sourceOf('pdf', pages, perPage, new Set(pictures));
  }
}

/** A picture with hardly a line beside it, or letters whose font does not say which they are. */
function isPicture({ pictures, unknown, known }: PdfPage, own: PageBlocks | undefined): boolean {
  const lines = (own?.blocks ?? []).flatMap(paragraphsIn).flatMap((one) => one.lines).length;
  return (pictures > 0.2 && lines < 8) || (unknown > 20 && unknown > 0.1 * known);
}

/** What was written on a page that lay on its side stands across its lines, and cannot be read among them. */
function withFound(page: PdfPage, found: ReadPage): PdfPage {
  if (found.turn !== undefined) return { ...page, ...found, turn: ((page.turn ?? 0) + found.turn) % 360 };
  return { ...found, ...page, rules: found.rules, letters: [...page.letters, ...found.letters] };
}

async function recognisedPages(
  bytes: Uint8Array,
  pages: readonly PdfPage[],
  numbers: readonly number[],
  run: OpenRun,
): Promise<{ read: PdfPage[]; late: Set<number> }> {
  if (run.writtenOnly) throw new Refusal('recognitionMissing', { what: 'writtenOnly' });
  const file = await openPdfPictures(bytes);
  try {
    const seen = await readPictures(
      numbers.map((number) => async () => {
        const { pixels, width, height, scale } = await file.grey(number, dpi, pages[number]?.turn);
        return { grey: { width, height, dots: pixels }, dpi: scale * 72, written: pages[number]?.letters ?? [] };
      }),
      run,
    );
    const byNumber = new Map(numbers.map((number, at) => [number, seen[at]]));
    const read = pages.map((page, number) => {
      const found = byNumber.get(number);
      return found ? withFound(page, found) : page;
    });
    return { read, late: new Set(numbers.filter((number) => !byNumber.get(number))) };
  } finally {
    await file.close();
  }
}
