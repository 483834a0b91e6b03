import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '../src/files/text/text.ts';
import { type Annotation, annotationOf } from '../src/reading/annotation.ts';
import { readDocument } from '../src/reading/document.ts';
import { wrongFindings } from './scoring.ts';

/** Whether the reader doubts the right findings: each finding's confidence and notes against whether it is right. */

type Weighed = { confidence: number; noted: boolean; right: boolean };
export type Annotated = { group: string; number: string; path: string; gold: string };

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared');

const documentsIn = (group: string, texts: string, golds: string): Annotated[] =>
  existsSync(golds)
    ? readdirSync(golds)
        .filter((name) => /^\d.*\.json$/.test(name))
        .flatMap((name) => {
          const number = name.slice(0, -'.json'.length);
          const text = readdirSync(texts).find((one) => one.startsWith(number) && one.endsWith('.txt'));
          return text ? [{ group, number, path: join(texts, text), gold: join(golds, name) }] : [];
        })
    : [];

/** The annotated documents that are here, in their groups. */
export const annotatedDocuments = (): Annotated[] => [
  ...documentsIn('Trà Vinh 001-003', join(shared, 'documents'), join(shared, 'gold')),
  ...documentsIn('other bodies', join(shared, 'documents/others'), join(shared, 'gold/others')),
  ...documentsIn('demo province', join(root, 'samples'), join(root, 'test/gold/samples')),
];

export function weighed({ path, gold }: Pick<Annotated, 'path' | 'gold'>): Weighed[] {
  const source = openText(readFileSync(path), 'txt');
  const read = annotationOf(source, readDocument(source), path);
  const wrong = wrongFindings(JSON.parse(readFileSync(gold, 'utf8')) as Annotation, read);
  const noted = new Set(read.notes.map(({ findingId }) => findingId));
  return [...read.targets, ...read.tasks].map(({ id, confidence }) => ({
    confidence,
    noted: noted.has(id),
    right: !wrong.has(id),
  }));
}

export type Share = { right: number; of: number };

const shareRight = (findings: Weighed[]): Share => ({
  right: findings.filter(({ right }) => right).length,
  of: findings.length,
});

export const calibration = (findings: Weighed[]): { noted: Share; unnoted: Share } => ({
  noted: shareRight(findings.filter(({ noted }) => noted)),
  unnoted: shareRight(findings.filter(({ noted }) => !noted)),
});

const bands = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98];

/** How many of the findings of each band of confidence are right. */
export const byConfidence = (findings: Weighed[]): (Share & { from: number; to: number; mean: number })[] =>
  bands.map((from, i) => {
    const to = bands[i + 1] ?? 1;
    const inside = findings.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inside.length);
    return { ...shareRight(inside), from, to, mean };
  });
