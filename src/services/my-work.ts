import { daysLeft, dutyState } from '../registry/duty-state.ts';
import type { Person } from '../registry/may.ts';
import {
  finishingVerbs,
  sectionOf,
  type WorkCursor,
  type WorkItem,
  type WorkList,
  type WorkTask,
  workTasks,
} from '../registry/my-work.ts';
import type { Role } from '../registry/post.ts';
import { addWorkingDays } from '../registry/working-days.ts';
import type { Db } from '../store/database.ts';
import { type FoundWork, findWork, ownAgencies, withCommitteesInside, workDuties } from '../store/my-work.ts';
import { answerDrafts } from '../store/questions.ts';
import type { WorkGround } from '../store/work-queries.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type App, inOneTransaction } from './app.ts';
import { type WorkDay, workDay } from './work-day.ts';

type Asked = Pick<App, 'db' | 'clock'>;

/** A month of work, and how long an answer stays in the list. */
const comingDays = 22;
const answeredMilliseconds = 30 * 24 * 3600 * 1000;

/** What people of an agency never have. */
const notAgencies: readonly WorkTask[] = ['escalated', 'asked', 'judgeSubmission'];

/** The tasks that somebody with these roles can have at all. */
const tasksOf: Record<Role, readonly WorkTask[]> = {
  administrator: [],
  coordinator: ['decideReturned', 'decideDue', 'answerObstacle', 'judge', 'judgeSubmission'],
  leader: ['decideDue', 'answerObstacle', 'escalated', 'asked'],
  head: workTasks.filter((task) => !notAgencies.includes(task)),
  officer: workTasks.filter((task) => ![...notAgencies, 'approve', 'approveSubmission'].includes(task)),
  supervisor: ['asked'],
};

export function possibleTasks({ posts }: Person): WorkTask[] {
  const possible = new Set(posts.flatMap(({ role }) => tasksOf[role]));
  return workTasks.filter((task) => possible.has(task));
}

type MyWork = { day: PlainDate; lists: WorkList[] };

/** Everything that waits for a person: the first of each task, and how many there are. */
export const getMyWork = (app: Asked, person: Person, each: number): Promise<MyWork> =>
  inOneTransaction(app, (one) => workOf(one, person, each));

async function workOf(app: Asked, person: Person, each: number): Promise<MyWork> {
  const { db } = app;
  const day = await workDay(app);
  const ground = await groundOf(app, person, day);
  const tasks = possibleTasks(person);
  const found = await findWork(db, tasks, ground, { limit: each + 1 });
  const byTask = Map.groupBy(found, ({ task }) => task);
  const shown = tasks.flatMap((task) => byTask.get(task)?.slice(0, each) ?? []);
  const items = await itemsOf(db, shown, day);
  const lists = tasks.flatMap((task) => {
    const rows = byTask.get(task);
    return rows ? [listOf(task, rows, items, { limit: each, total: rows[0]?.total ?? 0 })] : [];
  });
  return { day: day.today, lists };
}

type Page = { limit: number; after?: WorkCursor | undefined };

/** One task alone, page by page. */
export const getWorkList = (app: Asked, person: Person, task: WorkTask, page: Page): Promise<WorkList> =>
  inOneTransaction(app, (one) => listWork(one, person, task, page));

async function listWork(app: Asked, person: Person, task: WorkTask, { limit, after }: Page): Promise<WorkList> {
  const day = await workDay(app);
  const ground = await groundOf(app, person, day);
  const tasks = person.posts.some(({ role }) => tasksOf[role].includes(task)) ? [task] : [];
  const [key = '', id = ''] = after?.split('_') ?? [];
  const rows = await findWork(app.db, tasks, ground, { limit: limit + 1, after: after ? { key, id } : undefined });
  // What stood on the page after this one may all be finished by now.
  const [first] = rows.length > 0 || !after ? rows : await findWork(app.db, tasks, ground, { limit: 1 });
  return listOf(task, rows, await itemsOf(app.db, rows.slice(0, limit), day), { limit, total: first?.total ?? 0 });
}

/** By which agencies this person has work, and as of which day. */
export async function groundOf(
  { db, clock }: Asked,
  { user, posts }: Person,
  { today, calendar }: WorkDay,
): Promise<WorkGround> {
  const over = await withCommitteesInside(
    db,
    posts.filter(({ role }) => role === 'coordinator' || role === 'leader'),
  );
  const at = (...roles: Role[]) => [
    ...new Set(over.filter(({ role }) => roles.includes(role)).map(({ agencyId }) => agencyId)),
  ];
  const works = posts.some(({ role }) => role === 'head' || role === 'officer');
  const { asHead, asOfficer } = works ? await ownAgencies(db, user.id, today) : { asHead: [], asOfficer: [] };
  return {
    userId: user.id,
    today,
    comingUntil: addWorkingDays(calendar, today, comingDays),
    answeredSince: new Date(clock.now().getTime() - answeredMilliseconds),
    asHead,
    own: [...new Set([...asHead, ...asOfficer])],
    coordinates: at('coordinator'),
    directs: at('coordinator', 'leader'),
    leads: at('leader'),
  };
}

const keyOf = ({ task, dutyId, aboutId }: FoundWork): string => `${task} ${aboutId ?? dutyId}`;

function listOf(
  task: WorkTask,
  rows: readonly FoundWork[],
  items: ReadonlyMap<string, WorkItem>,
  { limit, total }: { limit: number; total: number },
): WorkList {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    task,
    section: sectionOf[task],
    verbs: [...finishingVerbs[task]],
    total,
    items: page.flatMap((row) => items.get(keyOf(row)) ?? []),
    next: last ? `${last.key}_${last.aboutId ?? last.dutyId}` : null,
  };
}

async function itemsOf(db: Db, found: readonly FoundWork[], day: WorkDay): Promise<Map<string, WorkItem>> {
  if (found.length === 0) return new Map();
  const duties = await workDuties(db, [...new Set(found.map(({ dutyId }) => dutyId))], day.today);
  const toAnswer = found.flatMap(({ task, aboutId }) =>
    task === 'answerQuestion' && aboutId !== null ? [aboutId] : [],
  );
  const drafts = await answerDrafts(db, toAnswer);
  return new Map(
    found.flatMap((row) => {
      const duty = duties.get(row.dutyId);
      if (!duty) return [];
      const { doneOn, ...shown } = duty;
      const item: WorkItem = {
        task: row.task,
        duty: {
          ...shown,
          state: dutyState({ stage: duty.stage, due: duty.due, doneOn }, day),
          daysLeft: duty.due === null ? null : daysLeft(day.calendar, duty.due, day.today),
        },
        about: aboutOf(row, drafts.get(row.aboutId ?? '')),
      };
      return [[keyOf(row), item] as const];
    }),
  );
}

function aboutOf(row: FoundWork, draft: { version: number; text: string } | undefined): WorkItem['about'] {
  if (row.aboutId === null || row.at === null) return null;
  return {
    id: row.aboutId,
    version: row.version ?? 1,
    by: row.by === null ? null : { id: row.by, name: row.byName ?? row.by },
    at: row.at.toISOString(),
    words: row.words ?? '',
    until: row.until,
    answered: row.answered ?? false,
    draft: draft ?? null,
  };
}
