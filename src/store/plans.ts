import { sql } from 'kysely';
import type { TargetValue } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';

/** What documents in force ask an agency for in a year. */
export type PlannedTarget = TargetValue & {
  indicatorId: string;
  line: string;
  change: 'level' | 'increase' | 'decrease';
  documentId: string;
  documentNumber: string | null;
  targetId: string;
};

/** The latest document of each line first. */
export async function plansOfAgency(
  db: Db,
  { agencyId, year, day }: { agencyId: string; year: number; day: PlainDate },
): Promise<PlannedTarget[]> {
  const { rows } = await sql<PlannedTarget>`
    select distinct on (g.indicator_id, g.indicator_line) g.indicator_id as "indicatorId",
      coalesce(g.indicator_line, '') as line, g.op, g.value, g.value2, g.value_of as of, g.unit, g.change,
      d.id as "documentId", d.number as "documentNumber", g.id as "targetId"
    from assignment a join target g on g.document_id = a.document_id and g.id = a.finding_id
      join document d on d.id = g.document_id
    where a.finding_kind = 'target' and a.agency_id = ${agencyId} and g.indicator_id is not null and g.year = ${year}
      and g.value is not null and ${inForce('a', day)} and ${inForce('g', day)}
    order by g.indicator_id, g.indicator_line, (a.role = 'named') desc, d.issued_on desc nulls last, g.position`.execute(
    db,
  );
  return rows;
}
