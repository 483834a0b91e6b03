import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { Refusal } from '../../values/refusal.ts';

/** Pixels of one page that may stand in memory at a time, at four bytes each: a picture of the largest size, and a page. */
const maxPixels = 120_000_000;

/** Canvases of the page that is being drawn, by their pixels: groups nest in a page as deep as its author likes. */
type Live = Map<Canvas, number>;

type Entry = { canvas: Canvas | null; context: ReturnType<Canvas['getContext']> | null };

/** What pdf.js makes its canvases with, for one document, and a count that begins anew with each page. */
export function countedCanvases() {
  const live: Live = new Map();
  return {
    newPage: () => live.clear(),
    Factory: class {
      create(width: number, height: number): Entry {
        const canvas = createCanvas(1, 1);
        resize(live, canvas, width, height);
        return { canvas, context: canvas.getContext('2d') };
      }

      reset({ canvas }: Entry, width: number, height: number): void {
        if (canvas) resize(live, canvas, width, height);
      }

      destroy(entry: Entry): void {
        if (!entry.canvas) return;
        live.delete(entry.canvas);
        empty(entry.canvas);
        entry.canvas = null;
        entry.context = null;
      }

      getNoAlphaContext(canvas: Canvas): ReturnType<Canvas['getContext']> {
        return canvas.getContext('2d', { alpha: false });
      }
    },
  };
}

/** Gives its memory back without waiting for the collector, which does not see it. */
export function empty(canvas: Canvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

function resize(live: Live, canvas: Canvas, width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new Error('Invalid canvas size');
  live.delete(canvas);
  const others = [...live.values()].reduce((sum, one) => sum + one, 0);
  if (others + width * height > maxPixels)
    throw new Refusal('fileUnpacksTooLarge', { what: 'pixels', limit: maxPixels });
  live.set(canvas, width * height);
  canvas.width = width;
  canvas.height = height;
}
