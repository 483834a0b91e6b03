import type { Target } from '../values/finding.ts';
import type { Indicator, Matching, Measure } from './indicator.ts';
import { unitFactor } from './indicator-units.ts';
import { baseAspect, lineOf, type NameWords, wordsOf } from './indicator-words.ts';

/** What of a target says which indicator it is of. */
export type NamedTarget = Pick<Target, 'name' | 'variant' | 'op' | 'value' | 'unit' | 'change' | 'base' | 'year'>;

/** What stands above a part: the variant of its whole, where both go on from one name. */
type Named = NamedTarget & { whole?: string | null };

export type IndicatorMatch = {
  indicatorId: string;
  /** Which line of it; '' is the whole. */
  line: string;
  by: Exclude<Matching, 'officer'>;
  /** How sure, 0 to 1. */
  certainty: number;
  /** Why: the name in the catalogue, and the words that only one of the two has. */
  why: { name: string; onlyInTarget: string[]; onlyInName: string[] };
};

type CatalogueName = NameWords & { indicator: Indicator; text: string; official: boolean };

/** The catalogue as the matcher looks things up in it. Made once for many targets. */
export type IndicatorCatalogue = {
  byCore: ReadonlyMap<string, CatalogueName[]>;
  byWord: ReadonlyMap<string, CatalogueName[]>;
  size: number;
};

const coreKey = (core: ReadonlySet<string>): string => [...core].sort().join(' ');

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Names are the same from one import to the next; the most that are kept. */
const mostKnown = 50_000;
const known = new Map<string, NameWords>();

function nameWords(text: string): NameWords {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const { core, aspects } = wordsOf(text);
  known.set(text, { core, aspects });
  return { core, aspects };
}

export function prepareCatalogue(indicators: readonly Indicator[]): IndicatorCatalogue {
  const byCore = new Map<string, CatalogueName[]>();
  const byWord = new Map<string, CatalogueName[]>();
  let size = 0;
  for (const indicator of indicators)
    for (const [at, text] of [indicator.name, ...indicator.synonyms].entries()) {
      const { core, aspects } = nameWords(text);
      const name: CatalogueName = { core, aspects, indicator, text, official: at === 0 };
      append(byCore, coreKey(core), name);
      for (const word of core) append(byWord, word, name);
      size++;
    }
  return { byCore, byWord, size };
}

/** How a target's number is meant: to be reached, to be added, or by how many percent something changes. */
type Form = 'condition' | 'change' | 'added' | 'removed' | 'level';

function formOf({ op, change, unit }: NamedTarget): Form {
  if (op === 'text') return 'condition';
  if (change === 'level') return 'level';
  if (unit !== null && /%|hạng|bậc|phần trăm/u.test(unit)) return 'change';
  return change === 'increase' ? 'added' : 'removed';
}

const accepts: Record<Measure, (form: Form, indicator: Indicator, change: Target['change']) => boolean> = {
  condition: (form) => form === 'condition',
  growth: (form) => form === 'change',
  reduction: (form, _, change) => (form === 'change' || form === 'removed') && change === 'decrease',
  share: (form) => form === 'level',
  index: (form) => form === 'level',
  level: (form, { cumulative }) => form === 'level' || (form === 'added' && cumulative),
  count: (form, { cumulative }) => form === 'level' || (form === 'added' && cumulative),
};

function fits(indicator: Indicator, target: NamedTarget, form: Form): boolean {
  if (!accepts[indicator.measure](form, indicator, target.change)) return false;
  if (form === 'condition') return true;
  return target.unit === null || unitFactor(indicator, target.unit) !== undefined;
}

/** A name whose own aspects the target has, too: "nước sạch" is asked for, and the target speaks of it. */
const within = (name: NameWords, aspects: NameWords['aspects']): boolean =>
  [...name.aspects].every(([aspect, value]) => aspects.get(aspect) === value);

/** "Cơ cấu GRDP" without saying of what says nothing. */
const needsLine = ({ name }: Indicator): boolean => /^cơ cấu /iu.test(name);

type Candidate = { name: CatalogueName; score: number };

/** An indicator that counts at a moment goes before one that adds up, where the number is one to be reached. */
function preference(a: CatalogueName, b: CatalogueName, form: Form): number {
  const specific = b.aspects.size - a.aspects.size;
  if (specific !== 0) return specific;
  const cumulative = Number(a.indicator.cumulative) - Number(b.indicator.cumulative);
  if (cumulative !== 0) return form === 'added' ? -cumulative : cumulative;
  return Number(b.official) - Number(a.official);
}

const weightOf = (catalogue: IndicatorCatalogue, word: string): number =>
  Math.log(1 + catalogue.size / (catalogue.byWord.get(word)?.length ?? 1));

const sum = (words: Iterable<string>, catalogue: IndicatorCatalogue): number => {
  let total = 0;
  for (const word of words) total += weightOf(catalogue, word);
  return total;
};

const leftOut = (words: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...words].filter((word) => !other.has(word));

/** Share of what both say in all that either says, weighed by how rare the words are in the catalogue. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>, catalogue: IndicatorCatalogue): number {
  const onlyA = leftOut(a, b);
  const onlyB = leftOut(b, a);
  // "mức độ 2" and "mức độ 3", "dưới 1 tuổi" and "dưới 5 tuổi" are different things.
  if ([...onlyA, ...onlyB].some((word) => /^\d/u.test(word))) return 0;
  // Each side has something of its own: two things of one kind ("xã đạt chuẩn", "hộ đạt chuẩn").
  if (onlyA.length > 0 && onlyB.length > 0) return 0;
  const together = sum(a, catalogue) + sum(onlyB, catalogue);
  return together === 0 ? 0 : 1 - (sum(onlyA, catalogue) + sum(onlyB, catalogue)) / together;
}

const leastSimilarity = 0.8;
const leastLead = 0.04;

function nearest(core: ReadonlySet<string>, catalogue: IndicatorCatalogue, usable: (name: CatalogueName) => boolean) {
  const seen = new Set<CatalogueName>();
  const found: Candidate[] = [];
  for (const word of core)
    for (const name of catalogue.byWord.get(word) ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (Math.abs(name.core.size - core.size) > 3 || !usable(name)) continue;
      const score = similarity(core, name.core, catalogue);
      if (score >= leastSimilarity) found.push({ name, score });
    }
  return found.sort((a, b) => b.score - a.score);
}

const onlyHead = (core: ReadonlySet<string>): boolean => core.size < 2;

type Question = { words: NameWords; target: NamedTarget; form: Form };

function findExactly({ words, target, form }: Question, catalogue: IndicatorCatalogue): Candidate | undefined {
  const name = (catalogue.byCore.get(coreKey(words.core)) ?? [])
    .filter((one) => fits(one.indicator, target, form) && within(one, words.aspects))
    .sort((a, b) => preference(a, b, form))[0];
  return name && { name, score: 1 };
}

function findNearly({ words, target, form }: Question, catalogue: IndicatorCatalogue): Candidate | undefined {
  if (onlyHead(words.core)) return undefined;
  const usable = (name: CatalogueName) => fits(name.indicator, target, form) && within(name, words.aspects);
  const [best, ...others] = nearest(words.core, catalogue, usable);
  const rival = others.find(({ name }) => name.indicator.id !== best?.name.indicator.id);
  return best && best.score - (rival?.score ?? 0) >= leastLead ? best : undefined;
}

/** One way to understand a name and its variant; `line` is what it leaves to tell the line. */
type Understanding = { words: NameWords; line: string; sure: number; find: typeof findExactly };

const either: typeof findExactly = (question, catalogue) =>
  findExactly(question, catalogue) ?? findNearly(question, catalogue);

/** As one name, as a name of its own, as a name and a line of it. */
function understandings({ name, variant: said, unit, whole }: Named): Understanding[] {
  // "GRDP bình quân đầu người: … USD" says the unit, not a part.
  const variant = said === unit ? null : said;
  const { core, aspects, rest } = wordsOf(name, variant, whole);
  const words = { core, aspects };
  if (variant === null || rest === '') return [{ words, line: '', sure: 1, find: either }];
  const joined = { core: wordsOf(`${name} ${variant}`).core, aspects };
  return [
    { words: joined, line: '', sure: 0.98, find: findExactly },
    { words: wordsOf(variant), line: '', sure: 0.9, find: either },
    { words, line: rest, sure: 0.9, find: either },
  ];
}

/** The indicator and line that a target is of; undefined where none is, or it is not clear which. */
export const matchIndicator = (catalogue: IndicatorCatalogue, target: Named): IndicatorMatch | undefined =>
  firstMatch(catalogue, target, understandings(target));

function firstMatch(
  catalogue: IndicatorCatalogue,
  target: NamedTarget,
  ways: Understanding[],
): IndicatorMatch | undefined {
  const form = formOf(target);
  for (const { words, line, sure, find } of ways) {
    const found = find({ words, target, form }, catalogue);
    const match = found && matchOf(found, words, line, target, sure);
    if (found && match && !(match.line === '' && needsLine(found.name.indicator))) return match;
  }
  return undefined;
}

function matchOf(
  { name, score }: Candidate,
  words: NameWords,
  free: string,
  target: NamedTarget,
  sure: number,
): IndicatorMatch {
  const { indicator } = name;
  const own = new Map([...words.aspects].filter(([aspect]) => !name.aspects.has(aspect)));
  const base = indicator.measure === 'growth' ? baseAspect(target.base, target.year) : undefined;
  if (base !== undefined) own.set('base', base);
  if (free !== '') own.set('other', free);
  const by = score < 1 ? 'words' : name.official ? 'name' : 'synonym';
  const unitless = target.unit === null && indicator.unit !== null ? 0.8 : 1;
  return {
    indicatorId: indicator.id,
    line: lineOf(own),
    by,
    certainty: Math.round(score * sure * unitless * (by === 'synonym' ? 0.98 : by === 'words' ? 0.9 : 1) * 1000) / 1000,
    why: {
      name: name.text,
      onlyInTarget: leftOut(words.core, name.core),
      onlyInName: leftOut(name.core, words.core),
    },
  };
}

/** Which line of an indicator a target is of that somebody else says is of it. */
export function lineWithin(indicator: Indicator, target: NamedTarget): string {
  const { core, aspects, rest } = wordsOf(target.name, target.variant);
  const names = prepareCatalogue([indicator]).byCore;
  const name = [...names.values()].flat().toSorted((a, b) => alike(b.core, core) - alike(a.core, core))[0];
  const found = name && matchOf({ name, score: 1 }, { core, aspects }, rest, target, 1);
  return found?.line ?? '';
}

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length;

/** One place in a list of a document: parts may go on from their whole. */
export type ListedTarget = NamedTarget & Pick<Target, 'id' | 'value2' | 'parentId' | 'tier'>;

const barely = /^(?:tốc độ(?: tăng| giảm)?|tỷ lệ|tỉ lệ|tỷ trọng|số|mức)$/iu;

/** The matches of a whole document, by target id: with what only the neighbours tell. */
export function matchTargets(
  catalogue: IndicatorCatalogue,
  targets: readonly ListedTarget[],
): Map<string, IndicatorMatch> {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const matches = new Map<string, IndicatorMatch>();
  const put = (id: string, match: IndicatorMatch | undefined) => {
    if (match) matches.set(id, match);
    else matches.delete(id);
  };
  for (const target of targets) {
    const above = wholesOf(target, byId);
    const match = matchPart(catalogue, target, above);
    const parent = above[0];
    if (match && parent && contradicts(parent, target, matches.get(parent.id), match)) {
      const whole = withoutAspects(catalogue, parent);
      if (!whole) continue;
      put(parent.id, whole);
    }
    put(target.id, match);
  }
  return matches;
}

/** What a target is a part of, the nearest first. */
function wholesOf(target: ListedTarget, byId: ReadonlyMap<string, ListedTarget>): ListedTarget[] {
  const above: ListedTarget[] = [];
  let parent = target.parentId === null ? undefined : byId.get(target.parentId);
  while (parent && !above.includes(parent)) {
    above.push(parent);
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
  }
  return above;
}

function matchPart(
  catalogue: IndicatorCatalogue,
  target: ListedTarget,
  above: readonly ListedTarget[],
): IndicatorMatch | undefined {
  const [parent] = above;
  if (!parent) return matchIndicator(catalogue, target);
  // "Tốc độ tăng" below "Tổng điện năng sản xuất" is that of the electricity.
  if (barely.test(target.name)) return matchIndicator(catalogue, { ...target, name: `${target.name} ${parent.name}` });
  const whole = parent.name === target.name && target.variant !== null ? parent.variant : null;
  const own = matchIndicator(catalogue, { ...target, whole });
  if (own || target.variant !== null) return own;
  // "85 % hoàn thành tốt nhiệm vụ" goes on from "100 % tổ chức đảng hoàn thành nhiệm vụ".
  const { core, aspects } = wordsOf(target.name);
  return above
    .map(({ name }) => ({ core: new Set([...wordsOf(name).core, ...core]), aspects }))
    .map((words) => ({ words, line: '', sure: 0.9, find: findExactly }))
    .map((way) => firstMatch(catalogue, target, [way]))
    .find((match) => match !== undefined);
}

/** A part that would be the very line of its whole, with another value: what tells it apart was read wrongly. */
function contradicts(
  parent: ListedTarget,
  part: ListedTarget,
  whole: IndicatorMatch | undefined,
  match: IndicatorMatch,
): boolean {
  const sameLine = whole?.indicatorId === match.indicatorId && whole.line === match.line;
  const sameValue = parent.value === part.value && parent.value2 === part.value2;
  return sameLine && parent.year === part.year && parent.unit === part.unit && parent.tier === part.tier && !sameValue;
}

/** What the name of a whole says of an aspect that its part has, was read into it: "… qua đào tạo, trong đó có bằng cấp". */
function withoutAspects(catalogue: IndicatorCatalogue, target: ListedTarget): IndicatorMatch | undefined {
  const { core, aspects } = wordsOf(target.name);
  if (aspects.size === 0 || target.variant !== null) return undefined;
  return firstMatch(catalogue, target, [
    { words: { core, aspects: new Map() }, line: '', sure: 0.8, find: findExactly },
  ]);
}
