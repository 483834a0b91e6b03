import type { AnnotatedTarget, AnnotatedTask, Annotation } from '../src/reading/annotation.ts';

/**
 * Scores a reading against an annotation by the published rules: a target is found when its value agrees and the places
 * overlap, a task when its stretches share 70 %; field figures are shares of the found items whose field agrees.
 */
export type Score = {
  targets: Rate;
  /** As `targets`, but only where comparison, unit, direction and year agree too. */
  targetsExact: Rate;
  tasks: Rate;
  references: Rate;
  /** Header fields that agree, of 7. */
  document: { agreed: number; of: number; wrong: string[] };
  targetFields: Record<string, { agreed: number; of: number }>;
  taskFields: Record<string, { agreed: number; of: number }>;
  misses: string[];
};

export type Rate = { hit: number; gold: number; read: number };

export const f1 = ({ hit, gold, read }: Rate): number => {
  const precision = read === 0 ? (gold === 0 ? 1 : 0) : hit / read;
  const recall = gold === 0 ? 1 : hit / gold;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
};

export const addRates = (rates: Rate[]): Rate =>
  rates.reduce((sum, { hit, gold, read }) => ({ hit: sum.hit + hit, gold: sum.gold + gold, read: sum.read + read }), {
    hit: 0,
    gold: 0,
    read: 0,
  });

const norm = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : String(value)
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/\s*-\s*/g, '-')
        .replace(/[*_#"“”']/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^[ .,;:]+|[ .,;:]+$/g, '');

const unitAliases: Record<string, string> = {
  'phần trăm': '%',
  'tỉ đồng': 'tỷ đồng',
  'tỉ kwh': 'tỷ kwh',
  'hợp tác xã': 'htx',
};

function sameUnit(a: unknown, b: unknown): boolean {
  const [x, y] = [a, b].map((one) => norm(one).replace(/\s*\/\s*/g, '/')).map((one) => unitAliases[one] ?? one);
  return x === y || (!!x && !!y && (x.includes(y) || y.includes(x)));
}

const tokens = (value: unknown): string[] => norm(value).match(/[\p{L}\p{N}_]+|%/gu) ?? [];

function tokenF1(a: unknown, b: unknown): number {
  const [x, y] = [tokens(a), tokens(b)];
  if (x.length === 0 || y.length === 0) return x.length === y.length ? 1 : 0;
  const rest = [...y];
  let hit = 0;
  for (const token of x) {
    const at = rest.indexOf(token);
    if (at === -1) continue;
    rest.splice(at, 1);
    hit += 1;
  }
  return (2 * hit) / (x.length + y.length);
}

const same = (a: string[], b: string[]): boolean => {
  const [x, y] = [new Set(a.map(norm)), new Set(b.map(norm))];
  return x.size === y.size && [...x].every((one) => y.has(one));
};

const targetFields: Record<string, (gold: AnnotatedTarget, read: AnnotatedTarget) => boolean> = {
  op: (g, r) => g.op === r.op,
  unit: (g, r) => sameUnit(g.unit, r.unit),
  change: (g, r) => g.change === r.change,
  year: (g, r) => g.year === r.year,
  tier: (g, r) => g.tier === r.tier,
  listed: (g, r) => g.listed === r.listed,
  name: (g, r) => tokenF1(`${g.name ?? ''} ${g.variant ?? ''}`, `${r.name} ${r.variant ?? ''}`) >= 0.6,
  agencies: (g, r) => same(g.agencies, r.agencies),
};

const exactFields = ['op', 'unit', 'change', 'year'];

const taskFields: Record<string, (gold: AnnotatedTask, read: AnnotatedTask) => boolean> = {
  lead: (g, r) => same(g.lead, r.lead),
  coord: (g, r) => same(g.coord, r.coord),
  monitor: (g, r) => same(g.monitor, r.monitor),
  time: (g, r) => sameTime(g.time, r.time),
  ordinal: (g, r) => norm(g.ordinal) === norm(r.ordinal),
  product: (g, r) => norm(g.productRaw) === norm(r.productRaw),
};

function sameTime(gold: AnnotatedTask['time'] | null, read: AnnotatedTask['time']): boolean {
  const part = (time: AnnotatedTask['time'], key: string): unknown => (time as Record<string, unknown>)[key];
  const due = gold ?? { kind: 'none' as const };
  return ['kind', 'from', 'to', 'every'].every((key) => part(due, key) === part(read, key));
}

type Place = { start: number; end: number };

const places = (target: AnnotatedTarget): Place[] => [
  { start: target.start, end: target.end },
  ...(target.valueStart === undefined || target.valueEnd === undefined
    ? []
    : [{ start: target.valueStart, end: target.valueEnd }]),
];

const overlap = (a: AnnotatedTarget, b: AnnotatedTarget): boolean =>
  places(a).some((x) => places(b).some((y) => Math.max(x.start, y.start) < Math.min(x.end, y.end)));

const share = (a: Place, b: Place): number => {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
};

const sameNumber = (a: number | null | undefined, b: number | null | undefined): boolean =>
  (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : Math.abs(Number(a) - Number(b)) < 1e-6;

/** Greedy one-to-one, best pairs first. */
function pairsOf<T>(gold: T[], read: T[], fits: (g: T, r: T) => boolean, weight: (g: T, r: T) => number): [T, T][] {
  const candidates = gold.flatMap((g, i) =>
    read.flatMap((r, j) => (fits(g, r) ? [{ w: weight(g, r), i, j, g, r }] : [])),
  );
  candidates.sort((a, b) => b.w - a.w || a.i - b.i || a.j - b.j);
  const [usedGold, usedRead] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ i, j, g, r }) => {
    if (usedGold.has(i) || usedRead.has(j)) return [];
    usedGold.add(i);
    usedRead.add(j);
    return [[g, r] as [T, T]];
  });
}

function agreement<T>(
  pairs: [T, T][],
  fields: Record<string, (gold: T, read: T) => boolean>,
): Record<string, { agreed: number; of: number }> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, agrees]) => [
      name,
      { agreed: pairs.filter(([g, r]) => agrees(g, r)).length, of: pairs.length },
    ]),
  );
}

function documentScore(gold: Annotation['document'], read: Annotation['document']): Score['document'] {
  const period = (one: Annotation['document']): string => (one.period ? `${one.period.from}-${one.period.to}` : '');
  const checks: [string, boolean][] = [
    ...(['number', 'kind', 'issuer', 'issuedOn', 'title'] as const).map((key): [string, boolean] => [
      key,
      norm(gold[key]) === norm(read[key]),
    ]),
    ['period', period(gold) === period(read)],
    ['signer', norm(gold.signer?.name) === norm(read.signer?.name)],
  ];
  return {
    agreed: checks.filter(([, ok]) => ok).length,
    of: checks.length,
    wrong: checks.filter(([, ok]) => !ok).map(([name]) => name),
  };
}

const targetPairs = (gold: AnnotatedTarget[], read: AnnotatedTarget[]): [AnnotatedTarget, AnnotatedTarget][] =>
  pairsOf(
    gold,
    read,
    (g, r) =>
      sameNumber(g.value, r.value) &&
      sameNumber(g.value2, r.value2) &&
      (g.op === 'text') === (r.op === 'text') &&
      overlap(g, r),
    (g, r) => Object.values(targetFields).filter((agrees) => agrees(g, r)).length + tokenF1(g.quote, r.quote),
  );

const taskPairs = (gold: AnnotatedTask[], read: AnnotatedTask[]): [AnnotatedTask, AnnotatedTask][] =>
  pairsOf(gold, read, (g, r) => share(g, r) >= 0.7, share);

/** What of a finding must agree for an officer to call it right. */
const decisive = { target: ['op', 'unit', 'change', 'year', 'name'], task: ['lead', 'coord', 'time'] };

/** The findings that are not right, each with the fields that differ; of one that the annotation lacks, none is named. */
export function wrongFindings(gold: Annotation, read: Annotation): Map<string, string[]> {
  const targets = new Map(targetPairs(gold.targets, read.targets).map(([g, r]) => [r, g]));
  const tasks = new Map(taskPairs(gold.tasks, read.tasks).map(([g, r]) => [r, g]));
  return new Map([
    ...read.targets.flatMap((found) => wrong(found, targets.get(found), targetFields, decisive.target)),
    ...read.tasks.flatMap((found) => wrong(found, tasks.get(found), taskFields, decisive.task)),
  ]);
}

function wrong<T extends { id: string }>(
  found: T,
  gold: T | undefined,
  fields: Record<string, (gold: T, read: T) => boolean>,
  names: string[],
): [string, string[]][] {
  if (gold === undefined) return [[found.id, []]];
  const differing = names.filter((name) => !fields[name]?.(gold, found));
  return differing.length === 0 ? [] : [[found.id, differing]];
}

export function score(gold: Annotation, read: Annotation): Score {
  const targets = targetPairs(gold.targets, read.targets);
  const exact = targets.filter(([g, r]) => exactFields.every((name) => targetFields[name]?.(g, r)));
  const tasks = taskPairs(gold.tasks, read.tasks);
  const [goldNumbers, readNumbers] = [gold, read].map(
    ({ document }) => new Set(document.references.map(({ number }) => norm(number).replaceAll(' ', ''))),
  );
  const common = [...(goldNumbers ?? [])].filter((number) => readNumbers?.has(number));
  const found = new Set<unknown>([...targets, ...tasks].map(([g]) => g));
  return {
    targets: { hit: targets.length, gold: gold.targets.length, read: read.targets.length },
    targetsExact: { hit: exact.length, gold: gold.targets.length, read: read.targets.length },
    tasks: { hit: tasks.length, gold: gold.tasks.length, read: read.tasks.length },
    references: { hit: common.length, gold: goldNumbers?.size ?? 0, read: readNumbers?.size ?? 0 },
    document: documentScore(gold.document, read.document),
    targetFields: agreement(targets, targetFields),
    taskFields: agreement(tasks, taskFields),
    misses: [...gold.targets, ...gold.tasks]
      .filter((item) => !found.has(item))
      .map((item) => `${item.id}: ${item.quote.replace(/\s+/g, ' ').slice(0, 90)}`),
  };
}

/** The mean over fields of the share that agrees, over several documents. */
export function fieldMean(
  scores: Score[],
  pick: (score: Score) => Record<string, { agreed: number; of: number }>,
): number {
  const names = Object.keys(pick(scores[0] ?? emptyScore));
  const shares = names.map((name) => {
    const cells = scores.map((one) => pick(one)[name] ?? { agreed: 0, of: 0 });
    const of = cells.reduce((sum, cell) => sum + cell.of, 0);
    return of === 0 ? 1 : cells.reduce((sum, cell) => sum + cell.agreed, 0) / of;
  });
  return shares.length === 0 ? 1 : shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

const none: Rate = { hit: 0, gold: 0, read: 0 };
const emptyScore: Score = {
  targets: none,
  targetsExact: none,
  tasks: none,
  references: none,
  document: { agreed: 0, of: 0, wrong: [] },
  targetFields: {},
  taskFields: {},
  misses: [],
};
