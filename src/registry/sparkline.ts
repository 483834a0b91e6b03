import { z } from 'zod';
import { endOfMonth, PlainDate } from '../values/plain-date.ts';
import { FigureBasis } from './figure-basis.ts';
import { type FigureRule, monthAt, monthsReported, reportersOf, type TargetFigure, valueOn } from './target-figures.ts';

/** What was reported of a line of late, small enough to stand beside its name; oldest first. */
export const Sparkline = z.array(z.object({ day: PlainDate, value: z.number(), basis: FigureBasis }));
export type Sparkline = z.infer<typeof Sparkline>;

/** As far back as it looks in a list. */
export const sparklineMonths = 24;

/** @param day what counted then */
export function sparklineOf(
  figures: readonly TargetFigure[],
  rule: FigureRule,
  day: PlainDate,
  months = sparklineMonths,
): Sparkline {
  const reporters = reportersOf(figures, day);
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthsReported(reporters)
    .filter((at) => at > last - months && at <= last)
    .toReversed()
    .flatMap((at) => {
      const whole = valueOn(reporters, at, rule);
      const latest =
        whole.kind === 'whole' ? whole.by.figures.findLast(({ period }) => monthAt(period) === at) : undefined;
      if (whole.kind !== 'whole' || !latest) return [];
      const year = Math.ceil(at / 12) - 1;
      return [{ day: endOfMonth(year, at - year * 12), value: whole.by.value, basis: latest.basis }];
    });
}
