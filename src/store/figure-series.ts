import { sql } from 'kysely';
import type { Series, SeriesKey } from '../registry/listed-checks.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** So many series in one statement. */
const atOnce = 5000;

/** What counts now of these lines since a day: the best basis there is of each period and span, no plans. */
export async function figureSeries(db: Db, keys: readonly SeriesKey[], since: PlainDate): Promise<Series[]> {
  const found: Series[] = [];
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    const column = (of: keyof SeriesKey) => some.map((key) => key[of]);
    const { rows } = await sql<{ at: number; values: Series['values'] }>`
      select n.at - 1 as at, v.values
      from unnest(${column('agencyId')}::text[], ${column('indicatorId')}::text[], ${column('line')}::text[],
        ${column('calendar')}::text[]) with ordinality n(agency_id, indicator_id, line, calendar, at)
      cross join lateral (
        select json_agg(json_build_object('period', b.period, 'span', b.span, 'value', b.value)) as values from (
          select distinct on (f.period, f.span) f.period, f.span, f.value from figure f
          where f.indicator_id = n.indicator_id and f.line = n.line and f.agency_id = n.agency_id and f.calendar = n.calendar
            and f.ended_at is null and f.value is not null and f.basis <> 'planned' and f.period_to >= ${since}::date
          order by f.period, f.span, array_position(array['final', 'preliminary', 'estimated'], f.basis)) b) v
      where v.values is not null`.execute(db);
    for (const { at, values } of rows) {
      const key = some[at];
      if (key) found.push({ ...key, values });
    }
  }
  return found;
}
