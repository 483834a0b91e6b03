import { type RawBuilder, sql } from 'kysely';
import { MatterFacts } from '../registry/matter.ts';
import type { Named } from '../registry/named.ts';
import { AgendaReason, type StocktakeFields, StocktakeStage, type StocktakeSummary } from '../registry/stocktake.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { type MatterRow, matterColumns, matterOfRow } from './matters.ts';
import { agencyNameOn } from './names.ts';
import { named, personName } from './people.ts';

/** Stocktakes and their agendas. */

export type StoredStocktake = StocktakeSummary & Pick<StocktakeFields, 'begins' | 'ends' | 'place' | 'secretary'>;

type Row = {
  id: string;
  agency_id: string;
  agency_name: string | null;
  title: string;
  held_on: PlainDate;
  begins: string;
  ends: string;
  place: string;
  chair_id: string;
  chair_name: string | null;
  secretary: string;
  stage: string;
  version: number;
  items: number;
  decisions: number;
  given: number;
};

const stocktakeOf = (row: Row): StoredStocktake => ({
  ...{ id: row.id, title: row.title, heldOn: row.held_on, version: row.version },
  agency: named(row.agency_id, row.agency_name),
  chair: named(row.chair_id, row.chair_name),
  stage: StocktakeStage.parse(row.stage),
  ...{ begins: row.begins, ends: row.ends, place: row.place, secretary: row.secretary },
  ...{ items: row.items, decisions: row.decisions, notGiven: row.decisions - row.given },
});

const rowsWhere = (condition: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select s.id, s.agency_id, ${agencyNameOn(sql`s.agency_id`, '9999-12-31')} as agency_name, s.title, s.held_on, s.begins, s.ends,
    s.place, s.chair_id, ${personName('s.chair_id')} as chair_name, s.secretary, s.stage, s.version,
    (select count(*)::int from stocktake_item i where i.stocktake_id = s.id and i.kept) as items,
    (select count(*)::int from stocktake_item i join stocktake_decision d on d.item_id = i.id where i.stocktake_id = s.id) as decisions,
    (select count(d.duty_id)::int from stocktake_item i join stocktake_decision d on d.item_id = i.id where i.stocktake_id = s.id) as given
  from stocktake s where ${condition}`;

/** The latest first. */
export async function listStocktakes(
  db: Db,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; stocktakes: StocktakeSummary[] }> {
  const { rows } = await rowsWhere(
    sql`true order by s.held_on desc, s.made_at desc, s.id limit ${limit} offset ${offset}`,
  ).execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from stocktake`.execute(db);
  return { total: counted[0]?.total ?? 0, stocktakes: rows.map(stocktakeOf) };
}

export async function findStocktake(db: Db, id: string): Promise<StoredStocktake | undefined> {
  const { rows } = await rowsWhere(sql`s.id = ${id}`).execute(db);
  return rows[0] && stocktakeOf(rows[0]);
}

/** Nobody else changes it until the transaction ends. */
export async function holdStocktake(trx: Db, id: string): Promise<StoredStocktake | undefined> {
  const { rows } = await rowsWhere(sql`s.id = ${id} for update of s`).execute(trx);
  return rows[0] && stocktakeOf(rows[0]);
}

/** The last one that a body held up to a day. */
export async function lastHeldStocktake(
  db: Db,
  { agencyId, day, but = null }: { agencyId: string; day: PlainDate; but?: string | null },
): Promise<StoredStocktake | undefined> {
  const { rows } = await rowsWhere(sql`
    s.agency_id = ${agencyId} and s.stage = 'held' and s.held_on <= ${day}::date and s.id is distinct from ${but}::uuid
    order by s.held_on desc, s.closed_at desc, s.id limit 1`).execute(db);
  return rows[0] && stocktakeOf(rows[0]);
}

export async function participantsOf(db: Db, stocktakeId: string, day: PlainDate): Promise<Named[]> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select a.agency_id as id, ${agencyNameOn(sql`a.agency_id`, day)} as name from stocktake_agency a
    where a.stocktake_id = ${stocktakeId} order by 2, 1`.execute(db);
  return rows.map(({ id, name }) => named(id, name));
}

const columnsOf = (fields: Omit<StocktakeFields, 'agencies'>) => ({
  ...{ title: fields.title, held_on: fields.heldOn, begins: fields.begins, ends: fields.ends, place: fields.place },
  ...{ chair_id: fields.chairId, secretary: fields.secretary },
});

type NewStocktake = { id: string; agencyId: string; fields: StocktakeFields; by: string; at: Date };

export async function insertStocktake(trx: Db, { id, agencyId, fields, by, at }: NewStocktake): Promise<void> {
  await trx
    .insertInto('stocktake')
    .values({ id, agency_id: agencyId, ...columnsOf(fields), made_by: by, made_at: at })
    .execute();
}

export async function setStocktakeFields(trx: Db, id: string, fields: StocktakeFields): Promise<void> {
  await trx
    .updateTable('stocktake')
    .set((is) => ({ ...columnsOf(fields), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setStocktakeStage(
  trx: Db,
  id: string,
  { stage, at }: { stage: 'planned' | 'held'; at: Date },
): Promise<void> {
  await trx
    .updateTable('stocktake')
    .set((is) => ({ stage, closed_at: stage === 'held' ? at : null, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Its agenda has changed. */
export async function touchStocktake(trx: Db, id: string): Promise<void> {
  await sql`update stocktake set version = version + 1 where id = ${id}`.execute(trx);
}

export async function deleteStocktake(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('stocktake').where('id', '=', id).execute();
}

/** Those who are there already stay. */
export async function putParticipants(trx: Db, stocktakeId: string, agencyIds: readonly string[]): Promise<void> {
  await sql`
    insert into stocktake_agency (stocktake_id, agency_id) select ${stocktakeId}, unnest(${agencyIds}::text[])
    on conflict do nothing`.execute(trx);
}

export async function setParticipants(trx: Db, stocktakeId: string, agencyIds: readonly string[]): Promise<void> {
  await sql`
    delete from stocktake_agency where stocktake_id = ${stocktakeId} and agency_id <> all(${agencyIds}::text[])`.execute(
    trx,
  );
  await putParticipants(trx, stocktakeId, agencyIds);
}

export type StoredItem = {
  id: string;
  stocktakeId: string;
  key: string;
  matter: ReturnType<typeof matterOfRow>;
  kept: boolean;
  reasons: AgendaReason[];
  discussion: string;
  stood: MatterFacts | null;
  version: number;
};

type ItemRow = MatterRow & {
  id: string;
  stocktake_id: string;
  subject: string;
  kept: boolean;
  reasons: unknown;
  discussion: string;
  stood: unknown;
  version: number;
};

const itemOf = (row: ItemRow): StoredItem => ({
  ...{ id: row.id, stocktakeId: row.stocktake_id, key: row.subject, matter: matterOfRow(row), kept: row.kept },
  reasons: AgendaReason.array().parse(row.reasons),
  discussion: row.discussion,
  stood: row.stood === null ? null : MatterFacts.parse(row.stood),
  version: row.version,
});

/** In the order of the agenda. */
export async function itemsOfStocktake(db: Db, stocktakeId: string): Promise<StoredItem[]> {
  const { rows } = await sql<ItemRow>`
    select i.* from stocktake_item i where i.stocktake_id = ${stocktakeId} order by i.position, i.id`.execute(db);
  return rows.map(itemOf);
}

/** Nobody else changes it until the transaction ends. */
export async function holdItem(trx: Db, id: string): Promise<StoredItem | undefined> {
  const { rows } = await sql<ItemRow>`select i.* from stocktake_item i where i.id = ${id} for update of i`.execute(trx);
  return rows[0] && itemOf(rows[0]);
}

export type PlacedItem = Pick<StoredItem, 'id' | 'matter' | 'kept' | 'reasons'>;

/** Puts these on the agenda in this order; what is there already keeps what was written to it. */
export async function putItems(trx: Db, stocktakeId: string, items: readonly PlacedItem[]): Promise<void> {
  for (const [position, { id, matter, kept, reasons }] of items.entries())
    await trx
      .insertInto('stocktake_item')
      .values({
        ...{ id, stocktake_id: stocktakeId, position, kept, reasons: JSON.stringify(reasons) },
        ...matterColumns(matter),
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ position, kept }))
      .execute();
}

export async function setDiscussion(trx: Db, id: string, discussion: string): Promise<void> {
  await trx
    .updateTable('stocktake_item')
    .set((is) => ({ discussion, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Keeps how it stood when the stocktake was closed; null: it goes on. */
export async function setStood(trx: Db, id: string, stood: MatterFacts | null): Promise<void> {
  await trx
    .updateTable('stocktake_item')
    .set({ stood: stood === null ? null : JSON.stringify(stood) })
    .where('id', '=', id)
    .execute();
}
