import { sql } from 'kysely';
import type { ProposalRules } from '../registry/stocktake.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { dayOf } from './conditions.ts';
import type { Db } from './database.ts';

/** What of the work wants to be looked at in a stocktake. */

export type WorkProposal = {
  dutyId: string;
  kind: 'overdue' | 'obstacle' | 'extension';
  days: number;
  what: string;
  due: PlainDate | null;
};

/** Of each kind what has waited longest. */
export async function proposedDuties(
  db: Db,
  { overdueDays, obstacleDays }: ProposalRules,
  { day, most }: { day: PlainDate; most: number },
): Promise<WorkProposal[]> {
  const open = sql`d.stage not in ('done', 'dropped')`;
  const { rows } = await sql<WorkProposal>`
    (select d.id as "dutyId", 'overdue' as kind, ${day}::date - d.due as days, '' as what, d.due from duty d
      where ${open} and d.kind = 'assigned' and d.due < ${day}::date - ${overdueDays}::int order by d.due, d.id limit ${most})
    union all
    (select d.id, 'obstacle', ${day}::date - ${dayOf('o.raised_at')}, left(o.what, 300), o.wanted_by
      from obstacle o join duty d on d.id = o.duty_id
      where ${open} and o.closed_at is null and ${dayOf('o.raised_at')} <= ${day}::date - ${obstacleDays}::int
      order by o.raised_at, o.id limit ${most})
    union all
    (select d.id, 'extension', ${day}::date - ${dayOf('c.asked_at')}, left(c.reason, 300), c.due_proposed
      from due_change c join duty d on d.id = c.duty_id
      where ${open} and c.stage = 'asked' order by c.asked_at, c.id limit ${most})`.execute(db);
  return rows;
}
