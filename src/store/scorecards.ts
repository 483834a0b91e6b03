import { type RawBuilder, sql } from 'kysely';
import type { AgencyKind } from '../registry/agency.ts';
import type { EmulationScale } from '../registry/emulation-scale.ts';
import type { ScoredDuty, ScoredObstacle, ScoredPeople, ScoredReport } from '../registry/scorecard.ts';
import type { PeerGroup } from '../registry/scorecard-page.ts';
import type { Tier } from '../values/finding.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Counting, type CountingRow, counting, countingOf } from './calendar.ts';
import { type Condition, dayOf } from './conditions.ts';
import type { Db } from './database.ts';
import { type DutiesAmong, dutiesOn } from './duties-then.ts';
import { allScales, type ScaleRow, scaleOf } from './emulation-scales.ts';
import { agencyNameOn } from './names.ts';
import { type Seen, type Snapshot, seenSince } from './standing-changes.ts';

/** What scorecards are counted from, of one agency or of many. */

const endOf = (day: PlainDate): RawBuilder<Date> =>
  sql`((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

export type Peer = {
  id: string;
  name: string;
  kind: AgencyKind;
  tier: Tier;
  /** The place it is of, without the word of its kind. */
  placeName: string | null;
};

/** A province's own place and all below it; null: what is of no place. */
const within = (provinceId: string | null): Condition =>
  provinceId === null
    ? sql`a.place_id is null`
    : sql`a.place_id in (with recursive land(id) as (
        select ${provinceId}::text union select p.id from place p join land on p.parent_id = land.id) select id from land)`;

const peerColumns = (
  day: PlainDate,
) => sql`a.id, coalesce(${agencyNameOn(sql`a.id`, day)}, a.id) as name, a.kind, a.tier,
  (select p.name from place p where p.id = a.place_id) as "placeName"`;

export async function peersIn(
  db: Db,
  provinceId: string | null,
  { kind, tier }: PeerGroup,
  day: PlainDate,
): Promise<string[]> {
  const { rows } = await sql<Pick<Peer, 'id'>>`select a.id from agency a
    where ${within(provinceId)} and a.kind = ${kind} and a.tier = ${tier} and ${standsOn(day)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** In the register what has always been there has no first day. */
const standsOn = (day: PlainDate): Condition =>
  sql`((a.valid_from is null or a.valid_from <= ${day}::date) and (a.valid_until is null or a.valid_until > ${day}::date))`;

export async function peerGroupsIn(
  db: Db,
  provinceId: string | null,
  day: PlainDate,
): Promise<(PeerGroup & { count: number })[]> {
  const { rows } = await sql<PeerGroup & { count: number }>`select a.kind, a.tier, count(*)::int as count from agency a
    where ${within(provinceId)} and ${standsOn(day)} group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return rows;
}

/** The province an agency is in; null where it is the nation's. */
export async function provinceOf(db: Db, agencyId: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive up(id, parent_id, name, depth) as (
      select p.id, p.parent_id, p.name, 0 from agency a join place p on p.id = a.place_id where a.id = ${agencyId}
      union all select p.id, p.parent_id, p.name, up.depth + 1 from up join place p on p.id = up.parent_id)
    select id, name from up order by depth desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export type OfAgency<T> = T & { agencyId: string };

/** Agencies, and the provinces in which anything of theirs lies. */
export type ScoredOf = { agencyIds: readonly string[]; provinces: readonly string[] };

const liesIn = (rows: string, { provinces }: ScoredOf): Condition =>
  sql`${sql.ref(`${rows}.province`)} = any(${provinces}::text[])`;

/** All that may have been theirs on some day: reorganisations have moved some since. */
const theirs = (of: ScoredOf): DutiesAmong => ({
  ids: sql`array(
  select y.id from duty y where y.agency_id = any(${of.agencyIds}::text[]) and y.kind = 'assigned' and ${liesIn('y', of)}
  union select m.duty_id from duty_move m where m.before ->> 'agency_id' = any(${of.agencyIds}::text[]) and ${liesIn('m', of)})`,
  provinces: sql`${of.provinces}`,
});

/** A period's first and last day, the day on which its work is looked at (`past`: not today), and the one that is asked for. */
export type ScoredSpan = { from: PlainDate; to: PlainDate; day: PlainDate; past: boolean; asOf: PlainDate };

type OfReport = Omit<ScoredReport, 'firstSentAt'> & { firstSentAt: string | null };
type ScoredRow = CountingRow &
  Seen & {
    scales: ScaleRow[];
    peers: Peer[];
    duties: OfAgency<ScoredDuty>[];
    reports: OfAgency<OfReport>[];
    obstacles: OfAgency<ScoredObstacle>[];
    people: OfAgency<ScoredPeople>[];
  };

const all = (rows: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select coalesce(json_agg(q), '[]') from (${rows}) q)`;

/** Everything that is counted of these agencies and what it is counted by, in one question; their targets are judged elsewhere. */
export async function factsToScore(
  db: Db,
  of: ScoredOf,
  span: ScoredSpan,
  { setting, since }: { setting: string; since: Snapshot | null },
): Promise<Omit<ScoredRow, keyof CountingRow | 'scales'> & { counting: Counting; scales: EmulationScale[] }> {
  const { rows } = await sql<ScoredRow>`
    select ${counting(setting)}, ${seenSince(since)}, ${all(allScales)} as scales,
      ${all(sql`select ${peerColumns(span.day)} from agency a where a.id = any(${of.agencyIds}::text[])`)} as peers,
      ${all(duties(of, span))} as duties, ${all(reports(of, span))} as reports,
      ${all(obstacles(of, span))} as obstacles, ${all(people(of, span))} as people`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('one row was asked for');
  return {
    ...row,
    counting: countingOf(row),
    scales: row.scales.map(scaleOf),
    reports: row.reports.map((one) => ({
      ...one,
      firstSentAt: one.firstSentAt && new Date(one.firstSentAt).toISOString(),
    })),
  };
}

/** Work that documents gave and that was not over before the first day, as it stood at the end of the last. */
function duties(of: ScoredOf, { from, day, past }: ScoredSpan): RawBuilder<unknown> {
  const said = past
    ? sql`case when d.said_at < ${endOf(day)} then d.said_at else (select max(p.sent_at) from progress p
        where p.duty_id = d.id and p.province = d.province and p.stage = 'sent' and p.sent_at < ${endOf(day)}) end`
    : sql`d.said_at`;
  return sql`
    select d.agency_id as "agencyId", d.id, d.stage, d.due, d.done_on as "doneOn", d.officer_id is not null as "hasOfficer",
      ${dayOf('d.given_at')} as "givenOn",
      (d.waits_for is not null or coalesce(d.starts_on > ${day}::date, false)) as waits, ${dayOf(said)} as "saidOn"
    from ${dutiesOn({ today: day, past }, theirs(of))} d
    where d.agency_id = any(${of.agencyIds}::text[]) and ${liesIn('d', of)} and d.kind = 'assigned' and d.stage <> 'dropped'
      and (d.stage <> 'done' or d.done_on is null or d.done_on >= ${from}::date)
    order by d.due nulls last, d.id`;
}

/** Of the rounds that closed in these days, as they stood at the end of a day: a report is due after its period. */
const reports = (of: ScoredOf, { from, to, asOf }: ScoredSpan): RawBuilder<unknown> => sql`
    with asked as materialized (
      select d.agency_id, s.id, s.duty_id, d.due, s.sections, s.first_sent_at, r.to_day
      from duty d join submission s on s.duty_id = d.id and s.province = d.province join round r on r.id = s.round_id
      where d.agency_id = any(${of.agencyIds}::text[]) and ${liesIn('d', of)} and d.kind = 'report'
        and r.to_day between ${from}::date and ${to}::date and r.opened_at < ${endOf(asOf)})
    select s.agency_id as "agencyId", s.id, s.due, case when s.first_sent_at < ${endOf(asOf)} then s.first_sent_at end as "firstSentAt",
      f.cells + cardinality(s.sections) as asked, f.filled + least(f.written, cardinality(s.sections)) as filled,
      s.duty_id in (select sent_back_among(array(select a.duty_id from asked a), ${of.provinces}::text[], ${endOf(asOf)})) as "sentBack",
      coalesce(g.corrected, 0) as corrected
    from asked s join submissions_filled(array(select a.id from asked a)) f on f.submission_id = s.id
      left join (select g.submission_id, count(*)::int as corrected from figure g
        where g.submission_id = any(array(select a.id from asked a)) and ${liesIn('g', of)} and g.ended_at < ${endOf(asOf)}
        group by g.submission_id) g on g.submission_id = s.id
    order by s.to_day, s.id`;

/** Those that were open at some time from the first day to the last. */
const obstacles = (of: ScoredOf, { from, day }: ScoredSpan): RawBuilder<unknown> => sql`
    select o.agency_id as "agencyId", o.id, o.duty_id as "dutyId",
      coalesce(o.answered_at < ${endOf(day)} or o.closed_at < ${endOf(day)}, false) as settled
    from obstacle o where o.agency_id = any(${of.agencyIds}::text[]) and ${liesIn('o', of)} and o.raised_at < ${endOf(day)}
      and (o.closed_at is null or ${dayOf('o.closed_at')} >= ${from}::date)
    order by o.raised_at, o.id`;

/** Of agencies whose people there are. */
const people = ({ agencyIds }: ScoredOf, { from, asOf }: ScoredSpan): RawBuilder<unknown> => sql`
    select agency_id as "agencyId", people, came from people_who_came(${agencyIds}::text[], ${asOf}::date,
      ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** What items are called: the first words of work, the title of a round, what stands in the way. */
export async function wordsOfItems(
  db: Db,
  ids: { duties: readonly string[]; reports: readonly string[]; obstacles: readonly string[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; what: string }>`
    select d.id::text, left(coalesce(d.content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = d.root_id order by o.document_id, o.finding_id limit 1), ''), 300) as what
      from duty d where d.id = any(${ids.duties}::uuid[])
    union all select s.id::text, r.title from submission s join round r on r.id = s.round_id where s.id = any(${ids.reports}::uuid[])
    union all select o.id::text, left(o.what, 300) from obstacle o where o.id = any(${ids.obstacles}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, what }) => [id, what]));
}
