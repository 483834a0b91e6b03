import { sql } from 'kysely';
import type { DueStep } from '../registry/duty.ts';
import type { Named } from '../registry/named.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';

type Row = Pick<DueStep, 'id' | 'reason' | 'stage'> & {
  by: Named;
  at: Date;
  due_before: PlainDate | null;
  due_proposed: PlainDate | null;
  due_granted: PlainDate | null;
  decided_by: Named | null;
  decided_at: Date | null;
  decided_because: string | null;
};

/** Every deadline that was asked for, oldest first. */
export async function dueStepsOf(db: Db, dutyId: string): Promise<DueStep[]> {
  const { rows } = await sql<Row>`
    select c.id, c.reason, c.stage, json_build_object('id', a.id, 'name', a.name) as by, c.asked_at as at,
      c.due_before, c.due_proposed, c.due_granted, c.decided_at, c.decided_because,
      case when z.id is not null then json_build_object('id', z.id, 'name', z.name) end as decided_by
    from due_change c join app_user a on a.id = c.asked_by left join app_user z on z.id = c.decided_by
    where c.duty_id = ${dutyId} order by c.asked_at, c.id`.execute(db);
  return rows.map(({ at, due_before, due_proposed, due_granted, decided_by, decided_at, decided_because, ...row }) => ({
    ...row,
    at: at.toISOString(),
    before: due_before,
    proposed: due_proposed,
    granted: due_granted,
    decidedBy: decided_by,
    decidedAt: decided_at?.toISOString() ?? null,
    decidedBecause: decided_because,
  }));
}
