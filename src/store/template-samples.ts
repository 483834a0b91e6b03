import { sql } from 'kysely';
import type { Named } from '../registry/named.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { TemplateKind } from '../values/template.ts';
import type { Condition } from './conditions.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';

/** What there is in the register of each kind of document, to look at a template with; the latest first. */

const most = 20;

const stocktakes = (db: Db, condition: Condition) =>
  sql<Named>`
    select s.id::text as id, concat_ws(' - ', s.title, to_char(s.held_on, 'DD/MM/YYYY')) as name from stocktake s
    where ${condition} order by s.held_on desc, s.id limit ${most}`.execute(db);

const plansInForce = (db: Db) =>
  sql<Named>`
    select d.id, concat_ws(' - ', d.number, coalesce(d.title, d.file_name)) as name from document d
    where d.state not in ('read', 'inReview')
      and (exists (select from target t where t.document_id = d.id) or exists (select from task t where t.document_id = d.id))
    order by d.issued_on desc nulls last, d.id limit ${most}`.execute(db);

const samples: Record<TemplateKind, (db: Db, today: PlainDate) => Promise<{ rows: Named[] }>> = {
  report: (db) =>
    sql<Named>`select r.id, r.title as name from report r order by r.signed_at desc nulls last, r.id limit ${most}`.execute(
      db,
    ),
  plan: plansInForce,
  actionPlan: plansInForce,
  urgingLetter: (db, today) =>
    sql<Named>`
      select d.agency_id as id, concat(${agencyNameOn(sql`d.agency_id`, today)}, ' (', count(*), ')') as name from duty d
      where d.stage in ('assigned', 'accepted', 'reported') and d.due < ${today}
      group by d.agency_id order by count(*) desc, d.agency_id limit ${most}`.execute(db),
  minutes: (db) => stocktakes(db, sql`true`),
  conclusions: (db) =>
    stocktakes(
      db,
      sql`exists (select from stocktake_item i join stocktake_decision d on d.item_id = i.id where i.stocktake_id = s.id)`,
    ),
  scorecard: (db, today) =>
    sql<Named>`
      select d.agency_id as id, ${agencyNameOn(sql`d.agency_id`, today)} as name from duty d
      where d.kind = 'assigned' and d.stage <> 'dropped' group by d.agency_id order by count(*) desc, d.agency_id limit ${most}`.execute(
      db,
    ),
  extensionNotice: (db, today) =>
    sql<Named>`
      select c.id::text as id, concat_ws(' - ', ${agencyNameOn(sql`c.agency_id`, today)}, to_char(c.due_granted, 'DD/MM/YYYY')) as name
      from due_change c where c.stage = 'granted' order by c.decided_at desc nulls last, c.id limit ${most}`.execute(
      db,
    ),
};

export const templateSamples = async (db: Db, kind: TemplateKind, today: PlainDate): Promise<Named[]> =>
  (await samples[kind](db, today)).rows;

/** All that an agency is late with. */
export async function lateDutyIds(db: Db, agencyId: string, today: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from duty d where d.agency_id = ${agencyId} and d.stage in ('assigned', 'accepted', 'reported') and d.due < ${today}
    order by d.due, d.id limit 100`.execute(db);
  return rows.map(({ id }) => id);
}
