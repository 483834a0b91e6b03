import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openText } from '../../src/files/text/text.ts';
import { type Annotation, annotationOf } from '../../src/reading/annotation.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { TextSource } from '../../src/values/block.ts';
import type { OwnHeader, Reading } from '../../src/values/finding.ts';
import { Refusal } from '../../src/values/refusal.ts';
import type { Span } from '../../src/values/span.ts';
import { runs, vietnameseText } from './vietnamese-text.ts';

/** What holds for a reading of whatever text, sense or nonsense. */

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (text: string): TextSource => openText(bytes(text), 'txt');

const root = join(import.meta.dirname, '../..');
const folders = [join(root, 'samples'), join(root, '../shared/documents'), join(root, '../shared/documents/others')];
if (!folders.every((folder) => existsSync(folder)))
  process.stdout.write('The real documents are not here: only the demo province is cut into pieces.\n');
const documents = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );

/** A stretch of a real document, its ends wherever they fall: inside a table, a word, a line break. */
const cut = fc
  .record({
    document: fc.nat(documents.length - 1),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 9000 }),
  })
  .map(({ document, from, length }) => {
    const text = documents[document] ?? '';
    const start = Math.floor(from * text.length);
    return text.slice(start, start + length);
  });

/** Two stretches behind one another: headings and tables that never stood together. */
const spliced = fc.tuple(cut, cut).map(([a, b]) => a + b);

const spansOf = ({ document, targets, figures, tasks }: Reading): Span[] => [
  ...[...targets, ...figures].flatMap(({ span, valueSpan }) => (valueSpan ? [span, valueSpan] : [span])),
  ...tasks.map(({ span }) => span),
  ...headerSpans(document),
  ...document.further.flatMap(headerSpans),
];

const headerSpans = ({ legalBases, recipients, references, spans }: OwnHeader): Span[] => [
  ...legalBases,
  ...recipients,
  ...references.map(({ span }) => span),
  ...Object.values(spans),
];

function expectSound(source: TextSource, reading: Reading): void {
  for (const span of spansOf(reading)) {
    const quote = source.text.slice(span.start, span.end);
    expect(span.end, 'a span ends inside the text').toBeLessThanOrEqual(source.text.length);
    expect(quote, 'a quote is trimmed').toBe(quote.trim());
    expect(quote, 'a quote is not empty').not.toBe('');
  }
  for (const { span } of reading.notes) if (span) expect(span.end).toBeLessThanOrEqual(source.text.length);
  const ids = reading.targets.map(({ id }) => id);
  expect(ids).toEqual(ids.map((_, i) => `t${i + 1}`));
  expect(reading.tasks.map(({ id }) => id)).toEqual(reading.tasks.map((_, i) => `n${i + 1}`));
  for (const { id, parentId } of reading.targets) {
    if (parentId === null) continue;
    expect(ids, `the whole of ${id}`).toContain(parentId);
    expect(parentId, 'no target is its own whole').not.toBe(id);
  }
  expect(reading.figures.map(({ id }) => id)).toEqual(reading.figures.map((_, i) => `f${i + 1}`));
  for (const { targetId, period } of reading.figures) {
    if (targetId !== null) expect(ids, 'a past figure stands beside a target').toContain(targetId);
    if (period) expect(period.from <= period.to, `${period.from} is before ${period.to}`).toBe(true);
  }
  for (const found of [reading.targets, reading.figures, reading.tasks]) {
    const starts = found.map(({ span }) => span.start);
    expect(starts, 'findings stand in the order of their places').toEqual(starts.toSorted((a, b) => a - b));
  }
}

function expectQuotesAt(text: string, annotation: Annotation): void {
  const points = [...text];
  const at = (start: number, end: number): string => points.slice(start, end).join('');
  for (const { id, quote, start, end } of [...annotation.targets, ...annotation.figures, ...annotation.tasks])
    expect(at(start, end), id).toBe(quote);
  for (const { id, valueQuote, valueStart = 0, valueEnd = 0 } of [...annotation.targets, ...annotation.figures])
    if (valueQuote !== undefined) expect(at(valueStart, valueEnd), id).toBe(valueQuote);
  for (const words of [...annotation.document.legalBases, ...annotation.document.recipients])
    expect(text).toContain(words);
}

const annotated = (text: string): Annotation => {
  const source = open(text);
  return annotationOf(source, readDocument(source), 'x.txt');
};

describe('a reading', () => {
  test('of text that looks Vietnamese is sound', () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const source = open(text);
        expectSound(source, readDocument(source));
      }),
      { numRuns: 400 },
    );
  });

  test('of pieces of real documents is sound', () => {
    fc.assert(
      fc.property(fc.oneof(cut, spliced), (text) => {
        const source = open(text);
        expectSound(source, readDocument(source));
      }),
      { numRuns: 150 },
    );
  });

  test('of any characters is sound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const source = open(text);
        expectSound(source, readDocument(source));
      }),
      { numRuns: 300 },
    );
  });

  test('of any bytes is sound, or the file is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (raw) => {
        let source: TextSource;
        try {
          source = openText(raw, 'txt');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        expectSound(source, readDocument(source));
      }),
      { numRuns: 300 },
    );
  });

  test('of the same piece again and again comes to an end', () => {
    fc.assert(
      fc.property(runs, (text) => {
        const source = open(text);
        expectSound(source, readDocument(source));
      }),
      { numRuns: 250 },
    );
  });

  test('is the same each time', () => {
    fc.assert(
      fc.property(fc.oneof(vietnameseText, cut), (text) => {
        expect(readDocument(open(text))).toEqual(readDocument(open(text)));
      }),
      { numRuns: 100 },
    );
  });
});

const demo = readdirSync(join(root, 'samples'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(root, 'samples', name), 'utf8'));

describe('documents behind one another in a file', () => {
  /** What was found, but for where it stands. */
  const foundIn = ({ document, targets, tasks }: Annotation) => ({
    document,
    targets: targets.map(({ name, op, value, year, tier, agencies }) => ({ name, op, value, year, tier, agencies })),
    tasks: tasks.map(({ quote, lead, time }) => ({ quote, lead, time })),
  });
  test.each(demo.map((text, i) => [i + 1, text, demo[(i + 1) % demo.length] ?? '']))(
    'are read as each by itself: %i and the next',
    (_, one, other) => {
      const both = annotated(`${one}\n\n${other}`);
      const alone = [annotated(one), annotated(other)].map(foundIn);
      expect(both.further).toHaveLength(1);
      const [{ start, end, ...second } = { start: 0, end: 0 }] = both.further ?? [];
      expect([foundIn(both).document, second]).toEqual(alone.map(({ document }) => document));
      expect(foundIn(both).targets).toEqual(alone.flatMap(({ targets }) => targets));
      expect(foundIn(both).tasks).toEqual(alone.flatMap(({ tasks }) => tasks));
      expect(end).toBe([...one, ...other].length + 2);
      for (const found of both.targets.slice(alone[0]?.targets.length)) expect(found.start).toBeGreaterThan(start);
    },
  );
});

/** A character that takes two UTF-16 units in the middle of what is quoted. */
const withPairs = (text: string): string => text.replaceAll('đạt', 'đạt 𝛼').replaceAll('các', '🌾 các');

describe('an annotation quotes the file at its code points', () => {
  test.each([
    ['as written', (text: string) => text],
    ['with every accent a character of its own (NFD)', (text: string) => text.normalize('NFD')],
    ['with characters beyond the first plane', withPairs],
    ['with both', (text: string) => withPairs(text).normalize('NFD')],
    ['with lines that end as on Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('%s', (_, change) => {
    for (const text of documents.slice(0, 10).map(change)) expectQuotesAt(text, annotated(text));
  });

  test('whatever the text', () => {
    fc.assert(
      fc.property(vietnameseText, fc.constantFrom('NFC', 'NFD'), (text, form) => {
        const changed = withPairs(text).normalize(form);
        expectQuotesAt(changed, annotated(changed));
      }),
      { numRuns: 200 },
    );
  });

  test('and says the same of a text in NFD as of the same text in NFC', () => {
    const found = ({ document, targets, tasks }: Annotation) => ({
      number: document.number,
      issuer: document.issuer,
      title: document.title,
      targets: targets.map(({ name, variant, op, value, unit, year }) => ({ name, variant, op, value, unit, year })),
      tasks: tasks.map(({ lead, coord, monitor, time }) => ({ lead, coord, monitor, time })),
    });
    for (const text of documents.slice(0, 10))
      expect(found(annotated(text.normalize('NFD')))).toEqual(found(annotated(text.normalize('NFC'))));
  });
});
