import { aggregate, aggregationOf } from '../registry/aggregate.ts';
import type { Cell } from '../registry/cell.ts';
import { type Figure, type FigureKey, figureKey } from '../registry/figure.ts';
import { type FigurePoint, figurePoints } from '../registry/figure-point.ts';
import type { Indicator } from '../registry/indicator.ts';
import type { RoundColumn, RoundSheet } from '../registry/round-sheet.ts';
import { cellsOfSubmissions } from '../store/cells.ts';
import type { SameFigure } from '../store/figures.ts';
import { figuresOfLine, historyOfFigure } from '../store/figures.ts';
import { submissionsOfRound } from '../store/filled-submissions.ts';
import { findIndicator, listIndicators } from '../store/indicators.ts';
import { findRound } from '../store/rounds.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';

/** Reported figures where they are read: on the page of their indicator, and of a round. */

/** Ten years of months from two hundred agencies. */
const mostFigures = 30_000;

type Asked = { line?: string | undefined; asOf?: PlainDate | undefined };

export const getIndicatorFigures = (app: App, id: string, asked: Asked): Promise<{ points: FigurePoint[] }> =>
  inOneTransaction(app, async ({ db }) => {
    const indicator = await findIndicator(db, id);
    if (!indicator) throw new Refusal('notFound');
    const rule = aggregationOf(indicator);
    const figures = await figuresOfLine(db, { indicatorId: id, ...asked }, mostFigures);
    const weights =
      rule === 'weightedMean' && indicator.weightIndicatorId !== null
        ? await figuresOfLine(db, { indicatorId: indicator.weightIndicatorId, asOf: asked.asOf }, mostFigures)
        : [];
    return { points: figurePoints(figures, rule, weights) };
  });

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

export const getRoundSheet = (app: App, roundId: string): Promise<RoundSheet> =>
  inOneTransaction(app, async ({ db }) => {
    const found = await findRound(db, roundId);
    if (!found) throw new Refusal('notFound');
    const submissions = await submissionsOfRound(db, roundId, today(app.clock));
    const cells = await cellsOfSubmissions(
      db,
      submissions.map(({ submissionId }) => submissionId),
    );
    const keyed = new Map(
      [...cells].map(([id, own]) => [id, new Map(own.map((cell) => [figureKey(cell), cell]))] as const),
    );
    const keys = keysOf([...cells.values()].flat());
    const catalogue = new Map((await listIndicators(db)).map((one) => [one.id, one]));
    const rows = submissions.map((one) => ({
      ...one,
      cells: keys.map((key) => {
        const cell = keyed.get(one.submissionId)?.get(figureKey(key));
        return cell ? { value: cell.value, missing: cell.missing } : null;
      }),
    }));
    const columns = keys.flatMap((key, at) => columnOf(key, at, catalogue.get(key.indicatorId), rows) ?? []);
    return { period: found.round.period, columns, rows };
  });

function keysOf(cells: readonly Cell[]): FigureKey[] {
  const keys = new Map<string, FigureKey>();
  for (const { indicatorId, line, span, basis } of cells) {
    const key = { indicatorId, line, span, basis };
    keys.set(figureKey(key), key);
  }
  return [...keys.values()];
}

function columnOf(key: FigureKey, at: number, indicator: Indicator | undefined, rows: RoundSheet['rows']): RoundColumn {
  const figures = rows.flatMap(({ agency, cells }) => {
    const figure = cells[at];
    return figure ? [{ agencyId: agency.id, figure }] : [];
  });
  // A mean needs the weights of the register: it is on the page of the indicator once figures are approved.
  const rule = indicator ? aggregationOf(indicator) : 'none';
  const whole = rule === 'sum' ? aggregate(rule, figures) : undefined;
  return {
    ...key,
    name: indicator?.name ?? key.indicatorId,
    unit: indicator?.unit ?? null,
    decimals: indicator?.decimals ?? null,
    whole: whole ? { ...whole.figure, counted: whole.counted.length, lacking: whole.lacking.length } : null,
  };
}
