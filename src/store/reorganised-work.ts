import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Assignment } from '../registry/assignment.ts';
import type { EndedRow, MadeRow } from '../registry/reorganisation-plan.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { heldAfter, openPart, withoutRow } from './reorganised-duties.ts';

const columns = sql`a.id, a.document_id as "documentId", a.finding_kind as "findingKind", a.finding_id as "findingId",
  a.role, a.agency_id as "agencyId", a.named_position as "namedPosition", a.field, a.valid_from as "validFrom",
  a.valid_until as "validUntil", a.made_by as "madeBy", a.ended_by as "endedBy", a.origins`;

/** Nobody gives out work, and no other event moves any, until the transaction ends. */
export async function holdWork(trx: Db): Promise<void> {
  await sql`lock table assignment in share row exclusive mode`.execute(trx);
}

/** Every row of the work of which these bodies have some on the day or after. */
export async function workOf(db: Db, agencyIds: readonly string[], day: PlainDate): Promise<Assignment[]> {
  return assignmentsWhere(
    db,
    sql`(a.document_id, a.finding_kind, a.finding_id) in (
      select o.document_id, o.finding_kind, o.finding_id from assignment o
      where o.agency_id = any(${agencyIds}::text[]) and (o.valid_until is null or o.valid_until > ${day}::date))`,
  );
}

export async function rowsById(db: Db, ids: readonly number[]): Promise<Assignment[]> {
  return assignmentsWhere(db, sql`a.id = any(${ids}::bigint[])`);
}

/** What an event has made so far. */
export const madeBy = (db: Db, reorganisationId: string): Promise<Assignment[]> =>
  assignmentsWhere(db, sql`a.made_by = ${reorganisationId}`);

async function assignmentsWhere(db: Db, condition: RawBuilder<SqlBool>): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`select ${columns} from assignment a where ${condition} order by a.id`.execute(
    db,
  );
  return rows.map(assignmentOf);
}

// Array elements come as text, whatever their type.
const assignmentOf = (row: Assignment): Assignment => ({ ...row, origins: row.origins.map(Number) });

/** How many rows, duties that follow none, and people are with a body that ended in the event and would go along, for each event. */
export async function countWaiting(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select id, sum(count) as count from (
      select s.reorganisation_id as id, count(distinct a.id)::int as count from succession s ${openWithEnded} group by s.reorganisation_id
      union all
      select s.reorganisation_id, count(distinct d.id)::int from succession s ${withEnded}
        join duty d on d.agency_id = g.id and (${openPart} or s.to_agency_id is not null and ${withoutRow})
      group by s.reorganisation_id
      union all
      select s.reorganisation_id, count(distinct p.user_id)::int from succession s ${withEnded}
        join post p on p.agency_id = g.id and ${heldAfter(sql`r.effective_on`)}
      where s.to_agency_id is not null and not exists (
        select from succession other where other.reorganisation_id = s.reorganisation_id and other.from_agency_id = g.id
          and other.to_agency_id <> s.to_agency_id)
      group by s.reorganisation_id) waiting
    group by id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Bodies that an event ended, `s`. */
const withEnded: RawBuilder<unknown> = sql`
  join reorganisation r on r.id = s.reorganisation_id
  join agency g on g.id = s.from_agency_id and g.valid_until <= r.effective_on`;

/** Rows of work that lie with a body the event ended, `s`, because nobody has moved them on yet. */
const openWithEnded: RawBuilder<unknown> = sql`${withEnded}
  join assignment a on a.agency_id = g.id and a.ended_by is null
    and (a.valid_until is null or a.valid_until > g.valid_until)`;

export type OrphanedWork = { agencyId: string; name: string; endedOn: PlainDate; waiting: number };

/** Open work of bodies that have ended and of which no event says who carries on: somebody must write one. */
export async function orphanedWork(db: Db): Promise<OrphanedWork[]> {
  const { rows } = await sql<OrphanedWork>`
    select g.id as "agencyId", (select n.name from agency_name n where n.agency_id = g.id and n.kind = 'official'
        order by n.valid_from desc nulls last limit 1) as name,
      g.valid_until as "endedOn", count(*) as waiting
    from agency g join assignment a on a.agency_id = g.id and a.ended_by is null
      and (a.valid_until is null or a.valid_until > g.valid_until)
    where g.valid_until is not null and not exists (select from succession s where s.from_agency_id = g.id)
    group by g.id order by count(*) desc, g.id`.execute(db);
  return rows;
}

/** Earlier events that have open work still to bring to one of these bodies. */
export async function earlierWaiting(
  db: Db,
  agencyIds: readonly string[],
  day: PlainDate,
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct r.id, r.title from succession s ${openWithEnded}
    where r.effective_on < ${day}::date and s.to_agency_id = any(${agencyIds}::text[])
    order by r.title`.execute(db);
  return rows;
}

/** What each piece of work says, for whoever decides where it goes. */
export type WorkText = {
  documentId: string;
  findingKind: Assignment['findingKind'];
  findingId: string;
  quote: string;
  section: string[];
  group: string | null;
  documentNumber: string | null;
  documentTitle: string | null;
  /** What the body is that publishes or follows the target's indicator. */
  ownerProfile: string | null;
};

export async function textsOf(db: Db, rows: readonly Assignment[]): Promise<WorkText[]> {
  const documents = [...new Set(rows.map(({ documentId }) => documentId))];
  const wanted = new Set(
    rows.map(({ documentId, findingKind, findingId }) => `${documentId} ${findingKind} ${findingId}`),
  );
  const owner = sql`(select i.owner_profile from indicator i where i.id = f.indicator_id)`;
  const of = (kind: 'target' | 'task') => sql`
    select f.document_id as "documentId", ${kind} as "findingKind", f.id as "findingId", f.quote, f.section,
      f.group_name as "group", coalesce(d.number, d.title, d.file_name) as "documentNumber",
      d.title as "documentTitle", ${kind === 'target' ? owner : sql`null`} as "ownerProfile",
      d.issued_on as "issuedOn", f.position
    from ${sql.table(kind)} f join document d on d.id = f.document_id
    where f.document_id = any(${documents}::uuid[])`;
  const { rows: texts } = await sql<WorkText & { issuedOn: string; position: number }>`
    select * from (${of('task')} union all ${of('target')}) work
    order by "issuedOn", "documentId", "findingKind" desc, position`.execute(db);
  return texts
    .filter((one) => wanted.has(`${one.documentId} ${one.findingKind} ${one.findingId}`))
    .map(({ issuedOn: _, position: __, ...text }) => text);
}

export async function endWork(trx: Db, reorganisationId: string, rows: readonly EndedRow[]): Promise<void> {
  await sql`
    update assignment a set until_before = a.valid_until, valid_until = ended.day, ended_by = ${reorganisationId}
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ validUntil }) => validUntil)}::date[]) ended(id, day)
    where a.id = ended.id`.execute(trx);
}

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 5000;

export async function makeWork(trx: Db, reorganisationId: string, rows: readonly MadeRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto('assignment')
      .values(
        rows.slice(at, at + rowsAtOnce).map((row) => ({
          document_id: row.documentId,
          finding_kind: row.findingKind,
          finding_id: row.findingId,
          role: row.role,
          agency_id: row.agencyId,
          named_position: row.namedPosition,
          field: row.field,
          valid_from: row.validFrom,
          valid_until: row.validUntil,
          made_by: reorganisationId,
          origins: row.origins,
        })),
      )
      .execute();
}

/** Takes back every row the event made, and gives those it ended the end they had. */
export async function giveBackWork(trx: Db, reorganisationId: string): Promise<{ made: number; ended: number }> {
  const made = await sql`delete from assignment where made_by = ${reorganisationId}`.execute(trx);
  const ended = await sql`
    update assignment set valid_until = until_before, until_before = null, ended_by = null
    where ended_by = ${reorganisationId}`.execute(trx);
  return { made: Number(made.numAffectedRows ?? 0), ended: Number(ended.numAffectedRows ?? 0) };
}

/** What has come to rest on the rows an event made: events that moved them on, and documents that ended them since. */
export async function restingOn(db: Db, reorganisationId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct r.title as name from assignment a join reorganisation r on r.id = a.ended_by
    where a.made_by = ${reorganisationId} and a.ended_by <> ${reorganisationId}
    union
    select distinct coalesce(d.number, d.title, d.file_name) from assignment a join document d on d.id = a.document_id
    where a.made_by = ${reorganisationId} and a.ended_by is null and a.valid_until is distinct from (
      select case when bool_or(o.until_before is null) then null else max(o.until_before) end
      from assignment o where o.id = any(a.origins))
    order by name`.execute(db);
  return rows.map(({ name }) => name);
}
