import { columnLetters, type FigureMapping, type ImportChoices, type RowFault } from '../registry/figure-import.ts';
import type { ListedFigure } from '../registry/figure-rows.ts';
import { type LookedOver, lookOver, seriesBehind } from '../registry/listed-checks.ts';
import type { Db } from '../store/database.ts';
import { figureSeries } from '../store/figure-series.ts';
import { listIndicators } from '../store/indicators.ts';
import { formatNumber } from '../values/format.ts';

/** So far back what is new is held against what was. */
const yearsBack = 3;

export type ListFindings = {
  faults: { figure: ListedFigure; fault: RowFault }[];
  /** Unusual ones that stand with the reason of the whole list. */
  kept: Set<ListedFigure>;
};

/** A list against the register and itself: what is unusual stands with a reason only, as where it is typed. */
export async function lookOverList(
  db: Db,
  figures: readonly ListedFigure[],
  { mapping, keepUnusual }: { mapping: FigureMapping } & Pick<ImportChoices, 'keepUnusual'>,
): Promise<ListFindings> {
  const indicators = new Map((await listIndicators(db)).map((one) => [one.id, one]));
  const first = figures.reduce((least, { periodTo }) => Math.min(least, Number(periodTo.slice(0, 4))), 9999);
  const since = String(Math.max(first - yearsBack, 1)).padStart(4, '0');
  const series = await figureSeries(db, seriesBehind(figures, indicators), `${since}-01-01`);
  const findings: ListFindings = { faults: [], kept: new Set() };
  for (const one of lookOver(figures, { series, indicators })) {
    const unit = indicators.get(one.figure.indicatorId)?.unit ?? '';
    if (one.isComputed) findings.faults.push({ figure: one.figure, fault: computedFault(one, mapping) });
    else if (one.figure.reason !== '') continue;
    else if (keepUnusual) findings.kept.add(one.figure);
    else findings.faults.push({ figure: one.figure, fault: unusualFault(one, unit) });
  }
  return findings;
}

function computedFault({ figure }: LookedOver, { columns, fixed }: FigureMapping): RowFault {
  const column = columnLetters(columns.indicator?.at ?? figure.column);
  return {
    row: figure.row,
    column,
    value: fixed.indicatorId ?? figure.indicatorId,
    code: 'indicatorComputed',
    detail: {},
  };
}

/** The first thing that is unusual about it, with the numbers that its sentence names. */
function unusualFault({ figure, checks: [first] }: LookedOver, unit: string): RowFault {
  const { row, column, value } = figure;
  return {
    ...{ row, column: columnLetters(column), value: value === null ? '' : formatNumber(value), code: 'unusual' },
    detail: { ...first?.detail, check: first?.code ?? '', unit },
  };
}
