import { type RawBuilder, sql } from 'kysely';
import type { Person, User } from '../src/registry/may.ts';
import { type App, appFor } from '../src/services/app.ts';
import { today } from '../src/services/clock.ts';
import { getOverview } from '../src/services/overview.ts';
import { getRanking } from '../src/services/ranking.ts';
import { getScorecard } from '../src/services/scorecards.ts';
import { search } from '../src/services/search.ts';
import { getTargetStanding } from '../src/services/standings.ts';
import { postsOf } from '../src/store/posts.ts';
import { bareSearch, plainSearch, wordsAsked } from './search-questions.ts';

/**
 * What leaders ask, and for each what somebody who knows the tables would ask for the same numbers: in one statement, for nobody in
 * particular, past the wall, straight paths for all targets.
 */

export type Leader = Person & { documents: string[]; planId: string; departmentId: string; communeIds: string[] };

export type Case = {
  what: string;
  asked: (turn: number) => Promise<unknown>;
  bare: (turn: number) => Promise<unknown>;
};

const leaders = 10;
/** Besides the plan with its targets: what gave the province a thousand duties. */
const documentsOfDuties = 10;
const here = '127.0.0.1';

export async function chooseLeaders({ db, clock }: App): Promise<Leader[]> {
  const { rows } = await sql<User & Omit<Leader, keyof Person>>`
    select u.id, u.name, u.email, d.id as "planId",
      array[d.id] || array(select o.document_id from duty_origin o join duty y on y.id = o.duty_id join agency w on w.id = y.agency_id
        where w.place_id = d.place_id group by 1 order by 1 limit ${documentsOfDuties}) as documents,
      (select w.id from agency w where w.place_id = d.place_id and w.kind = 'department' and w.tier = 'province' and w.valid_until is null
        order by w.id limit 1) as "departmentId",
      array(select w.id from agency w join place l on l.id = w.place_id where l.parent_id = d.place_id and w.kind = 'committee'
        and w.tier = 'commune' and w.valid_until is null order by w.id) as "communeIds"
    from post p join app_user u on u.id = p.user_id
      join agency a on a.id = p.agency_id join document d on d.place_id = a.place_id and d.number like '1/KH-%'
    where p.role = 'leader' order by md5(u.id) limit ${leaders}`.execute(db);
  const found: Leader[] = [];
  for (const { id, name, email, ...rest } of rows)
    found.push({ user: { id, name, email }, posts: await postsOf(db, id, today(clock)), ...rest });
  return found;
}

/** Of each target the latest sum beside its share of the year; of these agencies alone where some are named. */
const standings = (where: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select a.agency_id, t.id, case when f.value is null then 'noData' when f.value >= t.value then 'met'
    when f.value >= t.value * extract(month from f.period_to) / 12 * 0.95 then 'onPath' else 'behind' end as state
  from target t
    join assignment a on a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id
    left join lateral (
      select f.value, f.period_to from figure f
      where f.indicator_id = t.indicator_id and f.line = t.indicator_line and f.agency_id = a.agency_id and f.value is not null
        and f.basis <> 'planned' and f.period_to >= make_date(t.year, 1, 1) and f.set_at < ${day} + 1
        and (f.ended_at is null or f.ended_at >= ${day} + 1)
      order by f.period_to desc limit 1) f on true
  where ${where} and t.valid_from <= ${day} and (t.valid_until is null or t.valid_until > ${day})`;

/** The numbers of two days, what happened between them, and both by agency. */
function bareOverview({ documents }: Leader, year: number): RawBuilder<unknown> {
  const ofPlan = sql`d.id in (select o.duty_id from duty_origin o where o.document_id = any(${documents}::uuid[])) and d.kind = 'assigned'
    and coalesce(d.due <= make_date(${sql.lit(year)}, 12, 31), true) and coalesce(d.done_on >= make_date(${sql.lit(year)}, 1, 1), true)`;
  const targetsOn = (day: RawBuilder<unknown>) => sql`(select json_agg(s) from (
    select agency_id, state, count(*) from (${standings(sql`t.document_id = any(${documents}::uuid[])`, day)}) s group by 1, 2) s)`;
  const week = sql`(current_date - 7)`;
  const dutiesOn = (day: RawBuilder<unknown>) => sql`(select json_agg(s) from (
    select d.agency_id, duty_state(case when d.done_on > ${day} then 'accepted' else d.stage end, d.due, d.done_on, ${day}, ${day} + 7) as state,
      count(*) from duty d where ${ofPlan} and d.stage <> 'dropped' group by 1, 2) s)`;
  const latest = (from: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(select json_agg(s) from (
    select d.id, d.agency_id, n.name, ${day} as day, count(*) over () as total from ${from} left join agency_name n
      on n.agency_id = d.agency_id and n.kind = 'official' and n.valid_until is null
    where ${ofPlan} and ${day} > ${week} and ${day} <= current_date order by ${day} desc limit 5) s)`;
  return sql`select ${targetsOn(sql`current_date`)} as targets, ${targetsOn(week)} as targets_before,
    ${dutiesOn(sql`current_date`)} as duties, ${dutiesOn(week)} as duties_before,
    ${latest(sql`progress p join duty d on d.id = p.duty_id and p.judgement = 'confirmed'`, sql`p.judged_at::date`)} as done,
    ${latest(sql`duty d`, sql`d.due + 1`)} as overdue,
    ${latest(sql`due_change c join duty d on d.id = c.duty_id and c.stage in ('granted', 'refused')`, sql`c.decided_at::date`)} as decided`;
}

/** What a scorecard counts, of some agencies at once. */
const bareScores = (ids: readonly string[], year: number): RawBuilder<unknown> => sql`
  select (select json_agg(s) from (
      select d.agency_id, duty_state(d.stage, d.due, d.done_on, current_date, current_date + 7) as state, count(*),
        count(*) filter (where d.officer_id is not null) as responsible, count(*) filter (where d.said_at > current_date - 30) as updated
      from duty d where d.agency_id = any(${ids}::text[]) and d.kind = 'assigned' and d.stage <> 'dropped'
        and (d.stage <> 'done' or d.done_on >= make_date(${sql.lit(year)}, 1, 1)) group by 1, 2) s) as duties,
    (select json_agg(s) from (select agency_id, state, count(*) from (
      ${standings(sql`a.agency_id = any(${ids}::text[])`, sql`current_date`)}) s group by 1, 2) s) as targets,
    (select json_agg(s) from (select o.agency_id, count(*) from obstacle o where o.agency_id = any(${ids}::text[]) group by 1) s) as obstacles,
    (select json_agg(s) from (select p.agency_id, count(distinct u.id), count(distinct u.id) filter (where u.seen_at > current_date - 30) as came
      from post p join app_user u on u.id = p.user_id where p.agency_id = any(${ids}::text[]) and p.role in ('head', 'officer')
        and p.valid_until is null group by 1) s) as people`;

/** The target, its agencies and all that they reported of it in five years: what stands and what was replaced have an index each. */
const bareSeries = (documentId: string, targetId: string): RawBuilder<unknown> => {
  const figures = (ended: RawBuilder<unknown>) => sql`
    select f.agency_id, n.name, f.period, f.period_to, f.span, f.basis, f.value, f.set_at, f.ended_at
    from assignment a join figure f on f.agency_id = a.agency_id and f.indicator_id = t.indicator_id and f.line = t.indicator_line
      left join agency_name n on n.agency_id = a.agency_id and n.kind = 'official' and n.valid_until is null
    where a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id
      and f.ended_at ${ended} and f.period_to >= current_date - interval '5 years'`;
  return sql`
    select t.*, (select json_agg(s order by s.period_to) from (${figures(sql`is null`)} union all ${figures(sql`is not null`)}) s) as figures
    from target t where t.document_id = ${documentId} and t.id = ${targetId}`;
};

export function casesOf(app: App, found: readonly Leader[]): Case[] {
  const year = Number(today(app.clock).slice(0, 4));
  const behindTheWall = found.map((leader) => appFor(app, leader, here));
  const of = (turn: number) => {
    const [leader, own] = [found[turn % found.length], behindTheWall[turn % found.length]];
    if (!leader || !own) throw new Error('no leader has a plan: the data is not there');
    return { leader, own };
  };
  const asOwner = (question: RawBuilder<unknown>) => question.execute(app.db);
  const targetOf = (turn: number) => `t${1 + (turn % 50)}`;
  return [
    {
      what: 'overview of a plan',
      asked: (turn) => {
        const { leader, own } = of(turn);
        return getOverview(own, { document: leader.documents, year, tier: [] });
      },
      bare: (turn) => asOwner(bareOverview(of(turn).leader, year)),
    },
    {
      what: 'scorecard of a department',
      asked: (turn) => {
        const { leader, own } = of(turn);
        return getScorecard(own, leader, leader.departmentId, { period: String(year) });
      },
      bare: (turn) => asOwner(bareScores([of(turn).leader.departmentId], year)),
    },
    {
      what: 'ranking of communes',
      asked: (turn) => {
        const { leader, own } = of(turn);
        const group = { kind: 'committee' as const, tier: 'commune' as const };
        return getRanking(own, leader, { period: String(year), ...group, sort: 'score', order: 'desc' });
      },
      bare: (turn) => asOwner(bareScores(of(turn).leader.communeIds, year)),
    },
    {
      what: 'a target and its series',
      asked: (turn) => {
        const { leader, own } = of(turn);
        return getTargetStanding(own, { documentId: leader.planId, targetId: targetOf(turn) });
      },
      bare: (turn) => asOwner(bareSeries(of(turn).leader.planId, targetOf(turn))),
    },
    {
      what: 'search',
      asked: (turn) => search(of(turn).own, { ...plainSearch, q: wordsAsked[turn % wordsAsked.length] ?? '' }),
      bare: (turn) => bareSearch(app.db, wordsAsked[turn % wordsAsked.length] ?? ''),
    },
  ];
}
