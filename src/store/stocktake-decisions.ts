import { type RawBuilder, sql } from 'kysely';
import type { DecisionFields } from '../registry/stocktake.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

/** What stocktakes decided. */

export type StoredDecision = DecisionFields & {
  id: string;
  itemId: string;
  stocktakeId: string;
  dutyId: string | null;
  version: number;
};

const rowsWhere = (condition: RawBuilder<unknown>): RawBuilder<StoredDecision> => sql<StoredDecision>`
  select d.id, d.item_id as "itemId", i.stocktake_id as "stocktakeId", d.agency_id as "agencyId", d.content, d.due,
    d.duty_id as "dutyId", d.version
  from stocktake_decision d join stocktake_item i on i.id = d.item_id where ${condition}`;

/** In the order of the agenda. */
export const decisionsOf = async (db: Db, stocktakeIds: readonly string[]): Promise<StoredDecision[]> =>
  (
    await rowsWhere(
      sql`i.stocktake_id = any(${stocktakeIds}::uuid[]) order by i.position, i.id, d.position, d.id`,
    ).execute(db)
  ).rows;

/** Nobody else changes it until the transaction ends. */
export const holdDecision = async (trx: Db, id: string): Promise<StoredDecision | undefined> =>
  (await rowsWhere(sql`d.id = ${id} for update of d`).execute(trx)).rows[0];

type NewDecision = DecisionFields & { id: string; itemId: string };

/** False where it is there already. */
export async function insertDecision(trx: Db, { id, itemId, agencyId, content, due }: NewDecision): Promise<boolean> {
  const { rows } = await sql`
    insert into stocktake_decision (id, item_id, position, agency_id, content, due)
    values (${id}, ${itemId}, (select coalesce(max(position), 0) + 1 from stocktake_decision where item_id = ${itemId}),
      ${agencyId}, ${content}, ${due}::date)
    on conflict (id) do nothing returning id`.execute(trx);
  return rows.length > 0;
}

export async function setDecision(trx: Db, id: string, { agencyId, content, due }: DecisionFields): Promise<void> {
  await trx
    .updateTable('stocktake_decision')
    .set((is) => ({ agency_id: agencyId, content, due, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setDecisionDuty(trx: Db, id: string, dutyId: string): Promise<void> {
  await trx
    .updateTable('stocktake_decision')
    .set((is) => ({ duty_id: dutyId, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** What was given to one agency is another's now. */
export async function passDecision(trx: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await sql`update stocktake_decision set duty_id = ${to} where duty_id = ${from}`.execute(trx);
}

export async function deleteDecision(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('stocktake_decision').where('id', '=', id).execute();
}

export type StoredDiscussion = {
  stocktakeId: string;
  itemId: string;
  title: string;
  heldOn: PlainDate;
  stage: 'planned' | 'held';
  discussion: string;
};

/** Where a matter was on the agenda, the latest first. */
export async function discussionsOf(db: Db, key: string): Promise<StoredDiscussion[]> {
  const { rows } = await sql<StoredDiscussion>`
    select s.id as "stocktakeId", i.id as "itemId", s.title, s.held_on as "heldOn", s.stage, i.discussion
    from stocktake_item i join stocktake s on s.id = i.stocktake_id
    where i.subject = ${key} and i.kept order by s.held_on desc, s.id limit 20`.execute(db);
  return rows;
}

/** The stocktake that gave a duty, or the one above it. */
export async function stocktakeOfDuty(
  db: Db,
  dutyId: string,
): Promise<{ id: string; title: string; heldOn: PlainDate } | undefined> {
  const { rows } = await sql<{ id: string; title: string; heldOn: PlainDate }>`
    select s.id, s.title, s.held_on as "heldOn" from duty own join stocktake_decision d on d.duty_id = own.root_id
      join stocktake_item i on i.id = d.item_id join stocktake s on s.id = i.stocktake_id
    where own.id = ${dutyId}`.execute(db);
  return rows[0];
}
