import { type RawBuilder, sql } from 'kysely';
import type { WorkTask } from '../registry/my-work.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { inForce } from './conditions.ts';

/** Who asks, and by which posts. */
export type WorkGround = {
  userId: string;
  today: PlainDate;
  /** The last day that counts as coming. */
  comingUntil: PlainDate;
  /** Answers that came before this moment are no news any more. */
  answeredSince: Date;
  /** Agencies whose head this person is, and whose work this person does. */
  asHead: readonly string[];
  own: readonly string[];
  /** Where posts as coordinator, and as coordinator or leader, are held: they reach all below. */
  coordinates: readonly string[];
  directs: readonly string[];
  leads: readonly string[];
  /** Where anything of all this lies. */
  provinces: readonly string[];
};

/** `rows`: columns, tables and condition; `key`: what they are sorted by, then `id`. */
type WorkQuery = {
  rows: RawBuilder<unknown>;
  key: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  type: 'date' | 'timestamptz';
  latestFirst?: boolean;
};

const any = (ids: readonly string[]): RawBuilder<unknown> => sql`any(${ids}::text[])`;
const below = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} in (select r.agency_id from agency_reach r where r.above_id = ${any(ids)})`;

const liesIn = (rows: string, { provinces }: WorkGround): RawBuilder<boolean> =>
  sql`${sql.ref(`${rows}.province`)} = ${any(provinces)}`;

/** The officer in charge does it; where none is named, everybody of the agency. */
const mine = ({ own, userId }: WorkGround): RawBuilder<boolean> =>
  sql`(d.agency_id = ${any(own)} and (d.officer_id is null or d.officer_id = ${userId}))`;

const ofDuty = sql`d.id as "dutyId", null::uuid as "aboutId", null::int as version, null::text as by, null::timestamptz as at,
  null::text as words, null::date as until, null::boolean as answered`;

const duties = (ground: WorkGround, condition: RawBuilder<unknown>): WorkQuery => ({
  rows: sql`${ofDuty} from duty d where ${condition} and ${liesIn('d', ground)}`,
  ...byDue,
});
/** As the index of what is at work has it. */
const dueKey = sql`coalesce(d.due, 'infinity')`;
const byDue = { key: dueKey, id: sql`d.id`, type: 'date' } as const;

type Given = RawBuilder<unknown> | false;

/**
 * Duties found from the person's own agencies, one way beside the other: one condition that any of several may fulfil would look at
 * every duty of the country that waits. Only what posts can reach is asked about, for a way that holds for nobody still costs.
 */
function isOneOf(dutyId: string, ways: readonly Given[]): RawBuilder<boolean> {
  const given = ways.filter((way) => way !== false);
  return given.length === 0 ? sql`false` : sql`${sql.ref(dutyId)} in (${sql.join(given, sql` union all `)})`;
}

/** Whoever handed it decides: of a part or step the agency above it in the chain. */
const givenBy = (ground: WorkGround, wanted: RawBuilder<unknown>): Given =>
  ground.own.length > 0 &&
  sql`select d.id from duty g join duty d on d.parent_id = g.id and d.province = g.province
    where g.agency_id = ${any(ground.own)} and ${liesIn('g', ground)} and d.kind <> 'assigned' and ${wanted}`;

const inCharge = (
  dutyId: string,
  ground: WorkGround,
  posts: readonly string[],
  wanted: RawBuilder<unknown>,
): RawBuilder<boolean> =>
  isOneOf(dutyId, [
    posts.length > 0 &&
      sql`select d.id from duty d where d.kind = 'assigned' and ${below('d.agency_id', posts)} and ${wanted} and ${liesIn('d', ground)}`,
    givenBy(ground, wanted),
  ]);

const progress = (ground: WorkGround, condition: RawBuilder<unknown>, at: 'changed_at' | 'sent_at'): WorkQuery => {
  const moment = sql.ref(`p.${at}`);
  return {
    rows: sql`p.duty_id as "dutyId", p.id as "aboutId", p.version, p.author_id as by, ${moment} as at,
      left(case when p.stage = 'returned' then coalesce(p.returned_because, '') else p.done_text end, 300) as words,
      null::date as until, null::boolean as answered
      from progress p where ${condition} and ${liesIn('p', ground)}`,
    ...{ key: moment, id: sql`p.id`, type: 'timestamptz' },
  };
};

const monitors = sql`duty_origin o join assignment a
  on a.document_id = o.document_id and a.finding_kind = o.finding_kind and a.finding_id = o.finding_id and a.role = 'monitor'`;

const reported = sql`d.stage = 'reported'`;

/** As registry/duty-stage.ts says who confirms: the monitor; where there is none, whoever gave it. */
function judge(ground: WorkGround): WorkQuery {
  const { own, coordinates, today } = ground;
  const now = inForce('a', today);
  const followed: Given =
    own.length > 0 &&
    sql`select d.id from ${monitors} join duty d on d.id = o.duty_id and d.province = o.province
      where ${liesIn('d', ground)} and a.agency_id = ${any(own)} and a.agency_id <> d.agency_id and ${now} and d.kind = 'assigned' and ${reported}`;
  const unfollowed: Given =
    coordinates.length > 0 &&
    sql`select d.id from duty d where d.kind = 'assigned' and ${reported} and ${below('d.agency_id', coordinates)} and ${liesIn('d', ground)}
      and not exists (
        select from ${monitors} where o.duty_id = d.id and o.province = d.province and a.agency_id <> d.agency_id and ${now})`;
  return progress(
    ground,
    sql`p.result and p.stage = 'sent' and p.judgement is null
      and ${isOneOf('p.duty_id', [followed, unfollowed, givenBy(ground, reported)])}`,
    'sent_at',
  );
}

const obstacles = (ground: WorkGround): WorkQuery => ({
  rows: sql`o.duty_id as "dutyId", o.id as "aboutId", o.version, o.raised_by as by, o.raised_at as at, left(o.what, 300) as words,
    o.wanted_by as until, null::boolean as answered
    from obstacle o where o.closed_at is null and o.answered_at is null and ${liesIn('o', ground)}
      and (o.decider_id = ${any(ground.own)} or (o.decider_id is null and ${below('o.agency_id', ground.directs)}))`,
  ...{ key: sql`coalesce(o.wanted_by, 'infinity')`, id: sql`o.id`, type: 'date' },
});

const dueAsked = sql`exists (select from due_change w where w.duty_id = d.id and w.province = d.province and w.stage = 'asked')`;

const dueChanges = (ground: WorkGround): WorkQuery => ({
  rows: sql`c.duty_id as "dutyId", c.id as "aboutId", c.version, c.asked_by as by, c.asked_at as at, left(c.reason, 300) as words,
    c.due_proposed as until, null::boolean as answered
    from due_change c where c.stage = 'asked' and ${liesIn('c', ground)} and ${inCharge('c.duty_id', ground, ground.directs, dueAsked)}`,
  ...{ key: sql`c.asked_at`, id: sql`c.id`, type: 'timestamptz' },
});

const questions = (ground: WorkGround, condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`q.duty_id as "dutyId", q.id as "aboutId", q.version, q.asked_by as by, q.asked_at as at, left(q.question, 300) as words,
    q.answer_by as until, q.answered_at is not null as answered from question q where ${condition} and ${liesIn('q', ground)}`;

/** Whoever has the duty today answers, whom it may have been asked of. */
const toAnswer = (ground: WorkGround): WorkQuery => ({
  rows: questions(
    ground,
    sql`q.answered_at is null and exists (
      select from duty d where d.id = q.duty_id and d.province = q.province and d.agency_id = ${any(ground.own)})`,
  ),
  ...{ key: sql`coalesce(q.answer_by, 'infinity')`, id: sql`q.id`, type: 'date' },
});

const asked = (ground: WorkGround): WorkQuery => ({
  rows: questions(
    ground,
    sql`q.asked_by = ${ground.userId} and (q.answered_at is null or q.answered_at >= ${ground.answeredSince})`,
  ),
  ...{ key: sql`q.asked_at`, id: sql`q.id`, type: 'timestamptz', latestFirst: true },
});

const submissions = (ground: WorkGround, condition: RawBuilder<unknown>, at: string, by: string): WorkQuery => ({
  rows: sql`d.id as "dutyId", s.id as "aboutId", s.version, ${sql.ref(`s.${by}`)} as by, ${sql.ref(`s.${at}`)} as at,
    left(case when s.stage = 'returned' then coalesce(s.returned_because, '') else '' end, 300) as words, d.due as until,
    null::boolean as answered
    from submission s join duty d on d.id = s.duty_id and d.province = s.province join round o on o.id = s.round_id
    where ${condition} and ${liesIn('d', ground)}`,
  ...{ key: sql.ref(`s.${at}`), id: sql`s.id`, type: 'timestamptz' },
});

const worked = sql`d.stage = 'accepted' and d.waits_for is null`;

/** What the ladder of urging has brought before the leaders, until it is done or has another deadline. */
const escalated = (ground: WorkGround): WorkQuery =>
  duties(
    ground,
    sql`d.stage not in ('done', 'dropped') and ${below('d.agency_id', ground.leads)} and exists (
      select from urging g where g.duty_id = d.id and g.province = d.province and g.due = d.due and g.step = 'toLeader')`,
  );

export const workQueries: Record<WorkTask, (ground: WorkGround) => WorkQuery> = {
  decideReturned: (ground) => duties(ground, inCharge('d.id', ground, ground.coordinates, sql`d.stage = 'returned'`)),
  decideDue: dueChanges,
  answerObstacle: obstacles,
  judge,
  escalated,
  judgeSubmission: (ground) =>
    submissions(ground, sql`s.stage = 'sent' and ${below('d.agency_id', ground.coordinates)}`, 'sent_at', 'sent_by'),
  approveSubmission: (ground) =>
    submissions(
      ground,
      sql`s.stage = 'submitted' and o.closed_at is null and d.agency_id = ${any(ground.asHead)}`,
      'submitted_at',
      'submitted_by',
    ),
  redoSubmission: (ground) =>
    submissions(
      ground,
      sql`s.stage = 'returned' and o.closed_at is null and ${mine(ground)}`,
      'returned_at',
      'returned_by',
    ),
  approve: (ground) =>
    progress(ground, sql`p.stage = 'submitted' and p.agency_id = ${any(ground.asHead)}`, 'changed_at'),
  redoProgress: (ground) =>
    progress(ground, sql`p.stage = 'returned' and p.author_id = ${ground.userId}`, 'changed_at'),
  redoResult: (ground) =>
    progress(
      ground,
      sql`p.judgement = 'sentBack' and p.duty_id in (select d.id from duty d where ${worked} and ${mine(ground)} and ${liesIn('d', ground)})
        and not exists (select from progress later
          where later.duty_id = p.duty_id and later.province = p.province and later.result and later.sent_at > p.sent_at)`,
      'sent_at',
    ),
  accept: (ground) => duties(ground, sql`d.stage = 'assigned' and ${mine(ground)}`),
  answerQuestion: toAnswer,
  overdue: (ground) => duties(ground, sql`${worked} and ${dueKey} < ${ground.today} and ${mine(ground)}`),
  dueToday: (ground) => duties(ground, sql`${worked} and ${dueKey} = ${ground.today} and ${mine(ground)}`),
  finishDraft: (ground) => progress(ground, sql`p.stage = 'draft' and p.author_id = ${ground.userId}`, 'changed_at'),
  coming: (ground) =>
    duties(
      ground,
      sql`${worked} and ${dueKey} > ${ground.today} and ${dueKey} <= ${ground.comingUntil} and ${mine(ground)}`,
    ),
  asked,
};
