import { fold, squeeze } from '../values/vietnamese.ts';
import { FigureBasis, FigureSpan } from './figure-basis.ts';

/** Bases and spans as people write them in files. */

const bases: Record<FigureBasis, readonly string[]> = {
  planned: ['ke hoach', 'kh', 'so ke hoach', 'du toan', 'dt', 'planned', 'plan'],
  estimated: ['uoc', 'uoc thuc hien', 'uth', 'uoc th', 'so uoc', 'uoc tinh', 'estimated', 'estimate'],
  preliminary: ['so bo', 'sb', 'so so bo', 'so lieu so bo', 'preliminary'],
  final: ['chinh thuc', 'ct', 'thuc hien', 'th', 'so chinh thuc', 'so thuc hien', 'final', 'actual'],
};

const spans: Record<FigureSpan, readonly string[]> = {
  period: ['trong ky', 'trong thang', 'trong quy', 'thang', 'quy', 'trong nam', 'ky', 'cuoi ky', 'thoi diem', 'period'],
  toDate: ['luy ke', 'cong don', 'luy ke tu dau nam', 'tu dau nam', 'to date', 'todate', 'cumulative'],
};

function reader<T extends string>(
  words: Record<T, readonly string[]>,
  known: readonly T[],
): (text: string) => T | undefined {
  const byWord = new Map<string, T>();
  for (const one of known) for (const word of [one.toLowerCase(), ...words[one]]) byWord.set(word, one);
  return (text) => byWord.get(squeeze(fold(text).replace(/[.:()]/g, ' ')));
}

export const readBasis = reader(bases, FigureBasis.options);
export const readSpan = reader(spans, FigureSpan.options);
