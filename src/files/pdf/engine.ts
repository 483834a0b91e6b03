import { Refusal } from '../../values/refusal.ts';
import { withUnicode } from './old-fonts.ts';
import type { PdfPage } from './page.ts';
import { paintPage } from './paint.ts';
import { closedSettings, guarded, loadPdfjs, maxPages } from './pdfjs.ts';
import { checkRepeatedObjects } from './repeated-objects.ts';

/** Letters of a whole file; a page holds some three thousand. */
const maxLetters = 20_000_000;

/**
 * The pages of a PDF as letters and lines. pdf.js runs in this thread, without fonts drawn, code made or anything
 * fetched; pictures are not unpacked.
 * @throws Refusal for a file that is broken, locked or too long
 */
export const pdfPages = (bytes: Uint8Array): Promise<PdfPage[]> => guarded(() => readPages(bytes));

async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  checkRepeatedObjects(bytes);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    ...closedSettings(bytes),
    fontExtraProperties: true,
    useWasm: false,
    maxImageSize: 1,
  });
  try {
    const file = await task.promise;
    if (file.numPages > maxPages) throw new Refusal('fileUnpacksTooLarge', { what: 'pages', limit: maxPages });
    const pages: PdfPage[] = [];
    let letters = 0;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const painted = await paintPage(page, pdfjs.OPS, pdfjs.AnnotationMode.DISABLE);
      letters += painted.letters.length + (painted.behind?.length ?? 0);
      if (letters > maxLetters) throw new Refusal('fileUnpacksTooLarge', { what: 'letters', limit: maxLetters });
      pages.push(painted);
      page.cleanup();
    }
    return withUnicode(pages);
  } finally {
    await task.destroy();
  }
}
