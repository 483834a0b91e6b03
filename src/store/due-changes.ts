import { type RawBuilder, type Selectable, sql } from 'kysely';
import { DueChange } from '../registry/due-change.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { named, personName, said } from './people.ts';
import type { LaidDuty } from './reported-duties.ts';
import type { WorkTables } from './work-tables.ts';

type Row = Selectable<WorkTables['due_change']> & { asked_name: string | null; decided_name: string | null };

const rowsWhere = (condition: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select c.*, ${personName('c.asked_by')} as asked_name, ${personName('c.decided_by')} as decided_name
  from due_change c where ${condition}`;

export async function findDueChange(db: Db, id: string): Promise<DueChange | undefined> {
  const { rows } = await rowsWhere(sql`c.id = ${id}`).execute(db);
  return rows[0] && recordOf(rows[0]);
}

/** Waits for whoever changes it now, and keeps others waiting until the transaction ends. */
export async function holdDueChange(trx: Db, id: string): Promise<DueChange | undefined> {
  const { rows } = await rowsWhere(sql`c.id = ${id} for update of c`).execute(trx);
  return rows[0] && recordOf(rows[0]);
}

/** Latest first. */
export async function dueChangesOfDuty(db: Db, { id, province }: LaidDuty): Promise<DueChange[]> {
  const { rows } = await rowsWhere(
    sql`c.duty_id = ${id} and c.province = ${province} order by c.asked_at desc, c.id`,
  ).execute(db);
  return rows.map(recordOf);
}

type NewDueChange = Pick<DueChange, 'id' | 'dutyId' | 'agencyId' | 'reason' | 'dueBefore' | 'dueProposed'> & {
  userId: string;
  at: Date;
};

/** False where it is there already, or another one is open. */
export async function insertDueChange(trx: Db, change: NewDueChange): Promise<boolean> {
  const inserted = await trx
    .insertInto('due_change')
    .values({
      id: change.id,
      duty_id: change.dutyId,
      agency_id: change.agencyId,
      asked_by: change.userId,
      asked_at: change.at,
      reason: change.reason,
      due_before: change.dueBefore,
      due_proposed: change.dueProposed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

type Decision = {
  stage: 'granted' | 'refused' | 'withdrawn';
  dueGranted: PlainDate | null;
  userId: string;
  at: Date;
  because: string | null;
};

export async function decideDueChange(trx: Db, id: string, decision: Decision): Promise<void> {
  await trx
    .updateTable('due_change')
    .set((is) => ({
      stage: decision.stage,
      due_granted: decision.dueGranted,
      decided_by: decision.userId,
      decided_at: decision.at,
      decided_because: decision.because,
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

function recordOf(row: Row): DueChange {
  const decided = said(row.decided_at, row.decided_by, row.decided_name);
  return {
    id: row.id,
    dutyId: row.duty_id,
    agencyId: row.agency_id,
    asked: { at: row.asked_at.toISOString(), by: named(row.asked_by, row.asked_name) },
    reason: row.reason,
    dueBefore: row.due_before,
    dueProposed: row.due_proposed,
    stage: DueChange.shape.stage.parse(row.stage),
    dueGranted: row.due_granted,
    decided: decided && { ...decided, because: row.decided_because },
    version: row.version,
  };
}
