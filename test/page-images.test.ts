import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLibreOffice } from '../src/files/doc/libreoffice.ts';
import { openAnyFile } from '../src/files/open.ts';
import { writeOfficialDocument } from '../src/files/written/official-document.ts';
import { approved, asPdf, difference, greyOf, pageFile, pagesOf, shownDocuments } from './page-images.ts';
import { outgoing } from './templates.ts';

/** Of the cells of a page this share may differ: other versions of LibreOffice and of the fonts set letters a little differently. */
const tolerance = 0.01;

const office = findLibreOffice();
const present = office !== undefined && existsSync('/usr/bin/pdftoppm');
if (!present) console.warn('Without LibreOffice and pdftoppm the pages of written documents are not looked at.');

describe.skipIf(!present)('pages of official documents, as LibreOffice opens them', () => {
  it.each(shownDocuments)('%s looks as it was approved', async (name) => {
    const pages = await pagesOf(name);
    const kept = readdirSync(approved).filter((file) => file.startsWith(`${name}-`));
    expect(pages).toHaveLength(kept.length);
    for (const [at, page] of pages.entries()) {
      const differs = difference(await greyOf(page), await greyOf(readFileSync(pageFile(name, at))));
      expect(differs, `page ${at + 1} of ${name}`).toBeLessThanOrEqual(tolerance);
    }
  });

  it('are those of every kind that goes out, each with all its words', async () => {
    const all = Object.entries(outgoing).filter(([name]) => name.includes(' of province'));
    const written = await Promise.all(all.map(([, { document }]) => writeOfficialDocument(document)));
    const pdfs = asPdf(office ?? '', written);
    const wordsOf = (text: string) =>
      text
        .normalize('NFC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '');
    for (const [at, [name, { document }]] of all.entries()) {
      const shown = wordsOf((await openAnyFile(new Uint8Array(pdfs[at] ?? []), 'a.pdf')).text);
      const titles = (document.attachments ?? []).map((one) => (one.as === 'appendix' ? one.title : one.about));
      for (const said of [document.head.issuer, document.about, ...titles])
        expect(shown, `${name}: ${said}`).toContain(wordsOf(said));
    }
  });

  it('would not pass for one another', async () => {
    const [letter, decision] = [
      await greyOf(readFileSync(pageFile('letter', 0))),
      await greyOf(readFileSync(pageFile('decision', 0))),
    ];
    expect(difference(letter, decision)).toBeGreaterThan(tolerance * 3);
  });
});
