import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { convert, findLibreOffice } from '../src/files/doc/libreoffice.ts';
import { findTesseract } from '../src/files/scan/tesseract.ts';
import { openText } from '../src/files/text/text.ts';
import { docxFromBlocks } from '../test/docx-builder.ts';
import { scanOf } from './scan-pages.ts';

/** A file to be measured; its annotation, and where that counts in another file's text, that file; a scan's pictures. */
export type Measurable = { path: string; gold?: string; goldOf?: string; pages?: string[] };

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared');

/**
 * The documents of the demo province and, where they are present, the real ones, in the formats they come in.
 * @param askew degrees by which scans are
 */
export async function documents(askew = 0): Promise<Measurable[]> {
  const samples = inFolder(join(root, 'samples'), join(root, 'test/gold/samples'), /\.(?:txt|docx)$/);
  if (!existsSync(shared)) {
    process.stdout.write('The real documents are not here: only the demo province is measured.\n');
    return samples;
  }
  const texts = inFolder(join(shared, 'documents'), join(shared, 'gold'), /\.txt$/);
  return [
    ...texts,
    ...(await madeOf(
      texts.filter(({ gold }) => gold !== undefined),
      askew,
    )),
    ...inFolder(join(shared, 'documents/others'), join(shared, 'gold/others'), /\.txt$/),
    ...inFolder(join(shared, 'documents/files/word'), undefined, /\.docx?$/),
    ...inFolder(join(shared, 'documents/files/pdf'), undefined, /\.pdf$/),
    ...samples,
  ];
}

function inFolder(folder: string, golds: string | undefined, pattern: RegExp): Measurable[] {
  const annotated = golds === undefined ? [] : readdirSync(golds).filter((name) => /\d.*\.json$/.test(name));
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => {
      const own = annotated.find((gold) => name.endsWith('.txt') && name.startsWith(basename(gold, '.json')));
      return { path: join(folder, name), ...(own && golds !== undefined && { gold: join(golds, own) }) };
    });
}

/** The annotated documents as Word and PDF files, made by LibreOffice, and as scans. */
async function madeOf(texts: readonly Measurable[], askew: number): Promise<Measurable[]> {
  const program = findLibreOffice();
  if (program === undefined) {
    process.stdout.write('LibreOffice is not here: no Word and PDF files of the annotated documents are measured.\n');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'tiendo-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const reason = await findTesseract().then(() => undefined, String);
  if (reason !== undefined) process.stdout.write(`No scans are measured: ${reason}\n`);
  const made: Measurable[] = [];
  for (const { path, gold } of texts) {
    const source = openText(readFileSync(path), 'txt');
    const number = basename(path).slice(0, 3);
    const annotated = { goldOf: path, ...(gold !== undefined && { gold }) };
    // LibreOffice writes no table into a .doc behind which no paragraph stands.
    const end = { start: source.text.length, end: source.text.length };
    const docx = await docxFromBlocks({ ...source, blocks: [...source.blocks, { kind: 'paragraph', span: end }] });
    for (const to of ['docx', 'doc', 'pdf'] as const) {
      const bytes = to === 'docx' ? docx : await convert({ program, bytes: docx, from: 'docx', to, seconds: 60 });
      const file = join(folder, `${number}.${to}`);
      writeFileSync(file, bytes);
      made.push({ path: file, ...annotated });
    }
    if (reason === undefined) made.push({ ...scanOf(join(folder, `${number}.pdf`), askew), ...annotated });
  }
  return made;
}
