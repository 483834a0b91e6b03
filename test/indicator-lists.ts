import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '../src/files/text/text.ts';
import { readDocument } from '../src/reading/document.ts';
import { readIndicatorSeed } from '../src/registry/indicator-seed.ts';
import { type IndicatorCatalogue, matchTargets, prepareCatalogue } from '../src/registry/match-indicator.ts';
import type { Target } from '../src/values/finding.ts';

/**
 * The lists made by hand that the matching is measured on (docs/INDICATOR-LISTS.md): for each target of a document, known
 * by where it stands and its value, the indicator and its line, or "-". A place may move by a few characters when the
 * reader takes a quote shorter or longer.
 */
export type ListedSet = 'real' | 'demo';

/** The rules were made with these before the eyes; the others were looked at to list them and to name the catalogue. */
export const tunedOn: Record<ListedSet, string[]> = { real: ['000', '001', '002'], demo: ['01', '02', '03'] };

const folders: Record<ListedSet, string> = {
  real: join(import.meta.dirname, '../../shared/documents'),
  demo: join(import.meta.dirname, '../samples'),
};

export const present = (set: ListedSet): boolean => existsSync(folders[set]);

type Entry = { document: string; at: number; value: number | null; indicator: string; line: string };

function readList(set: ListedSet): Entry[] {
  const text = readFileSync(join(import.meta.dirname, `indicators/${set}.tsv`), 'utf8');
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => {
    const [document = '', at = '', value = '', indicator = '', part = ''] = line.split('\t');
    return { document, at: Number(at), value: value === '' ? null : Number(value), indicator, line: part };
  });
}

export function deliveredCatalogue(): IndicatorCatalogue {
  const text = readFileSync(join(import.meta.dirname, '../seed/indicators.tsv'), 'utf8');
  return prepareCatalogue(readIndicatorSeed(text));
}

function targetsOf(set: ListedSet, document: string): Target[] {
  const name = readdirSync(folders[set]).find((file) => file.startsWith(document) && file.endsWith('.txt')) ?? document;
  return readDocument(openText(readFileSync(join(folders[set], name)), 'txt')).targets;
}

const farthest = 200;

/** The entry of a target: of those with its value the nearest, each used once. */
function takeEntry(entries: Set<Entry>, target: Target): Entry | undefined {
  const at = (target.valueSpan ?? target.span).start;
  const near = [...entries]
    .filter((entry) => entry.value === target.value && Math.abs(entry.at - at) <= farthest)
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  if (near) entries.delete(near);
  return near;
}

export type Quality = {
  right: number;
  /** Given to an indicator or line that is not its own. */
  wrong: string[];
  /** Of an indicator, and left out. */
  missed: string[];
  /** Targets that the list does not know: the reader has found something else since. */
  unlisted: number;
  targets: number;
};

const named = (indicator: string, line: string): string => (line === '' ? indicator : `${indicator} <${line}>`);

export function qualityOf(set: ListedSet, documents: readonly string[], catalogue: IndicatorCatalogue): Quality {
  const quality: Quality = { right: 0, wrong: [], missed: [], unlisted: 0, targets: 0 };
  const list = readList(set);
  for (const document of documents) {
    const entries = new Set(list.filter((entry) => entry.document === document));
    const targets = targetsOf(set, document);
    const matches = matchTargets(catalogue, targets);
    for (const target of targets) {
      quality.targets++;
      const entry = takeEntry(entries, target);
      if (!entry) {
        quality.unlisted++;
        continue;
      }
      const match = matches.get(target.id);
      const found = match ? named(match.indicatorId, match.line) : '-';
      const expected = named(entry.indicator, entry.line);
      const said = `${document} ${target.id} ${target.name}${target.variant ? ` / ${target.variant}` : ''}: ${found}, not ${expected}`;
      if (found === expected) quality.right += found === '-' ? 0 : 1;
      else {
        if (match) quality.wrong.push(said);
        if (expected !== '-') quality.missed.push(said);
      }
    }
  }
  return quality;
}

export const listedIndicators = (set: ListedSet): string[] => readList(set).map(({ indicator }) => indicator);

export const documentsOf = (set: ListedSet): string[] => [...new Set(readList(set).map(({ document }) => document))];

export const precision = ({ right, wrong }: Quality): number => right / (right + wrong.length);
export const recall = ({ right, missed }: Quality): number => right / (right + missed.length);
