import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '../../src/files/text/text.ts';
import { readDocument } from '../../src/reading/document.ts';
import type { PastFigure } from '../../src/values/finding.ts';
import { parseNumber } from '../../src/values/number.ts';
import { squeeze } from '../../src/values/vietnamese.ts';
import { basisLine } from './finding-lines.ts';

/**
 * What real documents state of years gone by, listed by hand: "văn bản: …" (a file below ../shared/documents), where only
 * a part of it is listed "từ: …" and "đến: …" (words that it begins with and ends before), then a line a figure: basis
 * and time, value, some words of its row or name.
 */
type Listed = { said: string; value: number; words: string };
type List = { file: string; document: string; from: string | null; to: string | null; figures: Listed[] };

const folder = join(import.meta.dirname, 'past-figures');
const documents = join(import.meta.dirname, '../../../shared/documents');

const lists: List[] = readdirSync(folder)
  .sort()
  .map((file) => listOf(file, readFileSync(join(folder, file), 'utf8')));

function listOf(file: string, content: string): List {
  const [head = '', ...rest] = content.split('\n\n');
  const field = (name: string): string | null => new RegExp(`^${name}: (.+)$`, 'mu').exec(head)?.[1] ?? null;
  const lines = rest.join('\n').split('\n').filter(Boolean);
  const figures = lines.map((line) => {
    const [said = '', value = '', words = ''] = line.split(' | ');
    return { said, value: parseNumber(value) ?? Number.NaN, words };
  });
  return { file, document: field('văn bản') ?? '', from: field('từ'), to: field('đến'), figures };
}

export type FigureScore = { file: string; listed: number; read: number; right: number };

/** @returns undefined where the documents are not there */
export function scoreFigures(): FigureScore[] | undefined {
  if (!existsSync(join(documents, 'others'))) return undefined;
  return lists.map((list) => {
    const source = openText(readFileSync(join(documents, `${list.document}.txt`)), 'txt');
    const { figures } = readDocument(source);
    const start = list.from === null ? 0 : placeOf(source.text, list.from);
    const end = list.to === null ? source.text.length : placeOf(source.text, list.to);
    const read = figures.filter(({ span }) => span.start >= start && span.start < end);
    const left = [...list.figures];
    for (const figure of read) {
      const at = left.findIndex((one) => isSame(one, figure, source.text));
      if (at !== -1) left.splice(at, 1);
    }
    const right = list.figures.length - left.length;
    return { file: list.file, listed: list.figures.length, read: read.length, right };
  });
}

const isSame = ({ said, value, words }: Listed, figure: PastFigure, text: string): boolean =>
  said === basisLine(figure) &&
  value === figure.value &&
  squeeze(`${figure.name} ${figure.variant ?? ''} ${text.slice(figure.span.start, figure.span.end)}`)
    .toLowerCase()
    .includes(words);

/** Whatever white space and emphasis stand between the words. */
function placeOf(text: string, words: string): number {
  const escaped = words.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const at = text.search(new RegExp(escaped.join('[\\s*]+'), 'u'));
  if (at === -1) throw new Error(`"${words}" stands nowhere.`);
  return at;
}

export function totalOf(scores: readonly FigureScore[]): { precision: number; recall: number } {
  const sum = (of: keyof Omit<FigureScore, 'file'>): number => scores.reduce((total, one) => total + one[of], 0);
  return { precision: sum('right') / Math.max(1, sum('read')), recall: sum('right') / Math.max(1, sum('listed')) };
}
