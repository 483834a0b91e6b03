import type { FileFormat, TextSource } from '../../values/block.ts';
import type { FileKind } from '../file-kind.ts';
import type { OpenRun } from '../open-run.ts';
import { blocksOf } from '../pdf/blocks.ts';
import type { PdfPage } from '../pdf/page.ts';
import { sourceOf } from '../pdf/source.ts';
import { picturesOf } from './decode.ts';
import type { ReadPage } from './page.ts';
import { readPictures } from './pages.ts';

const formats: Partial<Record<FileKind, FileFormat>> = { png: 'png', jpeg: 'jpg', tiff: 'tif' };

/** A page that took too long, of the size that pages have. */
const unread: ReadPage = { width: 595, height: 842, letters: [], rules: [] };

/**
 * Opens a picture of a page, or of several (.tif).
 * @throws Refusal with a code that begins with "file", or recognitionMissing
 */
export async function openPicture(bytes: Uint8Array, kind: FileKind, run: OpenRun = {}): Promise<TextSource> {
  const pictures = await picturesOf(bytes, kind);
  const read = await readPictures(pictures, run);
  const pages = read.map((page): PdfPage => ({ ...(page ?? unread), pictures: 1, unknown: 0, known: 0 }));
  const late = new Set(read.flatMap((page, at) => (page ? [] : [at])));
  return sourceOf(formats[kind] ?? 'png', pages, blocksOf(pages), late);
}
