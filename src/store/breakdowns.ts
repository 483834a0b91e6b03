import { type RawBuilder, sql } from 'kysely';
import type { BreakdownBy, BreakdownGroup } from '../registry/breakdown.ts';
import { PlaceKind, placeName } from '../registry/place.ts';
import { sparklineMonths } from '../registry/sparkline.ts';
import type { Tier } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Condition } from './conditions.ts';
import type { Db } from './database.ts';
import { countedOn, type FigureCells, figureCells, figureOf } from './figure-cells.ts';
import { agencyNameOn } from './names.ts';

type OfIndicator = { indicatorId: string; day: PlainDate };

/** The province in whose land whoever asks is at work, and all land below it that there was on a day. */
export const province = sql`select l.id from place l where l.tier = 'province' and l.id in (select own_land())`;
/** What has no first day was there before all that is known. */
export const wasThere = (day: PlainDate): Condition =>
  sql`coalesce(p.valid_from <= ${day}::date, true) and coalesce(p.valid_until > ${day}::date, true)`;
export const landBelow = (day: PlainDate): RawBuilder<unknown> => sql`
  select p.* from place p where ${wasThere(day)} and p.tier in ('district', 'commune') and (p.parent_id in (${province})
    or p.parent_id in (select q.id from place q where q.parent_id in (${province})))`;

const ofLate = ({ indicatorId, day }: OfIndicator): Condition => sql`f.indicator_id = ${indicatorId}
  and f.basis <> 'planned' and f.period_to <= ${day}::date
  and f.period_to > ${day}::date - make_interval(months => ${sparklineMonths + 12}::int) and ${countedOn(day, day)}`;

const ofProvince = sql`f.agency_id = any(array(select a.id from agency a where a.tier = 'province' and a.place_id in (${province})))`;
const ofLand = (day: PlainDate): Condition =>
  sql`f.agency_id = any(array(select a.id from agency a where a.place_id in (select b.id from (${landBelow(day)}) b)))`;

export type BreakdownChoices = { lines: string[]; tiers: Tier[] };

/** Of which parts, and of the land of which tiers, there is anything: the whole, and the larger land, first. */
export async function breakdownChoices(db: Db, of: OfIndicator): Promise<BreakdownChoices> {
  const { rows } = await sql<{ line: string; tier: Tier }>`
    select distinct f.line, y.tier from figure f join agency y on y.id = f.agency_id
    where ${ofLate(of)} and (${ofProvince} or ${ofLand(of.day)})`.execute(db);
  const tiers = (['district', 'commune'] as const).filter((tier) => rows.some((row) => row.tier === tier));
  return { lines: [...new Set(rows.map(({ line }) => line))].sort((a, b) => a.localeCompare(b, 'vi')), tiers };
}

type Group = { key: string; name: string | null; kind: string | null; code: string | null; figures: FigureCells[] };
type Grouping = OfIndicator & { by: BreakdownBy; line: string; tier: Tier | undefined };

/** The figures of each part, one question for all of them. */
export async function breakdownGroups(db: Db, asked: Grouping): Promise<BreakdownGroup[]> {
  const { by, line, tier, ...of } = asked;
  const figures = sql`json_agg(${figureCells}) as figures from figure f join agency y on y.id = f.agency_id`;
  const lined = sql`${ofLate(of)} and f.line = ${line}`;
  const none = sql`null::text`;
  const questions: Record<BreakdownBy, RawBuilder<Group>> = {
    place: sql`select p.id as key, p.name, p.kind, p.code, ${figures} join (${landBelow(of.day)}) p on p.id = y.place_id
      where ${lined} and ${ofLand(of.day)} and p.tier = ${tier ?? 'commune'} group by p.id, p.name, p.kind, p.code`,
    line: sql`select f.line as key, ${none} as name, ${none} as kind, ${none} as code, ${figures}
      where ${ofLate(of)} and ${ofProvince} group by f.line`,
    agency: sql`select f.agency_id as key, ${agencyNameOn(sql`f.agency_id`, of.day)} as name, ${none} as kind, ${none} as code, ${figures}
      where ${lined} and ${ofProvince} group by f.agency_id`,
  };
  const { rows } = await questions[by].execute(db);
  return rows.map(({ key, name, kind, code, figures: cells }) => ({
    ...{ key, code, figures: cells.map(figureOf) },
    name: kind === null || name === null ? (name ?? key) : placeName({ kind: PlaceKind.parse(kind), name }),
  }));
}
