import { type PeriodCode, parsePeriod, periodBefore, samePeriodBefore } from '../values/period.ts';
import type { CellBeside } from './cell.ts';
import { isBlank } from './figure.ts';
import type { FigureSpan } from './figure-basis.ts';
import { computeSpan, type Reported, toDateBefore } from './span-values.ts';

/** What stands beside a cell that is being filled: earlier periods of the same line, reported or computed from what was. */

const mostHistory = 24;

/** @param reported one figure for each period and span, the best basis there is, of one line of one agency */
export function besideOf(
  { period, span }: { period: PeriodCode; span: FigureSpan },
  reported: readonly Reported[],
  summed: boolean,
): CellBeside {
  const figureAt = (code: PeriodCode | undefined): CellBeside['previous'] => {
    if (code === undefined) return null;
    const own = reported.find((one) => one.period === code && one.span === span && !isBlank(one.figure));
    if (own) return { ...own.figure, period: code, computed: false };
    const computed = computeSpan({ period: code, span }, reported, summed);
    return computed ? { ...computed.figure, period: code, computed: true } : null;
  };
  const sameBefore = figureAt(samePeriodBefore(period));
  return {
    previous: figureAt(periodBefore(period)),
    sameBefore,
    history: historyOf(period, span, reported),
    lastYear: summed ? lastYearOf(period, reported) : null,
    toDateBefore: summed ? toDateBefore(period, reported) : null,
  };
}

/** Periods of the same kind before this one, oldest first; only what was reported so. */
function historyOf(period: PeriodCode, span: FigureSpan, reported: readonly Reported[]): CellBeside['history'] {
  const kind = parsePeriod(period)?.kind;
  return reported
    .flatMap((one) =>
      one.span === span && one.figure.value !== null && one.period < period && parsePeriod(one.period)?.kind === kind
        ? [{ period: one.period, value: one.figure.value }]
        : [],
    )
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .slice(-mostHistory);
}

function lastYearOf(period: PeriodCode, reported: readonly Reported[]): CellBeside['lastYear'] {
  const before = samePeriodBefore(period);
  const year = before === undefined ? undefined : parsePeriod(before)?.year;
  if (before === undefined || year === undefined) return null;
  const toDate = computeSpan({ period: before, span: 'toDate' }, reported, true)?.figure.value;
  const whole = computeSpan({ period: String(year), span: 'period' }, reported, true)?.figure.value;
  return typeof toDate === 'number' && typeof whole === 'number' ? { toDate, whole } : null;
}
