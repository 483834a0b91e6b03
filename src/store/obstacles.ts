import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Obstacle, ObstacleFields } from '../registry/obstacle.ts';
import type { Db } from './database.ts';
import { named, personName, said } from './people.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { WorkTables } from './work-tables.ts';

type Row = Selectable<WorkTables['obstacle']> & { raised_name: string | null; answered_name: string | null };

const rowsWhere = (condition: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select o.*, ${personName('o.raised_by')} as raised_name, ${personName('o.answered_by')} as answered_name
  from obstacle o where ${condition}`;

export async function findObstacle(db: Db, id: string): Promise<Obstacle | undefined> {
  const { rows } = await rowsWhere(sql`o.id = ${id}`).execute(db);
  return rows[0] && recordOf(rows[0]);
}

/** Waits for whoever changes it now, and keeps others waiting until the transaction ends. */
export async function holdObstacle(trx: Db, id: string): Promise<Obstacle | undefined> {
  const { rows } = await rowsWhere(sql`o.id = ${id} for update of o`).execute(trx);
  return rows[0] && recordOf(rows[0]);
}

/** Open ones first, each the latest first. */
export async function obstaclesOfDuty(db: Db, { id, province }: LaidDuty): Promise<Obstacle[]> {
  const { rows } = await rowsWhere(
    sql`o.duty_id = ${id} and o.province = ${province} order by o.closed_at is not null, o.raised_at desc, o.id`,
  ).execute(db);
  return rows.map(recordOf);
}

type NewObstacle = ObstacleFields & { id: string; dutyId: string; agencyId: string; userId: string; at: Date };

/** False where it is there already. */
export async function insertObstacle(trx: Db, obstacle: NewObstacle): Promise<boolean> {
  const inserted = await trx
    .insertInto('obstacle')
    .values({
      id: obstacle.id,
      duty_id: obstacle.dutyId,
      agency_id: obstacle.agencyId,
      raised_by: obstacle.userId,
      raised_at: obstacle.at,
      what: obstacle.what,
      impact: obstacle.impact,
      decider_id: obstacle.deciderId,
      wanted_by: obstacle.wantedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function answerObstacle(
  trx: Db,
  id: string,
  { answer, userId, at }: { answer: string; userId: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('obstacle')
    .set((is) => ({ answer, answered_by: userId, answered_at: at, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setObstacleClosed(trx: Db, id: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('obstacle')
    .set((is) => ({ closed_at: at, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function recordOf(row: Row): Obstacle {
  const answered = said(row.answered_at, row.answered_by, row.answered_name);
  return {
    id: row.id,
    dutyId: row.duty_id,
    agencyId: row.agency_id,
    raised: { at: row.raised_at.toISOString(), by: named(row.raised_by, row.raised_name) },
    what: row.what,
    impact: row.impact,
    deciderId: row.decider_id,
    wantedBy: row.wanted_by,
    answer: answered && { ...answered, text: row.answer ?? '' },
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  };
}
