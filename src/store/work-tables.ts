import type { ColumnType, Generated } from 'kysely';
import type { WebhookBody } from '../registry/webhook.ts';
import type { CalendarDayKind } from '../registry/working-days.ts';

/** Tables of people and their work, as migrations 010 to 014 define them. */
export interface WorkTables {
  post: PostTable;
  agency_reach: { above_id: string; agency_id: string };
  calendar_day: CalendarDayTable;
  duty: DutyTable;
  duty_origin: DutyOriginTable;
  duty_move: DutyMoveTable;
  post_move: PostMoveTable;
  progress: ProgressTable;
  obstacle: ObstacleTable;
  evidence: EvidenceTable;
  due_change: DueChangeTable;
  question: QuestionTable;
  answer_draft: AnswerDraftTable;
  notice: NoticeTable;
  notice_choice: NoticeChoiceTable;
  notice_rule: { kind: string; rule: Json<unknown> };
  digest: { user_id: string; day: string };
  urging: UrgingTable;
  urging_ladder: UrgingLadderTable;
  outbox: OutboxTable;
  webhook: WebhookTable;
  webhook_attempt: WebhookAttemptTable;
}

/** As in tables.ts: read as a value, given as text. */
type Json<T> = ColumnType<T, string, string>;

interface PostTable {
  id: string;
  user_id: string;
  role: string;
  agency_id: string;
  valid_from: string;
  valid_until: string | null;
  given_by: string | null;
  provider: ColumnType<string | null, string | null | undefined>;
}

interface CalendarDayTable {
  day: string;
  kind: CalendarDayKind | 'usual';
  name: string;
  source: string;
  certain: boolean;
  version: number;
}

interface DutyTable {
  id: string;
  agency_id: string;
  kind: string;
  parent_id: string | null;
  root_id: string;
  content: string | null;
  words: string | null;
  plain_words: string | null;
  product: string | null;
  authority: string | null;
  period: string | null;
  starts_on: string | null;
  first_due: string | null;
  due: string | null;
  waits_for: string | null;
  waits_for_duty: string | null;
  stage: Generated<string>;
  stage_before: string | null;
  because: string | null;
  because_words: string | null;
  joined_into: string | null;
  given_at: ColumnType<Date, Date | undefined>;
  officer_id: string | null;
  share: number | null;
  confidence: string | null;
  done_on: string | null;
  version: Generated<number>;
  /** When something was last sent of it: kept by a trigger, so nobody else writes it. */
  said_at: ColumnType<Date | null, never, never>;
  /** By which its rows lie: given by a trigger, never another. */
  province: ColumnType<string, never, never>;
}

interface DutyOriginTable {
  duty_id: string;
  document_id: string;
  finding_kind: string;
  finding_id: string;
  assignment_id: number | null;
  period: Generated<string>;
  from_duty: string | null;
}

interface DutyMoveTable {
  reorganisation_id: string;
  duty_id: string;
  before: Json<Record<string, unknown>> | null;
  version: number;
  moved_at: Date;
}

interface PostMoveTable {
  reorganisation_id: string;
  post_id: string;
  until_before: string | null;
  heir_post_id: string;
}

interface ProgressTable {
  id: string;
  duty_id: string;
  agency_id: string;
  author_id: string;
  stage: Generated<string>;
  share: number | null;
  result: Generated<boolean>;
  done_text: Generated<string>;
  proposal: Generated<string>;
  confidence: string | null;
  created_at: Date;
  changed_at: Date;
  without_evidence: Generated<string>;
  saved_from: string | null;
  saved_number: Generated<number>;
  returned_at: Date | null;
  returned_by: string | null;
  returned_because: string | null;
  sent_at: Date | null;
  sent_by: string | null;
  judgement: string | null;
  judged_by: string | null;
  judged_at: Date | null;
  judged_because: string | null;
  version: Generated<number>;
}

interface ObstacleTable {
  id: string;
  duty_id: string;
  agency_id: string;
  raised_by: string;
  raised_at: Date;
  what: string;
  impact: Generated<string>;
  decider_id: string | null;
  wanted_by: string | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  closed_at: Date | null;
  version: Generated<number>;
}

interface EvidenceTable {
  id: string;
  duty_id: string;
  progress_id: string | null;
  agency_id: string;
  added_by: string;
  added_at: Date;
  note: Generated<string>;
  document_number: string | null;
  document_date: string | null;
  file_name: string | null;
  file_type: string | null;
  file_size: number | null;
  file_hash: string | null;
}

interface DueChangeTable {
  id: string;
  duty_id: string;
  agency_id: string;
  asked_by: string;
  asked_at: Date;
  reason: string;
  due_before: string | null;
  due_proposed: string | null;
  stage: Generated<string>;
  due_granted: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decided_because: string | null;
  version: Generated<number>;
}

interface QuestionTable {
  id: string;
  duty_id: string;
  asked_by: string;
  asked_for: string;
  asked_at: Date;
  question: string;
  answer_by: string | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  version: Generated<number>;
}

interface AnswerDraftTable {
  question_id: string;
  agency_id: string;
  answer: string;
  author_id: string;
  changed_at: Date;
  version: Generated<number>;
}

interface NoticeTable {
  id: Generated<number>;
  user_id: string;
  kind: string;
  urgent: Generated<boolean>;
  duty_id: string | null;
  document_id: string | null;
  round_id: string | null;
  details: Json<unknown>;
  at: Date;
  read_at: Date | null;
  settled_at: Date | null;
  mailed: Generated<boolean>;
}

interface NoticeChoiceTable {
  user_id: string;
  kinds: Json<unknown>;
  digest_at: string;
  quiet_from: string;
  quiet_until: string;
  language: string;
  weekly_on: number | null;
  weekly_since: string | null;
  version: Generated<number>;
}

interface UrgingTable {
  id: Generated<number>;
  duty_id: string;
  due: string;
  step: string;
  at: Date;
  user_ids: string[];
}

interface UrgingLadderTable {
  document_id: string | null;
  steps: Json<unknown>;
  version: Generated<number>;
}

interface OutboxTable {
  id: Generated<number>;
  queue: string;
  job_id: ColumnType<string | null, string | null | undefined>;
  data: Json<object>;
  at: Generated<Date>;
}

interface WebhookTable {
  id: string;
  name: string;
  address: string;
  secret: string;
  kinds: string[];
  active: Generated<boolean>;
  created_by: string;
  created_at: Date;
  version: Generated<number>;
}

interface WebhookAttemptTable {
  id: Generated<number>;
  webhook_id: string;
  job_id: string;
  kind: string;
  at: Date;
  milliseconds: number;
  status: number | null;
  failure: string | null;
  body: Json<WebhookBody> | null;
}
