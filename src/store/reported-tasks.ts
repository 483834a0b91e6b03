import { sql } from 'kysely';
import { dutyState, type StateDay } from '../registry/duty-state.ts';
import type { AppendixTask } from '../registry/report-appendix.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNamesOn } from './names.ts';

type Row = Omit<AppendixTask, 'agency' | 'state'> & { agencyId: string; stage: string };

/** Every task that agencies below one were given, the earliest deadline first; what was dropped is counted nowhere. */
export async function tasksBelow(db: Db, agencyId: string, day: StateDay): Promise<AppendixTask[]> {
  const { rows } = await sql<Row>`
    select coalesce(d.content, o.quote) as what, o.documents, d.agency_id as "agencyId", d.due, d.done_on as "doneOn", d.stage, d.share,
      p.done_text as said
    from duty d
      cross join lateral (
        select min(t.quote) as quote, array_agg(distinct coalesce(x.number, x.title, x.file_name)) as documents
        from duty_origin o join task t on t.document_id = o.document_id and t.id = o.finding_id join document x on x.id = o.document_id
        where o.duty_id = d.id and o.finding_kind = 'task') o
      left join lateral (
        select p.done_text from progress p where p.duty_id = d.id and p.stage = 'sent' order by p.sent_at desc limit 1) p on true
    where d.kind = 'assigned' and d.stage <> 'dropped' and o.quote is not null
      and d.agency_id in (select r.agency_id from agency_reach r where r.above_id = ${agencyId})
    order by d.due nulls last, d.id`.execute(db);
  const names = await agencyNamesOn(db, [...new Set(rows.map((row) => row.agencyId))], day.today satisfies PlainDate);
  return rows.flatMap(({ agencyId: id, stage, ...task }) => {
    const state = dutyState({ stage, due: task.due, doneOn: task.doneOn }, day);
    return state === null ? [] : [{ ...task, agency: names.get(id) ?? id, state }];
  });
}
