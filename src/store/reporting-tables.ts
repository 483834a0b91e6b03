import type { ColumnType, Generated } from 'kysely';
import type {
  FigureImport,
  FigureImportStage,
  FigureMapping,
  ImportChoices,
  RefusedRow,
} from '../registry/figure-import.ts';

/** Tables of reporting, as migrations 018 to 021 define them. */
export interface ReportingTables {
  regime: RegimeTable;
  regime_reporter: { regime_id: string; position: number; agency_id: string | null; group_id: string | null };
  regime_line: RegimeLineTable;
  regime_file: RegimeFileTable;
  round: RoundTable;
  submission: SubmissionTable;
  cell: CellTable;
  cell_remark: CellRemarkTable;
  figure: FigureTable;
  correction: CorrectionTable;
  figure_import: FigureImportTable;
  import_mapping: ImportMappingTable;
  section_text: SectionTextTable;
  report: ReportTable;
  report_section: ReportSectionTable;
  report_draft: ReportDraftTable;
  plan_draft: PlanDraftTable;
  path_rule: PathRuleTable;
  emulation_scale: EmulationScaleTable;
  target_path: TargetPathTable;
  template: TemplateTable;
  template_use: TemplateUseTable;
}

/** As in tables.ts: read as a value, given as text. */
type Json<T> = ColumnType<T, string, string>;

interface RegimeTable {
  id: string;
  name: string;
  kind: string;
  content: string;
  legal_basis: string;
  every: string;
  calendar: string;
  receiver_id: string;
  method: string;
  guide: string;
  closing: Json<unknown>;
  deadlines: Json<unknown>;
  asks: Json<unknown>;
  outline: Json<unknown>;
  opens_before: number | null;
  valid_from: string;
  valid_until: string | null;
  version: Generated<number>;
}

interface RegimeLineTable {
  regime_id: string;
  position: number;
  indicator_id: string;
  line: string;
  span: string;
  basis: string;
  agency_id: string | null;
}

interface RegimeFileTable {
  id: string;
  regime_id: string;
  part: string;
  name: string;
  type: string;
  size: number;
  hash: string;
  replaces: string | null;
  added_at: Date;
  added_by: string;
  ended_at: Date | null;
  ended_by: string | null;
}

interface RoundTable {
  id: string;
  regime_id: string;
  period: string;
  calendar: string;
  from_day: string;
  to_day: string;
  title: string;
  content: string;
  guide: string;
  asks: Json<unknown>;
  outline: Json<unknown>;
  opened_at: Date;
  opened_by: string | null;
  closed_at: Date | null;
  version: Generated<number>;
}

interface SubmissionTable {
  id: string;
  round_id: string;
  duty_id: string;
  agency_id: string;
  due: string | null;
  sections: string[];
  stage: Generated<string>;
  begun_at: Date | null;
  submitted_at: Date | null;
  submitted_by: string | null;
  first_sent_at: Date | null;
  sent_at: Date | null;
  sent_by: string | null;
  returned_at: Date | null;
  returned_by: string | null;
  returned_because: string | null;
  returned_inside: Generated<boolean>;
  approved_at: Date | null;
  approved_by: string | null;
  version: Generated<number>;
  /** By which its rows lie: that of its duty, never another. */
  province: ColumnType<string, string, never>;
}

interface CellTable {
  submission_id: string;
  indicator_id: string;
  line: string;
  span: string;
  basis: string;
  position: number;
  value: number | null;
  missing: string | null;
  reason: Generated<string>;
  changed_at: Date | null;
  changed_by: string | null;
  version: Generated<number>;
}

interface CellRemarkTable {
  id: string;
  submission_id: string;
  indicator_id: string;
  line: string;
  span: string;
  basis: string;
  kind: string;
  author_id: string;
  at: Date;
  words: string;
  settled_at: Date | null;
  /** That of its submission. */
  province: ColumnType<string, string, never>;
}

interface FigureTable {
  id: Generated<string>;
  agency_id: string;
  indicator_id: string;
  line: string;
  period: string;
  calendar: string;
  period_to: string;
  span: string;
  basis: string;
  value: number | null;
  missing: string | null;
  reason: Generated<string>;
  submission_id: string | null;
  import_id: string | null;
  set_at: Date;
  set_by: string | null;
  ended_at: Date | null;
}

interface CorrectionTable {
  id: string;
  figure_id: string;
  submission_id: string | null;
  value: number | null;
  missing: string | null;
  reason: string;
  asked_by: string;
  asked_for: string;
  asked_at: Date;
  stage: Generated<string>;
  decided_by: string | null;
  decided_at: Date | null;
  decided_because: Generated<string>;
  new_figure_id: string | null;
  version: Generated<number>;
}

interface FigureImportTable {
  id: string;
  file_name: string;
  mapping: Json<FigureMapping>;
  head: ColumnType<string[], string | undefined, string>;
  choices: Json<ImportChoices>;
  stage: FigureImportStage;
  rows_read: Generated<number>;
  rows_refused: Generated<number>;
  figures_stored: Generated<number>;
  figures_replaced: Generated<number>;
  figures_same: Generated<number>;
  faults: ColumnType<RefusedRow[], string | undefined, string>;
  refusal: ColumnType<FigureImport['refusal'], string | null | undefined, string | null>;
  started_by: string;
  started_at: Date;
  ended_at: Date | null;
  request_key: ColumnType<string | null, string | null | undefined>;
  request_hash: ColumnType<string | null, string | null | undefined>;
  server: ColumnType<number | null, number | null>;
}

interface ImportMappingTable {
  name: string;
  mapping: Json<FigureMapping>;
  changed_by: string;
  changed_at: Date;
  version: Generated<number>;
}

interface SectionTextTable {
  submission_id: string;
  section: string;
  content: Json<unknown>;
  author_id: string;
  changed_at: Date;
  version: Generated<number>;
}

interface ReportTable {
  id: string;
  round_id: string;
  title: string;
  stage: Generated<string>;
  returned_because: string | null;
  frozen: Json<unknown> | null;
  signed_by: string | null;
  signed_at: Date | null;
  number: string | null;
  issued_on: string | null;
  published_at: Date | null;
  addressees: Generated<string[]>;
  recipients: Generated<string[]>;
  version: Generated<number>;
}

interface ReportSectionTable {
  report_id: string;
  section: string;
  position: number;
  title: string;
  level: number;
  content: Json<unknown>;
  changed_by: string | null;
  changed_at: Date | null;
  version: Generated<number>;
}

interface ReportDraftTable {
  report_id: string;
  number: number;
  content: Json<unknown>;
  made_at: Date;
  made_by: string | null;
}

interface TemplateTable {
  id: string;
  kind: string;
  file_name: string;
  hash: string;
  uploaded_by: string;
  uploaded_at: Date;
}

interface TemplateUseTable {
  id: Generated<number>;
  kind: string;
  issued_by: string;
  agency_id: string | null;
  valid_from: string;
  template_id: string | null;
  put_by: string;
  put_at: Date;
}

interface PlanDraftTable {
  id: string;
  title: string;
  content: Json<unknown>;
  author_id: string;
  changed_at: Date;
  version: Generated<number>;
}

interface EmulationScaleTable {
  id: Generated<number>;
  valid_from: string;
  decision_number: string;
  decision_date: string;
  rules: Json<unknown>;
  set_by: string;
  set_at: Date;
}

interface PathRuleTable {
  document_id: string | null;
  rules: Json<unknown>;
  version: Generated<number>;
}

interface TargetPathTable {
  document_id: string;
  target_id: string;
  method: string;
  points: Json<unknown>;
  version: Generated<number>;
}
