import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import { readDocument } from '../../src/reading/document.ts';
import { fold, squeeze } from '../../src/values/vietnamese.ts';

/** A document says the same whether it comes as a Word file or as text, but for marks of Markdown in the text. */

const folder = join(import.meta.dirname, '../../samples');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.docx'))
  .map((name) => name.replace(/\.docx$/, ''));

function readFrom(file: string) {
  const source = openFile(readFileSync(join(folder, file)), file);
  const { document, targets, tasks } = readDocument(source);
  const words = (span: { start: number; end: number }): string =>
    fold(squeeze(source.text.slice(span.start, span.end).replaceAll('*', '')));
  const { number, kind, issuer, issuedOn, title, period, signer, legalBases, references } = document;
  return {
    header: {
      number,
      kind,
      issuer,
      issuedOn,
      title,
      period,
      signer,
      legalBases: legalBases.map(words),
      references: references.map((one) => [one.number, one.date]),
    },
    targets: targets.map(
      ({
        name,
        variant,
        op,
        value,
        value2,
        of,
        unit,
        change,
        year,
        tier,
        agencies,
        section,
        ordinal,
        listed,
        parentId,
      }) => ({
        name,
        variant,
        op,
        value,
        value2,
        of,
        unit,
        change,
        year,
        tier,
        agencies,
        section,
        ordinal,
        listed,
        parentId,
      }),
    ),
    tasks: tasks.map(({ span, section, ordinal, lead, coord, monitor, time, productRaw, fundingRaw, noteRaw }) => ({
      text: words(span),
      section,
      ordinal,
      lead,
      coord,
      monitor,
      time,
      productRaw,
      fundingRaw,
      noteRaw,
    })),
  };
}

describe.each(names)('the sample %s', (name) => {
  const word = readFrom(`${name}.docx`);
  const text = readFrom(`${name}.txt`);

  // One sample's text begins below its header, as texts on portals do: place and recipients stand in the Word file alone.
  test('has the same header as a Word file and as text', () => {
    expect(word.header).toEqual(text.header);
  });

  test('sets the same targets as a Word file and as text', () => {
    expect(word.targets.length).toBeGreaterThan(0);
    expect(word.targets).toEqual(text.targets);
  });

  test('gives the same tasks as a Word file and as text', () => {
    expect(word.tasks.length).toBeGreaterThan(0);
    expect(word.tasks).toEqual(text.tasks);
  });
});
