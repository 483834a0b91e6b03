import type { Indicator } from '../../../src/registry/indicator.ts';
import { askedOf } from '../../../src/registry/indicator-line.ts';
import { type IndicatorFigure, yearOfFigure } from '../../../src/registry/past-figure.ts';

/** What was reached, and what was expected to be, as lines of a chart beside the steps of targets. */

export type DrawnFigure = { figure: IndicatorFigure; year: number; value: number };

/** Figures of whole years and of single days, in the indicator's unit; planned ones are targets of their own documents. */
export function drawnFigures(
  indicator: Pick<Indicator, 'unit' | 'unitFactors' | 'measure'>,
  figures: readonly IndicatorFigure[],
  basis: 'actual' | 'estimated',
): DrawnFigure[] {
  return figures.flatMap((figure) => {
    const year = yearOfFigure(figure);
    const said = figure.basis === basis ? askedOf(indicator, figure) : null;
    return year === null || said === null ? [] : [{ figure, year, value: said.value }];
  });
}

/** The last word on each year: what the document issued last says of it. */
export function valuesOfYears(drawn: readonly DrawnFigure[], years: readonly number[]): (number | null)[] {
  const last = new Map(
    drawn
      .toSorted((a, b) => (a.figure.issuedOn ?? '').localeCompare(b.figure.issuedOn ?? ''))
      .map(({ year, value }) => [year, value]),
  );
  return years.map((year) => last.get(year) ?? null);
}

const styles = {
  actual: { type: 'solid', symbol: 'diamond' },
  estimated: { type: 'dashed', symbol: 'emptyDiamond' },
} as const;

/** @param colour of the targets that they belong beside */
export const figureLine = (
  name: string,
  basis: 'actual' | 'estimated',
  drawn: readonly DrawnFigure[],
  { years, colour }: { years: readonly number[]; colour: string },
) => ({
  type: 'line' as const,
  name,
  connectNulls: true,
  symbol: styles[basis].symbol,
  symbolSize: 11,
  lineStyle: { type: styles[basis].type, width: 2, color: colour },
  itemStyle: { color: colour },
  data: valuesOfYears(drawn, years),
});
