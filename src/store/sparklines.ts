import { sql } from 'kysely';
import { sparklineMonths } from '../registry/sparkline.ts';
import type { TargetFigure } from '../registry/target-figures.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { countedOn, type FigureCells, figureCells, figureOf } from './figure-cells.ts';

/**
 * What the agencies of the province in whose land whoever asks is at work have reported of late of each indicator as a whole: one
 * question for the whole catalogue.
 */
export async function figuresOfOwnLand(db: Db, day: PlainDate): Promise<Map<string, TargetFigure[]>> {
  const { rows } = await sql<{ indicatorId: string; figures: FigureCells[] }>`
    select f.indicator_id as "indicatorId", json_agg(${figureCells}) as figures
    from figure f join agency y on y.id = f.agency_id
    where y.id = any(array(select a.id from agency a where a.tier = 'province' and a.place_id in (select own_land())))
      and f.line = '' and f.basis <> 'planned' and f.period_to <= ${day}::date
      and f.period_to > ${day}::date - make_interval(months => ${sparklineMonths + 12}::int) and ${countedOn(day, day)}
    group by 1`.execute(db);
  return new Map(rows.map(({ indicatorId, figures }) => [indicatorId, figures.map(figureOf)]));
}
