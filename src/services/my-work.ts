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
import { type FoundWork, findWork, findWorkPlaces } from '../store/my-work.ts';
import type { WorkGround } from '../store/work-queries.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type App, inOneReading } from './app.ts';
import { today } from './clock.ts';
import { type WorkDay, workDayOf, workSetting } from './work-day.ts';

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
  inOneReading(app, (one) => workOf(one, person, each));

async function workOf(app: Asked, person: Person, each: number): Promise<MyWork> {
  const { ground, day } = await groundOf(app, person);
  const found = await findWork(app.db, possibleTasks(person), ground, { limit: each + 1 });
  const lists = [...Map.groupBy(found, ({ task }) => task)].map(([task, rows]) =>
    listOf(task, rows, day, { limit: each, total: rows[0]?.total ?? 0 }),
  );
  return { day: day.today, lists };
}

type Page = { limit: number; after?: WorkCursor | undefined };

/** One task alone, page by page. */
export const getWorkList = (app: Asked, person: Person, task: WorkTask, page: Page): Promise<WorkList> =>
  inOneReading(app, (one) => listWork(one, person, task, page));

async function listWork(app: Asked, person: Person, task: WorkTask, { limit, after }: Page): Promise<WorkList> {
  const { ground, day } = await groundOf(app, person);
  const tasks = person.posts.some(({ role }) => tasksOf[role].includes(task)) ? [task] : [];
  const [key = '', id = ''] = after?.split('_') ?? [];
  const rows = await findWork(app.db, tasks, ground, { limit: limit + 1, after: after ? { key, id } : undefined });
  // What stood on the page after this one may all be finished by now.
  const [first] = rows.length > 0 || !after ? rows : await findWork(app.db, tasks, ground, { limit: 1 });
  return listOf(task, rows, day, { limit, total: first?.total ?? 0 });
}

/** By which agencies this person has work, as of which day. */
export async function groundOf(
  { db, clock }: Asked,
  { user, posts }: Person,
): Promise<{ ground: WorkGround; day: WorkDay }> {
  const places = await findWorkPlaces(db, { userId: user.id, posts }, today(clock), workSetting);
  const day = workDayOf(places.counting, clock);
  const at = (...roles: Role[]) => [
    ...new Set(places.posts.filter(({ role }) => roles.includes(role)).map(({ agencyId }) => agencyId)),
  ];
  const ground = {
    userId: user.id,
    today: day.today,
    comingUntil: addWorkingDays(day.calendar, day.today, comingDays),
    answeredSince: new Date(clock.now().getTime() - answeredMilliseconds),
    asHead: places.asHead,
    own: [...new Set([...places.asHead, ...places.asOfficer])],
    coordinates: at('coordinator'),
    directs: at('coordinator', 'leader'),
    leads: at('leader'),
    provinces: places.provinces,
  };
  return { ground, day };
}

function listOf(
  task: WorkTask,
  rows: readonly FoundWork[],
  day: WorkDay,
  { limit, total }: { limit: number; total: number },
): WorkList {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    task,
    section: sectionOf[task],
    verbs: [...finishingVerbs[task]],
    total,
    items: page.map((row) => itemOf(row, day)),
    next: last ? `${last.key}_${last.aboutId ?? last.dutyId}` : null,
  };
}

function itemOf(row: FoundWork, day: WorkDay): WorkItem {
  const { doneOn, ...duty } = row.duty;
  return {
    task: row.task,
    duty: {
      ...duty,
      state: dutyState({ stage: duty.stage, due: duty.due, doneOn }, day),
      daysLeft: duty.due === null ? null : daysLeft(day.calendar, duty.due, day.today),
    },
    about: aboutOf(row),
  };
}

function aboutOf(row: FoundWork): WorkItem['about'] {
  if (row.aboutId === null || row.at === null) return null;
  return {
    id: row.aboutId,
    version: row.version ?? 1,
    by: row.by === null ? null : { id: row.by, name: row.byName ?? row.by },
    at: row.at.toISOString(),
    words: row.words ?? '',
    until: row.until,
    answered: row.answered ?? false,
    draft: row.draft,
  };
}
