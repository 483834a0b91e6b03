import { z } from 'zod';
import type { Due } from '../values/due.ts';
import type { Target, Task } from '../values/finding.ts';
import { type Judged, type MatchedBy, Matching, matchUp } from './counterpart.ts';
import { compareDemands, type Demand, type TargetVerdict, targetVerdicts } from './demand.ts';
import { likenessOf } from './likeness.ts';
import { type TaskWords, taskLikenessOf, wordsOfTask } from './task-likeness.ts';

/** What stands between a higher finding and the one below it; 'missing' where nothing below answers it. */
export const verdicts = [...targetVerdicts, 'missing'] as const;
const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

/** What a lower document owes an answer for. */
export const gaps: readonly Verdict[] = ['missing', 'asksLess', 'later', 'otherUnit', 'otherBase'];

/** A finding of the higher document with what answers it in the lower one. */
export const Answer = Matching.extend({ verdict: Verdict });
export type Answer = z.infer<typeof Answer>;

/** `line`: the indicator with its variant (registry/match-indicator.ts), null where none is known. */
export type AlignedTarget = Demand & { line: string | null };

export type AlignedTask = { task: Task; quote: string };

/** A side that is set beside several others is worded once. */
export type WordedTask = AlignedTask & { words: TaskWords };
export const wordTasks = (tasks: readonly AlignedTask[], documentId: string): WordedTask[] =>
  tasks.map((one) => ({ ...one, words: wordsOfTask(one, documentId) }));

/** Below these, pairs on the annotated pairs of documents were mostly wrong. */
const leastLikeness = { target: 0.55, sameTask: 0.22, answeringTask: 0.55 };

const sameName = 0.999;

/** Pairs targets of two documents: the same line of the catalogue, else names alike. */
export function matchTargets(
  highers: readonly AlignedTarget[],
  lowers: readonly AlignedTarget[],
  judged: readonly Judged[],
): Matching[] {
  const alike = likenessOf(namesOf(highers), namesOf(lowers));
  const sameLine = (h: number, l: number): boolean => {
    const line = highers[h]?.line ?? null;
    return line !== null && line === lowers[l]?.line;
  };
  const score = (h: number, l: number): number => {
    const [higher, lower] = [highers[h], lowers[l]];
    if (!higher || !lower) return 0;
    const likeness = alike(h, l);
    const nearness = likeness + closeness(higher.target, lower.target);
    if (sameLine(h, l)) return 1 + nearness;
    // Two known lines that differ are two things, however alike their names are; of the very same name they are one thing
    // in two measures: so many provinces reach it, this province does.
    if (higher.line !== null && lower.line !== null && likeness < sameName) return 0;
    return likeness >= leastLikeness.target ? nearness : 0;
  };
  const by = (h: number, l: number): MatchedBy => (sameLine(h, l) ? 'indicator' : 'words');
  return matchUp(highers.map(idOfTarget), lowers.map(idOfTarget), { score, least: leastLikeness.target, by }, judged);
}

/** Pairs tasks of two documents of one tier by their words: what the later one makes of each. */
export function matchTasks(
  highers: readonly AlignedTask[],
  lowers: readonly AlignedTask[],
  judged: readonly Judged[],
): Matching[] {
  const score = likenessOf(
    highers.map(({ quote }) => quote),
    lowers.map(({ quote }) => quote),
  );
  const rule = { score, least: leastLikeness.sameTask, by: (): MatchedBy => 'words' };
  return matchUp(highers.map(idOfTask), lowers.map(idOfTask), rule, judged);
}

export function alignTargets(
  highers: readonly AlignedTarget[],
  lowers: readonly AlignedTarget[],
  judged: readonly Judged[] = [],
): Answer[] {
  const [above, below] = [byId(highers, idOfTarget), byId(lowers, idOfTarget)];
  const offered = saidOnce(lowers);
  return matchTargets(saidOnce(highers), offered, judged).map((one) => {
    const matching = one.otherId === null && !one.confirmed ? answeredAgain(one, above, offered, judged) : one;
    const [higher, lower] = [above.get(matching.id), below.get(matching.otherId ?? '')];
    return { ...matching, verdict: higher && lower ? compareDemands(higher, lower) : 'missing' };
  });
}

export function alignTasks(
  highers: readonly WordedTask[],
  lowers: readonly WordedTask[],
  judged: readonly Judged[] = [],
): Answer[] {
  const [above, below] = [byId(highers, idOfTask), byId(lowers, idOfTask)];
  const rule = {
    score: taskLikenessOf(
      highers.map(({ words }) => words),
      lowers.map(({ words }) => words),
    ),
    least: leastLikeness.answeringTask,
    by: (): MatchedBy => 'words',
    shared: true,
  };
  return matchUp(highers.map(idOfTask), lowers.map(idOfTask), rule, judged).map((matching) => {
    const [higher, lower] = [above.get(matching.id), below.get(matching.otherId ?? '')];
    return { ...matching, verdict: higher && lower ? compareTimes(higher.task.time, lower.task.time) : 'missing' };
  });
}

/** One value of a line below answers all values of the line above: the goals of 2025 and of 2030. */
function answeredAgain(
  matching: Matching,
  highers: ReadonlyMap<string, AlignedTarget>,
  lowers: readonly AlignedTarget[],
  judged: readonly Judged[],
): Matching {
  const higher = highers.get(matching.id);
  if (!higher?.line) return matching;
  const apart = judged.filter(({ id, judgement }) => id === matching.id && judgement === 'rejected');
  const [best] = lowers
    .filter(({ line, target }) => line === higher.line && !apart.some(({ otherId }) => otherId === target.id))
    .sort((a, b) => closeness(higher.target, b.target) - closeness(higher.target, a.target));
  return best ? { ...matching, otherId: best.target.id, by: 'indicator', certainty: 1 } : matching;
}

/** A plan says many a target twice, in its list and in an appendix or a task: the first is the one to answer. */
function saidOnce(targets: readonly AlignedTarget[]): AlignedTarget[] {
  const names = namesOf(targets);
  const seen = new Set<string>();
  return targets.filter(({ target, line }, at) => {
    const { op, value, value2, of, unit, change, year } = target;
    // On a known line other words for the unit or "about" before the number make no other target.
    const what = line === null ? [names[at]?.toLowerCase(), op, unit] : [line];
    const key = JSON.stringify([...what, value, value2, of, change, year]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const idOfTarget = ({ target }: AlignedTarget): string => target.id;
const idOfTask = ({ task }: AlignedTask): string => task.id;

const byId = <T>(all: readonly T[], idOf: (one: T) => string): Map<string, T> =>
  new Map(all.map((one) => [idOf(one), one]));

/** A part's name ("Tốc độ tăng") says little without its whole's. */
function namesOf(targets: readonly AlignedTarget[]): string[] {
  const byId = new Map(targets.map(({ target }) => [target.id, target]));
  return targets.map(({ target }) => {
    const whole = target.parentId === null ? undefined : byId.get(target.parentId);
    const named = whole && !target.name.includes(whole.name) ? [whole.name, target.name] : [target.name];
    return [...named, target.variant ?? ''].join(' ');
  });
}

/** Which of several values of one line: the one of the same year, unit and kind of change. */
function closeness(higher: Target, lower: Target): number {
  let sum = 0;
  if (higher.year === lower.year) sum += 0.2;
  if (higher.unit === lower.unit) sum += 0.2;
  if (higher.change === lower.change) sum += 0.1;
  if ((higher.variant ?? '') === (lower.variant ?? '')) sum += 0.1;
  return sum;
}

const lastDay = (time: Due): string | null => (time.kind === 'by' || time.kind === 'during' ? time.to : null);

function compareTimes(higher: Due, lower: Due): TargetVerdict {
  const [wanted, given] = [lastDay(higher), lastDay(lower)];
  if (wanted === null || given === null) return 'same';
  return given > wanted ? 'later' : 'same';
}
