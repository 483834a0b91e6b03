import type { PlainDate } from '../values/plain-date.ts';
import { type DutyState, dutyState, noCounts, type StateCounts, type StateDay } from './duty-state.ts';
import { type Criterion, classOf, criteria, type ScaleRules } from './emulation-scale.ts';
import { daysSilent, idleDays, type Spoken } from './idle.ts';
import { type Sending, sendingOf } from './round-measures.ts';
import type { NoDataBecause, Standing } from './standing.ts';
import { countStandings, type StandingCounts } from './target-standing.ts';

/**
 * Phiếu đánh giá: how an agency did in a period, counted from what is recorded. Every criterion is a sum over items, so that a number
 * can be opened and shows exactly what was counted. Decision 040.
 */

export type ScoredDuty = Spoken & {
  id: string;
  stage: string;
  due: PlainDate | null;
  doneOn: PlainDate | null;
  hasOfficer: boolean;
};
export type ScoredReport = {
  id: string;
  due: PlainDate | null;
  firstSentAt: string | null;
  /** Figures and sections that were asked for, and how many of them are there. */
  asked: number;
  filled: number;
  /** By the coordinator, at any time. */
  sentBack: boolean;
  /** Figures that were corrected after the lock. */
  corrected: number;
};
export type ScoredTarget = {
  id: string;
  documentId: string;
  name: string;
  standing: Pick<Standing, 'state' | 'because'>;
};
export type ScoredObstacle = { id: string; dutyId: string; settled: boolean };
export type ScoredPeople = { people: number; came: number };

/** Everything that is known of one agency for a period. */
export type ScoredAgency = {
  id: string;
  duties: readonly ScoredDuty[];
  reports: readonly ScoredReport[];
  targets: readonly ScoredTarget[];
  obstacles: readonly ScoredObstacle[];
  people: ScoredPeople;
};

/**
 * `last`: the day on which work, targets and obstacles are looked at, the end of the period or before it is over today; `today`: by which
 * reports have been sent, for they are due after the period's end.
 */
export type ScoredDays = {
  last: StateDay;
  today: PlainDate;
  /** The period is over: before, nobody is put into a class. */
  over: boolean;
};

export const countedReasons = [
  ...(['doneOnTime', 'doneLate', 'openOverdue'] as const),
  ...(['good', 'behind', 'noFigure'] as const),
  ...(['sentOnTime', 'sentLate', 'notSent', 'filled', 'gaps'] as const),
  ...(['clean', 'sentBack', 'corrected'] as const),
  ...(['said', 'silent', 'neverSaid', 'hasOfficer', 'noOfficer'] as const),
  ...(['came', 'nobodyCame', 'nobody', 'settled', 'open'] as const),
] as const;
export type CountedReason = (typeof countedReasons)[number];

/** `within`: the document of a target, the duty of an obstacle. */
export type CountedItem = {
  kind: 'duty' | 'report' | 'target' | 'obstacle' | 'agency';
  id: string;
  within: string | null;
};
/** One thing that counts, as a part of how much, and why. */
export type Counted = CountedItem & { count: number; of: number; because: CountedReason };

type Rule = (agency: ScoredAgency, days: ScoredDays) => Counted[];

const isOpen = ({ stage }: ScoredDuty): boolean => stage !== 'done' && stage !== 'dropped';
const one = (item: CountedItem, counts: boolean, because: CountedReason): Counted => ({
  ...item,
  count: counts ? 1 : 0,
  of: 1,
  because,
});
const duty = ({ id }: ScoredDuty): CountedItem => ({ kind: 'duty', id, within: null });
const report = ({ id }: ScoredReport): CountedItem => ({ kind: 'report', id, within: null });

/** What nothing can be said of yet is in neither number. */
const sentAs: Record<Exclude<Sending, 'waiting'>, CountedReason> = {
  onTime: 'sentOnTime',
  late: 'sentLate',
  overdue: 'notSent',
};

/** A target without a figure that should be there counts as not reached; one that nobody could judge does not count. */
const owed: readonly (NoDataBecause | null)[] = ['noFigure', 'lacking', 'old'];

const rules: Record<Criterion, Rule> = {
  tasks: ({ duties }, { last }) =>
    duties.flatMap((each) => {
      const state = dutyState(each, last);
      const counts = state === 'doneOnTime' || state === 'doneLate' || state === 'openOverdue';
      return counts ? one(duty(each), state === 'doneOnTime', state) : [];
    }),
  targets: ({ targets }) =>
    targets.flatMap(({ id, documentId, standing: { state, because } }) => {
      const item: CountedItem = { kind: 'target', id, within: documentId };
      if (state === 'noData') return owed.includes(because) ? one(item, false, 'noFigure') : [];
      return one(item, state !== 'behind', state === 'behind' ? 'behind' : 'good');
    }),
  onTime: ({ reports }, { today }) =>
    reports.flatMap((each) => {
      const sending = sendingOf(each, today);
      return sending === 'waiting' ? [] : one(report(each), sending === 'onTime', sentAs[sending]);
    }),
  complete: ({ reports }, { today }) =>
    reports.flatMap((each) => {
      const sending = sendingOf(each, today);
      if (sending === 'waiting' || each.asked === 0) return [];
      const count = sending === 'overdue' ? 0 : each.filled;
      const because = sending === 'overdue' ? 'notSent' : count < each.asked ? 'gaps' : 'filled';
      return { ...report(each), count, of: each.asked, because };
    }),
  quality: ({ reports }) =>
    reports.flatMap((each) => {
      if (each.firstSentAt === null) return [];
      const because = each.sentBack ? 'sentBack' : each.corrected > 0 ? 'corrected' : 'clean';
      return one(report(each), because === 'clean', because);
    }),
  updated: ({ duties }, { last }) =>
    duties.filter(isOpen).flatMap((each) => {
      if (each.waits) return [];
      if (daysSilent(each, last.today) <= idleDays) return each.saidOn === null ? [] : one(duty(each), true, 'said');
      return one(duty(each), false, each.saidOn === null ? 'neverSaid' : 'silent');
    }),
  responsible: ({ duties }) =>
    duties.filter(isOpen).map((each) => one(duty(each), each.hasOfficer, each.hasOfficer ? 'hasOfficer' : 'noOfficer')),
  signedIn: ({ id, people: { people, came } }) => [
    one({ kind: 'agency', id, within: null }, came > 0, came > 0 ? 'came' : people > 0 ? 'nobodyCame' : 'nobody'),
  ],
  obstacles: ({ obstacles }) =>
    obstacles.map(({ id, dutyId, settled }) =>
      one({ kind: 'obstacle', id, within: dutyId }, settled, settled ? 'settled' : 'open'),
    ),
};

/** Exactly what a criterion counts. */
export const countedBy = (criterion: Criterion, agency: ScoredAgency, days: ScoredDays): Counted[] =>
  rules[criterion](agency, days);

/** `share`, `points`: null where there is nothing to count, which is never good. */
export type CriterionScore = {
  criterion: Criterion;
  count: number;
  of: number;
  share: number | null;
  points: number | null;
  most: number;
};

export type Score = {
  criteria: CriterionScore[];
  /** Of all its work in the period, whether or not it counts above. */
  states: StateCounts;
  standings: StandingCounts;
  openObstacles: number;
  /** Of a hundred, on what could be counted; null where that is too little to judge by. */
  score: number | null;
  /** What part of all points the criteria have that could be counted, in percent. */
  covered: number;
  className: string | null;
};

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export function scoreOf(agency: ScoredAgency, days: ScoredDays, scale: ScaleRules): Score {
  const scores = criteria.map((criterion) => scoreBy(criterion, countedBy(criterion, agency, days), scale));
  const all = scores.reduce((sum, { most }) => sum + most, 0);
  const judged = scores.filter(({ points }) => points !== null);
  const most = judged.reduce((sum, score) => sum + score.most, 0);
  const covered = rounded((most / all) * 100, 1);
  const reached = judged.reduce((sum, { share, most: points }) => sum + (share ?? 0) * points, 0);
  const score = most > 0 && covered >= scale.leastCovered ? rounded((reached / most) * 100, 1) : null;
  return {
    ...{ criteria: scores, score, covered, className: score === null || !days.over ? null : classOf(scale, score) },
    states: countStates(agency.duties.map((each) => dutyState(each, days.last))),
    standings: countStandings(agency.targets.map(({ standing }) => standing)),
    openObstacles: agency.obstacles.filter(({ settled }) => !settled).length,
  };
}

function scoreBy(criterion: Criterion, items: readonly Counted[], { points }: ScaleRules): CriterionScore {
  const count = items.reduce((sum, item) => sum + item.count, 0);
  const of = items.reduce((sum, item) => sum + item.of, 0);
  const most = points[criterion];
  const share = of === 0 ? null : count / of;
  return { criterion, count, of, share, points: share === null ? null : rounded(share * most, 2), most };
}

function countStates(states: readonly (DutyState | null)[]): StateCounts {
  const counts = { ...noCounts };
  for (const state of states) if (state !== null) counts[state] += 1;
  return counts;
}

/** Places in a ranking by their scores, the best first: equals share one, who has no score has none. */
export const placesOf = (scores: readonly (number | null)[]): (number | null)[] =>
  scores.map((score) => (score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length));
