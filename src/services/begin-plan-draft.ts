import type { Beginning, DraftTarget, DraftTask, PlanDraftContent } from '../registry/plan-draft.ts';
import type { TargetRecord } from '../registry/target.ts';
import type { TaskRecord } from '../registry/task.ts';
import { timeWords, valueWords } from '../report/plan-words.ts';
import { assignedTo, dutiesOf, type FindingRef, refKey } from '../store/plan-outcomes.ts';
import type { Due } from '../values/due.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { squeeze } from '../values/vietnamese.ts';
import type { App } from './app.ts';
import { type InForce, inForceOf } from './export-plan.ts';
import { workDay } from './work-day.ts';

type From = { issuerId: string | null; asked: Beginning };

/** What is in force of the documents, moved into the plan's year; what was asked for stays in, the rest is left out. */
export async function beginningOf(
  app: Pick<App, 'db' | 'clock'>,
  { issuerId, asked }: From,
): Promise<PlanDraftContent> {
  const day = await workDay(app);
  const found = await chosenOf(app, await inForceOf(app.db, asked.documents, day.today), asked);
  return {
    form: 'assignment',
    issuerId,
    date: null,
    about: `Giao chỉ tiêu, nhiệm vụ năm ${asked.year}`,
    bases: [],
    purpose: '',
    carryingOut: '',
    targets: found.targets.map((target) => draftTarget(target, asked.year)),
    tasks: found.tasks.map((task) => draftTask(task, asked.year)),
  };
}

const targetRef = ({ documentId, id }: TargetRecord): FindingRef => ({ kind: 'target', documentId, findingId: id });
const taskRef = ({ documentId, id }: TaskRecord): FindingRef => ({ kind: 'task', documentId, findingId: id });

async function chosenOf(app: Pick<App, 'db' | 'clock'>, found: InForce, asked: Beginning): Promise<InForce> {
  const refs = [...found.targets.map(targetRef), ...found.tasks.map(taskRef)];
  const { agencyId, unfinished, recurring } = asked;
  const theirs = agencyId === null ? undefined : await assignedTo(app.db, refs, agencyId);
  const duties = unfinished ? await dutiesOf(app.db, refs, await workDay(app)) : undefined;
  const isTheirs = (ref: FindingRef) => theirs?.has(refKey(ref)) ?? true;
  const isOpen = (ref: FindingRef) => {
    const own = duties?.get(refKey(ref)) ?? [];
    return own.length === 0 || own.some(({ state }) => state !== 'doneOnTime' && state !== 'doneLate');
  };
  const comesAgain = ({ time }: TaskRecord) => time.kind === 'recurring' || time.kind === 'ongoing';
  return {
    targets: found.targets.filter((target) => isTheirs(targetRef(target))),
    tasks: found.tasks.filter(
      (task) => isTheirs(taskRef(task)) && (comesAgain(task) ? recurring : isOpen(taskRef(task))),
    ),
  };
}

const keyOf = ({ documentId, id }: { documentId: string; id: string }): string => `${documentId}/${id}`;

const sourceOf = ({ documentId, id }: { documentId: string; id: string }) => ({ documentId, findingId: id });

function draftTarget(target: TargetRecord, year: number): DraftTarget {
  const { documentId, parentId } = target;
  return {
    key: keyOf(target),
    source: sourceOf(target),
    kept: true,
    group: target.group,
    name: target.name,
    variant: target.variant,
    parent: parentId === null ? null : keyOf({ documentId, id: parentId }),
    value: valueWords(target),
    unit: target.unit,
    year: target.year === null || target.year >= year ? target.year : year,
    yearFrom: target.year !== null && target.year >= year ? target.yearFrom : null,
    agencies: target.agencies,
  };
}

const draftTask = (task: TaskRecord, year: number): DraftTask => ({
  key: keyOf(task),
  source: sourceOf(task),
  kept: true,
  group: task.group,
  content: squeeze(task.quote),
  lead: task.lead,
  coord: task.coord,
  monitor: task.monitor,
  time: timeWords(inYear(task.time, year)),
  product: task.productRaw,
  funding: task.fundingRaw,
});

/** The same day of the plan's year, where it lies before; what runs over years ends in it. */
function inYear(time: Due, year: number): Due {
  const moved = (day: PlainDate): PlainDate =>
    Number(day.slice(0, 4)) >= year ? day : `${year}${day.slice(4).replace('-02-29', '-02-28')}`;
  if (time.kind === 'by') return { kind: 'by', to: moved(time.to) };
  if (time.kind === 'during' && time.to < `${year}`)
    return { kind: 'during', from: moved(time.from), to: moved(time.to) };
  return time;
}
