import { sql } from 'kysely';
import type { Overview } from '../registry/overview.ts';
import type { Db } from './database.ts';

/** As many groups and bodies as a chart can show. */
const mostGroups = 40;
const mostAgencies = 25;

export async function readOverview(db: Db): Promise<Overview> {
  const [totals, documents, targets, tasks] = await Promise.all([
    sql<Pick<Overview, 'documents' | 'targets' | 'tasks' | 'notes'>>`
      select count(*) as documents, coalesce(sum(target_count), 0) as targets,
        coalesce(sum(task_count), 0) as tasks, coalesce(sum(note_count), 0) as notes
      from document`.execute(db),
    sql<Overview['documentsByYearAndKind'][number]>`
      select extract(year from issued_on)::int as year, kind, count(*) as count
      from document group by 1, 2 order by 1 nulls last, 2`.execute(db),
    sql<Overview['targetsByGroupAndYear'][number]>`
      with most as (
        select group_name, count(*) as total from target where group_name is not null
        group by 1 order by 2 desc, 1 limit ${mostGroups})
      select t.group_name as "group", t.year, count(*) as count
      from target t join most using (group_name)
      group by most.total, t.group_name, t.year order by most.total desc, t.group_name, t.year nulls last`.execute(db),
    sql<Overview['tasksByLeadAndDue'][number]>`
      with lead as (
        select document_id, finding_id, key, min(name) as name from finding_agency
        where finding_kind = 'task' and role = 'lead' group by 1, 2, 3),
      spelling as (select key, name, count(*) as count from lead group by 1, 2),
      most as (
        select key, (array_agg(name order by count desc, name))[1] as agency, sum(count) as total
        from spelling group by 1 order by 3 desc, 1 limit ${mostAgencies})
      select most.key, most.agency, t.due_kind as due, count(*) as count
      from most join lead using (key) join task t on t.document_id = lead.document_id and t.id = lead.finding_id
    group by most.total, most.key, most.agency, t.due_kind order by most.total desc, most.key, t.due_kind`.execute(db),
  ]);
  return {
    ...(totals.rows[0] ?? { documents: 0, targets: 0, tasks: 0, notes: 0 }),
    documentsByYearAndKind: documents.rows,
    targetsByGroupAndYear: targets.rows,
    tasksByLeadAndDue: tasks.rows,
  };
}
