import { aggregationOf } from '../registry/aggregate.ts';
import { computable, type Formulas, formulasOf } from '../registry/derived-cells.ts';
import { isWideTier } from '../registry/derived-wholes.ts';
import { referencesOf } from '../registry/formula.ts';
import { withFormulas } from '../registry/formula-lines.ts';
import { formulaWords } from '../registry/formula-words.ts';
import type { Indicator } from '../registry/indicator.ts';
import {
  isWhole,
  type LineFacts,
  type Numbers,
  type WeightOf,
  type WholeLine,
  wholeLines,
} from '../registry/line-facts.ts';
import type { RoundRecord } from '../registry/round.ts';
import { type FigureSource, sourceKey } from '../registry/section-content.ts';
import { type Weight, weighing } from '../registry/weighing.ts';
import { agenciesByIds } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { factsOfRound } from '../store/figure-facts.ts';
import { valuesNow } from '../store/figure-values.ts';
import { figuresOfLine } from '../store/figures.ts';
import { derivedIndicators, indicatorsByIds } from '../store/indicators.ts';
import { findRound } from '../store/rounds.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The figures of a round line by line: as one agency said them, or of several together. */

type Asked = { day: PlainDate; submissionId?: string; indicatorIds?: readonly string[] };
type OfRound = Pick<RoundRecord, 'id' | 'period' | 'calendar' | 'to'>;

export async function linesOfRound(db: Db, round: OfRound, asked: Asked): Promise<(LineFacts | WholeLine)[]> {
  const { id: roundId, period, calendar } = round;
  if (asked.submissionId !== undefined) return factsOfRound(db, { roundId, period, calendar, ...asked });
  const derived = await derivedIndicators(db);
  const formulas = formulasOf(derived.map(({ id, formula }) => [id, formula ?? ''] as const));
  const { indicatorIds } = asked;
  const facts = await factsOfRound(db, {
    ...{ roundId, period, calendar, day: asked.day },
    ...(indicatorIds && { indicatorIds: withParts(indicatorIds, formulas) }),
  });
  const lines = wholeLines(facts, roundId, await weightsOf(db, round, facts));
  const all = await withDerived(db, lines, { roundId, derived, formulas });
  return indicatorIds ? all.filter(({ indicator }) => indicatorIds.includes(indicator.id)) : all;
}

type DerivedIn = { roundId: string; derived: readonly Indicator[]; formulas: Formulas };

/** Those whose parts are in the round, computed for all agencies together. */
async function withDerived(
  db: Db,
  lines: readonly (LineFacts | WholeLine)[],
  { roundId, derived, formulas }: DerivedIn,
): Promise<(LineFacts | WholeLine)[]> {
  const able = computable(formulas, new Set(lines.map(({ indicator }) => indicator.id)));
  if (able.size === 0) return [...lines];
  const ids = lines.flatMap((one) => (isWhole(one) ? one.agencies : [one.agencyId]));
  const agencies = await agenciesByIds(db, [...new Set(ids)]);
  const wide = new Set(agencies.filter(({ tier }) => isWideTier(tier)).map(({ id }) => id));
  const subjects = derived.filter(({ id }) => able.has(id));
  const parts = await indicatorsByIds(db, withParts([...able.keys()], able));
  const words = new Map(subjects.map(({ id, formula }) => [id, formulaWords(formula ?? '', parts)]));
  return withFormulas(
    lines,
    { subjects, formulas: able, words },
    { id: roundId, isWide: (agencyId) => wide.has(agencyId) },
  );
}

/** These, and all that they follow from. */
function withParts(ids: readonly string[], formulas: Formulas): string[] {
  const found = new Set<string>();
  const take = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    const formula = formulas.get(id);
    for (const { indicatorId } of formula ? referencesOf(formula) : []) take(indicatorId);
  };
  for (const id of ids) take(id);
  return [...found];
}

const mostWeights = 30_000;

/** By what agencies' figures count in a mean: by what was approved. */
async function weightsOf(db: Db, { period, to }: OfRound, facts: readonly LineFacts[]): Promise<WeightOf> {
  const wanted = facts.flatMap(({ indicator }) =>
    aggregationOf(indicator) === 'weightedMean' && indicator.weightIndicatorId !== null
      ? [indicator.weightIndicatorId]
      : [],
  );
  const weighed = new Map<string, ReturnType<typeof weighing>>();
  for (const { id, cumulative } of await indicatorsByIds(db, [...new Set(wanted)])) {
    const figures = await figuresOfLine(db, { indicatorId: id }, mostWeights);
    const weights = figures.map(({ agency, ...of }): Weight => ({ ...of, agencyId: agency.id }));
    weighed.set(id, weighing(weights, cumulative));
  }
  return ({ indicator, agencyId, line }) =>
    weighed.get(indicator.weightIndicatorId ?? '')?.({ agencyId, line, period, periodTo: to });
}

type WholeSource = Extract<FigureSource, { kind: 'whole' }>;

/** What the numbers that a text of a round refers to are today, by `sourceKey`; null: there is no such number any more. */
export async function sourcesNow(
  db: Db,
  sources: readonly FigureSource[],
  { roundId, day }: { roundId: string; day: PlainDate },
): Promise<Map<string, number | null>> {
  const wholes = sources.filter((one): one is WholeSource => one.kind === 'whole');
  const values = await valuesNow(db, sources, roundId);
  for (const [of, some] of Map.groupBy(wholes, (one) => one.roundId)) {
    const found = await findRound(db, of);
    if (!found) continue;
    const indicatorIds = [...new Set(some.map(({ indicatorId }) => indicatorId))];
    const lines = await linesOfRound(db, found.round, { day, indicatorIds });
    const numbers = new Map<string, Numbers>(
      lines.filter(isWhole).map((one) => [`${one.indicator.id}\t${one.line}`, one]),
    );
    for (const one of some)
      values.set(sourceKey(one), numbers.get(`${one.indicatorId}\t${one.line}`)?.[one.of]?.value ?? null);
  }
  return values;
}
