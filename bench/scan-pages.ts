import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { headOf } from '../src/files/scan/picture-head.ts';
import { findTesseract } from '../src/files/scan/tesseract.ts';
import { picturePdf } from '../test/scan-pages.ts';

const run = promisify(execFile);

const dpi = 200;

/** A PDF as a scanner would give it, so many degrees askew; `pages` are its pictures. */
export function scanOf(pdf: string, askew: number): { path: string; pages: string[] } {
  const name = pdf.replace(/\.pdf$/, '-page');
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-jpeg', '-jpegopt', 'quality=85', pdf, name]);
  const pages = readdirSync(dirname(pdf)).map((one) => join(dirname(pdf), one));
  const own = pages.filter((one) => one.startsWith(name)).sort();
  const path = pdf.replace(/\.pdf$/, askew === 0 ? ', scan.pdf' : `, scan, ${askew} degree.pdf`);
  writeFileSync(path, pdfOfPictures(own, askew));
  return { path, pages: own };
}

function pdfOfPictures(pages: readonly string[], askew: number): Uint8Array {
  return picturePdf(
    pages.map((path) => {
      const jpeg = readFileSync(path);
      const { width, height } = headOf(jpeg, 'jpeg');
      const points = 72 / dpi;
      const size = { width: width * points, height: height * points, dotsWide: width, dotsHigh: height };
      return { jpeg, ...size, askew, isGrey: true };
    }),
  );
}

/** The text of pages by Tesseract as anybody calls it, as many at once as there are cores. */
export async function tesseractAlone(pages: readonly string[]): Promise<string> {
  const program = await findTesseract();
  const texts: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < pages.length; at = next++) {
      const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
      texts[at] = (await run(program, [pages[at] ?? '', 'stdout', '-l', 'vie'], { env })).stdout;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return texts.join('\n');
}
