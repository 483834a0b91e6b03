import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildAll } from '../samples/builder/all.ts';

const root = join(import.meta.dirname, '..');
const built = await buildAll();
const committed = (path: string) => readFileSync(join(root, path));
const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

interface Gold {
  source: string;
  document: { legalBases: string[]; recipients: string[]; signer: { name: string } };
  targets: Found[];
  tasks: Found[];
}
interface Found {
  id: string;
  quote: string;
  start: number;
  end: number;
  valueQuote?: string;
  valueStart?: number;
  valueEnd?: number;
  parentId?: string;
  op?: string;
  value?: number | null;
  value2?: number;
  timeRaw?: string | null;
  time?: { kind: string };
}

describe.each(built)('the sample $file', ({ file, text, word, gold }) => {
  const source = [...text];
  const at = (start: number, end: number) => source.slice(start, end).join('');
  const annotation = JSON.parse(gold) as Gold;

  test('is committed as the builder makes it', () => {
    expect(committed(`samples/${file}.txt`).toString('utf8')).toBe(text);
    expect(committed(`test/gold/samples/${file}.json`).toString('utf8')).toBe(gold);
    expect(parts(new Uint8Array(committed(`samples/${file}.docx`)))).toEqual(parts(word));
  });

  test('has quotes that are the text at their offsets', () => {
    for (const found of [...annotation.targets, ...annotation.tasks]) {
      expect(at(found.start, found.end), found.id).toBe(found.quote);
      expect(found.quote, found.id).toBe(found.quote.trim());
      if (found.valueQuote !== undefined)
        expect(at(found.valueStart ?? 0, found.valueEnd ?? 0), found.id).toBe(found.valueQuote);
    }
  });

  test('numbers its findings in order of appearance and names only wholes that exist', () => {
    const ids = annotation.targets.map((target) => target.id);
    expect(ids).toEqual(ids.map((_, index) => `t${index + 1}`));
    expect(annotation.tasks.map((task) => task.id)).toEqual(annotation.tasks.map((_, index) => `n${index + 1}`));
    for (const target of annotation.targets) {
      if (target.parentId !== undefined) expect(ids, target.id).toContain(target.parentId);
    }
    const starts = annotation.targets.map((target) => target.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('shows every number of a target in the words it quotes', () => {
    for (const target of annotation.targets) {
      if (target.op === 'text') {
        expect(target.value, target.id).toBeNull();
        continue;
      }
      const written = (target.valueQuote ?? target.quote).match(/\d+(?:\.\d{3})*(?:,\d+)?/g) ?? [];
      const numbers = written.map((word) => Number(word.replaceAll('.', '').replace(',', '.')));
      expect(numbers, target.id).toContain(target.value);
      if (target.op === 'range') expect(numbers, target.id).toContain(target.value2);
    }
  });

  test('quotes its legal bases, recipients and signer from the text', () => {
    const { legalBases, recipients, signer } = annotation.document;
    for (const words of [...legalBases, ...recipients, signer.name]) expect(text).toContain(words);
  });

  test('gives a time to a task exactly where a time is written', () => {
    for (const task of annotation.tasks) expect(task.time?.kind === 'none', task.id).toBe(task.timeRaw === null);
  });

  test('opens as a Word file in the legal form: Times New Roman, A4, page number in the header but not on page 1', () => {
    const files = parts(word);
    const body = files['word/document.xml'] ?? '';
    expect(files['word/styles.xml']).toContain('Times New Roman');
    expect(body).toContain('<w:titlePg/>');
    expect(body).toMatch(/w:pgSz w:w="11906" w:h="16838"/);
    expect(Object.entries(files).some(([name, xml]) => /header\d*\.xml$/.test(name) && xml.includes('PAGE'))).toBe(
      true,
    );
  });
});

test('building twice gives the same bytes', async () => {
  const again = await buildAll();
  for (const [index, { file, word }] of built.entries()) {
    expect(Buffer.from(again[index]?.word ?? []).equals(Buffer.from(word)), file).toBe(true);
  }
});

test('every committed sample has a source', () => {
  const files = readdirSync(join(root, 'samples')).filter((name) => /\.(docx|txt)$/.test(name));
  expect(files.sort()).toEqual(built.flatMap(({ file }) => [`${file}.docx`, `${file}.txt`]).sort());
});
