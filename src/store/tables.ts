import type { ColumnType, Generated } from 'kysely';
import type { Agency, AgencyName } from '../registry/agency.ts';
import type { GroupPart } from '../registry/agency-group.ts';
import type { Judgement, Relation } from '../registry/counterpart.ts';
import type { DocumentState } from '../registry/document-state.ts';
import type { ImportRecord, ImportStage } from '../registry/import.ts';
import type { Indicator } from '../registry/indicator.ts';
import type { Place as AdministrativePlace } from '../registry/place.ts';
import type { MatchedBy } from '../registry/review.ts';
import type { ReviewState } from '../registry/review-state.ts';
import type { Succession } from '../registry/succession.ts';
import type { AssignmentRole } from '../registry/task.ts';
import type { Block, FileFormat, Page, Place } from '../values/block.ts';
import type { Due, DueKind } from '../values/due.ts';
import type { EnvelopeHeader, EnvelopePart } from '../values/envelope.ts';
import type { DocumentKind, PastFigure, StoredHeader, Target, Task } from '../values/finding.ts';
import type { DoubtReason, NoteCode } from '../values/note.ts';
import type { AccountTables } from './account-tables.ts';
import type { FileTables } from './file-tables.ts';
import type { ReportingTables } from './reporting-tables.ts';
import type { StocktakeTables } from './stocktake-tables.ts';
import type { WorkTables } from './work-tables.ts';

/** The tables as the migrations define them. */
export interface Tables extends AccountTables, FileTables, ReportingTables, StocktakeTables, WorkTables {
  schema_migration: { number: number; name: string; applied_at: Date };
  setting: { name: string; value: Json<unknown> };
  document: DocumentTable;
  document_file: { document_id: string; hash: string };
  document_text: TextTable;
  document_import: ImportTable;
  document_envelope: EnvelopeTable;
  envelope_file: { envelope_hash: string; position: number; hash: string };
  note: NoteTable;
  saved_search: { id: string; user_id: string; name: string; query: string };
  target: TargetTable;
  task: TaskTable;
  past_figure: PastFigureTable;
  indicator: IndicatorTable;
  indicator_name: { indicator_id: string; position: number; name: string };
  finding_agency: NamedAgencyTable;
  place: PlaceTable;
  agency: AgencyTable;
  agency_name: AgencyNameTable;
  agency_group: AgencyGroupTable;
  reorganisation: ReorganisationTable;
  succession: SuccessionTable;
  place_succession: PlaceSuccessionTable;
  action: ActionTable;
  assignment: AssignmentTable;
  counterpart: CounterpartTable;
  publication: PublicationTable;
  published_item: { document_id: string; finding_kind: 'target' | 'task'; finding_id: string };
}

interface PublicationTable {
  document_id: string;
  from_day: string;
  withdrawn: boolean;
  reason: string;
  changed_by: string;
  changed_at: Date;
  version: Generated<number>;
}

/** pg reads json as a value and is given it as text: an array would otherwise become a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;

interface TextTable {
  document_id: string;
  text: string;
  blocks: Json<Block[]>;
  pages: Json<Page[]> | null;
  places: Json<Place[]> | null;
}

interface EnvelopeTable {
  hash: string;
  document_id: string;
  file_name: string;
  header: Json<EnvelopeHeader>;
  parts: Json<EnvelopePart[]>;
  received_at: Date;
  received_by: string;
}

interface DocumentTable {
  id: string;
  file_hash: string;
  file_name: string;
  file_size: number;
  format: FileFormat;
  number: string | null;
  kind: DocumentKind;
  issuer: string | null;
  title: string | null;
  issued_on: string | null;
  period_from: number | null;
  period_to: number | null;
  header: Json<StoredHeader>;
  target_count: number;
  task_count: number;
  note_count: number;
  received_at: Date;
  received_by: string;
  state: ColumnType<DocumentState, DocumentState | undefined>;
  version: ColumnType<number, number | undefined>;
  /** In force from its issue to the day another replaced or ended it. */
  valid_from: ColumnType<string | null, string | null | undefined>;
  valid_until: ColumnType<string | null, string | null | undefined>;
  /** Whose targets it sets. */
  place_id: ColumnType<string | null, string | null | undefined>;
}

interface ImportTable {
  id: string;
  file_name: string;
  file_size: number | null;
  stage: ImportStage;
  pages_done: number | null;
  pages_total: number | null;
  state: ImportRecord['state'];
  document_id: string | null;
  refusal: Json<NonNullable<ImportRecord['refusal']>> | null;
  dismissed: ColumnType<boolean, boolean | undefined>;
  started_by: string;
  started_at: Date;
  ended_at: Date | null;
  server: number | null;
}

interface NoteTable {
  document_id: string;
  position: number;
  code: NoteCode;
  span_start: number | null;
  span_end: number | null;
  finding_id: string | null;
  detail: string | null;
  suggestion: string | null;
  reasons: DoubtReason[];
}

interface FindingTable {
  document_id: string;
  id: string;
  position: number;
  span_start: number;
  span_end: number;
  quote: string;
  section: string[];
  group_name: string | null;
  ordinal: string | null;
  words: string;
  plain_words: string;
  confidence: number;
  /** True where a note is about it. */
  noted: boolean;
  review: ColumnType<ReviewState, ReviewState | undefined>;
  version: ColumnType<number, number | undefined>;
  valid_from: ColumnType<string | null, string | null | undefined>;
  valid_until: ColumnType<string | null, string | null | undefined>;
}

export interface IndicatorTable {
  id: string;
  name: string;
  unit: string | null;
  unit_factors: Json<Indicator['unitFactors']>;
  direction: Indicator['direction'];
  measure: Indicator['measure'];
  cumulative: boolean;
  decimals: number | null;
  breakdowns: Indicator['breakdowns'];
  statistical_code: string | null;
  code_evidence: Indicator['codeEvidence'];
  owner_profile: string | null;
  pillar: Indicator['pillar'];
  source: string;
  version: number;
  aggregation: Indicator['aggregation'];
  weight_indicator_id: string | null;
  formula: string | null;
}

export interface TargetTable extends FindingTable {
  value_start: number | null;
  value_end: number | null;
  value_quote: string | null;
  listed: boolean;
  name: string;
  variant: string | null;
  op: Target['op'];
  value: number | null;
  value2: number | null;
  value_of: number | null;
  unit: string | null;
  change: Target['change'];
  base: string | null;
  year: number | null;
  year_from: number | null;
  tier: Target['tier'];
  parent_id: string | null;
  indicator_id: ColumnType<string | null, string | null | undefined>;
  indicator_line: ColumnType<string | null, string | null | undefined>;
  indicator_matched_by: ColumnType<string | null, string | null | undefined>;
  indicator_certainty: ColumnType<number | null, number | null | undefined>;
  /** The names in finding_agency joined, for sorting. */
  agencies: string;
}

interface PastFigureTable
  extends Pick<
    TargetTable,
    | 'document_id'
    | 'id'
    | 'position'
    | 'span_start'
    | 'span_end'
    | 'value_start'
    | 'value_end'
    | 'quote'
    | 'value_quote'
    | 'section'
    | 'group_name'
    | 'name'
    | 'variant'
    | 'op'
    | 'value2'
    | 'value_of'
    | 'unit'
    | 'change'
    | 'tier'
    | 'indicator_id'
    | 'indicator_line'
    | 'indicator_matched_by'
    | 'indicator_certainty'
  > {
  value: number;
  basis: PastFigure['basis'];
  period_from: string | null;
  period_to: string | null;
  agencies: string[];
  target_id: string | null;
}

export interface TaskTable extends FindingTable {
  source: Task['source'];
  time_raw: string | null;
  due_kind: DueKind;
  due_from: string | null;
  due_to: string | null;
  due_every: Extract<Due, { kind: 'recurring' }>['every'] | null;
  due_condition: string | null;
  year_from: number | null;
  year_to: number | null;
  product_raw: string | null;
  funding_raw: string | null;
  note_raw: string | null;
  /** The names of the lead bodies joined, for sorting. */
  lead: string;
}

interface CounterpartTable {
  relation: Relation;
  finding_kind: 'target' | 'task';
  document_id: string;
  finding_id: string;
  other_document_id: string;
  other_finding_id: string | null;
  judgement: Judgement;
}

interface NamedAgencyTable {
  document_id: string;
  finding_kind: 'target' | 'task';
  finding_id: string;
  /** A target's bodies have the one role "named". */
  role: AssignmentRole | 'named';
  position: number;
  name: string;
  key: string;
  agency_id: ColumnType<string | null, string | null | undefined>;
  group_id: ColumnType<string | null, string | null | undefined>;
  matched_by: ColumnType<MatchedBy | null, MatchedBy | null | undefined>;
  /** Where it means a "liên quan" group: its members that an officer chose. */
  members: ColumnType<string[] | null, string[] | null | undefined>;
}

type Fields = Record<string, unknown>;

interface ActionTable {
  id: Generated<number>;
  at: Date;
  user_id: string;
  operation: string;
  verb: string;
  document_id: string | null;
  duty_id: Generated<string | null>;
  subject_kind: string;
  subject_id: string;
  reason: string | null;
  before: Json<Fields> | null;
  after: Json<Fields> | null;
  undoes: number | null;
  address: Generated<string | null>;
  province: ColumnType<string, string | null, never>;
}

interface AssignmentTable {
  id: Generated<number>;
  document_id: string;
  finding_kind: 'target' | 'task';
  finding_id: string;
  role: AssignmentRole | 'named';
  agency_id: string;
  named_position: number;
  field: ColumnType<string | null, string | null | undefined>;
  valid_from: string;
  valid_until: ColumnType<string | null, string | null | undefined>;
  made_by: ColumnType<string | null, string | null | undefined>;
  ended_by: ColumnType<string | null, string | null | undefined>;
  until_before: ColumnType<string | null, string | null | undefined>;
  origins: ColumnType<number[], number[] | undefined, number[]>;
  reassigned: Generated<boolean>;
}

interface PlaceTable {
  id: string;
  code: string | null;
  name: string;
  kind: AdministrativePlace['kind'];
  tier: AdministrativePlace['tier'];
  parent_id: string | null;
  valid_from: string | null;
  valid_until: string | null;
  source: string;
}

interface AgencyTable {
  id: string;
  kind: Agency['kind'];
  profile: string | null;
  tier: Agency['tier'];
  place_id: string | null;
  parent_id: string | null;
  symbol: string | null;
  exchange_code: string | null;
  contact: string | null;
  valid_from: string | null;
  valid_until: string | null;
  source: string;
  version: Generated<number>;
}

interface AgencyNameTable {
  agency_id: string;
  kind: AgencyName['kind'];
  name: string;
  key: string;
  valid_from: string | null;
  valid_until: string | null;
  /** Made by the database where they are not given. */
  words: Generated<string>;
  plain_words: Generated<string>;
}

interface AgencyGroupTable {
  id: string;
  name: string;
  keys: string[];
  rule: Json<GroupPart[]>;
  chosen_by_officer: boolean;
  source: string;
  version: Generated<number>;
}

interface ReorganisationTable {
  id: string;
  title: string;
  effective_on: string;
  legal_basis: string;
  state: string;
  version: Generated<number>;
}

interface SuccessionTable {
  reorganisation_id: string;
  kind: Succession['kind'];
  from_agency_id: string | null;
  to_agency_id: string | null;
  field: string | null;
}

interface PlaceSuccessionTable {
  reorganisation_id: string | null;
  from_place_id: string;
  to_place_id: string;
  split: boolean;
}
