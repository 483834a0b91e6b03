import { type RawBuilder, sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies } from '../../test/registers.ts';
import { givePost } from '../../test/running-server.ts';
import { actingAs } from '../store/acting.ts';
import type { Db } from '../store/database.ts';
import { replaceFigure } from '../store/figures.ts';
import { putPathRules, putTargetPath } from '../store/path-rules.ts';
import type { Tables } from '../store/tables.ts';
import { keepStandings, type StandingsAsked, standingsOf } from './kept-standings.ts';

const [today, weekAgo, lastYear] = ['2026-07-15', '2026-07-08', '2025-07-15'];
const agencies = { a: 'Sở A', b: 'Sở B', c: 'Sở C', other: 'Sở Khác' };

describe.each(engines.slice(-1))('standings that are kept, on $name', (engine) => {
  let database: FreshDatabase;
  let [userId, plan, later]: string[] = [];

  const run = (db: Db, ...statements: RawBuilder<unknown>[]): Promise<void> =>
    statements.reduce((before, next) => before.then(async () => void (await next.execute(db))), Promise.resolve());
  const issue = (db: Db, id: string) =>
    run(
      db,
      sql`update document set state = 'issued', valid_from = '2026-01-01', place_id = 'tinh' where id = ${id}`,
      sql`update target set review = 'accepted', valid_from = '2026-01-01', indicator_id = case when id in ('t1', 't2') then 'thu' else 'chi' end,
        unit = 'tỷ đồng', op = '>=', value = 1200, year = 2026 where document_id = ${id}`,
    );

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    userId = await storeUser(db);
    await storeAgencies(db, agencies);
    await givePost(db, userId, 'officer', 'a');
    const store = (number: string) =>
      storeDocument(db, userId ?? '', {
        header: { number },
        targets: [1, 2, 3, 4].map((k) => aTarget({ id: `t${k}`, name: `Mục tiêu ${k}` })),
        tasks: [],
      });
    [plan, later] = [await store('1/KH'), await store('2/KH')];
    await run(
      db,
      sql`insert into place (id, kind, tier, name, source) values ('tinh', 'province', 'province', 'Tỉnh', 'test')`,
      sql`update agency set place_id = 'tinh' where id = 'other'`,
      ...['thu', 'chi'].map(
        (
          id,
        ) => sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
          values (${id}, ${id}, 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'test')`,
      ),
    );
    await issue(db, plan);
  });
  afterAll(() => database.drop());

  /** The same history every time. */
  function dice(): (sides: number) => number {
    let state = 20260715;
    return (sides) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * sides);
    };
  }

  /** What may happen to whatever a standing rests on. */
  function somethingHappens(db: Db, roll: (sides: number) => number): Promise<unknown> {
    const agency = Object.keys(agencies)[roll(4)] ?? 'a';
    const [indicator, target] = [roll(2) === 0 ? 'thu' : 'chi', `t${1 + roll(4)}`];
    const [month, year] = [1 + roll(12), 2023 + roll(4)];
    const at = new Date(Date.UTC(year, month, 1 + roll(40)));
    const assigned = sql`document_id = ${plan} and finding_id = ${target} and agency_id = ${agency}`;
    const deeds: (() => Promise<unknown>)[] = [
      ...Array.from(
        { length: 6 },
        () => () =>
          run(
            db,
            sql`insert into figure (agency_id, indicator_id, period, calendar, period_to, span, basis, value, set_at)
              select ${agency}, ${indicator}, to_char(m, 'YYYY"-M"MM'), 'statistical', (m + interval '1 month - 1 day')::date, 'toDate', 'final',
                ${roll(150)} * extract(month from m), ${at}::timestamptz
              from (select make_date(${year}, ${month}, 1) as m) q on conflict do nothing`,
          ),
      ),
      async () => {
        const { rows } = await sql<{
          id: number;
        }>`select id from figure where ended_at is null order by md5(id::text || ${roll(99)}) limit 1`.execute(db);
        const value = { value: roll(900), missing: null, reason: 'sửa' };
        if (rows[0])
          await replaceFigure(db as Transaction<Tables>, rows[0].id, value, {
            at: new Date(`${today}T03:00:00Z`),
            userId: userId ?? '',
          });
      },
      () =>
        run(
          db,
          sql`update figure set ended_at = ${at} where ended_at is null and set_at < ${at} and agency_id = ${agency} and indicator_id = ${indicator}`,
        ),
      () =>
        run(db, sql`delete from figure where agency_id = ${agency} and period_to < make_date(${year}, ${month}, 1)`),
      () =>
        run(
          db,
          sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
        values (${plan}, 'target', ${target}, 'named', ${agency}, 0, '2026-01-01')`,
        ),
      () => run(db, sql`delete from assignment where ${assigned}`),
      () =>
        run(
          db,
          sql`update assignment set role = case role when 'named' then 'coord' else 'named' end where ${assigned}`,
        ),
      () =>
        run(
          db,
          sql`update indicator set direction = ${roll(2) === 0 ? 'up' : 'down'}, cumulative = ${roll(2) === 0} where id = ${indicator}`,
        ),
      () =>
        run(
          db,
          sql`update target set value = ${roll(2000)}, indicator_id = ${indicator} where document_id = ${plan} and id = ${target}`,
        ),
      () =>
        run(
          db,
          sql`update target set valid_until = case when valid_until is null then '2026-06-01'::date end where document_id = ${plan} and id = ${target}`,
        ),
      () =>
        run(
          db,
          sql`update document set place_id = case when place_id is null then 'tinh' end, period_from = ${year} where id = ${plan}`,
        ),
      () =>
        run(
          db,
          sql`update agency set valid_until = case when valid_until is null then '2026-05-01'::date end where id = ${agency}`,
        ),
      () => run(db, sql`update agency set place_id = case when place_id is null then 'tinh' end where id = ${agency}`),
      () =>
        sql<{ version: number }>`select coalesce(max(version), 0) as version from path_rule`
          .execute(db)
          .then(({ rows }) =>
            putPathRules(db, {
              documentId: roll(2) === 0 ? null : (plan ?? null),
              rules: { slight: roll(9), far: 10 + roll(30), lateDays: 20 + roll(99) },
              version: rows[0]?.version ?? 0,
            }),
          ),
      () =>
        putTargetPath(
          db,
          { documentId: plan ?? '', targetId: target },
          { method: roll(2) === 0 ? 'linear' : 'steady', points: [], version: 1 },
        ),
      () =>
        run(
          db,
          sql`insert into past_figure (document_id, id, position, span_start, span_end, quote, section, name, op, value, unit, change, basis, period_from,
          period_to, tier, agencies, indicator_id)
        values (${plan}, ${`p${roll(999)}`}, 1, 0, 1, '', '{}', '', '=', ${roll(900)}, 'tỷ đồng', 'level', 'actual', '2025-01-01', '2025-12-31', 'province', '{}', ${indicator})
        on conflict do nothing`,
        ),
      () => (roll(9) === 0 ? issue(db, later ?? '') : Promise.resolve()),
    ];
    return (deeds[roll(deeds.length)] ?? (() => Promise.resolve()))();
  }

  const questions: StandingsAsked[] = [
    { plan: { document: [], year: 2026, tier: [] }, days: [today, weekAgo] },
    { plan: { document: [], year: null, tier: [] }, days: [lastYear] },
    { plan: { document: [], year: 2026, tier: [] }, agencyIds: ['a', 'other'], days: [today] },
  ];

  it('are what they would be if everything were judged anew, whatever happens and whichever server is asked', async () => {
    const { db } = database;
    questions.push({ plan: { document: [plan ?? ''], year: 2026, tier: ['province'] }, days: [today] });
    const behindTheWall = actingAs(db, { userId: userId ?? '', day: today });
    const servers = [
      { db, standings: keepStandings() },
      { db: behindTheWall, standings: { ...keepStandings(), reach: 'officer' } },
    ];
    const roll = dice();
    let [told, open]: [number, { trx: Awaited<ReturnType<typeof begin>>; until: number } | undefined] = [0, undefined];
    const begin = () => db.startTransaction().execute();
    for (let step = 0; step < 150; step++) {
      if (open && open.until === step) {
        await open.trx.commit().execute();
        open = undefined;
      }
      if (step % 10 === 3 && !open) {
        // What a transaction that still runs has changed is seen by nobody, and by everybody once it has ended.
        open = { trx: await begin(), until: step + 3 };
        await somethingHappens(open.trx, roll);
      } else if (!open) await somethingHappens(db, roll);
      else await sql`insert into setting (name, value) values (${`between ${step}`}, '1')`.execute(db);
      const asked = questions[roll(questions.length)];
      const server = servers[roll(servers.length)];
      if (!asked || !server) throw new Error('nothing is asked');
      const kept = await standingsOf(server, asked);
      expect(kept, `step ${step}`).toEqual(await standingsOf({ db }, asked));
      told += kept.length;
    }
    await open?.trx.rollback().execute();
    expect(told).toBeGreaterThan(100);
  });

  it('are not judged again while nothing changes that they rest on', async () => {
    const { db } = database;
    const asked: StandingsAsked = { plan: { document: [], year: 2026, tier: [] }, days: [today] };
    const server = { db, standings: keepStandings() };
    const report = (agency: string, indicator: string) =>
      run(
        db,
        sql`insert into figure (agency_id, indicator_id, period, calendar, period_to, span, basis, value, set_at)
          values (${agency}, ${indicator}, '2020-M01', 'statistical', '2020-01-31', 'period', 'final', 1, now())`,
      );
    await run(
      db,
      sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
        values ('khac', 'Khác', 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'test')`,
    );
    const first = await standingsOf(server, asked);
    await report('a', 'khac');
    const again = await standingsOf(server, asked);
    expect(again.map((one, at) => one === first[at])).toEqual(first.map(() => true));
    await report('a', 'thu');
    const later = await standingsOf(server, asked);
    expect(later).toEqual(first);
    const others = first.filter(({ target }) => target.indicatorId !== 'thu');
    expect(later.filter((one) => others.includes(one))).toEqual(others);
  });
});
