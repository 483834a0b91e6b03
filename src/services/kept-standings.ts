import { type FigureNews, figureNewsOf } from '../registry/figure-news.ts';
import { type Standing, standingOf } from '../registry/standing.ts';
import type { JudgedTarget, PlanFilter } from '../registry/target-standing.ts';
import type { Db } from '../store/database.ts';
import { changesSince, type Seen, type Snapshot, type StandingChange } from '../store/standing-changes.ts';
import { type TargetKey, type TargetToJudge, targetsOfPlan, targetsToJudge } from '../store/standings.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';

/**
 * Where the targets of plans stand, worked out once and kept for the next who asks: before it is told again the database says what
 * changed of what it rests on since, and just that is judged anew. Decision 044.
 */

export type StandingsAsked = {
  plan: PlanFilter;
  /** Of these agencies alone, where some are named. */
  agencyIds?: readonly string[];
  /** Targets are those in force on the latest of these days. */
  days: readonly PlainDate[];
};

export type StoodTarget = {
  target: Omit<JudgedTarget, 'standing'>;
  /** On each of the days that were asked for. */
  standings: readonly Standing[];
  /** Of the figures that came in between the first and the last of the days. */
  news: FigureNews;
};

/** `agencyIds`: whose figures it was judged by; null: anybody's may be. */
type KeptTarget = StoodTarget & { agencyIds: readonly string[] | null };
type KeptPlan = { snapshot: Snapshot; seenAt: number; targets: readonly KeptTarget[] };

export type KeptStandings = {
  /** The roles of whoever asks: by nothing else the wall decides on what targets are judged by. */
  reach: string;
  plans: Map<string, KeptPlan>;
};

export const keepStandings = (): KeptStandings => ({ reach: 'all', plans: new Map() });

/** About 3 kB each. */
const mostTargets = 20_000;
const mostAtOnce = 250;
/** What changed is remembered for two days (`services/job-work.ts`). */
export const rememberedMs = 2 * 24 * 3_600_000;
const longestMs = rememberedMs / 2;

/** Without what is kept everything is worked out anew. */
export type KeepingApp = Pick<App, 'db'> & Partial<Pick<App, 'standings'>>;

/** In the order of their plans. */
export async function standingsOf(app: KeepingApp, asked: StandingsAsked): Promise<StoodTarget[]> {
  const { since, settle } = keptStandings(app, asked);
  return settle(await changesSince(app.db, since));
}

/** What is kept of them. `settle`: what they are, once it is known what changed since; all that is read for it is read after that. */
export function keptStandings(
  { db, standings: kept }: KeepingApp,
  asked: StandingsAsked,
): { since: Snapshot | null; settle: (seen: Seen) => Promise<StoodTarget[]> } {
  const key = JSON.stringify([kept?.reach, asked]);
  const known = kept && keptOf(kept, key);
  const settle = async (seen: Seen) => {
    const targets = await settled(db, asked, known?.targets, seen.changes);
    if (kept) keep(kept, key, { snapshot: seen.snapshot, seenAt: performance.now(), targets });
    return [...targets];
  };
  return { since: known?.snapshot ?? null, settle };
}

async function settled(
  db: Db,
  { plan, agencyIds = [], days }: StandingsAsked,
  known: readonly KeptTarget[] | undefined,
  changes: readonly StandingChange[],
): Promise<readonly KeptTarget[]> {
  const [from, day] = spanOf(days);
  const load = (among: readonly TargetKey[]) => targetsToJudge(db, plan, { from, day, among });
  const judged = (one: TargetToJudge) => judgedOn(one, days, { from, to: day });
  if (known && !changes.some(({ agencyId }) => agencyId === null)) return renewed(known, changes, load, judged);
  return loaded(await targetsOfPlan(db, plan, { day, agencyIds }), load, judged);
}

type Load = (among: readonly TargetKey[]) => Promise<TargetToJudge[]>;
type Judge = (one: TargetToJudge) => KeptTarget;

/** Many are read part by part: whoever else asks this server meanwhile does not wait for all of them. */
async function loaded(keys: readonly TargetKey[], load: Load, judged: Judge): Promise<KeptTarget[]> {
  const targets: KeptTarget[] = [];
  for (let at = 0; at < keys.length; at += mostAtOnce)
    targets.push(...(await load(keys.slice(at, at + mostAtOnce))).map(judged));
  return targets;
}

async function renewed(
  known: readonly KeptTarget[],
  changes: readonly StandingChange[],
  load: Load,
  judged: Judge,
): Promise<readonly KeptTarget[]> {
  const changed = changedAmong(known, changes);
  if (changed.length === 0) return known;
  const anew = await loaded(
    changed.map(({ target }) => target),
    load,
    judged,
  );
  const byKey = new Map(anew.map((one) => [keyOf(one), one]));
  return known.map((one) => byKey.get(keyOf(one)) ?? one);
}

const keyOf = ({ target: { documentId, id } }: StoodTarget): string => `${documentId} ${id}`;

function changedAmong(known: readonly KeptTarget[], changes: readonly StandingChange[]): KeptTarget[] {
  const agenciesOf = new Map<string, Set<string>>();
  for (const { agencyId, indicatorIds } of changes)
    for (const id of indicatorIds ?? []) agenciesOf.set(id, (agenciesOf.get(id) ?? new Set()).add(agencyId ?? ''));
  return known.filter(({ target: { indicatorId }, agencyIds }) => {
    const agencies = indicatorId === null ? undefined : agenciesOf.get(indicatorId);
    return agencies !== undefined && (agencyIds === null || agencyIds.some((id) => agencies.has(id)));
  });
}

function judgedOn(
  { facts, ...target }: TargetToJudge,
  days: readonly PlainDate[],
  span: { from: PlainDate; to: PlainDate },
): KeptTarget {
  // Where none of those who have it reported, others do in their place.
  const own = facts.figures.some(({ agencyId }) => target.agencyIds.includes(agencyId));
  return {
    target,
    standings: days.map((day) => standingOf(facts, day)),
    news: figureNewsOf(facts.figures, { line: `${target.indicatorId}\t${target.line}`, ...span }),
    agencyIds: own ? target.agencyIds : null,
  };
}

const spanOf = (days: readonly PlainDate[]): [PlainDate, PlainDate] => {
  const sorted = days.toSorted();
  return [sorted[0] ?? '', sorted.at(-1) ?? ''];
};

function keptOf({ plans }: KeptStandings, key: string): KeptPlan | undefined {
  const found = plans.get(key);
  if (found && performance.now() - found.seenAt < longestMs) return found;
  plans.delete(key);
  return undefined;
}

/** What was asked for the longest time ago goes first. */
function keep({ plans }: KeptStandings, key: string, plan: KeptPlan): void {
  plans.delete(key);
  plans.set(key, plan);
  let count = 0;
  for (const { targets } of plans.values()) count += 1 + targets.length;
  for (const [oldest, { targets }] of plans) {
    if (count <= mostTargets || oldest === key) return;
    plans.delete(oldest);
    count -= 1 + targets.length;
  }
}
