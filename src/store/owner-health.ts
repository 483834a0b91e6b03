import { type RawBuilder, sql } from 'kysely';
import {
  type HealthCounts,
  HealthCursor,
  type HealthFault,
  type HealthFilter,
  healthFaults,
  idleOf,
  type UnattendedDuty,
} from '../registry/owner-health.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { allOf, type Condition, dayOf } from './conditions.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named, personName } from './people.ts';

/** Open work that documents gave, and what is wrong with how it is looked after: in indexes of its own (migration 030). */

const spoken = sql`coalesce(d.said_at, d.given_at)`;
const open = sql<boolean>`d.kind = 'assigned' and d.stage not in ('done', 'dropped')`;

/** Neither waiting for another event nor for its first day, and silent for more days than that: as registry/idle.ts has it. */
const silent = (
  days: number,
  day: PlainDate,
): Condition => sql`(d.waits_for is null and coalesce(d.starts_on <= ${day}::date, true)
  and ${spoken} < (${day}::date - ${days}::int)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** @param inUse agencies of whose people somebody has come */
const conditions = (day: PlainDate, inUse: readonly string[]): Record<HealthFault, Condition> => ({
  noOfficer: sql`d.officer_id is null`,
  neverSaid: sql`(d.said_at is null and d.waits_for is null and coalesce(d.starts_on <= ${day}::date, true))`,
  idle30: silent(idleOf.idle30, day),
  idle60: silent(idleOf.idle60, day),
  idle90: silent(idleOf.idle90, day),
  nobodyCame: sql`d.agency_id <> all(${inUse}::text[])`,
});

const anyOf = (all: Record<HealthFault, Condition>): Condition =>
  sql`(${sql.join(
    healthFaults.map((fault) => all[fault]),
    sql` or `,
  )})`;

const ofAgency = (agency: string | undefined): Condition | undefined =>
  agency === undefined
    ? undefined
    : sql`d.agency_id in (select r.agency_id from agency_reach r where r.above_id = ${agency})`;

/** Agencies of whose heads and officers somebody has ever signed in. */
export async function agenciesInUse(db: Db, today: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select agency_id as id from people_who_came(array(select distinct p.agency_id from post p where p.role in ('head', 'officer')),
      ${today}::date, '-infinity') where came > 0`.execute(db);
  return rows.map(({ id }) => id);
}

export async function countUnattended(
  db: Db,
  { agency }: HealthFilter,
  today: PlainDate,
  inUse: readonly string[],
): Promise<HealthCounts> {
  const all = conditions(today, inUse);
  const counted = healthFaults.map(
    (fault): RawBuilder<unknown> => sql`(count(*) filter (where ${all[fault]}))::int as ${sql.ref(fault)}`,
  );
  const { rows } = await sql<Record<HealthFault | 'open' | 'any', number>>`
    select count(*)::int as open, (count(*) filter (where ${anyOf(all)}))::int as any, ${sql.join(counted)}
    from duty d where ${allOf([open, ofAgency(agency)])}`.execute(db);
  const { open: total = 0, any = 0, ...faults } = rows[0] ?? {};
  return { open: total, any, faults: { ...noFaults, ...faults } };
}

const noFaults: HealthCounts['faults'] = {
  ...{ noOfficer: 0, neverSaid: 0, idle30: 0, idle60: 0, idle90: 0, nobodyCame: 0 },
};

type Row = Omit<UnattendedDuty, 'agency' | 'officer'> & {
  spoken: Date;
  agencyId: string;
  agencyName: string | null;
  officerId: string | null;
  officerName: string | null;
};

/** What has been silent longest first. */
export async function listUnattended(
  db: Db,
  { agency, fault }: HealthFilter,
  { today, inUse }: { today: PlainDate; inUse: readonly string[] },
  { after, limit }: { after?: HealthCursor | undefined; limit: number },
): Promise<{ rows: UnattendedDuty[]; next: HealthCursor | null }> {
  const all = conditions(today, inUse);
  const [moment, id] = after?.split('_') ?? [];
  const said = healthFaults.map((one) => sql`case when ${all[one]} then ${one} end`);
  const wanted = allOf([
    open,
    fault ? all[fault] : anyOf(all),
    ofAgency(agency),
    id === undefined ? undefined : sql`(${spoken}, d.id) > (${moment}::timestamptz, ${id}::uuid)`,
  ]);
  const { rows } = await sql<Row>`
    select d.id, d.due, ${spoken} as spoken, ${dayOf('d.given_at')} as "givenOn", ${dayOf('d.said_at')} as "saidOn",
      array_remove(array[${sql.join(said)}]::text[], null) as faults,
      d.agency_id as "agencyId", ${agencyNameOn(sql`d.agency_id`, today)} as "agencyName",
      d.officer_id as "officerId", ${personName('d.officer_id')} as "officerName",
      left(coalesce(d.content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = d.root_id order by o.document_id, o.finding_id limit 1), ''), 300) as what
    from (select * from duty d where ${wanted} order by ${spoken}, d.id limit ${limit + 1}) d order by ${spoken}, d.id`.execute(
    db,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map(unattendedOf),
    next: last ? HealthCursor.parse(`${last.spoken.toISOString()}_${last.id}`) : null,
  };
}

const unattendedOf = ({ spoken: _, agencyId, agencyName, officerId, officerName, ...row }: Row): UnattendedDuty => ({
  ...row,
  agency: named(agencyId, agencyName),
  officer: officerId === null ? null : named(officerId, officerName),
});
