import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openText } from '../src/files/text/text.ts';
import { readDocument } from '../src/reading/document.ts';
import { type AlignedTask, alignTasks, wordTasks } from '../src/registry/alignment.ts';
import { readIndicatorSeed } from '../src/registry/indicator-seed.ts';
import { agencyMatcher } from '../src/registry/match-agency.ts';
import { matchTargets, prepareCatalogue } from '../src/registry/match-indicator.ts';
import { matchedNames } from '../test/agencies/listed-names.ts';
import { countryRegister } from '../test/agencies/seeds.ts';
import {
  deliveredCatalogue,
  documentsOf,
  type ListedSet,
  precision,
  present,
  type Quality,
  qualityOf,
  recall,
  tunedOn,
} from '../test/indicator-lists.ts';
import {
  otherPairs,
  pairPrecision,
  pairQuality,
  pairRecall,
  presentPair,
  setOf,
  sidesOf,
  tunedPairs,
  unseenPairs,
} from '../test/task-pairs.ts';

/**
 * How well and how fast documents are matched with the register: precision and recall on the lists made by hand, and the
 * time to match one document against 2,000 indicators and 15,000 agencies, beside the time to read that document. Time
 * is that of this process alone, so that others on the machine do not count.
 */

const row = (cells: string[]): string =>
  `${cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(12))).join(' ')}\n`;
const say = (cells: string[]): boolean => process.stdout.write(row(cells));
const share = (part: number): string => part.toFixed(4);

function reportIndicators(): void {
  const catalogue = deliveredCatalogue();
  const tell = (name: string, quality: Quality) =>
    say([name, share(precision(quality)), share(recall(quality)), String(quality.targets), String(quality.unlisted)]);
  say(['indicators', 'precision', 'recall', 'targets', 'unlisted']);
  for (const set of ['real', 'demo'] as ListedSet[]) {
    if (!present(set)) {
      say([`${set} documents`, 'not here']);
      continue;
    }
    const others = documentsOf(set).filter((document) => !tunedOn[set].includes(document));
    tell(`${set}, rules made with`, qualityOf(set, tunedOn[set], catalogue));
    tell(`${set}, others`, qualityOf(set, others, catalogue));
    tell(`${set}, all`, qualityOf(set, documentsOf(set), catalogue));
  }
}

function reportAgencies(): void {
  const names = matchedNames();
  const found = names.filter(({ got }) => got !== '-');
  const right = found.filter(({ meant, got }) => meant === got).length;
  const known = names.filter(({ meant }) => meant !== '-').length;
  say(['\nagencies', 'precision', 'recall', 'names']);
  say(['names of the list', share(right / found.length), share(right / known), String(names.length)]);
}

function reportTaskPairs(): void {
  say(['\ntasks of two tiers', 'precision', 'recall', 'right', 'wrong', 'missed', 'opinion']);
  const tell = (name: string, pairs: typeof tunedPairs) => {
    const quality = pairQuality(pairs.filter(presentPair));
    const counts = [quality.right, quality.wrong.length, quality.missed.length, quality.opinions];
    say([name, share(pairPrecision(quality)), share(pairRecall(quality)), ...counts.map(String)]);
  };
  tell('rules made with', tunedPairs);
  tell('others', otherPairs);
  tell('unseen', unseenPairs);
  for (const pair of [...tunedPairs, ...otherPairs, ...unseenPairs]) tell(`${pair.higher} / ${pair.lower}`, [pair]);
  const [pair] = otherPairs.filter((one) => setOf(one) === 'demo');
  if (!pair) return;
  const { highers, lowers } = sidesOf(pair);
  // Each task's words begin with a number of its own, as those of other documents would differ in some.
  const many = Array.from({ length: 2000 }, (_, at): AlignedTask => {
    const one = lowers[at % lowers.length];
    if (!one) throw new Error('the document has no tasks');
    return { task: { ...one.task, id: `${at}` }, quote: `việc${at} ${one.quote}` };
  });
  say([
    `${highers.length} tasks beside ${many.length}, ms`,
    took(() => alignTasks(highers, wordTasks(many, 'another'))).toFixed(0),
  ]);
}

/** Milliseconds of this process: the least of several, the first of which warms up. */
function took(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times.slice(1));
}

const mostMilliseconds = 300;

function reportTime(): boolean {
  const root = join(import.meta.dirname, '..');
  const source = openText(readFileSync(join(root, 'samples/02-ke-hoach-hanh-dong-2026.txt')), 'txt');
  const { targets, tasks } = readDocument(source);
  const seed = readIndicatorSeed(readFileSync(join(root, 'seed/indicators.tsv'), 'utf8'));
  // Names that differ in one word, as those of a larger catalogue would.
  const indicators = Array.from({ length: 2000 }, (_, at) => {
    const one = seed[at % seed.length];
    if (!one) throw new Error('the catalogue is empty');
    if (at < seed.length) return one;
    const mark = `nhóm ${Math.floor(at / seed.length)}`;
    return {
      ...one,
      id: `${one.id} ${at}`,
      name: `${one.name} ${mark}`,
      synonyms: one.synonyms.map((name) => `${name} ${mark}`),
    };
  });
  const { places, groups, agencies } = countryRegister;
  const place = places.find(({ tier }) => tier === 'province') ?? null;
  const names = [
    ...targets.flatMap((target) => target.agencies),
    ...tasks.flatMap(({ lead, coord, monitor }) => [...lead, ...coord, ...monitor]),
  ];
  const start = process.cpuUsage();
  prepareCatalogue(indicators);
  const first = process.cpuUsage(start);
  const reading = took(() => readDocument(source));
  const byIndicator = took(() => matchTargets(prepareCatalogue(indicators), targets));
  const byAgency = took(() => {
    const find = agencyMatcher({ places, groups, agencies }, { day: '2026-01-15', place });
    for (const name of names) find(name);
  });
  const whole = byIndicator + byAgency;
  say([`\none document: ${targets.length} targets, ${names.length} names`, 'ms', 'to reading']);
  const told = (name: string, time: number) => say([name, time.toFixed(0), (time / reading).toFixed(2)]);
  told('reading it', reading);
  told(`against ${indicators.length} indicators`, byIndicator);
  told(`against ${agencies.length} agencies`, byAgency);
  told(`both (at most ${mostMilliseconds} ms)`, whole);
  told('the catalogue, when the program has just begun', (first.user + first.system) / 1000);
  return whole <= mostMilliseconds;
}

reportIndicators();
reportAgencies();
reportTaskPairs();
if (!reportTime()) process.exitCode = 1;
