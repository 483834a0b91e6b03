import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert, findLibreOffice } from '../src/files/doc/libreoffice.ts';
import { openAnyFile } from '../src/files/open.ts';
import { openText } from '../src/files/text/text.ts';
import { type Annotation, annotationOf } from '../src/reading/annotation.ts';
import { readDocument } from '../src/reading/document.ts';
import { docxFromBlocks } from './docx-builder.ts';
import { movedTo } from './moved.ts';
import { f1, fieldMean, score } from './scoring.ts';

/** The annotated documents in the formats that offices keep, made by LibreOffice, score as their text does. */
const shared = join(import.meta.dirname, '../../shared');
const office = findLibreOffice();
const present = office !== undefined && existsSync(join(shared, 'gold'));
if (!present) console.warn('Without LibreOffice and the real documents the scores in other formats are left out.');

const documents = present ? readdirSync(join(shared, 'documents')) : [];
const pathOf = (number: string): string =>
  join(shared, 'documents', documents.find((name) => name.startsWith(number)) ?? number);

function figures(gold: Annotation, read: Annotation) {
  const one = score(gold, read);
  return {
    targets: f1(one.targets),
    targetsExact: f1(one.targetsExact),
    targetFields: fieldMean([one], ({ targetFields }) => targetFields),
    tasks: f1(one.tasks),
    taskFields: fieldMean([one], ({ taskFields }) => taskFields),
    references: f1(one.references),
    document: one.document.agreed / one.document.of,
  };
}

describe.skipIf(!present).each(['001', '002', '003'])('document %s', (number) => {
  const text = present ? openText(readFileSync(pathOf(number)), 'txt') : undefined;

  it.each(['docx', 'odt', 'rtf', 'doc', 'pdf'] as const)('scores as .%s as it does as text', async (to) => {
    if (!text || !office) throw new Error('left out');
    const gold = JSON.parse(readFileSync(join(shared, 'gold', `${number}.json`), 'utf8')) as Annotation;
    // LibreOffice writes no table into a .doc behind which no paragraph stands.
    const end = { start: text.text.length, end: text.text.length };
    const docx = await docxFromBlocks({ ...text, blocks: [...text.blocks, { kind: 'paragraph', span: end }] });
    const bytes = to === 'docx' ? docx : await convert({ program: office, bytes: docx, from: 'docx', to, seconds: 60 });
    const source = await openAnyFile(bytes, `${number}.${to}`);
    const expected = figures(gold, annotationOf(text, readDocument(text), number));
    const found = figures(movedTo(gold, text, source), annotationOf(source, readDocument(source), number));
    for (const [name, value] of Object.entries(expected)) {
      const own = found[name as keyof typeof found];
      expect(Math.abs(value - own), `${name}: ${value} as text, ${own} as .${to}`).toBeLessThanOrEqual(0.005);
    }
  });
});
