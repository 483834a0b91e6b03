import { Refusal } from '../../values/refusal.ts';
import type { PdfPage } from './page.ts';
import { paintPage } from './paint.ts';

/** More pages than any plan has; each costs time and memory. */
const maxPages = 2000;

/** Letters of a whole file; a page holds some three thousand. */
const maxLetters = 20_000_000;

/**
 * The pages of a PDF as letters and lines. pdf.js runs in this thread, without fonts drawn, code made or anything
 * fetched; pictures are not unpacked.
 * @throws Refusal for a file that is broken, locked or too long
 */
export const pdfPages = (bytes: Uint8Array): Promise<PdfPage[]> => guarded(() => readPages(bytes));

async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdfjs = await engine();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes over and refuses a Buffer.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
    ...(resources && { cMapUrl: `${resources}cmaps/`, standardFontDataUrl: `${resources}standard_fonts/` }),
  });
  try {
    const file = await task.promise;
    if (file.numPages > maxPages) throw new Refusal('fileUnpacksTooLarge', { what: 'pages', limit: maxPages });
    const pages: PdfPage[] = [];
    let letters = 0;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const painted = await paintPage(page, pdfjs.OPS, pdfjs.AnnotationMode.DISABLE);
      letters += painted.letters.length;
      if (letters > maxLetters) throw new Refusal('fileUnpacksTooLarge', { what: 'letters', limit: maxLetters });
      pages.push(painted);
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

/** pdf.js leaves some failures on damaged files unhandled, which would end the process and leave the caller waiting. */
function guarded<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (error: unknown): void => end(() => reject(refusalOf(error)));
    const end = (settle: () => void): void => {
      process.off('unhandledRejection', stop);
      settle();
    };
    process.on('unhandledRejection', stop);
    work().then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error)),
    );
  });
}

/** Folder of pdf.js, for the maps of CJK encodings and the widths of fonts that are not in the file. */
const resources = folderOf('pdfjs-dist/package.json');

function folderOf(name: string): string | undefined {
  try {
    return decodeURIComponent(new URL('.', import.meta.resolve(name)).pathname);
  } catch {
    return undefined;
  }
}

/** Loaded at the first PDF: it takes a quarter of a second. Its worker runs here because we are in a thread already. */
async function engine(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new Refusal('filePasswordProtected');
  return new Refusal('fileBroken', { part: 'PDF', reason: error.message.slice(0, 200) });
}
