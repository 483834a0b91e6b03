import type { PlanDocument } from '../registry/plan-document.ts';
import type { PlanForm } from '../registry/plan-draft.ts';
import { type TargetColumn, type TargetRecord, targetColumns } from '../registry/target.ts';
import { type TaskColumn, type TaskRecord, taskColumns } from '../registry/task.ts';
import type { ActionPlanFacts } from '../report/action-plan.ts';
import { planOutgoing } from '../report/plan-forms.ts';
import type { PlanTask } from '../report/plan-parts.ts';
import { sheetOf } from '../report/sheet-column.ts';
import { targetSheet, targetSheetName } from '../report/target-sheet.ts';
import { taskSheet, taskSheetName } from '../report/task-sheet.ts';
import { findAgencyByName } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { findDocument, getText } from '../store/documents.ts';
import { listTargets } from '../store/targets.ts';
import { listTasks } from '../store/tasks.ts';
import type { DocumentFormat } from '../values/document-format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import { squeeze } from '../values/vietnamese.ts';
import { type App, inOneTransaction } from './app.ts';
import { today } from './clock.ts';
import { type DocumentFile, documentFile, type NamedOutgoing } from './document-file.ts';
import { type ExportedFile, workbookFile } from './export-findings.ts';

/** What of one document is in force today, as the decision that assigns it or issues it as a plan: targets and tasks in appendices. */
export async function exportPlan(
  app: App,
  id: string,
  { form, format }: { form: PlanForm; format: DocumentFormat | 'xlsx' },
): Promise<DocumentFile | ExportedFile> {
  const { found, ...one } = await describePlan(app, id, form);
  return format === 'xlsx' ? workbookOf(one.name, found) : documentFile(app, one, format);
}

/** @throws Refusal notFound, notPossibleNow where nothing of it is in force */
export const describePlan = (
  app: Pick<App, 'db' | 'clock'>,
  id: string,
  form: PlanForm,
): Promise<NamedOutgoing & { found: InForce }> =>
  inOneTransaction(app, async ({ db, clock }) => {
    const document = await findDocument(db, id);
    if (!document) throw new Refusal('notFound');
    const day = today(clock);
    const found = await inForceOf(db, [id], day);
    if (found.targets.length + found.tasks.length === 0) throw new Refusal('notPossibleNow');
    const facts = factsOf(document, (await getText(db, id)).text, found, day);
    return {
      outgoing: planOutgoing(form, facts),
      issuerId: (await findAgencyByName(db, facts.issuer.name, facts.date)) ?? null,
      name: `${fileNames[form]} theo ${document.header.number ?? document.fileName}`.replaceAll('/', '-'),
      found,
    };
  });

const fileNames: Record<PlanForm, string> = { assignment: 'Quyết định giao', actionPlan: 'Kế hoạch' };

export type InForce = { targets: TargetRecord[]; tasks: TaskRecord[] };

/** More than any plan says. */
const all = { offset: 0, limit: 100_000 };

/** In the order of the documents' lists. */
export async function inForceOf(db: Db, document: string[], day: PlainDate): Promise<InForce> {
  const query = { asOf: day, document, sort: 'document' as const, order: 'asc' as const };
  const targets = await listTargets(db, { ...query, year: [], group: [], agency: [], tier: [] }, all);
  const tasks = await listTasks(db, { ...query, year: [], group: [], agency: [], role: [], due: [] }, all);
  return { targets: targets.rows, tasks: tasks.rows };
}

function factsOf({ header }: PlanDocument, text: string, { targets, tasks }: InForce, day: PlainDate): ActionPlanFacts {
  const { issuer, place, issuedOn, title, legalBases } = header;
  return {
    issuer: { name: issuer ?? '…………', parent: null, place },
    date: issuedOn ?? day,
    about: title ?? 'Giao chỉ tiêu, nhiệm vụ',
    bases: legalBases.map(({ start, end }) => baseOf(text.slice(start, end))),
    targets,
    tasks: tasks.map(planTask),
    // Whoever wants words of their own writes a draft.
    purpose: [],
    carryingOut: [],
  };
}

const baseOf = (words: string): string => squeeze(words).replace(/[;.,]\s*$/u, '');

const planTask = ({ quote, ...task }: TaskRecord): PlanTask => ({ ...task, content: squeeze(quote) });

/** What a list shows and an assignment does not need: where it was read, and how sure that is. */
const unasked: readonly (TargetColumn | TaskColumn)[] = [
  ...(['section', 'listed', 'document', 'state', 'validFrom', 'validUntil', 'quote', 'confidence', 'notes'] as const),
];
const asked = <C extends TargetColumn | TaskColumn>(columns: readonly C[]): C[] =>
  columns.filter((column) => !unasked.includes(column));

function workbookOf(name: string, { targets, tasks }: InForce): ExportedFile {
  const sheets = [
    sheetOf(
      targetSheetName.vi,
      asked(targetColumns).map((column) => targetSheet[column]),
      oneBatch(targets),
      'vi',
    ),
    sheetOf(
      taskSheetName.vi,
      asked(taskColumns).map((column) => taskSheet[column]),
      oneBatch(tasks),
      'vi',
    ),
  ];
  return workbookFile(name, sheets);
}

async function* oneBatch<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}
