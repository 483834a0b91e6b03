import { aggregationOf } from '../registry/aggregate.ts';
import type { Figure } from '../registry/figure.ts';
import {
  byPeriod,
  type FigurePoint,
  figurePoints,
  pointKey,
  type RestingPoint,
  withOtherSpans,
} from '../registry/figure-point.ts';
import { isFault, parseFormula, referencesOf } from '../registry/formula.ts';
import { formulaPoints, type PartPoints } from '../registry/formula-points.ts';
import { formulaWords } from '../registry/formula-words.ts';
import type { Indicator } from '../registry/indicator.ts';
import { type Weight, weighing } from '../registry/weighing.ts';
import type { Db } from '../store/database.ts';
import type { SameFigure } from '../store/figures.ts';
import { figuresOfLine, historyOfFigure, revisionsOfIndicator } from '../store/figures.ts';
import { findIndicator, indicatorsByIds } from '../store/indicators.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';

/** Reported figures where they are read: on the page of their indicator. */

/** Ten years of months from two hundred agencies. */
const mostFigures = 30_000;

type Asked = { line?: string | undefined; asOf?: PlainDate | undefined };

const mostRevisions = 500;

/** `formula`: in words, where some points follow from it. */
type IndicatorFigures = { points: FigurePoint[]; revisions: Figure[]; formula: string | null };

export const getIndicatorFigures = (app: App, id: string, asked: Asked): Promise<IndicatorFigures> =>
  inOneTransaction(app, async ({ db }) => {
    const indicator = await findIndicator(db, id);
    if (!indicator) throw new Refusal('notFound');
    const known = await pointsBehind(db, indicator, asked);
    const points = known.get(id)?.points.filter(({ line }) => asked.line === undefined || line === asked.line) ?? [];
    return {
      points: points.map(({ agencies: _, ...point }) => point),
      revisions: await revisionsOfIndicator(db, { indicatorId: id, asOf: asked.asOf }, mostRevisions),
      formula: points.some(({ formula }) => formula) ? await wordsOf(db, indicator) : null,
    };
  });

async function wordsOf(db: Db, { formula }: Indicator): Promise<string | null> {
  const parsed = formula === null ? undefined : parseFormula(formula);
  if (formula === null || !parsed || isFault(parsed)) return null;
  const parts = await indicatorsByIds(
    db,
    referencesOf(parsed).map(({ indicatorId }) => indicatorId),
  );
  return formulaWords(formula, parts);
}

/** By indicator: its own points, and before them those of all that it follows from. */
async function pointsBehind(
  db: Db,
  indicator: Indicator,
  asked: Asked,
  known = new Map<string, PartPoints>(),
): Promise<Map<string, PartPoints>> {
  const { id, cumulative } = indicator;
  const formula = indicator.formula === null ? undefined : parseFormula(indicator.formula);
  const allLines = { asOf: asked.asOf };
  const own = await reportedPoints(db, indicator, formula ? allLines : asked);
  // There before its parts are looked at: one that follows from itself follows from what was reported.
  known.set(id, { points: own, cumulative });
  if (!formula || isFault(formula)) return known;
  const wanted = referencesOf(formula).map(({ indicatorId }) => indicatorId);
  for (const part of await indicatorsByIds(db, [...new Set(wanted)]))
    if (!known.has(part.id)) await pointsBehind(db, part, allLines, known);
  const none: PartPoints = { points: [], cumulative: false };
  const made = formulaPoints(formula, own, (of) => known.get(of) ?? none);
  const replaced = new Set(made.map(pointKey));
  const kept = own.filter((point) => !replaced.has(pointKey(point)));
  known.set(id, { points: [...kept, ...made].sort(byPeriod), cumulative });
  return known;
}

async function reportedPoints(db: Db, indicator: Indicator, asked: Asked): Promise<RestingPoint[]> {
  const figures = await figuresOfLine(db, { indicatorId: indicator.id, ...asked }, mostFigures);
  const weightOf = await weightsOf(db, indicator, asked);
  const weighed = ({ agency, ...of }: Figure) => weightOf({ ...of, agencyId: agency.id });
  return figurePoints(indicator.cumulative ? withOtherSpans(figures) : figures, aggregationOf(indicator), weighed);
}

/** By what an agency's figures count in a mean. */
export async function weightsOf(
  db: Db,
  indicator: Indicator | undefined,
  { asOf, sent = [] }: { asOf?: PlainDate | undefined; sent?: readonly Weight[] },
): Promise<ReturnType<typeof weighing>> {
  const id = indicator && aggregationOf(indicator) === 'weightedMean' ? indicator.weightIndicatorId : null;
  const weight = id === null ? undefined : await findIndicator(db, id);
  if (!weight) return () => undefined;
  const approved = await figuresOfLine(db, { indicatorId: weight.id, asOf }, mostFigures);
  const all = [...sent, ...approved.map(({ agency, ...of }) => ({ ...of, agencyId: agency.id }))];
  return weighing(all, weight.cumulative);
}

/** Which agencies' figures a point rests on. */
export const getFiguresOfPoint = async (
  { db }: App,
  id: string,
  { period, ...asked }: Asked & { period: string },
): Promise<{ figures: Figure[] }> => ({
  figures: (await figuresOfLine(db, { indicatorId: id, ...asked, period }, mostFigures)).sort((a, b) =>
    a.agency.name.localeCompare(b.agency.name, 'vi'),
  ),
});

export const getFigureHistory = async ({ db }: App, of: SameFigure): Promise<{ figures: Figure[] }> => ({
  figures: await historyOfFigure(db, of),
});
