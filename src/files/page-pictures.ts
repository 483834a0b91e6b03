import type { FileFormat } from '../values/block.ts';
import { Refusal } from '../values/refusal.ts';
import { openPdfPictures } from './pdf/picture.ts';
import { openPictureToShow } from './scan/show.ts';

/** A file opened to be shown page by page. Pages count from 0; `turn` is that of `Page`. */
export type PagePictures = {
  /** A page as WebP, so many pixels wide. */
  webp: (page: number, width: number, turn: number) => Promise<Uint8Array>;
  close: () => Promise<void>;
};

const doors: { [format in FileFormat]?: (bytes: Uint8Array) => Promise<PagePictures> } = {
  pdf: openPdfPictures,
  png: (bytes) => openPictureToShow(bytes, 'png'),
  jpg: (bytes) => openPictureToShow(bytes, 'jpeg'),
  tif: (bytes) => openPictureToShow(bytes, 'tiff'),
};

/**
 * Opens a file whose pages can be shown as they are; whoever opens it closes it.
 * @throws Refusal for a format without pages, and for what cannot be drawn
 */
export async function openPagePictures(format: FileFormat, bytes: Uint8Array): Promise<PagePictures> {
  const open = doors[format];
  if (!open) throw new Refusal('notFound');
  return open(bytes);
}
