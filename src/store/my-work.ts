import { type RawBuilder, sql } from 'kysely';
import { DutyKind } from '../registry/duty.ts';
import { DutyStage } from '../registry/duty-stage.ts';
import { mostCounted, type WorkItem, type WorkTask } from '../registry/my-work.ts';
import type { Post } from '../registry/post.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { type Counting, type CountingRow, counting, countingOf } from './calendar.ts';
import { inForce } from './conditions.ts';
import type { Db } from './database.ts';
import { agencyNameOn } from './names.ts';
import { named } from './people.ts';
import { provincesOf } from './provinces.ts';
import { type WorkGround, workQueries } from './work-queries.ts';

export type FoundWork = {
  task: WorkTask;
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
  /** Of a question: what the agency's people have drafted as its answer. */
  draft: { version: number; text: string } | null;
  duty: WorkDuty;
};

export type WorkDuty = Omit<WorkItem['duty'], 'state' | 'daysLeft'> & { doneOn: PlainDate | null };

type Page = { limit: number; after?: { key: string; id: string } | undefined };

/**
 * The first items of each of these tasks, in one question, each with its duty and how many there are of its task. One more than asked
 * for tells that there are more. Found by what they are, then counted and sorted; walking all duties in the order of their deadlines
 * would be slower.
 */
export async function findWork(
  db: Db,
  tasks: readonly WorkTask[],
  ground: WorkGround,
  { limit, after }: Page,
): Promise<FoundWork[]> {
  if (tasks.length === 0) return [];
  const branches = tasks.map((task) => {
    const { rows, key, id, type, latestFirst } = workQueries[task](ground);
    const order = sql.raw(latestFirst ? 'desc' : 'asc');
    const beyond = after
      ? sql`where (place, "placeId") ${sql.raw(latestFirst ? '<' : '>')} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`
      : sql``;
    return sql`(select ${sql.lit(task)} as task, ${keyText(sql`place`, type)} as key, "dutyId", "aboutId", version, by, at, words, until,
        answered, least(total, ${sql.lit(mostCounted + 1)}) as total
      from (select ${key} as place, ${id} as "placeId", count(*) over () as total, ${rows}) found
      ${beyond} order by place ${order}, "placeId" ${order} limit ${limit})`;
  });
  const { rows } = await sql<FoundWork & { duty: DutyRow }>`
    select w.*, ${dutyOfWork(ground.today)} as duty, (select u.name from app_user u where u.id = w.by) as "byName",
      case when w.task = 'answerQuestion' then (
        select json_build_object('version', a.version, 'text', a.answer) from answer_draft a
          where a.question_id = w."aboutId" and a.province = d.province) end as draft
    from (select *, row_number() over () as nth from (${sql.join(branches, sql` union all `)}) found) w
      join duty d on d.id = w."dutyId" and d.province = any(${ground.provinces}::text[]) left join app_user o on o.id = d.officer_id
    order by w.nth`.execute(db);
  return rows.map(({ duty, ...row }) => ({ ...row, duty: dutyOf(duty) }));
}

/** As the cursor of the next page writes it. */
const keyText = (key: RawBuilder<unknown>, type: string): RawBuilder<string> =>
  type === 'date' ? sql`${key}::text` : sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type DutyRow = {
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
};

/** The duty `d`, of the officer `o`. */
const dutyOfWork = (
  day: PlainDate,
): RawBuilder<DutyRow> => sql`json_build_object('id', d.id, 'kind', d.kind, 'stage', d.stage,
  'agencyId', d.agency_id, 'agencyName', ${agencyNameOn(sql`d.agency_id`, day)}, 'officerId', d.officer_id, 'officerName', o.name,
  'due', d.due, 'doneOn', d.done_on, 'share', d.share, 'version', d.version,
  'submissionId', case when d.kind = 'report' then (
    select s.id from submission s where s.duty_id = d.id and s.province = d.province) end,
  'what', left(coalesce(d.content, (
    select coalesce(t.quote, g.quote) from duty_origin o
      left join task t on o.finding_kind = 'task' and t.document_id = o.document_id and t.id = o.finding_id
      left join target g on o.finding_kind = 'target' and g.document_id = o.document_id and g.id = o.finding_id
    where o.duty_id = d.root_id and o.province = d.province order by o.document_id, o.finding_id limit 1), ''), 300))`;

const dutyOf = ({ agencyId, agencyName, officerId, officerName, ...row }: DutyRow): WorkDuty => ({
  ...row,
  kind: DutyKind.parse(row.kind),
  stage: DutyStage.parse(row.stage),
  agency: named(agencyId, agencyName),
  officer: officerId === null ? null : named(officerId, officerName),
});

export type WorkPlaces = {
  counting: Counting;
  /**
   * The agencies whose work a person does: where the posts as head or officer are, those below in which nobody holds such a post, and
   * those that are no more and have left their work to one of these.
   */
  asHead: string[];
  asOfficer: string[];
  /** The same posts, those at a committee also at the committees of the places in its own: these stand below no other. */
  posts: Post[];
  /** By which anything lies that concerns this person. */
  provinces: string[];
};

type Found = CountingRow & { own: [string, string][]; inside: [string, string][]; provinces: string[] };

/**
 * By which agencies this person has work, where it lies and what days are counted by, in one question: nothing can be found before. What
 * somebody began or asked stays in the list when the post has gone, so posts of before say where, too.
 */
export async function findWorkPlaces(
  db: Db,
  { userId, posts }: { userId: string; posts: readonly Post[] },
  day: PlainDate,
  setting: string,
): Promise<WorkPlaces> {
  const over = posts.filter(({ role }) => role === 'coordinator' || role === 'leader');
  const { rows } = await sql<Found>`
    with recursive land(over, id) as (
      select p.agency_id, a.place_id from post p join agency a on a.id = p.agency_id
      where p.user_id = ${userId} and p.role in ('coordinator', 'leader', 'supervisor') and a.place_id is not null
      union select land.over, p.id from land join place p on p.parent_id = land.id),
    placed as materialized (
      select land.over, land.id as place_id, a.id, a.kind from land cross join lateral (
        -- Place by place: joined, all the agencies of the country would be read.
        select a.id, a.kind from agency a where a.place_id = land.id offset 0) a)
    select ${counting(setting)}, ${ownAgencies(userId, day)} as own, ${committeesInside(over.map(({ agencyId }) => agencyId))} as inside,
      array(${provincesOf(sql`
        select taken_over_by(array(
          select r.agency_id from post p join agency_reach r on r.above_id = p.agency_id where p.user_id = ${userId}), ${day})
        union all select r.agency_id from placed cross join lateral (
          select r.agency_id from agency_reach r where r.above_id = placed.id offset 0) r`)}) as provinces`.execute(db);
  const { own, inside, provinces, ...counted } = rows[0] ?? {
    own: [],
    inside: [],
    provinces: [],
    days: [],
    rules: null,
  };
  const ownAs = (role: string) => own.flatMap(([id, of]) => (of === role ? [id] : []));
  const committees = Map.groupBy(inside, ([over]) => over);
  return {
    counting: countingOf(counted),
    provinces,
    asHead: ownAs('head'),
    asOfficer: ownAs('officer'),
    posts: over.flatMap((post) => [
      post,
      ...(committees.get(post.agencyId) ?? []).map(([, agencyId]): Post => ({ role: post.role, agencyId })),
    ]),
  };
}

const ownAgencies = (userId: string, day: PlainDate): RawBuilder<[string, string][]> => sql`(
  select coalesce(json_agg(jsonb_build_array(one.id, asked.role)), '[]')
  from unnest(array['head', 'officer']) asked(role) cross join lateral taken_over_by(array(
    select r.agency_id from post p join agency_reach r on r.above_id = p.agency_id
    where p.user_id = ${userId} and p.role = asked.role and ${inForce('p', day)}
      and (r.agency_id = p.agency_id or not exists (
        select from post other where other.agency_id = r.agency_id and other.role in ('head', p.role) and ${inForce('other', day)}))), ${day}) one(id))`;

const committeesInside = (ids: readonly string[]): RawBuilder<[string, string][]> => sql`(
  select coalesce(json_agg(json_build_array(placed.over, placed.id)), '[]') from placed join agency o on o.id = placed.over
  where placed.over = any(${ids}::text[]) and o.kind = 'committee' and placed.kind = 'committee' and placed.place_id <> o.place_id)`;
