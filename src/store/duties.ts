import { type RawBuilder, type Selectable, sql } from 'kysely';
import {
  Confidence,
  DutyCursor,
  type DutyFilter,
  DutyKind,
  type DutyLink,
  type DutyOrder,
  type DutyOrigin,
  type DutyRecord,
} from '../registry/duty.ts';
import { DutyStage, type DutyStage as Stage } from '../registry/duty-stage.ts';
import { type DutyState, daysLeft, dutyState, type StateDay } from '../registry/duty-state.ts';
import type { Named } from '../registry/named.ts';
import { missingOf, type SaidOfOrigin } from '../registry/six-clear.ts';
import type { WorkingCalendar } from '../registry/working-days.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { searchQuery } from '../values/search-text.ts';
import { allOf, type Condition, escaped, inForce, oneOf } from './conditions.ts';
import type { Db } from './database.ts';
import { type DutiesAmong, type DutyDay, dutiesOn } from './duties-then.ts';
import { type AssignedRole, agenciesConcerned, assignedRoles, type DutyStanding } from './duty-agencies.ts';
import { agencyNamesOn } from './names.ts';
import { inYear, ofTiers } from './plan-duties.ts';
import type { WorkTables } from './work-tables.ts';

/** What lists and records are counted by, and whether that day is over. */
type CountingDay = StateDay & DutyDay & { calendar: WorkingCalendar };

export type DutyRow = Selectable<WorkTables['duty']> & { officer_name: string | null; submission_id: string | null };

const submissionOf = sql`case when d.kind = 'report' then (
  select s.id from submission s where s.duty_id = d.id and s.province = d.province) end`;

/** In the order of lists; what has no deadline is due after everything. */
const sortKeys: Record<DutyOrder['sort'], { key: RawBuilder<unknown>; type: string }> = {
  due: { key: sql`coalesce(d.due, 'infinity')`, type: 'date' },
  given: { key: sql`d.given_at`, type: 'timestamptz' },
};

export async function listDuties(
  db: Db,
  filter: DutyFilter,
  { sort, order, limit, after }: DutyOrder,
  day: CountingDay,
): Promise<{ rows: DutyRecord[]; next: DutyCursor | null }> {
  const { key, type } = sortKeys[sort];
  const [lastKey, lastId] = after?.split('_') ?? [];
  const beyond =
    lastId === undefined
      ? undefined
      : sql<boolean>`(${key}, d.id) ${sql.raw(order === 'asc' ? '>' : '<')} (${lastKey}::${sql.raw(type)}, ${lastId}::uuid)`;
  const direction = sql.raw(order);
  const { rows } = await sql<DutyRow>`
    select d.*, u.name as officer_name, ${submissionOf} as submission_id
    from ${dutiesOn(day)} d left join app_user u on u.id = d.officer_id
    where ${allOf([conditionOf(filter, day), beyond])}
    order by ${key} ${direction}, d.id ${direction} limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: await dutyRecords(db, page, day), next: last ? cursorOf(last, sort) : null };
}

const cursorOf = (row: DutyRow, sort: DutyOrder['sort']): DutyCursor =>
  DutyCursor.parse(`${sort === 'due' ? (row.due ?? 'infinity') : row.given_at.toISOString()}_${row.id}`);

export type DutyCount = { stage: Stage; state: DutyState | null; count: number };

/** How many there are at each stage, and of those in each state. */
export async function countDuties(db: Db, filter: DutyFilter, day: CountingDay): Promise<DutyCount[]> {
  const { rows } = await sql<DutyCount>`
    select d.stage, ${stateOn(day)} as state, count(*) as count from ${dutiesOn(day)} d where ${conditionOf(filter, day)}
    group by 1, 2`.execute(db);
  return rows;
}

const stateOn = ({ today, soonUntil }: CountingDay): RawBuilder<DutyState | null> =>
  sql`duty_state(d.stage, d.due, d.done_on, ${today}::date, ${soonUntil}::date)`;

function conditionOf(filter: DutyFilter, day: CountingDay): Condition {
  const { q, document, officer, stage, state, kind, dueFrom, dueTo, tier = [], year, ...agencies } = filter;
  return allOf([
    saying(q),
    document.length === 0
      ? undefined
      : sql`d.root_id in (select o.duty_id from duty_origin o where o.document_id = any(${document}::uuid[]))`,
    standing(agencies, day.today),
    oneOf(sql`d.officer_id`, officer, 'text'),
    oneOf(sql`d.stage`, stage, 'text'),
    oneOf(stateOn(day), state, 'text'),
    oneOf(sql`d.kind`, kind, 'text'),
    dueFrom === undefined ? undefined : sql`d.due >= ${dueFrom}`,
    dueTo === undefined ? undefined : sql`d.due <= ${dueTo}`,
    ofTiers(tier),
    year === undefined ? undefined : inYear(year),
  ]);
}

/** Agencies in a role: who answers for it, or who works along or monitors what it comes from. */
function standing(
  { agency, below, role }: Pick<DutyFilter, 'agency' | 'below' | 'role'>,
  today: PlainDate,
): Condition | undefined {
  if (agency.length === 0) return undefined;
  const of = below
    ? sql`(select r.agency_id from agency_reach r where r.above_id = any(${agency}::text[]))`
    : sql`(select unnest(${agency}::text[]))`;
  if (role === 'lead') return sql`d.agency_id in ${of}`;
  const given = sql<boolean>`d.root_id in (
    select o.duty_id from assignment a
      join duty_origin o on o.document_id = a.document_id and o.finding_kind = a.finding_kind and o.finding_id = a.finding_id
    where a.agency_id in ${of} and a.role = ${role} and ${inForce('a', today)})`;
  if (role === 'coord') return given;
  return sql<boolean>`(${given} or d.kind = 'part' and d.parent_id in (select p.id from duty p where p.agency_id in ${of}))`;
}

/** Words of its own, or of the sentences it comes from. */
function saying(typed: string | undefined): Condition | undefined {
  const query = searchQuery(typed ?? '');
  if (!query) return undefined;
  const column = query.form === 'words' ? 'words' : 'plain_words';
  const all = (text: RawBuilder<unknown>) =>
    sql`(${sql.join(
      query.terms.map((term) => sql`${text} like ${`% ${escaped(term)}%`}`),
      sql` and `,
    )})`;
  const inFinding = (kind: 'task' | 'target') => sql`
    select o.duty_id from ${sql.table(kind)} f
      join duty_origin o on o.document_id = f.document_id and o.finding_kind = ${kind} and o.finding_id = f.id
    where ${all(sql.ref(`f.${column}`))}`;
  return sql<boolean>`(d.root_id in (${inFinding('task')} union all ${inFinding('target')})
    or ${all(sql.ref(`d.${column}`))})`;
}

export async function findDuty(db: Db, id: string, day: CountingDay): Promise<DutyRecord | undefined> {
  const rows = await dutiesWhere(db, sql`d.id = ${id}`);
  return (await dutyRecords(db, rows, day))[0];
}

/** Those of these that are there, or were on a past day, in no order. */
export const dutiesByIds = async (db: Db, ids: readonly string[], day: CountingDay): Promise<DutyRecord[]> =>
  ids.length === 0
    ? []
    : dutyRecords(
        db,
        await dutiesWhere(db, sql`d.id = any(${ids}::uuid[])`, dutiesOn(day, among(sql`d.id = any(${ids}::uuid[])`))),
        day,
      );

const among = (condition: Condition): DutiesAmong => ({
  ids: sql`array(select d.id from duty d where ${condition})`,
  provinces: sql`array(select distinct d.province from duty d where ${condition})`,
});

const dutiesWhere = async (
  db: Db,
  condition: Condition,
  duties: RawBuilder<unknown> = sql.table('duty'),
): Promise<DutyRow[]> =>
  (
    await sql<DutyRow>`
    select d.*, u.name as officer_name, ${submissionOf} as submission_id
    from ${duties} d left join app_user u on u.id = d.officer_id
    where ${condition} order by d.given_at, coalesce(d.due, 'infinity'), d.id`.execute(db)
  ).rows;

export type FoundChain = {
  duty: DutyRecord;
  /** All of its chain, the one at its top first, each other one somewhere after it. */
  chain: DutyLink[];
  standing: DutyStanding;
  coordinating: Named[];
  monitoring: Named[];
  /** By which its rows lie, and those of its whole chain. */
  province: string;
};

/** A duty with everything above and below it, and who has to do with it. */
export async function findChain(db: Db, id: string, day: CountingDay): Promise<FoundChain | undefined> {
  const rows = day.past
    ? await chainThen(db, id, day)
    : await dutiesWhere(
        db,
        sql`exists (select from duty own where own.id = ${id} and own.root_id = d.root_id and own.province = d.province)`,
      );
  const row = rows.find((one) => one.id === id);
  if (!row) return undefined;
  const origins = (await originsOf(db, [row], day.today)).get(row.root_id) ?? [];
  const standing = agenciesConcerned(
    { kind: DutyKind.parse(row.kind), agencyId: row.agency_id },
    rows.find((one) => one.id === row.parent_id)?.agency_id ?? null,
    origins.flatMap(({ assigned }) => assigned),
  );
  const { coordinating, monitoring } = standing;
  const names = await namesOf(db, [...rows.map((one) => one.agency_id), ...coordinating, ...monitoring], day.today);
  const named = (ids: readonly string[]) =>
    ids.map((agencyId) => ({ id: agencyId, name: names.get(agencyId) ?? agencyId }));
  return {
    duty: dutyRecord(dutyLink(row, names, day), row, origins),
    chain: rows.map((one) => dutyLink(one, names, day)),
    ...{ standing, coordinating: named(coordinating), monitoring: named(monitoring), province: row.province },
  };
}

async function chainThen(db: Db, id: string, day: CountingDay): Promise<DutyRow[]> {
  const own = await sql<{ root: string }>`select d.root_id as root from duty d where d.id = ${id}`.execute(db);
  const root = own.rows[0]?.root;
  if (root === undefined) return [];
  const ofChain = sql<boolean>`d.root_id = ${root}::uuid`;
  return dutiesWhere(db, ofChain, dutiesOn(day, among(ofChain)));
}

const namesOf = (db: Db, agencyIds: readonly string[], today: PlainDate): Promise<Map<string, string>> =>
  agencyNamesOn(db, [...new Set(agencyIds)], today);

async function dutyRecords(db: Db, rows: readonly DutyRow[], day: CountingDay): Promise<DutyRecord[]> {
  if (rows.length === 0) return [];
  const [names, origins] = [
    await namesOf(
      db,
      rows.map((row) => row.agency_id),
      day.today,
    ),
    await originsOf(db, rows, day.today),
  ];
  return rows.map((row) => dutyRecord(dutyLink(row, names, day), row, origins.get(row.root_id) ?? []));
}

type Origin = DutyOrigin & Pick<SaidOfOrigin, 'dueKind'> & { assigned: AssignedRole[] };

/** The sentences that duties come from, the oldest document's first. */
async function originsOf(
  db: Db,
  duties: readonly Pick<DutyRow, 'root_id' | 'province'>[],
  today: PlainDate,
): Promise<Map<string, Origin[]>> {
  const { rows } = await sql<Origin & { dutyId: string }>`
    select o.duty_id as "dutyId", o.document_id as "documentId", d.number as "documentNumber", d.title as "documentTitle",
      o.finding_kind as "findingKind", o.finding_id as "findingId", coalesce(t.quote, g.quote) as quote,
      t.time_raw as "timeRaw", t.product_raw as product, t.due_kind as "dueKind",
      ${assignedRoles('o', today)} as assigned
    from duty_origin o join document d on d.id = o.document_id
      left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
      left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
    where o.duty_id = any(${duties.map(({ root_id: id }) => id)}::uuid[])
      and o.province = any(${[...new Set(duties.map(({ province }) => province))]}::text[])
    order by d.issued_on, d.id, o.finding_id`.execute(db);
  const of = Map.groupBy(rows, ({ dutyId }) => dutyId);
  return new Map([...of].map(([id, origins]) => [id, origins.map(({ dutyId: _, ...origin }) => origin)]));
}

function standingOf({ stage, due, done_on: doneOn }: DutyRow, day: CountingDay): Pick<DutyLink, 'state' | 'daysLeft'> {
  const state = dutyState({ stage, due, doneOn }, day);
  const counts = due !== null && state !== null && stage !== 'done';
  return { state, daysLeft: counts ? daysLeft(day.calendar, due, day.today) : null };
}

const dutyLink = (row: DutyRow, names: ReadonlyMap<string, string>, day: CountingDay): DutyLink => ({
  id: row.id,
  kind: DutyKind.parse(row.kind),
  parentId: row.parent_id,
  agency: { id: row.agency_id, name: names.get(row.agency_id) ?? row.agency_id },
  content: row.content,
  stage: DutyStage.parse(row.stage),
  ...standingOf(row, day),
  due: row.due,
  officer: row.officer_id === null ? null : { id: row.officer_id, name: row.officer_name ?? row.officer_id },
  share: row.share,
  doneOn: row.done_on,
});

const dutyRecord = (link: DutyLink, row: DutyRow, origins: Origin[]): DutyRecord => ({
  ...link,
  rootId: row.root_id,
  product: row.product,
  authority: row.authority,
  period: row.period,
  startsOn: row.starts_on,
  firstDue: row.first_due,
  waitsFor: row.waits_for,
  waitsForDuty: row.waits_for_duty,
  because: row.because as DutyRecord['because'],
  becauseWords: row.because_words,
  joinedInto: row.joined_into,
  givenAt: row.given_at.toISOString(),
  confidence: row.confidence === null ? null : Confidence.parse(row.confidence),
  version: row.version,
  missing: missingOf({
    ...{ kind: link.kind, stage: row.stage, officer: row.officer_id !== null, content: row.content },
    ...{ product: row.product, authority: row.authority, due: row.due, waitsFor: row.waits_for },
    origins: origins.map((origin) => ({
      ...origin,
      monitored: origin.assigned.some(({ role }) => role === 'monitor'),
    })),
  }),
  origins: origins.map(({ dueKind: _, assigned: __, ...origin }) => origin),
  submissionId: row.submission_id,
});

/** Open duties of the same agency that documents gave, one's own and those of the same findings left out. */
export async function otherDuties(db: Db, { id, agency, rootId }: DutyRecord, day: CountingDay): Promise<DutyRecord[]> {
  const rows = await dutiesWhere(
    db,
    sql`d.agency_id = ${agency.id} and d.kind = 'assigned' and d.stage in ('assigned', 'accepted') and d.id <> ${id}
      and not exists (select from duty_origin o join duty_origin own using (document_id, finding_kind, finding_id)
        where o.duty_id = d.id and own.duty_id = ${rootId})`,
  );
  return dutyRecords(db, rows, day);
}

/** Duties whose findings an officer has set beside findings of this one. */
export async function counterpartDuties(db: Db, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select o.duty_id as id from duty_origin own
      join counterpart c on c.judgement = 'confirmed' and c.finding_kind = own.finding_kind
        and (c.document_id, c.finding_id) = (own.document_id, own.finding_id)
      join duty_origin o on (o.document_id, o.finding_kind, o.finding_id) = (c.other_document_id, c.finding_kind, c.other_finding_id)
    where own.duty_id = ${id}
    union
    select o.duty_id from duty_origin own
      join counterpart c on c.judgement = 'confirmed' and c.finding_kind = own.finding_kind
        and (c.other_document_id, c.other_finding_id) = (own.document_id, own.finding_id)
      join duty_origin o on (o.document_id, o.finding_kind, o.finding_id) = (c.document_id, c.finding_kind, c.finding_id)
    where own.duty_id = ${id}`.execute(db);
  return new Set(rows.map((row) => row.id));
}
