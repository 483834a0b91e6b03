import { aggregationOf } from '../registry/aggregate.ts';
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
import type { Db } from '../store/database.ts';
import { factsOfRound } from '../store/figure-facts.ts';
import { valuesNow } from '../store/figure-values.ts';
import { figuresOfLine } from '../store/figures.ts';
import { indicatorsByIds } from '../store/indicators.ts';
import { findRound } from '../store/rounds.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The figures of a round line by line: as one agency said them, or of several together. */

type Asked = { day: PlainDate; submissionId?: string; indicatorIds?: readonly string[] };
type OfRound = Pick<RoundRecord, 'id' | 'period' | 'calendar' | 'to'>;

export async function linesOfRound(db: Db, round: OfRound, asked: Asked): Promise<(LineFacts | WholeLine)[]> {
  const { id: roundId, period, calendar } = round;
  const facts = await factsOfRound(db, { roundId, period, calendar, ...asked });
  return asked.submissionId === undefined ? wholeLines(facts, roundId, await weightsOf(db, round, facts)) : facts;
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

/** What the numbers that a text refers to are today, by `sourceKey`; null: there is no such number any more. */
export async function sourcesNow(
  db: Db,
  sources: readonly FigureSource[],
  day: PlainDate,
): Promise<Map<string, number | null>> {
  const wholes = sources.filter((one): one is WholeSource => one.kind === 'whole');
  const values = await valuesNow(db, sources);
  for (const [roundId, some] of Map.groupBy(wholes, (one) => one.roundId)) {
    const found = await findRound(db, roundId);
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
