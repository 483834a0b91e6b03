import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAnyFile } from '../../src/files/open.ts';
import type { Annotation } from '../../src/reading/annotation.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { TextSource } from '../../src/values/block.ts';

const real = join(import.meta.dirname, '../../../shared');
const present = existsSync(real);
if (!present) process.stdout.write('The real documents are not here: PDFs of the gazette are left out of this run.\n');

const open = (folder: string, number: string): Promise<TextSource> => {
  const path = join(real, 'documents/files', folder);
  const name = readdirSync(path).find((one) => one.includes(`-${number}-`)) ?? number;
  return openAnyFile(readFileSync(join(path, name)), name);
};

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

describe.skipIf(!present)('PDFs of the gazette', () => {
  it('give every row of a task table once, whole over page breaks, with all its fields', async () => {
    const source = await open('pdf', '844');
    const read = readDocument(source).tasks.filter((task) => task.source === 'table');
    const marks = JSON.parse(readFileSync(join(real, 'gold/others/043.json'), 'utf8')) as Annotation;
    const gold = marks.tasks.filter((task) => task.source === 'table');
    expect([read.length, gold.length]).toEqual([29, 29]);
    const fields = ({ ordinal, lead, coord, productRaw, time }: (typeof gold)[number] | (typeof read)[number]) => ({
      ordinal,
      lead,
      coord,
      productRaw,
      time,
    });
    expect(read.map(fields)).toEqual(gold.map(fields));
    for (const [at, { span }] of read.entries()) {
      const whole = lettersOf(source.text.slice(span.start, span.end));
      // The text of the gazette breaks rows at its pages; its annotation holds them up to there.
      expect(whole.startsWith(lettersOf(gold[at]?.quote ?? '')), `${at + 1}: ${whole}`).toBe(true);
    }
    const tables = source.blocks.filter((block) => block.kind === 'table' && !block.borderless);
    expect(tables.map((table) => table.kind === 'table' && table.rows.length)).toEqual([1 + 6 + 29]);
    const cells = tables.flatMap((table) => (table.kind === 'table' ? table.rows : [])).map((row) => row.cells);
    expect(
      cells.filter((row) => row.length === 6 && row.every(({ paragraphs }) => paragraphs.length > 0)),
    ).toHaveLength(1 + 29);
  });

  it('keep merged cells over page breaks', async () => {
    const source = await open('pdf', '175');
    const table = source.blocks.find((block) => block.kind === 'table' && !block.borderless);
    const merged = table?.kind === 'table' ? table.rows.flatMap((row) => row.cells).filter(({ rows }) => rows > 1) : [];
    expect(merged.filter(({ column }) => column === 0).map(({ rows }) => rows)).toEqual(
      merged.filter(({ column }) => column === 1).map(({ rows }) => rows),
    );
    expect(merged.find(({ span }) => source.text.slice(span.start, span.end).includes('Bộ Công an'))?.rows).toBe(8);
  });

  it('hold no running headers, and every line leads to its page', async () => {
    for (const number of ['844', '982', '116', '105', '175', '798', '892']) {
      const { text, places = [], pages = [] } = await open('pdf', number);
      expect(text).not.toMatch(/CÔNG BÁO\/Số|^Ký bởi|y\]/m);
      for (const { start, end, page, x, y, width, height } of places) {
        expect(text.slice(start, end).trim()).not.toBe('');
        expect(x >= 0 && y >= 0 && x + width <= (pages[page]?.width ?? 0) + 5).toBe(true);
        expect(y + height).toBeLessThan(pages[page]?.height ?? 0);
      }
    }
  });
});
