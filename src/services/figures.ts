import { aggregationOf } from '../registry/aggregate.ts';
import type { Figure } from '../registry/figure.ts';
import { type FigurePoint, figurePoints, withOtherSpans } from '../registry/figure-point.ts';
import type { Indicator } from '../registry/indicator.ts';
import { type Weight, weighing } from '../registry/weighing.ts';
import type { Db } from '../store/database.ts';
import type { SameFigure } from '../store/figures.ts';
import { figuresOfLine, historyOfFigure, revisionsOfIndicator } from '../store/figures.ts';
import { findIndicator } from '../store/indicators.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';

/** Reported figures where they are read: on the page of their indicator. */

/** Ten years of months from two hundred agencies. */
const mostFigures = 30_000;

type Asked = { line?: string | undefined; asOf?: PlainDate | undefined };

const mostRevisions = 500;

export const getIndicatorFigures = (
  app: App,
  id: string,
  asked: Asked,
): Promise<{ points: FigurePoint[]; revisions: Figure[] }> =>
  inOneTransaction(app, async ({ db }) => {
    const indicator = await findIndicator(db, id);
    if (!indicator) throw new Refusal('notFound');
    const rule = aggregationOf(indicator);
    const figures = await figuresOfLine(db, { indicatorId: id, ...asked }, mostFigures);
    const weightOf = await weightsOf(db, indicator, asked);
    const weighed = ({ agency, ...of }: Figure) => weightOf({ ...of, agencyId: agency.id });
    return {
      points: figurePoints(indicator.cumulative ? withOtherSpans(figures) : figures, rule, weighed),
      revisions: await revisionsOfIndicator(db, { indicatorId: id, asOf: asked.asOf }, mostRevisions),
    };
  });

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
