import { aggregate, aggregationOf, type Contribution } from './aggregate.ts';
import type { FigureValue } from './figure.ts';
import type { FigureBasis } from './figure-basis.ts';
import type { Indicator } from './indicator.ts';
import type { SourcedNumber } from './section-content.ts';

/** What the figures of a round say beside what was planned and what was before: what sentences and appendices are made of. */

export type SubjectOfFigures = Pick<
  Indicator,
  | 'id'
  | 'name'
  | 'unit'
  | 'measure'
  | 'direction'
  | 'decimals'
  | 'pillar'
  | 'cumulative'
  | 'aggregation'
  | 'weightIndicatorId'
>;

export type KnownNumber = SourcedNumber & { basis: FigureBasis };

/** What is known of one line. */
export type Numbers = {
  value: KnownNumber | null;
  toDate: KnownNumber | null;
  plan: SourcedNumber | null;
  before: SourcedNumber | null;
  beforeToDate: SourcedNumber | null;
};

/** One line of one agency. */
export type LineFacts = Numbers & { agencyId: string; submissionId: string; indicator: SubjectOfFigures; line: string };

/** One line of several agencies; where it has a rule, or follows by formula from others that have one, with its numbers made one. */
export type WholeLine = Numbers & {
  members: LineFacts[];
  /** Whose figures its numbers rest on. */
  agencies: readonly string[];
  /** In words; `wide`: of agencies that answer for the whole province. Null: not computed by a formula. */
  formula: { words: string; wide: boolean } | null;
  indicator: SubjectOfFigures;
  line: string;
};

export type WeightOf = (of: { indicator: SubjectOfFigures; agencyId: string; line: string }) => FigureValue | undefined;

export const isWhole = (one: LineFacts | WholeLine): one is WholeLine => 'members' in one;

/** Each line once: as its agency said it, or several agencies together. In the order in which they first come. */
export function wholeLines(
  facts: readonly LineFacts[],
  roundId: string,
  weightOf: WeightOf = () => undefined,
): (LineFacts | WholeLine)[] {
  const lines = Map.groupBy(facts, ({ indicator, line }) => `${indicator.id}\t${line}`);
  return [...lines.values()].flatMap((members): (LineFacts | WholeLine)[] => {
    const [first] = members;
    if (!first || members.length === 1) return members;
    const { indicator, line } = first;
    const made = (of: keyof Numbers): SourcedNumber | null => madeOne(members, of, { roundId, weightOf });
    const basis = (of: 'value' | 'toDate'): FigureBasis | undefined => members.find((one) => one[of])?.[of]?.basis;
    const known = (of: 'value' | 'toDate'): KnownNumber | null => {
      const [number, said] = [made(of), basis(of)];
      return number && said ? { ...number, basis: said } : null;
    };
    const numbers = { value: known('value'), toDate: known('toDate') };
    const rest = { plan: made('plan'), before: made('before'), beforeToDate: made('beforeToDate') };
    const agencies = members.map(({ agencyId }) => agencyId);
    return [{ members, agencies, formula: null, indicator, line, ...numbers, ...rest }];
  });
}

/** Null where they do not add up, or where some are not known: what is compared with something else must be of the same agencies. */
function madeOne(
  members: readonly LineFacts[],
  of: keyof Numbers,
  { roundId, weightOf }: { roundId: string; weightOf: WeightOf },
): SourcedNumber | null {
  const [first] = members;
  if (!first || members.some((one) => one[of] === null)) return null;
  const { indicator, line } = first;
  const figures = members.map(({ agencyId, ...one }): Contribution => {
    const weight = weightOf({ indicator, agencyId, line });
    return { agencyId, figure: { value: one[of]?.value ?? null, missing: null }, ...(weight && { weight }) };
  });
  const rule = aggregationOf(indicator);
  const whole = rule === 'latest' ? undefined : aggregate(rule, figures);
  const value = whole && whole.lacking.length === 0 ? whole.figure.value : null;
  return value === null ? null : { source: { kind: 'whole', roundId, indicatorId: indicator.id, line, of }, value };
}

/** Nobody reported the sum since the year began, or not everybody did. */
export const isComputedToDate = (one: Numbers & { members?: readonly Numbers[] }): boolean =>
  (one.members ?? [one]).some(({ toDate }) => toDate?.source.kind === 'computed');
