import { type RawBuilder, sql } from 'kysely';
import { storyPage } from '../src/registry/duty-story.ts';
import type { Person, User } from '../src/registry/may.ts';
import type { WorkTask } from '../src/registry/my-work.ts';
import type { Role } from '../src/registry/post.ts';
import { type App, appFor } from '../src/services/app.ts';
import { getMyWork, groundOf, possibleTasks } from '../src/services/my-work.ts';
import { getWholeDuty } from '../src/services/whole-duty.ts';
import type { Db } from '../src/store/database.ts';
import { postsOf } from '../src/store/posts.ts';
import { type WorkGround, workQueries } from '../src/store/work-queries.ts';

/** What is asked of the program, and the bare SQL that gives the same rows: as the database's owner, past the wall. */

/** One question in both ways; the second is made ready before it is timed. */
export type Question = { what: string; asked: () => Promise<unknown>; bare: () => Promise<unknown> };

/** As the pages ask for them. */
const each = 10;

/** Enough of each role for a p95 of its own. */
const mix: [Role, number][] = [
  ['officer', 60],
  ['head', 50],
  ['leader', 30],
  ['coordinator', 30],
  ['supervisor', 30],
];

/** People of every role, spread over the provinces; the same in every run. */
export async function choosePeople(db: Db, day: string): Promise<Person[]> {
  const people: Person[] = [];
  for (const [role, count] of mix) {
    const { rows } = await sql<User>`
      select u.id, u.name, u.email from post p join app_user u on u.id = p.user_id where p.role = ${role}
      order by md5(u.id) limit ${count}`.execute(db);
    for (const user of rows) people.push({ user, posts: await postsOf(db, user.id, day) });
  }
  return people;
}

const here = '127.0.0.1';

export async function workOf(app: App, person: Person): Promise<Question> {
  const { ground } = await groundOf(app, person);
  const behindTheWall = appFor(app, person, here);
  const bare = bareWork(ground, possibleTasks(person)).compile(app.db);
  return {
    what: person.posts[0]?.role ?? '',
    asked: () => getMyWork(behindTheWall, person, each),
    bare: () => app.db.executeQuery(bare),
  };
}

/** The items of all tasks that this person can have, in one statement; nothing is counted. */
function bareWork(ground: WorkGround, tasks: readonly WorkTask[]): RawBuilder<unknown> {
  const branches = tasks.map((task) => {
    const { rows, key, id, latestFirst } = workQueries[task](ground);
    const order = sql.raw(latestFirst ? 'desc' : 'asc');
    return sql`(select ${sql.lit(task)} as task, ${rows} order by ${key} ${order}, ${id} ${order} limit ${each + 1})`;
  });
  return sql`select w.*, d.*, a.name, o.name as officer, u.name as by_name, t.quote from (${sql.join(branches, sql` union all `)}) w
    join duty d on d.id = w."dutyId" join duty_origin r on r.duty_id = d.root_id
    join task t on t.document_id = r.document_id and t.id = r.finding_id
    join agency_name a on a.agency_id = d.agency_id and a.kind = 'official' and a.valid_until is null
    left join app_user o on o.id = d.officer_id left join app_user u on u.id = w.by`;
}

/** Duties of agencies of those people, of every stage. */
export async function chooseDuties(db: Db, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from duty order by md5(id::text) limit ${count}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What the page asks for when it is opened: the duty, what was reported, the first page of its story. */
export async function pageOf(app: App, person: Person, dutyId: string): Promise<Question> {
  const behindTheWall = appFor(app, person, here);
  const statements = bareRows(dutyId).map((statement) => statement.compile(app.db));
  return {
    what: "a duty's page",
    asked: () => getWholeDuty(behindTheWall, person, dutyId),
    bare: () =>
      app.db.connection().execute(async (one) => {
        for (const statement of statements) await one.executeQuery(statement);
      }),
  };
}

function bareRows(id: string): RawBuilder<unknown>[] {
  const author = (column: string) => sql`join app_user u on u.id = ${sql.ref(column)}`;
  return [
    sql`select d.*, u.name as officer, a.name from duty d left join app_user u on u.id = d.officer_id
      join agency_name a on a.agency_id = d.agency_id and a.kind = 'official' where d.id = ${id}`,
    sql`select o.*, d.number, d.title, t.quote, t.time_raw, t.product_raw, a.role, a.agency_id, n.name from duty_origin o
      join document d on d.id = o.document_id join task t on t.document_id = o.document_id and t.id = o.finding_id
      join assignment a on a.document_id = o.document_id and a.finding_kind = 'task' and a.finding_id = o.finding_id
      join agency_name n on n.agency_id = a.agency_id and n.kind = 'official' where o.duty_id = ${id}`,
    sql`select d.*, a.name from duty d join agency_name a on a.agency_id = d.agency_id where d.root_id = ${id}`,
    sql`select p.*, u.name from progress p ${author('p.author_id')} where p.duty_id = ${id} order by p.changed_at desc`,
    sql`select e.*, u.name from evidence e ${author('e.added_by')} where e.duty_id = ${id}`,
    sql`select o.*, u.name from obstacle o ${author('o.raised_by')} where o.duty_id = ${id}`,
    sql`select c.*, u.name from due_change c ${author('c.asked_by')} where c.duty_id = ${id}`,
    sql`select q.*, u.name from question q ${author('q.asked_by')} where q.duty_id = ${id}`,
    sql`select a.*, u.name from action a ${author('a.user_id')} where a.duty_id = ${id} order by a.at desc, a.id desc limit ${storyPage + 1}`,
    sql`select * from urging where duty_id = ${id} order by at desc`,
  ];
}
