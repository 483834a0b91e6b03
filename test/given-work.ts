import { randomUUID } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import { agencyKey } from '../src/registry/agency.ts';
import type { Db } from '../src/store/database.ts';
import type { WorkTables } from '../src/store/work-tables.ts';
import { aTask, storeDocument } from './readings.ts';

/** A small register written by hand, where a test is about what becomes of it. */

type SmallAgency = { id: string; name: string; from?: string | null; until?: string | null; placeId?: string | null };

export async function storeDatedAgencies(db: Db, agencies: readonly SmallAgency[]): Promise<void> {
  for (const { id, name, from = null, until = null, placeId = null } of agencies) {
    await sql`
      insert into agency (id, kind, tier, place_id, valid_from, valid_until, source)
      values (${id}, 'department', 'province', ${placeId}, ${from}, ${until}, 'thử')`.execute(db);
    await sql`
      insert into agency_name (agency_id, kind, name, key, valid_from, valid_until)
      values (${id}, 'official', ${name}, ${agencyKey(name)}, ${from}, ${until})`.execute(db);
  }
}

type SmallSuccession = { kind: string; from: string; to: string | null; field?: string };

/** An event that the register knows as a fact, and that nobody has applied to open work. */
export async function storeKnownEvent(
  db: Db,
  { id, title, day, successions }: { id: string; title: string; day: string; successions: readonly SmallSuccession[] },
): Promise<void> {
  await sql`
    insert into reorganisation (id, title, effective_on, legal_basis, state)
    values (${id}, ${title}, ${day}, 'NĐ 45/2025/NĐ-CP', 'planned')`.execute(db);
  for (const { kind, from, to, field = null } of successions)
    await sql`
      insert into succession (reorganisation_id, kind, from_agency_id, to_agency_id, field)
      values (${id}, ${kind}, ${from}, ${to}, ${field})`.execute(db);
}

type GivenWork = { quote: string; lead: string[]; coord?: string[]; monitor?: string[] };

/** A document in force from its own day, and who has its tasks; agencies by their ids. */
export async function storeGivenWork(
  db: Db,
  userId: string,
  { number, day, tasks }: { number: string; day: string; tasks: readonly GivenWork[] },
): Promise<string> {
  const documentId = await storeDocument(db, userId, {
    header: { number, issuedOn: day },
    text: tasks.map(({ quote }) => quote).join('\n'),
    tasks: placed(tasks.map(({ quote }) => quote)),
  });
  await sql`update document set state = 'issued', valid_from = ${day} where id = ${documentId}`.execute(db);
  const rows = tasks.flatMap(({ lead, coord = [], monitor = [] }, at) =>
    Object.entries({ lead, coord, monitor }).flatMap(([role, ids]) =>
      ids.map((agencyId, position) => ({ role, agencyId, position, findingId: `n${at + 1}` })),
    ),
  );
  for (const { role, agencyId, position, findingId } of rows)
    await sql`
      insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      values (${documentId}, 'task', ${findingId}, ${role}, ${agencyId}, ${position}, ${day})`.execute(db);
  return documentId;
}

function placed(quotes: string[]) {
  let start = 0;
  return quotes.map((quote) => {
    const span = { start, end: start + quote.length };
    start = span.end + 1;
    return aTask({ span, section: [], group: null });
  });
}

/** Everything a reorganisation may touch, in an order that does not depend on when it was written; versions left out. */
export async function registerState(db: Db): Promise<unknown> {
  const all = async (query: ReturnType<typeof sql<Record<string, unknown>>>) => (await query.execute(db)).rows;
  return {
    agencies: await all(
      sql`select id, kind, tier, place_id, parent_id, valid_from, valid_until from agency order by id`,
    ),
    names: await all(
      sql`select agency_id, kind, name, key, valid_from, valid_until from agency_name order by 1, 2, 3, 5`,
    ),
    successions: await all(sql`select * from succession order by 1, 3, 4, 5, 2`),
    assignments: await all(sql`select * from assignment order by id`),
    duties: await all(
      sql`select id, parent_id, kind, agency_id, stage, stage_before, because, joined_into, officer_id from duty order by id`,
    ),
    origins: await all(sql`select * from duty_origin order by duty_id, document_id, finding_kind, finding_id`),
    posts: await all(sql`select * from post order by id`),
  };
}

/** Who has the work on a day: "n1 lead so-tai-chinh". */
export async function workOn(db: Db, day: string, documentId: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select finding_id || ' ' || role || ' ' || agency_id as line from assignment
    where document_id = ${documentId} and valid_from <= ${day} and (valid_until is null or valid_until > ${day})
    order by length(finding_id), finding_id, role, agency_id`.execute(db);
  return rows.map(({ line }) => line);
}

/** Rows of work that on a day lie with a body that is not there. */
export async function workWithoutAgency(db: Db, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from assignment a join agency g on g.id = a.agency_id
    where a.valid_from <= ${day} and (a.valid_until is null or a.valid_until > ${day})
      and (g.valid_from > ${day} or g.valid_until <= ${day})`.execute(db);
  return rows[0]?.count ?? 0;
}

type SmallDuty = Partial<Insertable<WorkTables['duty']>> & { agency_id: string };

/** A duty of an agency, by itself or below another; of what a document says where `origin` says so. */
export async function storeDuty(
  db: Db,
  { id = randomUUID(), ...fields }: SmallDuty,
  origin?: { documentId: string; findingId: string; findingKind?: 'task' | 'target' },
): Promise<string> {
  await db
    .insertInto('duty')
    .values({ kind: 'assigned', root_id: id, ...fields, id })
    .execute();
  if (origin)
    await sql`
      insert into duty_origin (duty_id, document_id, finding_kind, finding_id)
      values (${id}, ${origin.documentId}, ${origin.findingKind ?? 'task'}, ${origin.findingId})`.execute(db);
  return id;
}

/** Open duties that on a day lie with a body that is not there. */
export async function dutiesWithoutAgency(db: Db, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from duty d join agency g on g.id = d.agency_id
    where d.stage not in ('done', 'dropped') and (g.valid_from > ${day} or g.valid_until <= ${day})`.execute(db);
  return rows[0]?.count ?? 0;
}
