import { type RawBuilder, sql } from 'kysely';
import { DutyKind } from '../registry/duty.ts';
import { DutyStage } from '../registry/duty-stage.ts';
import { mostCounted, type WorkItem, WorkTask } from '../registry/my-work.ts';
import type { Post } from '../registry/post.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named } from './people.ts';
import { type WorkGround, workQueries } from './work-queries.ts';

type Found = {
  task: string;
  dutyId: string;
  aboutId: string | null;
  version: number | null;
  by: string | null;
  byName: string | null;
  at: Date | null;
  words: string | null;
  until: PlainDate | null;
  answered: boolean | null;
  /** What it is sorted by: a day or a moment. */
  key: string;
  /** How many there are of the task, counted up to a limit. */
  total: number;
};

export type FoundWork = Omit<Found, 'task'> & { task: WorkTask };

type Page = { limit: number; after?: { key: string; id: string } | undefined };

/**
 * The first items of each of these tasks, in one question, each with how many there are of its task. One more than asked for tells
 * that there are more. Found by what they are, then counted and sorted; walking all duties in the order of their deadlines would be
 * slower.
 */
export async function findWork(
  db: Db,
  tasks: readonly WorkTask[],
  ground: WorkGround,
  { limit, after }: Page,
): Promise<FoundWork[]> {
  const branches = tasks.map((task) => {
    const { rows, key, id, type, latestFirst } = workQueries[task](ground);
    const order = sql.raw(latestFirst ? 'desc' : 'asc');
    const beyond = after
      ? sql`where (place, "placeId") ${sql.raw(latestFirst ? '<' : '>')} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`
      : sql``;
    return sql`(select ${task} as task, ${keyText(sql`place`, type)} as key, "dutyId", "aboutId", version, by, at, words, until, answered,
        (select u.name from app_user u where u.id = by) as "byName", least(total, ${mostCounted + 1}) as total
      from (select ${key} as place, ${id} as "placeId", count(*) over () as total, ${rows}) found
      ${beyond} order by place ${order}, "placeId" ${order} limit ${limit})`;
  });
  if (branches.length === 0) return [];
  const { rows } = await sql<Found>`${sql.join(branches, sql` union all `)}`.execute(db);
  return rows.map((row) => ({ ...row, task: WorkTask.parse(row.task) }));
}

/** As the cursor of the next page writes it. */
const keyText = (key: RawBuilder<unknown>, type: string): RawBuilder<string> =>
  type === 'date' ? sql`${key}::text` : sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export type WorkDuty = Omit<WorkItem['duty'], 'state' | 'daysLeft'> & {
  doneOn: PlainDate | null;
};

/** The duties that items are about, by id. */
export async function workDuties(db: Db, ids: readonly string[], day: PlainDate): Promise<Map<string, WorkDuty>> {
  const { rows } = await sql<{
    id: string;
    kind: string;
    stage: string;
    agencyId: string;
    agencyName: string | null;
    what: string;
    officerId: string | null;
    officerName: string | null;
    due: PlainDate | null;
    doneOn: PlainDate | null;
    share: number | null;
    version: number;
    submissionId: string | null;
  }>`
    select d.id, d.kind, d.stage, d.agency_id as "agencyId", ${agencyNameOn(sql`d.agency_id`, day)} as "agencyName", d.officer_id as "officerId", u.name as "officerName", d.due,
      d.done_on as "doneOn", d.share, d.version,
      case when d.kind = 'report' then (select s.id from submission s where s.duty_id = d.id) end as "submissionId", left(coalesce(d.content, (
        select coalesce(t.quote, g.quote) from duty_origin o
          left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
          left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
        where o.duty_id = d.root_id order by o.document_id, o.finding_id limit 1), ''), 300) as what
    from duty d left join app_user u on u.id = d.officer_id where d.id = any(${ids}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ agencyId, agencyName, officerId, officerName, ...row }) => [
      row.id,
      {
        ...row,
        kind: DutyKind.parse(row.kind),
        stage: DutyStage.parse(row.stage),
        agency: named(agencyId, agencyName),
        officer: officerId === null ? null : named(officerId, officerName),
      },
    ]),
  );
}

/**
 * The agencies whose work a person does: where the posts as head or officer are, and those below in which nobody holds such a post.
 */
export async function ownAgencies(
  db: Db,
  userId: string,
  day: PlainDate,
): Promise<{ asHead: string[]; asOfficer: string[] }> {
  const { rows } = await sql<{ id: string; role: string }>`
    select distinct r.agency_id as id, p.role from post p join agency_reach r on r.above_id = p.agency_id
    where p.user_id = ${userId} and p.role in ('head', 'officer') and ${holds('p', day)}
      and (r.agency_id = p.agency_id or not exists (
        select from post other where other.agency_id = r.agency_id and other.role in ('head', p.role) and ${holds('other', day)}))`.execute(
    db,
  );
  const of = (role: string) => rows.filter((row) => row.role === role).map(({ id }) => id);
  return { asHead: of('head'), asOfficer: of('officer') };
}

/** Posts at a committee reach its agencies and, though these stand below no other, the committees of the places in its own. */
export async function withCommitteesInside(db: Db, posts: readonly Post[]): Promise<Post[]> {
  if (posts.length === 0) return [];
  const { rows } = await sql<{ over: string; id: string }>`
    with recursive inside(over, id) as (
      select a.id, p.id from agency a join place p on p.parent_id = a.place_id
      where a.id = any(${posts.map(({ agencyId }) => agencyId)}::text[]) and a.kind = 'committee'
      union select inside.over, p.id from inside join place p on p.parent_id = inside.id)
    select inside.over, c.id from inside cross join lateral (
      -- Place by place: joined, all the committees of the country would be read.
      select a.id from agency a where a.place_id = inside.id and a.kind = 'committee' offset 0) c`.execute(db);
  const of = Map.groupBy(rows, ({ over }) => over);
  return posts.flatMap((post) => [
    post,
    ...(of.get(post.agencyId) ?? []).map(({ id }): Post => ({ role: post.role, agencyId: id })),
  ]);
}

const holds = (post: string, day: PlainDate): RawBuilder<boolean> =>
  sql`${sql.ref(`${post}.valid_from`)} <= ${day} and (${sql.ref(`${post}.valid_until`)} is null or ${sql.ref(`${post}.valid_until`)} > ${day})`;
