import { availableParallelism } from 'node:os';
import { Refusal } from '../../values/refusal.ts';
import type { OpenRun } from '../open-run.ts';
import { type PagePicture, readPicture } from './page.ts';
import { findTesseract } from './tesseract.ts';

/** More pages than this take too long for somebody to wait for. */
const maxPages = 200;

export type ReadPicture = Awaited<ReturnType<typeof readPicture>>;

/**
 * Reads the pictures of pages, as many side by side as there are cores.
 * @param pictures give each page's picture when its turn has come
 * @throws Refusal also where recognition is not installed
 */
export async function readPictures(
  pictures: readonly (() => Promise<PagePicture>)[],
  { signal, onPages }: OpenRun,
): Promise<ReadPicture[]> {
  if (pictures.length > maxPages) throw new Refusal('fileTooManyPages', { pages: pictures.length, limit: maxPages });
  const program = await findTesseract();
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  const read: ReadPicture[] = [];
  let next = 0;
  let done = 0;
  const workOn = async (): Promise<void> => {
    for (let at = next++; at < pictures.length; at = next++) {
      const picture = await pictures[at]?.();
      if (stopped.signal.aborted) throw new Refusal('importCancelled');
      if (picture) read[at] = await readPicture(program, picture, stopped.signal);
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
  if (read.every(({ letters }) => letters.length === 0)) throw new Refusal('fileScanned', { pages: pictures.length });
  return read;
}
