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
import { countWork, type FoundWork, findWork, ownAgencies, workDuties } from '../store/my-work.ts';
import { agencyNamesOn } from '../store/names.ts';
import { userNames } from '../store/users.ts';
import type { WorkGround } from '../store/work-queries.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { App } from './app.ts';
import { type WorkDay, workDay } from './work-day.ts';

type Asked = Pick<App, 'db' | 'clock'>;

/** A month of work, and how long an answer stays in the list. */
const comingDays = 22;
const answeredMilliseconds = 30 * 24 * 3600 * 1000;

/** The tasks that somebody with these roles can have at all. */
const tasksOf: Record<Role, readonly WorkTask[]> = {
  administrator: [],
  coordinator: ['decideReturned', 'decideDue', 'answerObstacle', 'judge'],
  leader: ['decideDue', 'answerObstacle', 'escalated', 'asked'],
  head: workTasks.filter((task) => task !== 'escalated' && task !== 'asked'),
  officer: workTasks.filter((task) => task !== 'escalated' && task !== 'asked' && task !== 'approve'),
  supervisor: ['asked'],
};

/** Everything that waits for a person: the first of each task, and how many there are. */
export async function getMyWork(
  app: Asked,
  person: Person,
  each: number,
): Promise<{ day: PlainDate; lists: WorkList[] }> {
  const { db } = app;
  const day = await workDay(app);
  const ground = await groundOf(app, person, day);
  const possible = new Set(person.posts.flatMap(({ role }) => tasksOf[role]));
  const tasks = workTasks.filter((task) => possible.has(task));
  const found = await findWork(db, tasks, ground, { limit: each + 1 });
  const byTask = Map.groupBy(found, ({ task }) => task);
  const crowded = tasks.filter((task) => (byTask.get(task)?.length ?? 0) > each);
  const totals = await countWork(db, crowded, ground);
  const shown = tasks.flatMap((task) => byTask.get(task)?.slice(0, each) ?? []);
  const items = await itemsOf(db, shown, day);
  const lists = tasks.flatMap((task) => {
    const rows = byTask.get(task);
    return rows ? [listOf(task, rows, items, { limit: each, total: totals.get(task) ?? rows.length })] : [];
  });
  return { day: day.today, lists };
}

/** One task alone, page by page. */
export async function getWorkList(
  app: Asked,
  person: Person,
  task: WorkTask,
  { limit, after }: { limit: number; after?: WorkCursor | undefined },
): Promise<WorkList> {
  const day = await workDay(app);
  const ground = await groundOf(app, person, day);
  const tasks = person.posts.some(({ role }) => tasksOf[role].includes(task)) ? [task] : [];
  const [key = '', id = ''] = after?.split('_') ?? [];
  const rows = await findWork(app.db, tasks, ground, { limit: limit + 1, after: after ? { key, id } : undefined });
  const total = (await countWork(app.db, tasks, ground)).get(task) ?? 0;
  return listOf(task, rows, await itemsOf(app.db, rows.slice(0, limit), day), { limit, total });
}

async function groundOf(
  { db, clock }: Asked,
  { user, posts }: Person,
  { today, calendar }: WorkDay,
): Promise<WorkGround> {
  const at = (...roles: Role[]) => [
    ...new Set(posts.filter(({ role }) => roles.includes(role)).map(({ agencyId }) => agencyId)),
  ];
  const { asHead, asOfficer } = await ownAgencies(db, user.id, today);
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
  const duties = await workDuties(db, [...new Set(found.map(({ dutyId }) => dutyId))]);
  const agencies = await agencyNamesOn(
    db,
    [...new Set([...duties.values()].map(({ agencyId }) => agencyId))],
    day.today,
  );
  const people = await userNames(db, [...new Set(found.flatMap(({ by }) => by ?? []))]);
  return new Map(
    found.flatMap((row) => {
      const duty = duties.get(row.dutyId);
      if (!duty) return [];
      const { agencyId, doneOn, ...shown } = duty;
      const item: WorkItem = {
        task: row.task,
        duty: {
          ...shown,
          agency: { id: agencyId, name: agencies.get(agencyId) ?? agencyId },
          state: dutyState({ stage: duty.stage, due: duty.due, doneOn }, day),
          daysLeft: duty.due === null ? null : daysLeft(day.calendar, duty.due, day.today),
        },
        about: aboutOf(row, people),
      };
      return [[keyOf(row), item] as const];
    }),
  );
}

function aboutOf(row: FoundWork, people: ReadonlyMap<string, string>): WorkItem['about'] {
  if (row.aboutId === null || row.at === null) return null;
  return {
    id: row.aboutId,
    version: row.version ?? 1,
    by: row.by === null ? null : { id: row.by, name: people.get(row.by) ?? row.by },
    at: row.at.toISOString(),
    words: row.words ?? '',
    until: row.until,
    answered: row.answered ?? false,
  };
}
