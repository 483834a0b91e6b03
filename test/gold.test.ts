import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocx } from '../src/files/docx/docx.ts';
import { openText } from '../src/files/text/text.ts';
import { type Annotation, annotationOf } from '../src/reading/annotation.ts';
import { readDocument } from '../src/reading/document.ts';
import { docxFromBlocks } from './docx-builder.ts';
import { movedTo } from './moved.ts';
import { addRates, f1, fieldMean, type Score, score } from './scoring.ts';

/** The reader against annotations by hand. The real documents stand beside the project, not in it. */
const real = join(import.meta.dirname, '../../shared');
const realDocuments = join(real, 'documents');
const present = existsSync(realDocuments);
if (!present) process.stdout.write('The real documents are not here: their annotations are left out of this run.\n');

const own = join(import.meta.dirname, 'gold/samples');

const annotation = (path: string): Annotation => JSON.parse(readFileSync(path, 'utf8')) as Annotation;

function readText(path: string): Annotation {
  const source = openText(readFileSync(path), 'txt');
  return annotationOf(source, readDocument(source), path);
}

const fileOf = (folder: string, number: string): string =>
  join(folder, readdirSync(folder).find((name) => name.startsWith(number)) ?? number);

function figures(scores: Score[]) {
  const fields = scores.flatMap((one) => one.document);
  return {
    targets: f1(addRates(scores.map((one) => one.targets))),
    targetsExact: f1(addRates(scores.map((one) => one.targetsExact))),
    tasks: f1(addRates(scores.map((one) => one.tasks))),
    references: f1(addRates(scores.map((one) => one.references))),
    document: fields.reduce((sum, one) => sum + one.agreed, 0) / fields.reduce((sum, one) => sum + one.of, 0),
    taskFields: fieldMean(scores, (one) => one.taskFields),
  };
}

describe.skipIf(!present)('the annotated documents of Trà Vinh', () => {
  const numbers = ['001', '002', '003'];
  const gold = present ? numbers.map((number) => annotation(join(real, 'gold', `${number}.json`))) : [];

  it('are read to the agreed accuracy', () => {
    const scores = numbers.map((number, i) => score(gold[i] as Annotation, readText(fileOf(realDocuments, number))));
    const all = figures(scores);
    expect(all.targets, scores.flatMap((one) => one.misses).join('\n')).toBeGreaterThanOrEqual(0.985);
    expect(all.targetsExact).toBeGreaterThanOrEqual(0.98);
    expect(all.tasks).toBeGreaterThanOrEqual(0.99);
    expect(all.taskFields).toBeGreaterThanOrEqual(0.99);
    expect(all.document).toBe(1);
    expect(all.references).toBeGreaterThanOrEqual(0.99);
  });

  it('tell of which whole a target is a part', () => {
    /** Each part by where it and its whole begin. */
    const partsOf = ({ targets }: Annotation): string[] => {
      const starts = new Map(targets.map(({ id, start }) => [id, start]));
      return targets.flatMap(({ start, parentId }) =>
        parentId === undefined ? [] : [`${start} of ${starts.get(parentId)}`],
      );
    };
    const wanted = gold.flatMap((one, i) => partsOf(one).map((part) => `${numbers[i]}: ${part}`));
    const read = numbers.flatMap((number) =>
      partsOf(readText(fileOf(realDocuments, number))).map((part) => `${number}: ${part}`),
    );
    expect(read).toEqual(wanted);
  });

  it('score the same when their content stands in a Word file with real tables', async () => {
    for (const [i, number] of numbers.entries()) {
      const text = openText(readFileSync(fileOf(realDocuments, number)), 'txt');
      const word = openDocx(await docxFromBlocks(text));
      const marks = gold[i] as Annotation;
      const fromText = figures([score(marks, annotationOf(text, readDocument(text), number))]);
      const fromWord = figures([score(movedTo(marks, text, word), annotationOf(word, readDocument(word), number))]);
      for (const [name, value] of Object.entries(fromText)) {
        expect(
          Math.abs(value - fromWord[name as keyof typeof fromWord]),
          `${number} ${name}: ${value} in text, ${fromWord[name as keyof typeof fromWord]} in Word`,
        ).toBeLessThanOrEqual(0.005);
      }
    }
  });
});

describe('the documents of the demo province', () => {
  const samples = existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.json')) : [];

  it('are read to the agreed accuracy', () => {
    expect(samples.length).toBeGreaterThanOrEqual(5);
    const scores = samples.map((name) =>
      score(
        annotation(join(own, name)),
        readText(join(import.meta.dirname, '../samples', name.replace(/json$/, 'txt'))),
      ),
    );
    const all = figures(scores);
    expect(all.targets, scores.flatMap((one) => one.misses).join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(all.targetsExact).toBeGreaterThanOrEqual(0.92);
    expect(all.tasks).toBeGreaterThanOrEqual(0.97);
    expect(all.taskFields).toBeGreaterThanOrEqual(0.95);
    expect(all.document).toBeGreaterThanOrEqual(0.95);
    expect(all.references).toBeGreaterThanOrEqual(0.95);
  });
});
