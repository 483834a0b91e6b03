import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeUser } from '../../test/readings.ts';
import { migrationsFolder } from '../installation.ts';
import { groundOf } from '../services/my-work.ts';
import type { Db } from './database.ts';
import { giveOriginsBack, takeOrigins } from './joined-duties.ts';
import { makeFormOf, migrate, migrationsIn } from './migrate.ts';
import { findWork } from './my-work.ts';
import { provincesOfAgencies } from './provinces.ts';
import { factsToScore } from './scorecards.ts';

/** The tables whose rows lie by province. */
async function laidTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tgrelid::regclass::text as name from pg_trigger where tgname like '%\\_gets\\_province' order by 1`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

async function provincesIn(db: Db, table: string): Promise<(string | null)[]> {
  const { rows } = await sql<{ province: string | null }>`
    select distinct province from ${sql.table(table)} order by 1`.execute(db);
  return rows.map(({ province }) => province);
}

/** Of what is found: kinds and provinces of all that hangs on duties, and how much lies elsewhere than that. */
async function entriesIn(db: Db): Promise<{ kinds: string[]; provinces: string[]; elsewhere: number }> {
  const things = ['duty', 'progress', 'obstacle', 'question', 'evidence'].map(
    (kind) => sql`select ${sql.lit(kind)} as kind, id::text as id, province from ${sql.table(kind)}`,
  );
  const { rows } = await sql<{ kinds: string[]; provinces: string[]; elsewhere: number }>`
    select array_agg(distinct e.kind order by e.kind) filter (where t.id is not null) as kinds,
      array_agg(distinct e.province order by e.province) filter (where t.id is not null) as provinces,
      (count(*) filter (where e.province is distinct from coalesce(t.province, 'nation')))::int as elsewhere
    from search_entry e left join (${sql.join(things, sql` union all `)}
      union all select 'section', submission_id || '/' || section, province from section_text) t on t.kind = e.kind and t.id = e.id`.execute(
    db,
  );
  return rows[0] ?? { kinds: [], provinces: [], elsewhere: -1 };
}
const kindsOfWork = ['duty', 'evidence', 'obstacle', 'progress', 'question', 'section'];

/** A duty of an agency with a row of everything that hangs on it, and a figure. Columns that other forms do not have are left out. */
async function storeWork(db: Db, user: string, agency: string): Promise<string> {
  const id = randomUUID();
  const [document, regime, round, submission, question, event] = Array.from({ length: 6 }, () => randomUUID());
  await sql`insert into indicator (id, name, unit_factors, direction, measure, cumulative, breakdowns, source)
    values ('so', 'Số', '[]', 'up', 'level', false, '{}', 'thử') on conflict do nothing`.execute(db);
  await sql`insert into reorganisation (id, title, effective_on, legal_basis, state) values (${event}, 'Sắp xếp', '2026-01-01', 'NQ', 'applied')`.execute(
    db,
  );
  await sql`insert into document (id, file_hash, file_name, file_size, format, kind, header, target_count, task_count, note_count, received_at,
      received_by, place_id)
    select ${document}::uuid, ${document}, 'một.txt', 1, 'txt', 'plan', '{}', 0, 0, 0, now(), ${user}, place_id from agency where id = ${agency}`.execute(
    db,
  );
  await sql`insert into regime (id, name, kind, content, every, calendar, receiver_id, closing, deadlines, asks, outline, valid_from)
    values (${regime}, 'Tháng', 'periodic', 'both', 'month', 'administrative', ${agency}, '{}', '{}', '{}', '[]', '2026-01-01')`.execute(
    db,
  );
  await sql`insert into round (id, regime_id, period, calendar, from_day, to_day, title, content, guide, asks, outline, opened_at)
    values (${round}, ${regime}, '2026-M09', 'administrative', '2026-08-15', '2026-09-14', 'Tháng 9', 'both', '', '{}', '[]', now())`.execute(
    db,
  );
  await sql`insert into duty (id, root_id, agency_id, kind, words, plain_words) values (${id}, ${id}, ${agency}, 'report', ' xã ', ' xa ')`.execute(
    db,
  );
  await sql`insert into duty_origin (duty_id, document_id, finding_kind, finding_id) values (${id}, ${document}, 'task', 'n1')`.execute(
    db,
  );
  await sql`insert into duty_move (reorganisation_id, duty_id, version, moved_at) values (${event}, ${id}, 1, now())`.execute(
    db,
  );
  await sql`insert into progress (id, duty_id, agency_id, author_id, created_at, changed_at, stage, done_text, sent_at)
    values (gen_random_uuid(), ${id}, ${agency}, ${user}, now(), now(), 'sent', 'Xong', now())`.execute(db);
  await sql`insert into evidence (id, duty_id, agency_id, added_by, added_at) values (gen_random_uuid(), ${id}, ${agency}, ${user}, now())`.execute(
    db,
  );
  await sql`insert into evidence_text (duty_id, hash) values (${id}, 'tệp')`.execute(db);
  await sql`insert into evidence_passage (duty_id, hash, position, text, day, words)
    values (${id}, 'tệp', 0, 'Biên bản', '2026-09-01', text_vector('Biên bản'))`.execute(db);
  await sql`insert into obstacle (id, duty_id, agency_id, raised_by, raised_at, what)
    values (gen_random_uuid(), ${id}, ${agency}, ${user}, now(), 'Thiếu kinh phí')`.execute(db);
  await sql`insert into due_change (id, duty_id, agency_id, asked_by, asked_at, reason)
    values (gen_random_uuid(), ${id}, ${agency}, ${user}, now(), 'Chờ')`.execute(db);
  await sql`insert into question (id, duty_id, asked_by, asked_for, asked_at, question)
    values (${question}, ${id}, ${user}, ${agency}, now(), 'Vì sao?')`.execute(db);
  await sql`insert into answer_draft (question_id, agency_id, answer, author_id, changed_at)
    values (${question}, ${agency}, 'Vì', ${user}, now())`.execute(db);
  await sql`insert into urging (duty_id, due, step, at, user_ids) values (${id}, '2026-09-20', 'first', now(), '{}')`.execute(
    db,
  );
  await sql`insert into submission (id, round_id, duty_id, agency_id, sections, stage)
    values (${submission}, ${round}, ${id}, ${agency}, '{}', 'sent')`.execute(db);
  const cell = sql`${submission}, 'so', '', 'period', 'estimated'`;
  await sql`insert into cell (submission_id, indicator_id, line, span, basis, position) values (${cell}, 1)`.execute(
    db,
  );
  await sql`insert into cell_remark (submission_id, indicator_id, line, span, basis, id, kind, author_id, at, words)
    values (${cell}, gen_random_uuid(), 'comment', ${user}, now(), 'Xem lại')`.execute(db);
  await sql`insert into section_text (submission_id, section, content, author_id, changed_at)
    values (${submission}, 'một', '[]', ${user}, now())`.execute(db);
  await sql`with f as (insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at)
      values (${agency}, 'so', ${id}, '2026-M09', 'administrative', '2026-09-14', 'period', 'final', 1, now()) returning id)
    select id from f`.execute(db);
  await sql`insert into correction (id, figure_id, value, reason, asked_by, asked_for, asked_at)
    select gen_random_uuid(), id, 2, 'Nhầm', ${user}, ${agency}, now() from figure where line = ${id}`.execute(db);
  await sql`insert into action (at, user_id, operation, verb, duty_id, document_id, subject_kind, subject_id)
    values (now(), ${user}, gen_random_uuid(), 'give', ${id}, null, 'duty', ${id}),
      (now(), ${user}, gen_random_uuid(), 'issue', null, ${document}, 'document', ${document})`.execute(db);
  return id;
}

describe.each(engines)('the province by which rows lie, on $name', (engine) => {
  let database: FreshDatabase;
  let user: string;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    await storeProvinces(database.db);
    user = await storeUser(database.db);
  });
  afterAll(() => database.drop());

  it('is for each body what its land had become when the body was entered, and stays', async () => {
    await sql`insert into place (id, name, kind, tier, parent_id, source) values ('tỉnh-0', '0', 'province', 'province', null, 'thử'),
      ('xã-0', '0', 'commune', 'commune', 'tỉnh-0', 'thử'), ('tỉnh-9', '9', 'province', 'province', null, 'thử')`.execute(
      database.db,
    );
    await sql`insert into place_succession (from_place_id, to_place_id, split) values ('tỉnh-0', 'tỉnh-1', false)`.execute(
      database.db,
    );
    await sql`insert into agency (id, kind, tier, place_id, parent_id, source) values ('ubnd-xã', 'committee', 'commune', 'xã-0', null, 'thử'),
      ('phòng', 'office', 'commune', null, 'ubnd-xã', 'thử'), ('bộ', 'ministry', 'national', null, null, 'thử')`.execute(
      database.db,
    );
    await sql`insert into place_succession (from_place_id, to_place_id, split) values ('tỉnh-1', 'tỉnh-9', false)`.execute(
      database.db,
    );
    await sql`update agency set place_id = 'tỉnh-2' where id = 'ubnd-xã'`.execute(database.db);
    const { rows } =
      await sql`select agency_id as id, province from agency_province where agency_id = any('{ubnd-xã,phòng,bộ}') order by id`.execute(
        database.db,
      );
    expect(rows).toEqual([
      { id: 'bộ', province: 'nation' },
      { id: 'phòng', province: 'tỉnh-1' },
      { id: 'ubnd-xã', province: 'tỉnh-1' },
    ]);
    await sql`delete from place_succession`.execute(database.db);
  });

  it('comes to everything that hangs on a duty, and to figures and actions, from the database itself', async () => {
    await storeWork(database.db, user, 'sở-1');
    for (const table of await laidTables(database.db))
      expect([table, await provincesIn(database.db, table)]).toEqual([
        table,
        table === 'search_entry' ? ['nation', 'tỉnh-1'] : ['tỉnh-1'],
      ]);
    expect(await entriesIn(database.db)).toEqual({ kinds: kindsOfWork, provinces: ['tỉnh-1'], elsewhere: 0 });
  });

  it('stays when the work goes to a body of another province, and parts that are made then lie with their whole', async () => {
    const id = await storeWork(database.db, user, 'sở-2');
    const heir = 'sở-1';
    await sql`update duty set agency_id = ${heir} where id = ${id}`.execute(database.db);
    await sql`insert into duty (id, root_id, parent_id, agency_id, kind) values (gen_random_uuid(), ${id}, ${id}, ${heir}, 'part')`.execute(
      database.db,
    );
    const { rows } = await sql`select distinct province from duty where root_id = ${id}`.execute(database.db);
    expect(rows).toEqual([{ province: 'tỉnh-2' }]);
    await expect(sql`update duty set province = 'tỉnh-1' where id = ${id}`.execute(database.db)).rejects.toThrow(
      'is never another',
    );
  });

  it('is that of the duty that a sentence is joined to, and again that of its own when they part', async () => {
    const [from = '', to = ''] = [
      await storeWork(database.db, user, 'sở-1'),
      await storeWork(database.db, user, 'sở-2'),
    ];
    const origins = async () => {
      const { rows } = await sql<{ id: string; province: string }>`
        select duty_id as id, province from duty_origin where duty_id in (${from}, ${to}) order by province`.execute(
        database.db,
      );
      return rows.map(({ id, province }) => [id === from ? 'from' : 'to', province]);
    };
    await takeOrigins(database.db, { from, to });
    expect(await origins()).toEqual([
      ['to', 'tỉnh-2'],
      ['to', 'tỉnh-2'],
    ]);
    await giveOriginsBack(database.db, { from: to, to: from });
    expect(await origins()).toEqual([
      ['from', 'tỉnh-1'],
      ['to', 'tỉnh-2'],
    ]);
  });

  it('is where an heir, whoever handed a part, whoever decides and whoever follows look for it', async () => {
    const { db } = database;
    await sql`insert into agency (id, kind, tier, place_id, source)
      select k, 'department', 'province', 'tỉnh-1', 'thử' from unnest('{thừa-kế,phần,quyết-định,theo-dõi}'::text[]) k`.execute(
      db,
    );
    const id = await storeWork(db, user, 'sở-2');
    expect(await provincesOfAgencies(db, ['thừa-kế', 'phần', 'quyết-định', 'theo-dõi'])).toEqual(['tỉnh-1']);
    await sql`update duty set agency_id = 'thừa-kế', kind = 'assigned' where id = ${id}`.execute(db);
    await sql`insert into duty (id, root_id, parent_id, agency_id, kind) values (gen_random_uuid(), ${id}, ${id}, 'phần', 'part')`.execute(
      db,
    );
    await sql`update obstacle set decider_id = 'quyết-định' where duty_id = ${id}`.execute(db);
    await sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      select document_id, 'task', 'n2', 'monitor', 'theo-dõi', 0, '2026-01-01' from duty_origin where duty_id = ${id}`.execute(
      db,
    );
    for (const agency of ['thừa-kế', 'phần', 'quyết-định', 'theo-dõi'])
      expect([agency, (await provincesOfAgencies(db, [agency])).toSorted()]).toEqual([agency, ['tỉnh-1', 'tỉnh-2']]);
    expect(await provincesOfAgencies(db, ['sở-2'])).toEqual(['tỉnh-2']);
    const heir = { role: 'head' as const, agencyId: 'thừa-kế' };
    await sql`insert into post (id, user_id, role, agency_id, valid_from) values (gen_random_uuid(), ${user}, 'head', 'thừa-kế', '2026-01-01')`.execute(
      db,
    );
    const { ground } = await groundOf(database, { user: { id: user, name: '', email: '' }, posts: [heir] });
    const found = await findWork(db, ['accept', 'answerQuestion'], ground, { limit: 10 });
    expect(found.map(({ task, dutyId }) => [task, dutyId])).toEqual([
      ['accept', id],
      ['answerQuestion', id],
    ]);
    const of = { agencyIds: [heir.agencyId], provinces: await provincesOfAgencies(db, [heir.agencyId]) };
    const day = '2030-12-31';
    for (const past of [false, true]) {
      const span = { from: '2030-01-01', to: day, day, asOf: day, past };
      const { duties } = await factsToScore(db, of, span, { setting: 'work', since: null });
      expect(duties.map((duty) => duty.id)).toEqual([id]);
    }
  });

  it('lets no recorded action be changed beside', async () => {
    const change = sql`update action set reason = 'khác'`.execute(database.db);
    await expect(change).rejects.toThrow('recorded actions are not changed');
  });

  it('is filled for what was there before, and every row that was recorded stays as it was sealed', async () => {
    const older = await freshDatabase(engine, 'template0');
    try {
      const all = await migrationsIn(migrationsFolder);
      const last = all.findIndex(({ name }) => name.endsWith('-lay-by-province'));
      await older.db.transaction().execute((trx) => makeFormOf(trx, migrationsFolder, last));
      await storeProvinces(older.db);
      const writer = await storeUser(older.db);
      for (const agency of ['sở-1', 'sở-2']) await storeWork(older.db, writer, agency);
      await migrate(older.db, migrationsFolder);
      const both = ['tỉnh-1', 'tỉnh-2'];
      for (const table of await laidTables(older.db))
        expect([table, await provincesIn(older.db, table)]).toEqual([
          table,
          table === 'search_entry' ? ['nation', ...both] : both,
        ]);
      expect(await entriesIn(older.db)).toEqual({ kinds: kindsOfWork, provinces: both, elsewhere: 0 });
      const { rows } = await sql`select a.id from action a join action_seal s on s.action_id = a.id
        left join action_seal before on before.position = s.position - 1 where s.hash <> seal_of(before.hash, a)`.execute(
        older.db,
      );
      expect(rows).toEqual([]);
    } finally {
      await older.drop();
    }
  });
});

const storeProvinces = async (db: Db): Promise<void> => {
  await sql`insert into place (id, name, kind, tier, source) select 'tỉnh-' || k, k, 'province', 'province', 'thử' from generate_series(1, 2) k`.execute(
    db,
  );
  await sql`insert into agency (id, kind, tier, place_id, source)
    select 'sở-' || k, 'department', 'province', 'tỉnh-' || k, 'thử' from generate_series(1, 2) k`.execute(db);
};
