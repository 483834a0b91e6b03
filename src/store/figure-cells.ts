import { type RawBuilder, sql } from 'kysely';
import { FigureValue } from '../registry/figure.ts';
import { FigureBasis, FigureSpan } from '../registry/figure-basis.ts';
import type { TargetFigure } from '../registry/target-figures.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Condition, dayOf } from './conditions.ts';

/** Figures as they come in one array with what they are of: `f` of their agency `y`. */
export type FigureCells = [
  agencyId: string,
  period: string,
  span: string,
  basis: string,
  value: number | null,
  missing: string | null,
  periodTo: PlainDate,
  setOn: PlainDate,
  endedOn: PlainDate | null,
  agencyUntil: PlainDate | null,
];

export const figureCells: RawBuilder<FigureCells> = sql`json_build_array(f.agency_id, f.period, f.span, f.basis, f.value,
  f.missing, f.period_to, ${dayOf('f.set_at')}, ${dayOf('f.ended_at')}, y.valid_until)`;

/** What counted on any of these days. Each half has its index. */
export const countedOn = (from: PlainDate, day: PlainDate): Condition => sql`${dayOf('f.set_at')} <= ${day}::date
  and (f.ended_at is null or (f.ended_at is not null and ${dayOf('f.ended_at')} > ${from}::date))`;

export const figureOf = ([agencyId, period, span, basis, value, missing, ...days]: FigureCells): TargetFigure => ({
  agencyId,
  period,
  span: FigureSpan.parse(span),
  basis: FigureBasis.parse(basis),
  value,
  missing: FigureValue.shape.missing.parse(missing),
  periodTo: days[0],
  setOn: days[1],
  endedOn: days[2],
  agencyUntil: days[3],
});
