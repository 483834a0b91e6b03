import type { Figure } from '../../../src/registry/figure.ts';
import type { FigureBasis, FigureSpan } from '../../../src/registry/figure-basis.ts';
import type { FigurePoint } from '../../../src/registry/figure-point.ts';
import type { Indicator } from '../../../src/registry/indicator.ts';
import { askedOf, type IndicatorPoint } from '../../../src/registry/indicator-line.ts';
import type { Sparkline } from '../../../src/registry/sparkline.ts';
import { type PeriodKind, parsePeriod } from '../../../src/values/period.ts';
import type { PlainDate } from '../../../src/values/plain-date.ts';

/** Reported figures as a chart draws them: what was reached, what was expected, what was replaced, and what was planned. */

export type Dot = { day: PlainDate; value: number; told: Pick<Figure, 'period' | 'basis'> | null };
export type ReportedLines = Record<'actual' | 'estimated' | 'planned' | 'revised', Dot[]>;
/** What one chart is of: numbers of other kinds of periods, or of another part, are not to be set on one line. */
export type Choice = { line: string; kind: PeriodKind };

type Measured = Pick<Indicator, 'cumulative' | 'unit' | 'unitFactors' | 'measure'>;

/** What is summed over the year is drawn as it grows through it. */
const spanOf = ({ cumulative }: Measured): FigureSpan | null => (cumulative ? 'toDate' : null);

const kindOf = (period: string): PeriodKind | undefined => parsePeriod(period)?.kind;

/** The parts and the kinds of periods that there are figures of, those of which there are most first. */
export function choicesOf(points: readonly FigurePoint[]): { lines: string[]; kinds: PeriodKind[] } {
  const counts = new Map<PeriodKind, number>();
  for (const { period, basis } of points) {
    const kind = kindOf(period);
    if (kind && basis !== 'planned') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const lines = [...new Set(points.map(({ line }) => line))].sort((a, b) => a.localeCompare(b, 'vi'));
  return { lines, kinds: [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind) };
}

/** The best there is of one period comes first. */
const trust: readonly FigureBasis[] = ['final', 'preliminary'];

export function reportedLines(
  {
    points,
    revisions,
    targets,
  }: { points: readonly FigurePoint[]; revisions: readonly Figure[]; targets: readonly IndicatorPoint[] },
  indicator: Measured,
  { line, kind }: Choice,
): ReportedLines {
  const span = spanOf(indicator);
  const isDrawn = (one: { line: string; period: string; span: FigureSpan }) =>
    one.line === line && kindOf(one.period) === kind && (span === null || one.span === span);
  const drawn = points.filter((one) => isDrawn(one) && one.value !== null).sort(byDay);
  const dots = (some: readonly FigurePoint[]): Dot[] =>
    some.flatMap(({ periodTo, value, period, basis }) =>
      value === null ? [] : [{ day: periodTo, value, told: { period, basis } }],
    );
  const best = new Map(
    drawn
      .filter(({ basis }) => trust.includes(basis))
      .sort((a, b) => trust.indexOf(b.basis) - trust.indexOf(a.basis))
      .map((one) => [one.periodTo, one]),
  );
  return {
    actual: dots([...best.values()].sort(byDay)),
    estimated: dots(drawn.filter(({ basis }) => basis === 'estimated')),
    revised: revisions
      .filter((one) => isDrawn(one) && one.basis !== 'planned')
      .flatMap(({ periodTo, value, period, basis }) =>
        value === null ? [] : [{ day: periodTo, value, told: { period, basis } }],
      )
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    planned: [...plansReported(points, line), ...plansOfDocuments(targets, indicator, line)].sort((a, b) =>
      a.day < b.day ? -1 : 1,
    ),
  };
}

/** One value for each day: what is only expected where nothing better is known. */
export function reachedOf({ actual, estimated }: Pick<ReportedLines, 'actual' | 'estimated'>): Sparkline {
  const best = new Map([...estimated, ...actual].map((dot) => [dot.day, dot]));
  return [...best.values()]
    .map(({ day, value, told }) => ({ day, value, basis: told?.basis ?? 'final' }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

const byDay = (a: FigurePoint, b: FigurePoint): number => (a.periodTo < b.periodTo ? -1 : 1);

const plansReported = (points: readonly FigurePoint[], line: string): Dot[] =>
  points.flatMap(({ value, period, periodTo, basis, ...one }) =>
    basis === 'planned' && one.line === line && value !== null
      ? [{ day: periodTo, value, told: { period, basis } }]
      : [],
  );

/** What the province's documents ask for at the end of each year; of several the one issued last. */
function plansOfDocuments(targets: readonly IndicatorPoint[], indicator: Measured, line: string): Dot[] {
  const years = new Map<number, { value: number; issuedOn: string }>();
  for (const target of targets) {
    const asked =
      target.line === line && target.tier === 'province' && target.yearFrom === null
        ? askedOf(indicator, target)
        : null;
    if (!asked || target.year === null || target.op === 'range') continue;
    const other = years.get(target.year);
    const issuedOn = target.issuedOn ?? '';
    if (!other || other.issuedOn <= issuedOn) years.set(target.year, { value: asked.value, issuedOn });
  }
  return [...years].map(([year, { value }]) => ({ day: `${String(year)}-12-31`, value, told: null }));
}
