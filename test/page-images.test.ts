import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLibreOffice } from '../src/files/doc/libreoffice.ts';
import { approved, difference, greyOf, pageFile, pagesOf, shownDocuments } from './page-images.ts';

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

  it('would not pass for one another', async () => {
    const [letter, decision] = [
      await greyOf(readFileSync(pageFile('letter', 0))),
      await greyOf(readFileSync(pageFile('decision', 0))),
    ];
    expect(difference(letter, decision)).toBeGreaterThan(tolerance * 3);
  });
});
