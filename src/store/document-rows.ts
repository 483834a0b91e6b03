import type { Insertable } from 'kysely';
import type { Intake, NamedAgency, TargetEntry, TaskEntry } from '../registry/intake.ts';
import type { Passage } from '../registry/passages.ts';
import type { PlanDocument } from '../registry/plan-document.ts';
import type { Due } from '../values/due.ts';
import type { Note } from '../values/note.ts';
import type { Tables } from './tables.ts';

export type NewDocument = {
  id: string;
  file: { name: string; hash: string; size: number };
  format: PlanDocument['format'];
  text: string;
  /** As JSON. */
  blocks: string;
  pages: string | null;
  places: string | null;
  intake: Intake;
  placeId: string | null;
  passages: readonly Passage[];
  receivedAt: Date;
  receivedBy: string;
};

/** What a new document becomes in the tables. */

export const documentRow = ({
  id,
  file,
  format,
  intake,
  placeId,
  receivedAt,
  receivedBy,
}: NewDocument): Insertable<Tables['document']> => ({
  id,
  file_hash: file.hash,
  file_name: file.name,
  file_size: file.size,
  format,
  number: intake.header.number,
  kind: intake.header.kind,
  issuer: intake.header.issuer,
  title: intake.header.title,
  place_id: placeId,
  issued_on: intake.header.issuedOn,
  period_from: intake.header.period?.from ?? null,
  period_to: intake.header.period?.to ?? null,
  header: JSON.stringify(intake.header),
  target_count: intake.targets.length,
  task_count: intake.tasks.length,
  note_count: intake.notes.length,
  received_at: receivedAt,
  received_by: receivedBy,
});

const joined = (agencies: NamedAgency[], role: NamedAgency['role']): string =>
  agencies
    .filter((agency) => agency.role === role)
    .map(({ name }) => name)
    .join('; ');

export const targetRow = (
  documentId: string,
  { target, quote, valueQuote, agencies, words, plainWords, noted }: TargetEntry,
  position: number,
): Insertable<Tables['target']> => ({
  document_id: documentId,
  id: target.id,
  position,
  span_start: target.span.start,
  span_end: target.span.end,
  value_start: target.valueSpan?.start ?? null,
  value_end: target.valueSpan?.end ?? null,
  quote,
  value_quote: valueQuote,
  section: target.section,
  group_name: target.group,
  ordinal: target.ordinal,
  listed: target.listed,
  name: target.name,
  variant: target.variant,
  op: target.op,
  value: target.value,
  value2: target.value2,
  value_of: target.of,
  unit: target.unit,
  change: target.change,
  base: target.base,
  year: target.year,
  year_from: target.yearFrom,
  tier: target.tier,
  parent_id: target.parentId,
  agencies: joined(agencies, 'named'),
  words,
  plain_words: plainWords,
  confidence: target.confidence,
  noted,
});

/** The words that a time hangs on or was computed from. */
const conditionOf = (time: Due): string | null =>
  time.kind === 'by' ? (time.counted ?? null) : 'condition' in time ? time.condition : null;

export const taskRow = (
  documentId: string,
  { task, quote, agencies, years, words, plainWords, noted }: TaskEntry,
  position: number,
): Insertable<Tables['task']> => ({
  document_id: documentId,
  id: task.id,
  position,
  source: task.source,
  span_start: task.span.start,
  span_end: task.span.end,
  quote,
  section: task.section,
  group_name: task.group,
  ordinal: task.ordinal,
  time_raw: task.timeRaw,
  due_kind: task.time.kind,
  due_from: task.time.kind === 'during' ? task.time.from : null,
  due_to: task.time.kind === 'during' || task.time.kind === 'by' ? task.time.to : null,
  due_every: task.time.kind === 'recurring' ? task.time.every : null,
  due_condition: conditionOf(task.time),
  year_from: years?.from ?? null,
  year_to: years?.to ?? null,
  product_raw: task.productRaw,
  funding_raw: task.fundingRaw,
  note_raw: task.noteRaw,
  lead: joined(agencies, 'lead'),
  words,
  plain_words: plainWords,
  confidence: task.confidence,
  noted,
});

export function agencyRows(documentId: string, intake: Intake): Insertable<Tables['finding_agency']>[] {
  const rowsOf = (kind: 'target' | 'task', findingId: string, agencies: NamedAgency[]) =>
    agencies.map(({ role, name, key, match }, position) => ({
      document_id: documentId,
      finding_kind: kind,
      finding_id: findingId,
      role,
      position,
      name,
      key,
      agency_id: match?.agency?.id ?? null,
      group_id: match?.group?.id ?? null,
      matched_by: match?.matchedBy ?? null,
      members: match && match.members.length > 0 ? match.members.map(({ id }) => id) : null,
    }));
  return [
    ...intake.targets.flatMap(({ target, agencies }) => rowsOf('target', target.id, agencies)),
    ...intake.tasks.flatMap(({ task, agencies }) => rowsOf('task', task.id, agencies)),
  ];
}

export const noteRow = (documentId: string, note: Note, position: number): Insertable<Tables['note']> => ({
  document_id: documentId,
  position,
  code: note.code,
  span_start: note.span?.start ?? null,
  span_end: note.span?.end ?? null,
  finding_id: note.findingId,
  detail: note.detail,
  suggestion: note.suggestion,
  reasons: note.reasons,
});
