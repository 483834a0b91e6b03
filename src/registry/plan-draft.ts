import { z } from 'zod';
import { PlainDate } from '../values/plain-date.ts';
import { lowerFirst, squeeze } from '../values/vietnamese.ts';
import { dutyStates } from './duty-state.ts';
import { Named } from './named.ts';

/** The next plan while it is written here: rows of targets and tasks, in the words that officials write. */

const Words = z.string().max(2000);
const Text = z.string().max(20_000);
const Name = z.string().max(500);
const Bodies = z.array(Name).max(200);

const Row = {
  /** Its own name within the draft. */
  key: z.string().min(1).max(80),
  /** What of an earlier document it goes on with. */
  source: z.object({ documentId: z.uuid(), findingId: z.string().max(80) }).nullable(),
  /** False: not taken into the plan, and still there to be taken back. */
  kept: z.boolean(),
  /** The heading that it stands under. */
  group: Name.nullable(),
};

export const DraftTarget = z.object({
  ...Row,
  name: Words,
  variant: Name.nullable(),
  /** The key of the target that it is a part of. */
  parent: z.string().max(80).nullable(),
  /** "98 trở lên", "tăng 8,5% so với năm 2026". */
  value: Name,
  /** Of a value that names no unit itself. */
  unit: z.string().max(200).nullable(),
  year: z.int().min(1900).max(2200).nullable(),
  yearFrom: z.int().min(1900).max(2200).nullable(),
  agencies: Bodies,
});
export type DraftTarget = z.infer<typeof DraftTarget>;

export const DraftTask = z.object({
  ...Row,
  content: Text,
  lead: Bodies,
  coord: Bodies,
  monitor: Bodies,
  /** "Quý II/2027", "Thường xuyên". */
  time: Words,
  product: Words.nullable(),
  funding: Words.nullable(),
});
export type DraftTask = z.infer<typeof DraftTask>;

/** A decision that assigns the targets and tasks, or one that issues an action plan with them. */
export const planForms = ['assignment', 'actionPlan'] as const;
export const PlanForm = z.enum(planForms);
export type PlanForm = z.infer<typeof PlanForm>;

export const PlanDraftContent = z.object({
  // What was stored before there were two forms says nothing of them.
  form: PlanForm.default('assignment'),
  /** Who is to issue it. */
  issuerId: z.string().max(200).nullable(),
  date: PlainDate.nullable(),
  about: Words,
  bases: z.array(Words).max(100),
  /** Of an action plan: mục đích, yêu cầu; a line is a paragraph. */
  purpose: Text.default(''),
  /** Of an action plan: what its last section says besides who carries it out. */
  carryingOut: Text.default(''),
  targets: z.array(DraftTarget).max(5000),
  tasks: z.array(DraftTask).max(5000),
});
export type PlanDraftContent = z.infer<typeof PlanDraftContent>;

/** What became of the row that one goes on with. */
export const Beside = z.object({
  key: z.string(),
  documentNumber: z.string().nullable(),
  /** Its last value, or its deadline. */
  last: z.string(),
  /** The approved figure that is nearest to it in time. */
  figure: z.object({ value: z.number(), unit: z.string().nullable(), period: z.string() }).nullable(),
  duties: z.array(z.object({ id: z.uuid(), state: z.enum(dutyStates), agency: z.string() })),
});
export type Beside = z.infer<typeof Beside>;

/** Of whose rows the reader does not understand the value or the time. */
export const Unread = z.array(z.string());

export const DraftSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  author: Named,
  changedAt: z.iso.datetime(),
  version: z.int(),
  targets: z.int(),
  tasks: z.int(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** Which tasks a draft begins with. Targets are all taken. */
export const Beginning = z.object({
  documents: z.array(z.uuid()).min(1).max(50),
  year: z.int().min(2000).max(2200),
  agencyId: z.string().max(200).nullable(),
  /** Only what is not finished. */
  unfinished: z.boolean(),
  /** Besides those also what comes again. */
  recurring: z.boolean(),
});
export type Beginning = z.infer<typeof Beginning>;

/**
 * What an action plan is called after "Kế hoạch", by the subject of a draft or document: "phát triển kinh tế - xã hội năm 2027" of "Ban hành
 * Kế hoạch phát triển …", "thực hiện chỉ tiêu, nhiệm vụ năm 2027" of "Giao chỉ tiêu, nhiệm vụ năm 2027".
 */
export function actionPlanName(about: string): string {
  const subject = squeeze(about)
    .replace(/^(?:về việc|v\/v|về)\s+/iu, '')
    .replace(/^ban hành\s+/iu, '');
  const named = subject.replace(/^kế hoạch\s+/iu, '');
  if (named !== subject || /^(?:thực hiện|triển khai)\s/iu.test(named)) return lowerFirst(named);
  const done = named.replace(/^giao\s+/iu, '');
  return done && `thực hiện ${documentNamed.test(done) ? done : lowerFirst(done)}`;
}

const documentNamed = /^(?:Nghị quyết|Quyết định|Chỉ thị|Kết luận|Chương trình|Đề án|Chiến lược|Quy hoạch)\s/u;

/** The years that a draft plans, by its title, and where that names none by its targets; null where it says nothing of years. */
export function planYears({ about, targets }: Pick<PlanDraftContent, 'about' | 'targets'>): PlanYears | null {
  const named = [...about.matchAll(/(?<!\d)(?:19|20|21)\d\d(?!\d)/gu)].map(([year]) => Number(year));
  const set = targets.flatMap((row) => (row.kept ? [row.yearFrom, row.year] : [])).filter((year) => year !== null);
  const years = named.length > 0 ? named : set;
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}
export type PlanYears = { from: number; to: number };

/** A document of the register that a plan may rest on, as a căn cứ. */
export const ProposedBasis = z.object({ id: z.uuid(), words: z.string() });
export type ProposedBasis = z.infer<typeof ProposedBasis>;
