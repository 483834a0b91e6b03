import { aggregate, aggregationOf } from '../registry/aggregate.ts';
import type { Cell } from '../registry/cell.ts';
import { type Figure, type FigureKey, type FigureValue, figureKey } from '../registry/figure.ts';
import { type FigurePoint, figurePoints, withOtherSpans } from '../registry/figure-point.ts';
import type { Indicator } from '../registry/indicator.ts';
import type { RoundColumn, RoundSheet } from '../registry/round-sheet.ts';
import { type Weight, weighing } from '../registry/weighing.ts';
import { cellsOfSubmissions } from '../store/cells.ts';
import type { Db } from '../store/database.ts';
import type { SameFigure } from '../store/figures.ts';
import { figuresOfLine, historyOfFigure, revisionsOfIndicator } from '../store/figures.ts';
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
async function weightsOf(
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
    const round = { period: found.round.period, periodTo: found.round.to };
    const sent = rows.flatMap(({ agency, cells: own }) =>
      keys.flatMap((key, at) => (own[at] ? [{ ...key, ...round, ...own[at], agencyId: agency.id }] : [])),
    );
    const columns: RoundColumn[] = [];
    for (const [at, key] of keys.entries()) {
      const indicator = catalogue.get(key.indicatorId);
      const own = sent.filter(({ indicatorId }) => indicatorId === indicator?.weightIndicatorId);
      const weightOf = await weightsOf(db, indicator, { sent: own });
      const weighed = (agencyId: string) => weightOf({ ...round, line: key.line, agencyId });
      columns.push(columnOf({ key, at, indicator, weighed }, rows));
    }
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

type Column = {
  key: FigureKey;
  at: number;
  indicator: Indicator | undefined;
  weighed: (agencyId: string) => FigureValue | undefined;
};

function columnOf({ key, at, indicator, weighed }: Column, rows: RoundSheet['rows']): RoundColumn {
  const figures = rows.flatMap(({ agency, sentAt, cells }) => {
    const figure = cells[at];
    const weight = weighed(agency.id);
    return figure ? [{ agencyId: agency.id, figure, at: sentAt ?? '', ...(weight && { weight }) }] : [];
  });
  const rule = indicator ? aggregationOf(indicator) : 'none';
  const whole = aggregate(rule, figures);
  return {
    ...key,
    name: indicator?.name ?? key.indicatorId,
    unit: indicator?.unit ?? null,
    decimals: indicator?.decimals ?? null,
    rule,
    whole: whole ? { ...whole.figure, counted: whole.counted.length, lacking: whole.lacking.length } : null,
  };
}
