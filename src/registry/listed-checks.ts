import {
  type PeriodCode,
  parsePeriod,
  periodBefore,
  type ReportingCalendar,
  samePeriodBefore,
} from '../values/period.ts';
import {
  type CellCheck,
  type CheckedCell,
  type CheckedLine,
  checkCell,
  sayingOf,
  surroundingsOf,
} from './cell-checks.ts';
import type { FigureSpan } from './figure-basis.ts';
import type { ListedFigure } from './figure-rows.ts';
import { isFault, parseFormula, referencesOf } from './formula.ts';
import type { Indicator } from './indicator.ts';

/** A list of figures is looked over as numbers that are typed are: against what was reported before, and row against row. */

export type SeriesKey = { agencyId: string; indicatorId: string; line: string; calendar: ReportingCalendar };
/** What is there already of one line of one agency: the best basis there is, one value for each period and span. */
export type Series = SeriesKey & { values: { period: PeriodCode; span: FigureSpan; value: number }[] };

export type LookedOver = { figure: ListedFigure; checks: CellCheck[]; isComputed: boolean };

const seriesKey = ({ agencyId, indicatorId, line, calendar }: SeriesKey): string =>
  `${agencyId}\t${indicatorId}\t${line}\t${calendar}`;

type Indicators = ReadonlyMap<string, Indicator>;

/** The series that must be known to look a list over: its own, and those that its computed figures follow from. */
export function seriesBehind(figures: readonly ListedFigure[], indicators: Indicators): SeriesKey[] {
  const keys = new Map<string, SeriesKey>();
  for (const figure of figures)
    for (const key of [figure, ...partsOf(figure, indicators)]) {
      const { agencyId, indicatorId, line, calendar } = key;
      keys.set(seriesKey(key), { agencyId, indicatorId, line, calendar });
    }
  return [...keys.values()];
}

function partsOf(figure: ListedFigure, indicators: Indicators): SeriesKey[] {
  const text = indicators.get(figure.indicatorId)?.formula;
  const formula = text ? parseFormula(text) : undefined;
  if (!formula || isFault(formula)) return [];
  return referencesOf(formula).map(({ indicatorId, line }) => ({ ...figure, indicatorId, line: line ?? figure.line }));
}

/** Those of which something is to be said, in the order of the list. */
export function lookOver(
  figures: readonly ListedFigure[],
  { series, indicators }: { series: readonly Series[]; indicators: Indicators },
): LookedOver[] {
  const known = knownValues(figures, series);
  const look = remembering();
  const found = new Map<ListedFigure, CellCheck[]>();
  for (const group of Map.groupBy(figures, (one) => `${one.agencyId}\t${one.period}\t${one.calendar}`).values())
    for (const [figure, checks] of checksOfGroup(group, { known, indicators, look })) found.set(figure, checks);
  return figures.flatMap((figure) => {
    const parts = partsOf(figure, indicators);
    const isComputed =
      parts.length > 0 &&
      parts.every((part) => known.get(seriesKey(part))?.some(({ period }) => period === figure.period));
    const checks = found.get(figure) ?? [];
    return isComputed || checks.length > 0 ? [{ figure, checks, isComputed }] : [];
  });
}

type Known = ReadonlyMap<string, Series['values']>;

/** What is there and what the list says, which goes before it. */
function knownValues(figures: readonly ListedFigure[], series: readonly Series[]): Known {
  const known = new Map<string, Map<string, Series['values'][number]>>();
  const put = (key: SeriesKey, one: Series['values'][number]) => {
    const values = known.get(seriesKey(key)) ?? new Map();
    known.set(seriesKey(key), values.set(`${one.period} ${one.span}`, one));
  };
  for (const one of series) for (const value of one.values) put(one, value);
  for (const { value, basis, period, span, ...key } of figures)
    if (value !== null && basis !== 'planned') put(key, { period, span, value });
  return new Map(
    [...known].map(([key, values]) => [key, [...values.values()].sort((a, b) => (a.period < b.period ? -1 : 1))]),
  );
}

/** Of few periods and names, asked for as many times as there are figures. */
function remembering() {
  const remembered = <T>(of: (text: string) => T) => {
    const held = new Map<string, T>();
    return (text: string): T => {
      const found = held.has(text) ? (held.get(text) as T) : of(text);
      held.set(text, found);
      return found;
    };
  };
  return {
    kind: remembered((code) => parsePeriod(code)?.kind),
    before: remembered(periodBefore),
    sameBefore: remembered(samePeriodBefore),
    saying: remembered(sayingOf),
  };
}

type Looking = { known: Known; indicators: Indicators; look: ReturnType<typeof remembering> };

const mostHistory = 24;

function checkedCell(figure: ListedFigure, { known, look }: Looking): CheckedCell {
  const { period, span, basis, value, missing } = figure;
  const values = (known.get(seriesKey(figure)) ?? []).filter((one) => one.span === span);
  const at = (code: PeriodCode | undefined) => values.find((one) => one.period === code)?.value ?? null;
  const kind = look.kind(period);
  return {
    ...{ span, basis, value, missing },
    sameBefore: at(look.sameBefore(period)),
    previous: at(look.before(period)),
    history: values
      .filter((one) => one.period < period && look.kind(one.period) === kind)
      .slice(-mostHistory)
      .map((one) => one.value),
  };
}

/** Figures of one agency and one period: lines that may be parts of one another. */
function checksOfGroup(group: readonly ListedFigure[], looking: Looking): [ListedFigure, CellCheck[]][] {
  const period = group[0]?.period;
  if (period === undefined) return [];
  const cells = new Map(group.map((figure) => [figure, checkedCell(figure, looking)]));
  const lines = [...Map.groupBy(group, ({ indicatorId, line }) => `${indicatorId}\t${line}`).values()].flatMap(
    (own) => {
      const [first] = own;
      const indicator = first && looking.indicators.get(first.indicatorId);
      if (!first || !indicator) return [];
      const { name, unit, measure, cumulative, decimals, breakdowns } = indicator;
      const line: CheckedLine = {
        ...{ indicatorId: indicator.id, line: first.line, name, unit, measure, cumulative, decimals, breakdowns },
        plan: null,
        cells: own.flatMap((figure) => cells.get(figure) ?? []),
      };
      return [{ line, own }];
    },
  );
  const around = surroundingsOf(
    lines.map(({ line }) => line),
    period,
    looking.look.saying,
  );
  return lines.flatMap(({ line, own }, at) =>
    own.flatMap((figure): [ListedFigure, CellCheck[]][] => {
      const [cell, beside] = [cells.get(figure), around[at]];
      const checks = cell && beside ? checkCell(cell, line, beside) : [];
      return checks.length > 0 ? [[figure, checks]] : [];
    }),
  );
}
