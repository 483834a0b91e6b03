import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../src/store/database.ts';

/**
 * The work of provinces, written set by set: ids follow from numbers, so that no row has to be read to write the next. Three of
 * five duties lie with the provinces' departments, two with the communes, and most of what is over is done.
 */

export type Scale = { provinces: number; duties: number; actions: number };

/** The first so many provinces of today, in the order of their ids: those that take part. */
export const takingPart = (provinces: number): RawBuilder<unknown> => sql`(
  select id, row_number() over (order by id) - 1 as p from place where tier = 'province' and valid_until is null
  order by id limit ${sql.lit(provinces)})`;

const perDocument = 100;

type Say = (line: string) => void;

/** A uuid, of version 4 to look at, that follows from a name and a number. */
const idOf = (kind: string, number: RawBuilder<unknown>): RawBuilder<string> =>
  sql`overlay(overlay(md5(${sql.lit(`${kind} `)} || ${number}) placing '4' from 13) placing '8' from 17)::uuid`;

const run = (one: Db, ...statements: RawBuilder<unknown>[]): Promise<void> =>
  statements.reduce((before, next) => before.then(async () => void (await next.execute(one))), Promise.resolve());

/** What plans of provinces are about. */
export const subjects =
  sql.raw(`array['tỷ lệ hộ nghèo', 'tốc độ tăng trưởng GRDP', 'giải ngân vốn đầu tư công', 'chuyển đổi số', 'tỷ lệ che phủ rừng',
  'xây dựng nông thôn mới', 'lao động qua đào tạo', 'thu ngân sách nhà nước', 'cải cách thủ tục hành chính', 'thu hút khách du lịch',
  'phòng chống thiên tai', 'giải quyết việc làm', 'hạ tầng giao thông', 'trường đạt chuẩn quốc gia', 'bảo hiểm y tế toàn dân']`);

/** What is written here and grows with the scale. */
const grown = [
  ...['task', 'assignment', 'duty', 'duty_origin', 'progress', 'evidence', 'obstacle', 'due_change', 'question'],
  'action',
];

/** One connection, for the tables that are needed while it is filled only. */
export async function fillWork(db: Db, scale: Scale, say: Say): Promise<void> {
  const { duties, actions } = scale;
  await db.connection().execute(async (one) => {
    // What is sorted and joined here is sorted in memory.
    await run(one, sql`set work_mem = '256MB'`);
    await step(say, 'people and posts', () => fillPeople(one, scale));
    const makeAgain = await takeKeysAway(one, grown);
    say(
      'actions are not sealed and words not made searchable here: neither is measured, and both take their time row by row',
    );
    await triggers(one, 'disable');
    await step(say, `${duties} tasks`, () => fillTasks(one, scale));
    await step(say, 'what was reported', () => fillReports(one, scale));
    await step(say, `${actions} recorded actions`, () => recordMany(one, scale, say));
    await run(one, sql`drop table work, worker`, sql`reset work_mem`);
    await triggers(one, 'enable');
    await makeAgain(say);
    await run(one, sql`select note_where_work_lies()`);
  });
  // As the server does by itself where it has been running for a while.
  await step(say, 'vacuum and analyze', () => sql`vacuum analyze`.execute(db));
}

export const triggers = (one: Db, how: 'disable' | 'enable', tables = grown): Promise<void> =>
  run(one, ...tables.map((name) => sql`alter table ${sql.table(name)} ${sql.raw(how)} trigger user`));

async function step(say: Say, name: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  await work();
  say(`${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
}

type Taken = { refers: boolean; away: string; again: string };

/** Indexes are made anew, and references looked up, over all rows at once: many times faster than row by row. Gives what makes them. */
export async function takeKeysAway(one: Db, tables: readonly string[]): Promise<(say: Say) => Promise<void>> {
  const { rows } = await sql<Taken>`
    with filled as (select unnest(${tables}::text[])::regclass as id)
    select * from (
      select c.contype = 'f' as refers, format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as away,
        format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as again
      from pg_constraint c
      where c.contype in ('p', 'u', 'f') and (c.conrelid in (select id from filled) or c.confrelid in (select id from filled))
      union all
      select false, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
      from pg_index i
      where i.indrelid in (select id from filled) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)) taken
    order by refers`.execute(one);
  const [references, keys] = [rows.filter(({ refers }) => refers), rows.filter(({ refers }) => !refers)];
  const all = (statements: string[]) => run(one, ...statements.map((statement) => sql.raw(statement)));
  // References stand on keys: they go first and come back last.
  await all([...references, ...keys].map(({ away }) => away));
  const again = (some: Taken[]) => all(some.map((taken) => taken.again));
  return async (say) => {
    await step(say, `${keys.length} keys and indexes`, () => again(keys));
    await step(say, `${references.length} references`, () => again(references));
  };
}

const post = (user: RawBuilder<unknown>, role: string, rest: RawBuilder<unknown>) => sql`
  insert into post (id, user_id, role, agency_id, valid_from)
  select md5('post ' || ${user})::uuid, ${user}, ${sql.lit(role)}, w.agency_id, '2025-07-01' ${rest}`;

/** Every agency at work has its head and its officers, every province its leaders, coordinators and supervisors. */
async function fillPeople(one: Db, { provinces }: Scale): Promise<void> {
  const user = (kind: string) => sql`${sql.lit(`${kind}-`)} || k || '.' || w.agency_id`;
  const people = (kind: string, count: number, from: RawBuilder<unknown>) => [
    sql`insert into app_user (id, name, email)
      select ${user(kind)}, 'Nguyễn Thị Văn ' || k, ${user(kind)} || '@bench.vn' from ${from}, generate_series(1, ${sql.lit(count)}) k`,
    post(user(kind), kind, sql`from ${from}, generate_series(1, ${sql.lit(count)}) k`),
  ];
  const working = sql`worker w`;
  const ofProvinces = (
    kind: string,
  ) => sql`(select a.id as agency_id from agency a join ${takingPart(provinces)} v on v.id = a.place_id
    where a.kind = ${sql.lit(kind)} and a.tier = 'province' and a.valid_until is null) w`;
  const [committees, fronts] = [ofProvinces('committee'), ofProvinces('front')];
  await run(
    one,
    sql`create temp table worker as
      with province as ${takingPart(provinces)}
      select a.id as agency_id, v.p, a.kind, a.profile, row_number() over (partition by v.p, a.kind order by a.id) - 1 as at,
        count(*) over (partition by v.p, a.kind) as many
      from agency a join place l on l.id = a.place_id join province v on v.id in (l.id, l.parent_id)
      where a.valid_until is null and (a.kind, a.tier) in (('department', 'province'), ('committee', 'commune'))`,
    sql`create index on worker (p, kind, at)`,
    ...people('head', 1, working),
    ...people('officer', 3, working),
    ...people('leader', 2, committees),
    ...people('coordinator', 2, committees),
    ...people('supervisor', 1, fronts),
  );
}

async function fillTasks(one: Db, { provinces, duties }: Scale): Promise<void> {
  const documents = Math.ceil(duties / perDocument);
  await run(
    one,
    sql`insert into document (id, file_hash, file_name, file_size, format, number, kind, issuer, title, issued_on, header, target_count,
        task_count, note_count, received_at, received_by, state, valid_from)
      select ${idOf('document', sql`d`)}, md5('file ' || d), d || '.docx', 1000, 'docx', d || '/KH-UBND', 'KH', 'UBND tỉnh', 'Kế hoạch ' || d,
        current_date - 30 - d % 900, '{}', 0, ${sql.lit(perDocument)}, 0, now(), (select min(id) from app_user), 'issued',
        current_date - 30 - d % 900
      from generate_series(0, ${sql.lit(documents - 1)}) d`,
    // `s` decides on the stage, in thousandths; what has a deadline has it around today, or around the end of what is done.
    sql`create temp table work as
      select n, (n - 1) / ${sql.lit(perDocument)} as d, w.agency_id, w.p, ${idOf('duty', sql`n`)} as duty_id, s, l.province,
        case when s < 550 then 'done' when s < 870 then 'accepted' when s < 910 then 'assigned' when s < 955 then 'reported'
          when s < 970 then 'returned' else 'dropped' end as stage,
        case when s % 10 <> 0 then current_date + case when s < 550 then -(n % 700) else n % 460 - 60 end end as due,
        case when n % 7 <> 0 then 'officer-' || 1 + n % 3 || '.' || w.agency_id end as officer_id
      from (select n, ((n - 1) / ${sql.lit(perDocument)}) % ${sql.lit(provinces)} as p, n::bigint * 7919 % 1000 as s,
          case when n % 5 < 3 then 'department' else 'committee' end as kind from generate_series(1, ${sql.lit(duties)}) n) q
        join worker w on w.p = q.p and w.kind = q.kind and w.at = (n::bigint * 31 + n / 100) % w.many
        join agency_province l on l.agency_id = w.agency_id`,
    sql`create index on work (n)`,
    sql`analyze work`,
    sql`insert into task (document_id, id, position, source, span_start, span_end, quote, section, due_kind, due_to, product_raw, lead, words,
        plain_words, confidence, noted, review, valid_from)
      select ${idOf('document', sql`d`)}, 'n' || n, n, 'body', 0, 100, 'Xây dựng, trình ban hành đề án số ' || n || ' về ' || t.about,
        '{}', case when due is null then 'none' else 'by' end, due, case when n % 2 = 0 then 'Đề án' end, 'Cơ quan chủ trì',
        t.words, without_accents(t.words), 0.9, false, 'accepted', current_date - 30 - d % 900
      from work cross join lateral (select (${subjects})[1 + n * 7 % 15] as about) s
        cross join lateral (select s.about, ' xây dựng trình ban hành đề án số ' || n || ' về ' || lower(s.about) as words) t`,
    sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      select ${idOf('document', sql`d`)}, 'task', 'n' || n, r.role, r.agency_id, 0, current_date - 30 - d % 900
      from work join worker office on office.p = work.p and office.profile = 'vp-ubnd'
        join worker other on other.p = work.p and other.kind = 'department' and other.at = n % other.many
        cross join lateral (values ('lead', work.agency_id), ('coord', other.agency_id),
          ('monitor', case when n % 2 = 0 then office.agency_id end)) r(role, agency_id)
      where r.agency_id is not null`,
    sql`insert into duty (id, root_id, agency_id, kind, first_due, due, stage, given_at, officer_id, share, confidence, done_on, because,
        said_at, province)
      select duty_id, duty_id, agency_id, 'assigned', due, due, stage, now() - (30 + d % 900) * interval '1 day', officer_id,
        case when s < 550 then 100 when s < 870 then n % 100 end, case when s < 870 then 'onTrack' end,
        case when s < 550 then current_date - n % 700 - n % 9 + 3 end,
        case when stage = 'returned' then 'wrongTime' when stage = 'dropped' then 'decided' end,
        case when stage in ('done', 'reported', 'accepted', 'dropped') then now() - (n % 300) * interval '1 day' end, province from work`,
    // Without it the join below may be made row by row.
    sql`analyze assignment, duty`,
    sql`insert into duty_origin (duty_id, document_id, finding_kind, finding_id, assignment_id, province)
      select w.duty_id, a.document_id, 'task', a.finding_id, a.id, w.province from work w
        join assignment a on a.document_id = ${idOf('document', sql`w.d`)} and a.finding_id = 'n' || w.n and a.role = 'lead'`,
  );
}

/** Three updates of what was begun, the last one with evidence and of what was reported its result; some drafts beside them. */
async function fillReports(one: Db, { provinces }: Scale): Promise<void> {
  const days = sql`interval '1 day'`;
  await run(
    one,
    sql`insert into progress (id, duty_id, agency_id, author_id, stage, share, result, done_text, confidence, created_at, changed_at, sent_at,
        sent_by, judgement, judged_by, judged_at, province)
      select ${idOf('progress', sql`n || '.' || k`)}, duty_id, agency_id, coalesce(officer_id, 'head-1.' || agency_id), 'sent', k * 30,
        k = 3 and stage in ('done', 'reported'), 'Đã hoàn thành bước ' || k || repeat(' của đề án', 12), 'onTrack', at, at, at,
        'head-1.' || agency_id, case when k = 3 and stage = 'done' then 'confirmed' end,
        case when k = 3 and stage = 'done' then 'head-1.' || agency_id end, case when k = 3 and stage = 'done' then at end, province
      from work cross join generate_series(1, 3) k cross join lateral (select now() - (n % 300 + 30 - 10 * k) * ${days} as at) t
      where stage in ('done', 'accepted', 'reported', 'dropped')`,
    sql`insert into progress (id, duty_id, agency_id, author_id, stage, share, done_text, created_at, changed_at, returned_at, returned_by,
        returned_because, province)
      select ${idOf('progress', sql`n || '.0'`)}, duty_id, agency_id, officer_id, t.stage, 50, 'Đang thực hiện', now(), now(),
        case when t.stage = 'returned' then now() end, case when t.stage = 'returned' then 'head-1.' || agency_id end,
        case when t.stage = 'returned' then 'Cần nói rõ hơn' end, province
      from work cross join lateral (select case when n % 20 < 12 then 'draft' when n % 20 < 18 then 'submitted' else 'returned' end as stage) t
      where work.stage = 'accepted' and officer_id is not null and n % 12 = 0`,
    sql`insert into evidence (id, duty_id, progress_id, agency_id, added_by, added_at, document_number, document_date, province)
      select ${idOf('evidence', sql`n`)}, duty_id, ${idOf('progress', sql`n || '.3'`)}, agency_id, coalesce(officer_id, 'head-1.' || agency_id),
        now(), n || '/QĐ', current_date - 20, province from work where stage in ('done', 'reported')`,
    sql`insert into obstacle (id, duty_id, agency_id, raised_by, raised_at, what, decider_id, province)
      select ${idOf('obstacle', sql`n`)}, duty_id, w.agency_id, 'head-1.' || w.agency_id, now(), 'Thiếu kinh phí', o.agency_id, w.province
      from work w join worker o on o.p = w.p and o.profile = 'vp-ubnd' where stage = 'accepted' and n % 20 = 1`,
    sql`insert into due_change (id, duty_id, agency_id, asked_by, asked_at, reason, due_before, due_proposed, stage, due_granted, decided_by, decided_at, province)
      select ${idOf('due change', sql`n`)}, duty_id, agency_id, 'head-1.' || agency_id, now(), 'Chờ hướng dẫn', due, due + 30, t.stage,
        case when t.stage = 'granted' then due end, case when t.stage = 'granted' then 'head-1.' || agency_id end,
        case when t.stage = 'granted' then now() end, province
      from work cross join lateral (select case when work.stage = 'accepted' and n % 3 = 0 then 'asked' else 'granted' end as stage) t
      where due is not null and n % 13 = 1`,
    sql`insert into question (id, duty_id, asked_by, asked_for, asked_at, question, answer_by, answer, answered_by, answered_at, province)
      select ${idOf('question', sql`n`)}, duty_id, s.user_id, agency_id, now(), 'Vì sao chậm?', current_date + 5,
        case when n % 2 = 0 then 'Đã bổ sung' end, case when n % 2 = 0 then 'head-1.' || agency_id end, case when n % 2 = 0 then now() end, province
      from work join (select user_id, row_number() over (order by user_id) - 1 as at from post where role = 'supervisor') s on s.at = n % ${sql.lit(provinces)}
      where stage in ('accepted', 'reported') and n % 40 < 2`,
  );
}

const actionsAtOnce = 500_000;

/** Duty after duty, then from the first one again, as years of work record them: what belongs together lies far apart. */
async function recordMany(one: Db, { duties, actions }: Scale, say: Say): Promise<void> {
  const insert = (from: number, to: number) => sql`
    insert into action (at, user_id, operation, verb, subject_kind, subject_id, duty_id, before, after, province)
    select now() - (${sql.lit(actions)} - a) * interval '10 seconds', 'head-1.' || agency_id, ${idOf('operation', sql`a`)},
      case k when 0 then 'give' when 1 then 'accept' else case k % 4 when 0 then 'submitProgress' when 1 then 'approveProgress'
        when 2 then 'addEvidence' else 'setDue' end end,
      case when k < 2 or k % 4 = 3 then 'duty' when k % 4 = 2 then 'evidence' else 'progress' end,
      case when k < 2 or k % 4 = 3 then duty_id else ${idOf('progress', sql`n || '.' || 1 + k % 3`)} end::text, duty_id,
      jsonb_build_object('stage', 'draft'), jsonb_build_object('stage', 'sent', 'share', k * 5, 'doneText', repeat('Đã thực hiện ', 4)), province
    from (select a, (a - 1) / ${sql.lit(duties)} as k, 1 + (a - 1) % ${sql.lit(duties)} as number
      from generate_series(${sql.lit(from)}, ${sql.lit(to)}) a) q join work on n = number
    order by a`;
  for (let from = 1; from <= actions; from += actionsAtOnce) {
    const to = Math.min(from + actionsAtOnce - 1, actions);
    await insert(from, to).execute(one);
    say(`  ${to} of ${actions}`);
  }
}
