import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/files/open.ts';
import type { Paragraph, Table, TextSource } from '../../src/values/block.ts';

const folder = join(import.meta.dirname, '../../../shared/documents/files/word');
const present = existsSync(folder);
if (!present) console.warn('The real Word files of ../shared are not here: their tests are left out.');
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.docx')) : [];

const open = (name: string): TextSource => openFile(readFileSync(join(folder, name)), name);
const tablesOf = (source: TextSource): Table[] =>
  source.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const paragraphsOf = (source: TextSource): Paragraph[] =>
  source.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );

describe.skipIf(!present)('the real Word files', () => {
  it.each(files)('%s: spans stand in order, none overlaps, and every letter belongs to a paragraph', (name) => {
    const source = open(name);
    expect(source.text).toBe(source.text.normalize('NFC'));
    let rest = '';
    let at = 0;
    for (const { span, marker } of paragraphsOf(source)) {
      expect(span.start).toBeGreaterThanOrEqual(at);
      expect(span.end).toBeGreaterThan(span.start);
      const own = source.text.slice(span.start, span.end);
      expect(own).toBe(own.trim());
      expect(own).not.toContain('\t');
      rest += source.text.slice(at, marker === undefined ? span.start : span.start - marker.length - 1);
      at = span.end;
    }
    expect((rest + source.text.slice(at)).trim()).toBe('');
  });

  it.each(files)('%s: the cells of a table do not cover one another', (name) => {
    for (const table of tablesOf(open(name))) {
      const taken = new Set<string>();
      for (const [at, row] of table.rows.entries()) {
        for (const cell of row.cells) {
          for (let down = 0; down < cell.rows; down++) {
            for (let right = 0; right < cell.columns; right++) {
              const place = `${at + down} ${cell.column + right}`;
              expect(taken).not.toContain(place);
              taken.add(place);
            }
          }
        }
      }
    }
  });

  it('the list of abbreviations has the ordinals that Word counts, beginning again after its group row', () => {
    const table = tablesOf(open('nd30-2020-Phuluc3.docx'))[0];
    const source = open('nd30-2020-Phuluc3.docx');
    const ordinals = table?.rows.map((row) => {
      const span = row.cells[0]?.paragraphs[0]?.span;
      return span ? source.text.slice(span.start, span.end) : '';
    });
    const upTo = (last: number): string[] => Array.from({ length: last }, (_, at) => `${at + 1}.`);
    expect(ordinals).toEqual(['STT', ...upTo(27), '', ...upTo(3)]);
  });

  it('the letterhead of a decree is a borderless table of two columns, its forms are ruled', () => {
    const [head, ...others] = tablesOf(open('70_2025_ND-CP_577816.docx'));
    expect(head).toMatchObject({ borderless: true });
    expect(head?.rows.map((row) => row.cells.length)).toEqual([2, 2]);
    expect(
      others.some((table) => !table.borderless && table.rows.some((row) => row.cells.some((cell) => cell.rows > 1))),
    ).toBe(true);
  });

  it('text boxes are read once', () => {
    expect(open('nd30-2020-Phuluc4.docx').text.match(/^SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN$/gm)).toHaveLength(1);
  });

  it('notes stand at the end with their numbers', () => {
    const source = open('nd30-2020-Phuluc5.docx');
    expect(source.blocks.slice(-5).map((block) => (block.kind === 'paragraph' ? block.marker : undefined))).toEqual([
      '[1]',
      '[2]',
      '[3]',
      '[4]',
      '[5]',
    ]);
  });
});
