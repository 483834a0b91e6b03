import { z } from 'zod';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { compareVietnamese } from '../values/vietnamese.ts';
import type { Indicator } from './indicator.ts';
import { Sparkline, sparklineOf } from './sparkline.ts';
import { type FigureRule, reportersOf, type TargetFigure, valueOn } from './target-figures.ts';

/** One indicator in its parts: by land, by the parts that it is reported in, or by who reports it. */

export const breakdownBys = ['place', 'line', 'agency'] as const;
export const BreakdownBy = z.enum(breakdownBys);
export type BreakdownBy = z.infer<typeof BreakdownBy>;

const BreakdownRow = z.object({
  key: z.string(),
  name: z.string(),
  /** Of the statistics register, where it is land. */
  code: z.string().nullable(),
  /** By the end of the month that is shown; null: not known. */
  value: z.number().nullable(),
  estimated: z.boolean(),
  sparkline: Sparkline,
});
type BreakdownRow = z.infer<typeof BreakdownRow>;

export const Breakdown = z.object({
  by: BreakdownBy,
  /** The end of the month that is shown, and all that could be, latest first. */
  day: PlainDate.nullable(),
  days: z.array(PlainDate),
  /** Of the land: the tiers that there are figures of, the one that is shown first. */
  tiers: z.array(Tier),
  /** Lines that could be shown; of the whole ''. */
  lines: z.array(z.string()),
  rows: z.array(BreakdownRow),
  /** Of how many of the rows it is known where they lie. */
  mapped: z.int(),
});
export type Breakdown = z.infer<typeof Breakdown>;

export type BreakdownGroup = { key: string; name: string; code: string | null; figures: TargetFigure[] };

type Asked = {
  rule: FigureRule;
  direction: Indicator['direction'];
  /** What counted then. */
  asOf: PlainDate;
  /** The end of a month; without, the latest one that most have something of. */
  day: PlainDate | undefined;
};

const monthOf = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Those that are known in order, best first where it is known what is better; those that are not behind them. */
export function breakdownRows(
  groups: readonly BreakdownGroup[],
  { rule, direction, asOf, day }: Asked,
): Pick<Breakdown, 'day' | 'days' | 'rows'> {
  const drawn = groups.map((group) => ({ group, sparkline: sparklineOf(group.figures, rule, asOf) }));
  const counts = new Map<PlainDate, number>();
  for (const { sparkline } of drawn)
    for (const point of sparkline) counts.set(point.day, (counts.get(point.day) ?? 0) + 1);
  const days = [...counts.keys()].sort().reverse();
  const most = Math.max(0, ...counts.values());
  const shown = day ?? days.find((one) => (counts.get(one) ?? 0) * 2 > most) ?? null;
  const rows = drawn.map(({ group: { figures, ...group }, sparkline }): BreakdownRow => {
    const then = shown === null ? undefined : valueThen(figures, rule, asOf, shown);
    return { ...group, value: then?.value ?? null, estimated: then?.estimated ?? false, sparkline };
  });
  const sign = direction === 'down' || direction === 'rank' ? -1 : 1;
  rows.sort((a, b) =>
    a.value === null || b.value === null
      ? Number(a.value === null) - Number(b.value === null) || compareVietnamese(a.name, b.name)
      : (b.value - a.value) * sign || compareVietnamese(a.name, b.name),
  );
  return { day: shown, days, rows };
}

function valueThen(figures: readonly TargetFigure[], rule: FigureRule, asOf: PlainDate, day: PlainDate) {
  const whole = valueOn(reportersOf(figures, asOf), monthOf(day), rule);
  if (whole.kind !== 'whole') return undefined;
  return { value: whole.by.value, estimated: whole.by.figures.some(({ basis }) => basis === 'estimated') };
}
