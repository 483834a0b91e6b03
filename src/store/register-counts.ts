import { sql } from 'kysely';
import type { RegisterCounts } from '../registry/register-counts.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { hasEnded, inForce, standing } from './conditions.ts';
import type { Db } from './database.ts';

/** As many groups and bodies as a chart can show. */
const mostGroups = 40;
const mostAgencies = 25;

/** As of a day, or of now: then also what is not issued yet. */
export async function readRegisterCounts(db: Db, asOf?: PlainDate): Promise<RegisterCounts> {
  const documents = asOf === undefined ? sql`not ${hasEnded('d')}` : inForce('d', asOf);
  const findings = standing({ asOf });
  const [totals, byYear, targets, tasks] = await Promise.all([
    sql<Pick<RegisterCounts, 'documents' | 'targets' | 'tasks' | 'notes'>>`
      select count(*) as documents, coalesce(sum(note_count), 0) as notes,
        (select count(*) from target f where ${findings}) as targets, (select count(*) from task f where ${findings}) as tasks
      from document d where ${documents}`.execute(db),
    sql<RegisterCounts['documentsByYearAndKind'][number]>`
      select extract(year from issued_on)::int as year, kind, count(*) as count
      from document d where ${documents} group by 1, 2 order by 1 nulls last, 2`.execute(db),
    sql<RegisterCounts['targetsByGroupAndYear'][number]>`
      with counted as (
        select f.group_name, f.year, count(*) as count from target f
        where f.group_name is not null and ${findings} group by 1, 2),
      most as (
        select group_name, sum(count) as total from counted group by 1 order by 2 desc, 1 limit ${mostGroups})
      select group_name as "group", year, count
      from counted join most using (group_name) order by total desc, group_name, year nulls last`.execute(db),
    sql<RegisterCounts['tasksByLeadAndDue'][number]>`
      with lead as (
        select f.document_id, f.id, f.due_kind, a.key, min(a.name) as name
        from task f join finding_agency a on a.document_id = f.document_id and a.finding_kind = 'task'
          and a.finding_id = f.id and a.role = 'lead'
        where ${findings} group by 1, 2, 3, 4),
      spelling as (select key, name, count(*) as count from lead group by 1, 2),
      most as (
        select key, (array_agg(name order by count desc, name))[1] as agency, sum(count) as total
        from spelling group by 1 order by 3 desc, 1 limit ${mostAgencies})
      select most.key, most.agency, lead.due_kind as due, count(*) as count
      from most join lead using (key)
      group by most.total, most.key, most.agency, lead.due_kind
      order by most.total desc, most.key, lead.due_kind`.execute(db),
  ]);
  return {
    ...(totals.rows[0] ?? { documents: 0, targets: 0, tasks: 0, notes: 0 }),
    documentsByYearAndKind: byYear.rows,
    targetsByGroupAndYear: targets.rows,
    tasksByLeadAndDue: tasks.rows,
  };
}
