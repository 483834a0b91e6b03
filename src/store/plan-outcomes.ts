import { sql } from 'kysely';
import type { DutyState, StateDay } from '../registry/duty-state.ts';
import type { Due } from '../values/due.ts';
import type { Target } from '../values/finding.ts';
import type { Db } from './database.ts';
import { dutyStateOn } from './duty-states.ts';
import { agencyNamesOn } from './names.ts';
import { type TargetRow, targetOf } from './targets.ts';
import { type DueColumns, dueOf } from './tasks.ts';

/** What became of findings that a next plan goes on with. */

export type FindingRef = { documentId: string; findingId: string; kind: 'target' | 'task' };

export const refKey = ({ kind, documentId, findingId }: FindingRef): string => `${kind}/${documentId}/${findingId}`;

const wanted = (refs: readonly FindingRef[]) => sql`unnest(${refs.map(({ kind }) => kind)}::text[],
  ${refs.map(({ documentId }) => documentId)}::uuid[], ${refs.map(({ findingId }) => findingId)}::text[])`;

export type DutyOutcome = { id: string; state: DutyState; agencyId: string; agency: string };

/** Where the duties of each stand; what was dropped is counted nowhere. */
export async function dutiesOf(
  db: Db,
  refs: readonly FindingRef[],
  day: StateDay,
): Promise<Map<string, DutyOutcome[]>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<FindingRef & { id: string; state: DutyState; agencyId: string }>`
    select w.kind, w.document_id as "documentId", w.finding_id as "findingId", d.id, d.agency_id as "agencyId", ${dutyStateOn(day)} as state
    from ${wanted(refs)} w(kind, document_id, finding_id)
      join duty_origin o on o.document_id = w.document_id and o.finding_kind = w.kind and o.finding_id = w.finding_id
      join duty d on d.id = o.duty_id and d.stage <> 'dropped'
    order by d.given_at, d.id`.execute(db);
  const names = await agencyNamesOn(db, [...new Set(rows.map(({ agencyId }) => agencyId))], day.today);
  return grouped(rows, ({ id, state, agencyId }) => ({ id, state, agencyId, agency: names.get(agencyId) ?? agencyId }));
}

export type FigureOutcome = { value: number; unit: string | null; period: string };

/** The latest figure that was approved for the line of each target, of an agency that has the target. */
export async function figuresOf(db: Db, refs: readonly FindingRef[]): Promise<Map<string, FigureOutcome[]>> {
  const targets = refs.filter(({ kind }) => kind === 'target');
  if (targets.length === 0) return new Map();
  const { rows } = await sql<FindingRef & FigureOutcome>`
    select w.kind, w.document_id as "documentId", w.finding_id as "findingId", f.value, f.period, i.unit
    from ${wanted(targets)} w(kind, document_id, finding_id)
      join target t on t.document_id = w.document_id and t.id = w.finding_id
      join indicator i on i.id = t.indicator_id
      cross join lateral (
        select f.value, f.period from figure f
        where f.indicator_id = t.indicator_id and f.line = coalesce(t.indicator_line, '') and f.ended_at is null
          and f.basis <> 'planned' and f.value is not null
          and f.agency_id in (select a.agency_id from assignment a where a.document_id = t.document_id
            and a.finding_kind = 'target' and a.finding_id = t.id)
        order by f.period_to desc, f.span = 'toDate' desc, f.set_at desc limit 1) f`.execute(db);
  return grouped(rows, ({ value, unit, period }) => ({ value, unit, period }));
}

export type LastSaid = { documentNumber: string | null } & ({ target: Target } | { time: Due });

/** What was said of each. */
export async function lastOf(db: Db, refs: readonly FindingRef[]): Promise<Map<string, LastSaid>> {
  if (refs.length === 0) return new Map();
  const { rows: targets } = await sql<TargetRow & { number: string | null }>`
    select t.*, d.number, array[]::text[] as agency_names from ${wanted(refs)} w(kind, document_id, finding_id)
      join target t on t.document_id = w.document_id and t.id = w.finding_id join document d on d.id = t.document_id
    where w.kind = 'target'`.execute(db);
  const { rows: tasks } = await sql<DueColumns & { document_id: string; id: string; number: string | null }>`
    select t.document_id, t.id, t.due_kind, t.due_from, t.due_to, t.due_every, t.due_condition, d.number
    from ${wanted(refs)} w(kind, document_id, finding_id)
      join task t on t.document_id = w.document_id and t.id = w.finding_id join document d on d.id = t.document_id
    where w.kind = 'task'`.execute(db);
  const key = (
    kind: FindingRef['kind'],
    { document_id: documentId, id: findingId }: { document_id: string; id: string },
  ) => refKey({ kind, documentId, findingId });
  return new Map<string, LastSaid>([
    ...targets.map((row) => [key('target', row), { documentNumber: row.number, target: targetOf(row) }] as const),
    ...tasks.map((row) => [key('task', row), { documentNumber: row.number, time: dueOf(row) }] as const),
  ]);
}

/** Which of these findings lie with an agency. */
export async function assignedTo(db: Db, refs: readonly FindingRef[], agencyId: string): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const { rows } = await sql<FindingRef>`
    select distinct w.kind, w.document_id as "documentId", w.finding_id as "findingId"
    from ${wanted(refs)} w(kind, document_id, finding_id)
      join assignment a on a.document_id = w.document_id and a.finding_kind = w.kind and a.finding_id = w.finding_id
    where a.agency_id = ${agencyId}`.execute(db);
  return new Set(rows.map(refKey));
}

const grouped = <Row extends FindingRef, T>(rows: readonly Row[], of: (row: Row) => T): Map<string, T[]> =>
  new Map([...Map.groupBy(rows, refKey)].map(([key, some]) => [key, some.map(of)]));
