import { sql } from 'kysely';
import { type HeldLadder, Ladder, type LadderDocument, usualLadder } from '../registry/urging-ladder.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNamesOn } from './names.ts';
import type { LaidDuty } from './reported-duties.ts';

/** Of one plan document, or the usual one where `documentId` is null; version 0: as delivered. */
export async function getLadder(db: Db, documentId: string | null): Promise<HeldLadder> {
  const row = await db
    .selectFrom('urging_ladder')
    .select(['steps', 'version'])
    .where('document_id', 'is not distinct from', documentId)
    .executeTakeFirst();
  if (row) return { steps: Ladder.parse(row.steps), version: row.version };
  return documentId === null ? { steps: usualLadder, version: 0 } : { ...(await getLadder(db, null)), version: 0 };
}

/** False where the version that was seen is not that of today. */
export async function putLadder(trx: Db, documentId: string | null, { steps, version }: HeldLadder): Promise<boolean> {
  const json = JSON.stringify(steps);
  const { rows } = await sql<{ version: number }>`
    insert into urging_ladder (document_id, steps) select ${documentId}::uuid, ${json}::jsonb
    where ${version} = 0 or exists (select from urging_ladder where document_id is not distinct from ${documentId}::uuid)
    on conflict (document_id) do update set steps = excluded.steps, version = urging_ladder.version + 1
      where urging_ladder.version = ${version}
    returning version`.execute(trx);
  return rows.length > 0;
}

/** It follows the usual one again. False where the version that was seen is not that of today. */
export async function dropLadder(trx: Db, documentId: string, version: number): Promise<boolean> {
  const query = trx.deleteFrom('urging_ladder').where('document_id', '=', documentId).where('version', '=', version);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

/** The documents that have one of their own. */
export async function documentsWithLadder(db: Db): Promise<LadderDocument[]> {
  return await db
    .selectFrom('urging_ladder')
    .innerJoin('document', 'document.id', 'urging_ladder.document_id')
    .select((is) => [
      'document.id',
      is.fn.coalesce('document.number', 'document.title', 'document.file_name').as('name'),
      'urging_ladder.steps',
    ])
    .orderBy('document.issued_on', 'desc')
    .execute()
    .then((rows) => rows.map(({ id, name, steps }) => ({ id, name, steps: Ladder.parse(steps) })));
}

/** All ladders by their documents; that of null is for the rest. */
export async function allLadders(db: Db): Promise<Map<string | null, Ladder>> {
  const rows = await db.selectFrom('urging_ladder').select(['document_id', 'steps']).execute();
  const usual: [string | null, Ladder] = [null, usualLadder];
  return new Map([usual, ...rows.map((row): [string | null, Ladder] => [row.document_id, Ladder.parse(row.steps)])]);
}

/** An open duty with a deadline, as far as urging needs it. */
export type UrgedDuty = {
  id: string;
  due: PlainDate;
  what: string;
  agencyId: string;
  agencyName: string;
  officerId: string | null;
  documentIds: string[];
  taken: string[];
};

/** In the order of their ids, those after one; what was reported waits for its monitor and not for the agency. */
export async function openDutiesDue(
  db: Db,
  { upTo, after, limit, today }: { upTo: PlainDate; after: string | null; limit: number; today: PlainDate },
): Promise<UrgedDuty[]> {
  const { rows } = await sql<Omit<UrgedDuty, 'agencyName'>>`
    select d.id, d.due, ${dutyWords} as what, d.agency_id as "agencyId", d.officer_id as "officerId",
      array(select distinct o.document_id from duty_origin o where o.duty_id = d.root_id) as "documentIds",
      array(select u.step from urging u where u.duty_id = d.id and u.due = d.due) as taken
    from duty d
    where d.stage in ('assigned', 'accepted') and d.waits_for is null and d.due <= ${upTo}
      and ${after === null ? sql`true` : sql`d.id > ${after}::uuid`}
    order by d.id limit ${limit}`.execute(db);
  const names = await agencyNamesOn(db, [...new Set(rows.map(({ agencyId }) => agencyId))], today);
  return rows.map((row) => ({ ...row, agencyName: names.get(row.agencyId) ?? row.agencyId }));
}

/** The duty's own words, or those of the first sentence it comes from. */
const dutyWords = sql<string>`coalesce(d.content, (
  select coalesce(t.quote, g.quote) from duty_origin o
    left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
    left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
  where o.duty_id = d.root_id order by o.document_id, o.finding_id limit 1), '')`;

export type NewUrging = { dutyId: string; due: PlainDate; step: string; userIds: readonly string[] };

/** Gives those that nobody had taken: another server may run at the same time. */
export async function insertUrgings(trx: Db, urgings: readonly NewUrging[], at: Date): Promise<NewUrging[]> {
  if (urgings.length === 0) return [];
  const inserted = await trx
    .insertInto('urging')
    .values(
      urgings.map(({ dutyId, due, step, userIds }) => ({ duty_id: dutyId, due, step, at, user_ids: [...userIds] })),
    )
    .onConflict((conflict) => conflict.columns(['duty_id', 'due', 'step']).doNothing())
    .returning(['duty_id', 'step'])
    .execute();
  const done = new Set(inserted.map((row) => `${row.duty_id} ${row.step}`));
  return urgings.filter(({ dutyId, step }) => done.has(`${dutyId} ${step}`));
}

export type LateWork = LaidDuty & {
  agencyId: string;
  officerId: string | null;
  what: string;
  due: PlainDate;
  share: number | null;
  documents: string[];
  reportedAt: Date | null;
};

/** Those of these duties that are open and past their deadline on a day, the longest first. */
export async function lateDuties(db: Db, ids: readonly string[], today: PlainDate): Promise<LateWork[]> {
  const { rows } = await sql<LateWork>`
    select d.id, d.province, d.agency_id as "agencyId", d.officer_id as "officerId", ${dutyWords} as what, d.due, d.share,
      array(select distinct coalesce(x.number, x.title, x.file_name) from duty_origin o join document x on x.id = o.document_id
        where o.duty_id = d.root_id) as documents,
      (select max(p.sent_at) from progress p where p.duty_id = d.id and p.stage = 'sent') as "reportedAt"
    from duty d where d.id = any(${ids}::uuid[]) and d.stage in ('assigned', 'accepted', 'reported') and d.due < ${today}
    order by d.due, d.id`.execute(db);
  return rows;
}
