import { type RawBuilder, sql } from 'kysely';
import { agencyKey } from '../registry/agency.ts';
import { type HeldFinding, type HeldTarget, type HeldTask, type Mention, namesIn } from '../registry/held-finding.ts';
import { targetEntry, taskEntry } from '../registry/intake.ts';
import type { FindingKind } from '../registry/review.ts';
import type { ReviewState } from '../registry/review-state.ts';
import type { Db } from './database.ts';
import { targetRow, taskRow } from './document-rows.ts';
import { type TargetRow, targetOf } from './targets.ts';
import { type TaskRow, taskOf } from './tasks.ts';

/** Findings of one document with everything that a review decides about them. */

const mentionsOf = (kind: FindingKind): RawBuilder<Mention[]> => sql`(
  select coalesce(json_agg(json_build_object(
    'role', a.role, 'position', a.position, 'name', a.name, 'agencyId', a.agency_id, 'groupId', a.group_id,
    'matchedBy', a.matched_by, 'members', a.members
  ) order by array_position(array['lead', 'coord', 'monitor', 'named'], a.role), a.position), '[]')
  from finding_agency a
  where a.document_id = f.document_id and a.finding_kind = ${sql.lit(kind)} and a.finding_id = f.id)`;

type WithMentions = { mentions: Mention[] };
/** The words in the text that a finding was read from. */
export type Quoted<F extends HeldFinding = HeldFinding> = F & { quote: string; valueQuote: string | null };

/** In the order of the text, each kind by itself. */
export async function readHeldFindings(db: Db, documentId: string): Promise<Quoted[]> {
  const targets = await sql<TargetRow & WithMentions>`
    select f.*, ${mentionsOf('target')} as mentions from target f
    where f.document_id = ${documentId} order by f.position, f.span_start, f.id`.execute(db);
  const tasks = await sql<TaskRow & WithMentions>`
    select f.*, ${mentionsOf('task')} as mentions from task f
    where f.document_id = ${documentId} order by f.position, f.span_start, f.id`.execute(db);
  return [...targets.rows.map(heldTarget), ...tasks.rows.map(heldTask)];
}

function heldTarget(row: TargetRow & WithMentions): Quoted<HeldTarget> {
  const { indicator_id: id, indicator_matched_by: matchedBy, indicator_certainty: certainty } = row;
  const line = row.indicator_line ?? '';
  return {
    kind: 'target',
    version: row.version,
    review: row.review,
    position: row.position,
    mentions: row.mentions,
    record: targetOf({ ...row, agency_names: namesIn(row.mentions, 'named') }),
    indicator: id === null ? null : { id, line, matchedBy, certainty },
    quote: row.quote,
    valueQuote: row.value_quote,
  };
}

function heldTask(row: TaskRow & WithMentions): Quoted<HeldTask> {
  const names = (role: 'lead' | 'coord' | 'monitor') => namesIn(row.mentions, role);
  return {
    kind: 'task',
    version: row.version,
    review: row.review,
    position: row.position,
    mentions: row.mentions,
    record: taskOf({
      ...row,
      lead_names: names('lead'),
      coord_names: names('coord'),
      monitor_names: names('monitor'),
    }),
    quote: row.quote,
    valueQuote: null,
  };
}

/** One decision about many findings: only their state changes, and the version with it. */
export async function setReviews(
  trx: Db,
  documentId: string,
  kind: FindingKind,
  ids: readonly string[],
  review: ReviewState,
): Promise<void> {
  await sql`update ${sql.table(kind)} set review = ${review}, version = version + 1
    where document_id = ${documentId} and id = any(${ids}::text[])`.execute(trx);
}

/** @param text of the document, from which words and quotes are taken */
export async function updateFinding(trx: Db, documentId: string, finding: HeldFinding, text: string): Promise<void> {
  const { record, position, review, version } = finding;
  const held = { review, version };
  const one = (table: 'target' | 'task') =>
    trx.updateTable(table).where('document_id', '=', documentId).where('id', '=', record.id);
  if (finding.kind === 'target') {
    const { noted: _, ...row } = targetRow(
      documentId,
      { ...targetEntry(finding.record, text), noted: false },
      position,
    );
    await one('target')
      .set({ ...row, ...held, ...indicatorColumns(finding) })
      .execute();
  } else {
    const { noted: _, ...row } = taskRow(documentId, { ...taskEntry(finding.record, text), noted: false }, position);
    await one('task')
      .set({ ...row, ...held })
      .execute();
  }
  await deleteMentions(trx, documentId, finding);
  await insertMentions(trx, documentId, finding);
}

export async function insertFinding(trx: Db, documentId: string, finding: HeldFinding, text: string): Promise<void> {
  const { position, review, version } = finding;
  const held = { review, version };
  if (finding.kind === 'target') {
    const row = targetRow(documentId, { ...targetEntry(finding.record, text), noted: false }, position);
    await trx
      .insertInto('target')
      .values({ ...row, ...held, ...indicatorColumns(finding) })
      .execute();
  } else {
    const row = taskRow(documentId, { ...taskEntry(finding.record, text), noted: false }, position);
    await trx
      .insertInto('task')
      .values({ ...row, ...held })
      .execute();
  }
  await insertMentions(trx, documentId, finding);
}

export async function deleteFinding(trx: Db, documentId: string, finding: HeldFinding): Promise<void> {
  await deleteMentions(trx, documentId, finding);
  await trx
    .deleteFrom(finding.kind)
    .where('document_id', '=', documentId)
    .where('id', '=', finding.record.id)
    .execute();
}

const indicatorColumns = ({ indicator }: HeldTarget) => ({
  indicator_id: indicator?.id ?? null,
  indicator_line: indicator?.line ?? null,
  indicator_matched_by: indicator?.matchedBy ?? null,
  indicator_certainty: indicator?.certainty ?? null,
});

async function deleteMentions(trx: Db, documentId: string, { kind, record }: HeldFinding): Promise<void> {
  await trx
    .deleteFrom('finding_agency')
    .where('document_id', '=', documentId)
    .where('finding_kind', '=', kind)
    .where('finding_id', '=', record.id)
    .execute();
}

async function insertMentions(trx: Db, documentId: string, { kind, record, mentions }: HeldFinding): Promise<void> {
  if (mentions.length === 0) return;
  await trx
    .insertInto('finding_agency')
    .values(
      mentions.map(({ role, position, name, agencyId, groupId, matchedBy, members }) => ({
        document_id: documentId,
        finding_kind: kind,
        finding_id: record.id,
        role,
        position,
        name,
        key: agencyKey(name),
        agency_id: agencyId,
        group_id: groupId,
        matched_by: matchedBy,
        members,
      })),
    )
    .execute();
}

/** The highest number that a finding of the document has ever borne; those that were taken away again count, too. */
export async function lastFindingNumber(trx: Db, documentId: string, kind: FindingKind): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(id from '\\d+$')::int) as last from (
      select id from ${sql.table(kind)} where document_id = ${documentId}
      union all select subject_id from action where document_id = ${documentId} and subject_kind = ${kind}
    ) every`.execute(trx);
  return rows[0]?.last ?? 0;
}

/** A document's counts follow what officers rejected, split and added. */
export async function recountFindings(trx: Db, documentId: string): Promise<void> {
  const live = (kind: FindingKind) => sql`(
    select count(*) from ${sql.table(kind)} f
    where f.document_id = ${documentId} and f.review in ('proposed', 'accepted'))`;
  await sql`update document set target_count = ${live('target')}, task_count = ${live('task')}
    where id = ${documentId}`.execute(trx);
}
