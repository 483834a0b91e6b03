import { Refusal } from '../../values/refusal.ts';

/** More pages than any plan has; each costs time and memory. */
export const maxPages = 2000;

/** Folder of pdf.js, for the maps of CJK encodings, the fonts that are not in the file and the decoders of pictures. */
const resources = folderOf('pdfjs-dist/package.json');

function folderOf(name: string): string | undefined {
  try {
    return decodeURIComponent(new URL('.', import.meta.resolve(name)).pathname);
  } catch {
    return undefined;
  }
}

/** What every opening has in common: nothing is fetched, no code of the file runs, no font of the machine is used. */
export const closedSettings = (bytes: Uint8Array) => ({
  // pdf.js takes the bytes over and refuses a Buffer.
  data: Uint8Array.from(bytes),
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableAutoFetch: true,
  disableStream: true,
  disableRange: true,
  enableXfa: false,
  verbosity: 0,
  ...(resources && {
    cMapUrl: `${resources}cmaps/`,
    standardFontDataUrl: `${resources}standard_fonts/`,
    wasmUrl: `${resources}wasm/`,
  }),
});

/** Loaded at the first PDF: it takes a quarter of a second. Its worker runs here because this is not the server's thread. */
export async function loadPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** pdf.js leaves some failures on damaged files unhandled, which would end the process and leave the caller waiting. */
export function guarded<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (error: unknown): void => end(() => reject(refusalOf(error)));
    const end = (settle: () => void): void => {
      process.off('unhandledRejection', stop);
      settle();
    };
    process.on('unhandledRejection', stop);
    work().then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(refusalOf(error))),
    );
  });
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new Refusal('filePasswordProtected');
  return new Refusal('fileBroken', { part: 'PDF', reason: error.message.slice(0, 200) });
}
