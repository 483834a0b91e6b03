import { randomUUID } from 'node:crypto';
import { aggregationOf } from '../registry/aggregate.ts';
import type { Indicator, IndicatorFields } from '../registry/indicator.ts';
import { draftOf } from '../registry/indicator-draft.ts';
import type { IndicatorPoint, IndicatorSummary } from '../registry/indicator-line.ts';
import { ruleFault } from '../registry/indicator-rules.ts';
import { coreWords } from '../registry/indicator-words.ts';
import type { User } from '../registry/may.ts';
import type { IndicatorFigure } from '../registry/past-figure.ts';
import { type Sparkline, sparklineOf } from '../registry/sparkline.ts';
import { recordActions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { countTargetsOf } from '../store/indicator-matches.ts';
import { documentsTouchedBy, listIndicatorSummaries, pointsOfIndicator } from '../store/indicator-points.ts';
import { findIndicator, lockIndicator, putIndicators, listIndicators as readCatalogue } from '../store/indicators.ts';
import { figuresOfIndicator } from '../store/past-figures.ts';
import { figuresOfOwnLand } from '../store/sparklines.ts';
import { targetsOfDocument } from '../store/targets.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import {
  indicatorCatalogue,
  type MatchingProgress,
  matchAllLater,
  matchIndicatorsOf,
  matchingProgress,
} from './match-indicators.ts';

export const listIndicators = async (
  { db }: App,
  asOf: PlainDate | undefined,
): Promise<{ indicators: IndicatorSummary[]; matching: MatchingProgress | null }> => ({
  indicators: await listIndicatorSummaries(db, asOf),
  matching: await matchingProgress(db),
});

export async function getIndicator(
  { db }: App,
  id: string,
  asOf: PlainDate | undefined,
): Promise<{ indicator: Indicator; points: IndicatorPoint[]; figures: IndicatorFigure[] }> {
  const indicator = await findIndicator(db, id);
  if (!indicator) throw new Refusal('notFound');
  const [points, figures] = [await pointsOfIndicator(db, id, asOf), await figuresOfIndicator(db, id, asOf)];
  return { indicator, points, figures };
}

/** By indicator, of those that there is something to show of. */
export const getSparklines = (app: App, asOf: PlainDate | undefined): Promise<Record<string, Sparkline>> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const day = asOf ?? today(clock);
    const figures = await figuresOfOwnLand(db, day);
    const drawn = (await readCatalogue(db)).flatMap((one) => {
      const rule = { aggregation: aggregationOf(one), summed: one.cumulative };
      const sparkline = sparklineOf(figures.get(one.id) ?? [], rule, day);
      return sparkline.length > 1 ? [[one.id, sparkline] as const] : [];
    });
    return Object.fromEntries(drawn);
  });

/** What a new indicator made from a target would say. */
export async function draftIndicator({ db }: App, documentId: string, targetId: string): Promise<IndicatorFields> {
  const target = (await targetsOfDocument(db, documentId)).find(({ id }) => id === targetId);
  if (!target) throw new Refusal('notFound');
  return draftOf(target);
}

export function changeIndicator(
  { db, clock }: App,
  user: User,
  id: string,
  change: { fields: IndicatorFields; version: number; reason?: string | undefined },
): Promise<Indicator> {
  return db.transaction().execute(async (trx) => {
    const before = await lockIndicator(trx, id);
    if (!before) throw new Refusal('notFound');
    if (before.version !== change.version) throw new Refusal('changedMeanwhile', { indicator: before.name });
    const fields = withoutIdleWeight(change.fields);
    await refuseFaultyRule(trx, id, fields);
    const after: Indicator = { ...before, ...fields, version: before.version + 1 };
    await store(trx, after);
    await record(trx, user, { at: clock.now(), verb: 'changeIndicator', before, after, reason: change.reason ?? null });
    await matchAnew(trx, after);
    return after;
  });
}

/** `matched` is how many targets are of it now. */
export function addIndicator(
  { db, clock }: App,
  user: User,
  { fields, source }: { fields: IndicatorFields; source?: string | undefined },
): Promise<{ indicator: Indicator; matched: number }> {
  return db.transaction().execute(async (trx) => {
    const indicator: Indicator = {
      ...withoutIdleWeight(fields),
      id: randomUUID(),
      source: source ?? user.name,
      version: 2,
    };
    await refuseFaultyRule(trx, indicator.id, indicator);
    await store(trx, indicator);
    await record(trx, user, { at: clock.now(), verb: 'addIndicator', before: null, after: indicator, reason: null });
    await matchAnew(trx, indicator);
    return { indicator, matched: await countTargetsOf(trx, indicator.id) };
  });
}

async function refuseFaultyRule(trx: Db, id: string, fields: IndicatorFields): Promise<void> {
  if (fields.formula === null && fields.aggregation === null) return;
  const fault = ruleFault(id, fields, await readCatalogue(trx));
  if (fault) throw new Refusal('formulaFaulty', fault);
}

/** A weight says nothing where no mean is weighed. */
const withoutIdleWeight = (fields: IndicatorFields): IndicatorFields => ({
  ...fields,
  weightIndicatorId: fields.aggregation === 'weightedMean' ? fields.weightIndicatorId : null,
});

const store = (trx: Db, indicator: Indicator): Promise<void> =>
  putIndicators(trx, [indicator], { onlyUntouched: false });

type Recorded = { at: Date; verb: string; before: Indicator | null; after: Indicator; reason: string | null };

const record = (trx: Db, user: User, { at, verb, before, after, reason }: Recorded): Promise<void> =>
  recordActions(trx, [
    {
      operation: randomUUID(),
      at,
      userId: user.id,
      verb,
      documentId: null,
      subjectKind: 'indicator',
      subjectId: after.id,
      reason,
      before,
      after,
    },
  ]);

/** So many documents are matched while somebody waits; where there are more, all are in the background. */
const mostAtOnce = 300;

/** The documents that an indicator's words could be about get their matches from the catalogue as it is now. */
async function matchAnew(trx: Db, { id, name, synonyms }: Indicator): Promise<void> {
  const documents = await documentsTouchedBy(trx, id, [name, ...synonyms].map(coreWords), mostAtOnce + 1);
  if (documents.length === 0) return;
  if (documents.length > mostAtOnce) return matchAllLater(trx);
  const catalogue = await indicatorCatalogue(trx);
  for (const documentId of documents) await matchIndicatorsOf(trx, documentId, catalogue);
}
