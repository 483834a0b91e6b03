import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../../values/refusal.ts';
import { closedSettings, guarded, loadPdfjs, maxPages } from './pdfjs.ts';

/** Pixels of a picture inside the file, above which it is left out: an A3 sheet at 600 dpi has 70 million. */
const maxImagePixels = 72_000_000;

/** Pixels of a page drawn; a page that would have more is drawn smaller. An A3 sheet at 300 dpi has 17 million. */
const maxPagePixels = 40_000_000;

/** Of a page drawn to be recognised, which takes six times as much: an A2 sheet at 200 dpi. Larger ones are maps. */
const maxReadPixels = 16_000_000;

/** Pixels along one side, for pages that are a thin strip. */
const maxSide = 16_000;

const secondsPerPage = 30;

/** Of the WebP pictures: letters of 11 points stay clean, a page takes 100 to 250 kB. */
const quality = 80;

/** Pixels from black (0) to white (255), row by row; `scale` is how many stand for one point of the page. */
export type GreyPicture = { pixels: Uint8Array; width: number; height: number; scale: number };

/**
 * A PDF opened to be drawn. Pages count from 0 and are drawn one after the other; `turn` turns them to the right beyond what
 * the file says, as `Page.turn` does.
 */
export type PdfPictures = {
  pages: number;
  /** In points, as it is shown. */
  size: (page: number, turn?: number) => Promise<{ width: number; height: number }>;
  /** A page as WebP, so many pixels wide. */
  webp: (page: number, width: number, turn?: number) => Promise<Uint8Array>;
  /** A page for recognition: without annotations, which signing programs lay over its words. */
  grey: (page: number, dpi: number, turn?: number) => Promise<GreyPicture>;
  close: () => Promise<void>;
};

type Drawing = {
  page: number;
  turn: number;
  annotations: boolean;
  most: number;
  scaleOf: (widthInPoints: number) => number;
};
type Drawn = { canvas: Canvas; scale: number };

/**
 * Opens a PDF to draw its pages; whoever opens it closes it. Drawing keeps this thread busy and takes
 * memory that Node's limit does not count.
 * @throws Refusal for a file that is broken, locked or too long, and so does every drawing
 */
export const openPdfPictures = (bytes: Uint8Array): Promise<PdfPictures> => guarded(() => open(bytes));

async function open(bytes: Uint8Array): Promise<PdfPictures> {
  const [pdfjs, { createCanvas }, canvasesModule] = await Promise.all([
    loadPdfjs(),
    import('@napi-rs/canvas'),
    import('./canvases.ts'),
  ]);
  const canvases = canvasesModule.countedCanvases();
  const task = pdfjs.getDocument({
    ...closedSettings(bytes),
    maxImageSize: maxImagePixels,
    CanvasFactory: canvases.Factory,
  });
  const file = await task.promise.catch(async (error: unknown) => {
    await task.destroy();
    throw error;
  });
  if (file.numPages > maxPages) {
    await task.destroy();
    throw new Refusal('fileUnpacksTooLarge', { what: 'pages', limit: maxPages });
  }

  const inTurn = oneByOne();
  const withPage = <T>(at: number, work: (page: PDFPageProxy) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      if (!Number.isInteger(at) || at < 0 || at >= file.numPages) throw new Refusal('notFound', { page: at + 1 });
      const page = await file.getPage(at + 1);
      try {
        return await work(page);
      } finally {
        page.cleanup();
      }
    });

  const drawn = <T>(drawing: Drawing, work: (drawn: Drawn) => Promise<T>): Promise<T> =>
    withPage(drawing.page, async (page) => {
      const rotation = (page.rotate + drawing.turn) % 360;
      const points = page.getViewport({ scale: 1, rotation });
      const scale = bounded(drawing.scaleOf(points.width), points, drawing.most);
      const viewport = page.getViewport({ scale, rotation });
      const canvas = createCanvas(pixelsOf(viewport.width), pixelsOf(viewport.height));
      canvases.newPage();
      const mode = drawing.annotations ? pdfjs.AnnotationMode.ENABLE : pdfjs.AnnotationMode.DISABLE;
      try {
        // The types know the browser's canvas only.
        const target = canvas as unknown as HTMLCanvasElement;
        await inTime(page.render({ canvas: target, viewport, annotationMode: mode, background: '#ffffff' }));
        return await work({ canvas, scale });
      } finally {
        canvasesModule.empty(canvas);
      }
    });

  return {
    pages: file.numPages,
    size: (at, turn = 0) =>
      withPage(at, async (page) => {
        const { width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
        return { width, height };
      }),
    webp: (page, width, turn = 0) =>
      drawn({ page, turn, annotations: true, most: maxPagePixels, scaleOf: (points) => width / points }, ({ canvas }) =>
        canvas.encode('webp', quality),
      ),
    grey: (page, dpi, turn = 0) =>
      drawn(
        { page, turn, annotations: false, most: maxReadPixels, scaleOf: () => dpi / 72 },
        async ({ canvas, scale }) => ({
          pixels: greyOf(canvas),
          width: canvas.width,
          height: canvas.height,
          scale,
        }),
      ),
    close: () => task.destroy(),
  };
}

/** Pages share fonts and the count of pixels, so the next waits for the one before. */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(() => guarded(work));
    before = mine.catch(() => undefined);
    return mine;
  };
}

const pixelsOf = (length: number): number => Math.max(1, Math.round(length));

function bounded(scale: number, { width, height }: { width: number; height: number }, most: number): number {
  return Math.min(scale, maxSide / Math.max(width, height), Math.sqrt(most / (width * height)));
}

type Rendering = ReturnType<PDFPageProxy['render']>;

/** Between its slices of work pdf.js lets nobody else in; here a timer may end it. */
async function inTime(rendering: Rendering): Promise<void> {
  const late = setTimeout(() => rendering.cancel(), secondsPerPage * 1000);
  rendering.onContinue = (go: () => void) => setImmediate(go);
  try {
    await rendering.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'RenderingCancelledException')
      throw new Refusal('fileTakesTooLong', { seconds: secondsPerPage });
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** As the eye weighs colours (Rec. 601). */
function greyOf(canvas: Canvas): Uint8Array {
  const colours = canvas.data();
  const pixels = new Uint8Array(colours.length / 4);
  for (let at = 0; at < pixels.length; at++) {
    const [red = 255, green = 255, blue = 255] = [colours[4 * at], colours[4 * at + 1], colours[4 * at + 2]];
    pixels[at] = (299 * red + 587 * green + 114 * blue) / 1000;
  }
  return pixels;
}
