import { Refusal } from '../../values/refusal.ts';
import type { FileKind } from '../file-kind.ts';
import type { PagePicture } from './page.ts';
import { headOf } from './picture-head.ts';
import { tiffPages } from './tiff.ts';

/** Dots of one picture: an A3 page at 600 dpi has 70 million. */
const maxDots = 80_000_000;

/** Where the letters of a page read best; finer pictures are made coarser, which also takes specks away. */
const workingDpi = 200;

/** Inches of the longer side: what would be longer did not tell its resolution, and is taken for an A4 page. */
const longestPage = 17;
const a4Height = 11.69;

/** A picture with four bytes for each dot. */
export type Colours = { width: number; height: number; rgba: Uint8ClampedArray };

/** A picture file's pages in grey, each unpacked when its turn comes. */
export async function picturesOf(bytes: Uint8Array, kind: FileKind): Promise<(() => Promise<PagePicture>)[]> {
  const drawings = await drawingsOf(bytes, kind);
  return drawings.map(
    ({ drawing, dpi }) =>
      async () =>
        scaled(await drawing(), dpi),
  );
}

type PageDrawing = { drawing: () => Promise<Drawing>; dpi: number | undefined };

/** A picture file's pages in their colours, each unpacked when its turn comes. */
export async function drawingsOf(bytes: Uint8Array, kind: FileKind): Promise<PageDrawing[]> {
  if (kind === 'tiff')
    return tiffPages(bytes).map(({ dpi, width, height, colours }) => ({
      dpi,
      drawing: async () => {
        checkSize(width, height);
        return canvasOf(colours());
      },
    }));
  const { width, height, dpi } = headOf(bytes, kind);
  checkSize(width, height);
  return [{ dpi, drawing: () => drawn(bytes) }];
}

function checkSize(width: number, height: number): void {
  if (width * height > maxDots) throw new Refusal('fileUnpacksTooLarge', { what: 'pixels', limit: maxDots });
}

type Drawing = {
  width: number;
  height: number;
  draw: (canvas: import('@napi-rs/canvas').SKRSContext2D, width: number, height: number) => void;
};

async function drawn(bytes: Uint8Array): Promise<Drawing> {
  const { loadImage } = await import('@napi-rs/canvas');
  try {
    const image = await loadImage(Buffer.from(bytes));
    const { width, height } = image;
    return { width, height, draw: (context, wide, high) => context.drawImage(image, 0, 0, wide, high) };
  } catch (error) {
    throw new Refusal('fileBroken', {
      part: 'picture',
      reason: error instanceof Error ? error.message.slice(0, 200) : '',
    });
  }
}

async function canvasOf({ width, height, rgba }: Colours): Promise<Drawing> {
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const whole = createCanvas(width, height);
  whole.getContext('2d').putImageData(new ImageData(rgba, width, height), 0, 0);
  return {
    width,
    height,
    draw: (context, wide, high) => {
      context.drawImage(whole, 0, 0, wide, high);
      whole.width = 0;
    },
  };
}

/** Grey on white paper, at the working resolution. */
async function scaled({ width, height, draw }: Drawing, said: number | undefined): Promise<PagePicture> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const dpi = resolutionOf(width, height, said);
  const scale = workingDpi / dpi;
  const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const canvas = createCanvas(wide, high);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, wide, high);
  context.imageSmoothingQuality = 'high';
  draw(context, wide, high);
  const colours = context.getImageData(0, 0, wide, high).data;
  canvas.width = 0;
  return { grey: { width: wide, height: high, dots: greyOf(colours) }, dpi: workingDpi };
}

function resolutionOf(width: number, height: number, said: number | undefined): number {
  const longer = Math.max(width, height);
  const dpi = said ?? workingDpi;
  return longer / dpi > longestPage || dpi < 40 ? longer / a4Height : dpi;
}

/** As the eye weighs colours (Rec. 601). */
function greyOf(colours: Uint8ClampedArray): Uint8Array {
  const dots = new Uint8Array(colours.length / 4);
  for (let at = 0; at < dots.length; at++) {
    const [red = 255, green = 255, blue = 255] = [colours[4 * at], colours[4 * at + 1], colours[4 * at + 2]];
    dots[at] = (299 * red + 587 * green + 114 * blue) / 1000;
  }
  return dots;
}
