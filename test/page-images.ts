import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { writeOfficialDocument } from '../src/files/written/official-document.ts';
import { pdfOf } from '../src/files/written/pdf.ts';
import { officialDocuments } from './official-documents.ts';

/**
 * Pages as LibreOffice lays them out, 40 dots to the inch in grey. Those in test/pages were looked at and approved; after a wanted change
 * they are made anew by `node test/page-images.ts` and looked at again.
 */
export const approved = join(import.meta.dirname, 'pages');
export const shownDocuments = ['letter', 'report', 'decision', 'partyResolution'] as const;

export async function pagesOf(name: (typeof shownDocuments)[number]): Promise<Buffer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tiendo-pages-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), await pdfOf(await writeOfficialDocument(officialDocuments[name])));
    execFileSync('pdftoppm', ['-r', '40', '-gray', '-png', join(folder, 'page.pdf'), join(folder, 'page')]);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.png'))
      .toSorted()
      .map((file) => readFileSync(join(folder, file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Many files in one start of LibreOffice, with nothing of this machine's own settings; in the order given. */
export function asPdf(program: string, documents: readonly Uint8Array[]): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'tiendo-opened-'));
  try {
    const files = documents.map((bytes, at) => {
      const file = join(folder, `${at}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    return files.map((file) => readFileSync(file.replace(/docx$/, 'pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Grey = { width: number; height: number; dots: Uint8Array };

export async function greyOf(png: Buffer): Promise<Grey> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, dots: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) };
}

/** Cells of four by four dots whose darkness differs by more than a quarter, as a share of all: letters may shift by a dot. */
export function difference(one: Grey, other: Grey): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const cell = 4;
  let different = 0;
  let cells = 0;
  for (let y = 0; y + cell <= one.height; y += cell)
    for (let x = 0; x + cell <= one.width; x += cell) {
      let [a, b] = [0, 0];
      for (let at = 0; at < cell * cell; at++) {
        const dot = (y + Math.floor(at / cell)) * one.width + x + (at % cell);
        a += one.dots[dot] ?? 0;
        b += other.dots[dot] ?? 0;
      }
      cells++;
      if (Math.abs(a - b) / (cell * cell) > 64) different++;
    }
  return different / cells;
}

export const pageFile = (name: string, at: number): string => join(approved, `${name}-${at + 1}.png`);

if (import.meta.main) {
  mkdirSync(approved, { recursive: true });
  for (const name of shownDocuments)
    for (const [at, page] of (await pagesOf(name)).entries()) writeFileSync(pageFile(name, at), page);
}
