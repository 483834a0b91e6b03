import { availableParallelism } from 'node:os';
import { Refusal } from '../../values/refusal.ts';
import type { OpenRun } from '../open-run.ts';
import { type PagePicture, type ReadPage, readPicture } from './page.ts';
import { findTesseract } from './tesseract.ts';

/** More pages than this take too long for somebody to wait for. */
const maxPages = 200;

/**
 * Reads the pictures of pages, as many side by side as there are cores. Undefined where a page took too long: a map has
 * more words than anybody waits for, and the pages beside it are read.
 * @param pictures give each page's picture when its turn has come
 * @throws Refusal also where recognition is not installed
 */
export async function readPictures(
  pictures: readonly (() => Promise<PagePicture>)[],
  { signal, onPages }: OpenRun,
): Promise<(ReadPage | undefined)[]> {
  if (pictures.length > maxPages) throw new Refusal('fileTooManyPages', { pages: pictures.length, limit: maxPages });
  const program = await findTesseract();
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  const read: (ReadPage | undefined)[] = [];
  const inTurn = oneByOne();
  let late: unknown;
  let next = 0;
  let done = 0;
  const workOn = async (): Promise<void> => {
    for (let at = next++; at < pictures.length; at = next++) {
      const reading = await inTurn(async () => {
        const picture = await pictures[at]?.();
        if (stopped.signal.aborted) throw new Refusal('importCancelled');
        return picture && { text: readPicture(program, picture, stopped.signal) };
      });
      read[at] = await reading?.text.catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== 'fileTakesTooLong') throw error;
        late = error;
        return undefined;
      });
      onPages?.(++done, pictures.length);
    }
  };
  onPages?.(0, pictures.length);
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), pictures.length) }, workOn));
  } finally {
    // Where one page fails, the others beside it end at once.
    stop();
    signal?.removeEventListener('abort', stop);
  }
  const words = read.some((page) => page && page.letters.length > 0);
  if (!words && late !== undefined) throw late;
  if (!words) throw new Refusal('fileScanned', { pages: pictures.length });
  return read;
}

/** Unpacked, a picture takes most of the memory; only their recognition goes on side by side. */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    before = mine.catch(() => undefined);
    return mine;
  };
}
