import { Refusal } from '../../values/refusal.ts';
import type { FileKind } from '../file-kind.ts';
import { drawingsOf } from './decode.ts';

/** Of the WebP pictures, as for pages of PDFs. */
const quality = 80;

/** Dots along one side, for pictures that are a thin strip. */
const maxSide = 16_000;

/** Opens a picture of a page, or of several (.tif), to be shown; `turn` turns a page to the right. */
export async function openPictureToShow(bytes: Uint8Array, kind: FileKind) {
  const drawings = await drawingsOf(bytes, kind);
  return {
    webp: async (page: number, width: number, turn: number): Promise<Uint8Array> => {
      const found = drawings[page];
      if (!found) throw new Refusal('notFound', { page: page + 1 });
      const { createCanvas } = await import('@napi-rs/canvas');
      const picture = await found.drawing();
      const isLying = turn % 180 !== 0;
      const shape = isLying ? picture.width / picture.height : picture.height / picture.width;
      const wide = Math.max(1, Math.round(Math.min(width, maxSide / shape)));
      const high = Math.max(1, Math.round(wide * shape));
      const canvas = createCanvas(wide, high);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, wide, high);
      context.imageSmoothingQuality = 'high';
      context.translate(wide / 2, high / 2);
      context.rotate((turn * Math.PI) / 180);
      const [across, down] = isLying ? [high, wide] : [wide, high];
      context.translate(-across / 2, -down / 2);
      picture.draw(context, across, down);
      return canvas.encode('webp', quality);
    },
    close: async (): Promise<void> => undefined,
  };
}
