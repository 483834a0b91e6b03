import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '../src/files/text/text.ts';
import { readDocument } from '../src/reading/document.ts';
import { alignTasks, type WordedTask, wordTasks } from '../src/registry/alignment.ts';

/**
 * The list made by hand that the pairing of tasks is measured on (docs/TASK-PAIRS.md): for each task of a higher document,
 * known by where it stands, the tasks of the lower one that answer it, or "-". Where opinions differ whether it is
 * answered, those answers count neither way; any other counts as wrong.
 */
type Entry = { at: number; answers: number[]; opinion: boolean; about: string };

export type DocumentPair = { higher: string; lower: string };

const folders = {
  real: join(import.meta.dirname, '../../shared/documents'),
  demo: join(import.meta.dirname, '../samples'),
};
type Set = keyof typeof folders;

export const setOf = ({ higher }: DocumentPair): Set => (higher.length === 3 ? 'real' : 'demo');
export const presentPair = (pair: DocumentPair): boolean => existsSync(folders[setOf(pair)]);

/** The rules of pairing were made with these before the eyes. */
export const tunedPairs: readonly DocumentPair[] = [
  { higher: '001', lower: '003' },
  { higher: '002', lower: '002' },
];
/** Of these only the totals were in sight while weights were tried, no single pair. */
export const otherPairs: readonly DocumentPair[] = [
  { higher: '002', lower: '000' },
  { higher: '01', lower: '04' },
  { higher: '02', lower: '02' },
  { higher: '03', lower: '03' },
  { higher: '03', lower: '02' },
];
/** Listed before the program had paired them, and never looked at while rules or weights were made. */
export const unseenPairs: readonly DocumentPair[] = [
  { higher: '004', lower: '003' },
  { higher: '000', lower: '003' },
];

function entriesOf({ higher, lower }: DocumentPair): Entry[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'task-pairs.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.flatMap((line) => {
    const [above, below, at = '', answers = '', opinion, about = ''] = line.split('\t');
    if (above !== higher || below !== lower) return [];
    const places = answers === '-' ? [] : answers.split(' ').map(Number);
    return [{ at: Number(at), answers: places, opinion: opinion === 'opinion', about }];
  });
}

const inAppendix = ({ task }: WordedTask): boolean => /^phụ lục/iu.test(task.section[0] ?? '');

function tasksOf(set: Set, document: string): WordedTask[] {
  const name = readdirSync(folders[set]).find((file) => file.startsWith(document) && file.endsWith('.txt')) ?? document;
  const source = openText(readFileSync(join(folders[set], name)), 'txt');
  const tasks = readDocument(source).tasks;
  return wordTasks(
    tasks.map((task) => ({ task, quote: source.text.slice(task.span.start, task.span.end) })),
    document,
  );
}

/** Both sides of a pair; of a document beside itself the text before its appendices, and these. */
export function sidesOf(pair: DocumentPair): { highers: WordedTask[]; lowers: WordedTask[] } {
  const set = setOf(pair);
  const [highers, lowers] = [tasksOf(set, pair.higher), tasksOf(set, pair.lower)];
  if (pair.higher !== pair.lower) return { highers, lowers };
  return { highers: highers.filter((one) => !inAppendix(one)), lowers: lowers.filter(inAppendix) };
}

export type PairQuality = { right: number; wrong: string[]; missed: string[]; opinions: number; unlisted: number };

/** A place may move by a few characters when the reader takes a quote shorter or longer. */
const near = (one: number, other: number): boolean => Math.abs(one - other) <= 40;

export function pairQuality(pairs: readonly DocumentPair[]): PairQuality {
  const quality: PairQuality = { right: 0, wrong: [], missed: [], opinions: 0, unlisted: 0 };
  for (const pair of pairs) addPair(quality, pair);
  return quality;
}

function addPair(quality: PairQuality, pair: DocumentPair): void {
  const { highers, lowers } = sidesOf(pair);
  const entries = entriesOf(pair);
  const answers = new Map(alignTasks(highers, lowers).map((answer) => [answer.id, answer]));
  for (const { task } of highers) {
    const entry = entries.find(({ at }) => near(at, task.span.start));
    if (!entry) {
      quality.unlisted++;
      continue;
    }
    const answer = answers.get(task.id);
    const given = lowers.find((lower) => lower.task.id === answer?.otherId)?.task;
    const fits = given !== undefined && entry.answers.some((at) => near(at, given.span.start));
    const said = `${pair.higher} ${task.id} beside ${pair.lower} ${given?.id ?? '-'} (${answer?.certainty.toFixed(2)}): ${entry.about}`;
    if (fits && entry.opinion) quality.opinions++;
    else if (fits) quality.right++;
    else if (given) quality.wrong.push(said);
    if (!fits && !entry.opinion && entry.answers.length > 0) quality.missed.push(said);
  }
}

export const pairPrecision = ({ right, wrong }: PairQuality): number => right / (right + wrong.length || 1);
export const pairRecall = ({ right, missed }: PairQuality): number => right / (right + missed.length || 1);
