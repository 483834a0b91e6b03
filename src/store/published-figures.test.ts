import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { aTarget, storeDocument, storeUser } from '../../test/readings.ts';
import { storeAgencies } from '../../test/registers.ts';
import { actingForPublic } from './acting.ts';
import type { Db } from './database.ts';

const today = '2026-07-15';
const agencies = { a: 'Sở A', b: 'Sở B', c: 'Ủy ban nhân dân tỉnh C', d: 'Ủy ban nhân dân tỉnh D' };
const targetIds = ['t1', 't2', 't3'];

/** The same history every time. */
function dice(): (sides: number) => number {
  let state = 20260715;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

/** One statement of this database is held up by another's transaction. */
const somebodyWaits = (db: Db): Promise<void> =>
  vi.waitFor(async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    expect(rows).toHaveLength(1);
  }, 20_000);

describe.each(engines)('figures that the public sees, on $name', (engine) => {
  let database: FreshDatabase;
  let userId = '';
  let documents: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    userId = await storeUser(db);
    await storeAgencies(db, agencies);
    for (const place of ['p1', 'p2'])
      await sql`insert into place (id, kind, tier, name, source) values (${place}, 'province', 'province', ${place}, 'test')`.execute(
        db,
      );
    await sql`update agency set place_id = case id when 'c' then 'p1' else 'p2' end where id in ('c', 'd')`.execute(db);
    for (const id of ['thu', 'chi'])
      await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source)
        values (${id}, ${id}, 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'test')`.execute(db);
    documents = [];
    for (const number of ['1/KH', '2/KH']) {
      const targets = targetIds.map((id) => aTarget({ id, name: id }));
      documents.push(await storeDocument(db, userId, { header: { number }, targets, tasks: [] }));
    }
    await sql`update document set state = 'issued', valid_from = '2026-01-01', place_id = 'p1', issued_on = '2026-01-01'`.execute(
      db,
    );
    await sql`update target set review = 'accepted', valid_from = '2026-01-01', indicator_id = 'thu', year = 2026, tier = 'province'`.execute(
      db,
    );
    await sql`insert into figure (agency_id, indicator_id, line, period, calendar, period_to, span, basis, value, set_at)
      select a.id, i.id, l.line, y.year::text, 'statistical', make_date(y.year, 12, 31), 'period', b.basis, y.year, now()
      from agency a, indicator i, (values (''), ('x')) l(line), generate_series(2010, 2035) y(year), (values ('final'), ('planned')) b(basis)`.execute(
      db,
    );
  });
  afterAll(() => database.drop());

  /** What may be seen, worked out from the records as migration 031 did. */
  const due = async (db: Db): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`
      select distinct f.id::text as id from figure f join target t on t.indicator_id = f.indicator_id and coalesce(t.indicator_line, '') = f.line
        join published_item i on i.document_id = t.document_id and i.finding_kind = 'target' and i.finding_id = t.id
        join publication p on p.document_id = t.document_id join document d on d.id = t.document_id
      where f.basis <> 'planned' and not p.withdrawn and p.from_day <= ${today}::date and t.review = 'accepted'
        and (exists (select from assignment a where a.document_id = t.document_id and a.finding_kind = 'target' and a.finding_id = t.id
            and a.role in ('named', 'lead') and a.agency_id = f.agency_id)
          or exists (select from agency y where y.id = f.agency_id and y.place_id = d.place_id and y.tier = t.tier))
        and extract(year from f.period_to)
          between least(coalesce(t.year_from, t.year, d.period_from, extract(year from d.issued_on)),
            coalesce(t.year, d.period_to, extract(year from d.issued_on))) - 5
          and coalesce(t.year, d.period_to, extract(year from d.issued_on))
      order by 1`.execute(db);
    return rows.map(({ id }) => id);
  };
  const seen = async (db: Db): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`select f.id::text as id from figure f order by 1`.execute(
      actingForPublic(db, today),
    );
    return rows.map(({ id }) => id);
  };

  const publish = (document: string): RawBuilder<unknown> =>
    sql`insert into publication (document_id, from_day, reason, changed_by, changed_at)
      values (${document}, '2026-02-01', 'thử', ${userId}, now()) on conflict do nothing`;
  const show = (document: string, target: string): RawBuilder<unknown> =>
    sql`insert into published_item select document_id, 'target', ${target} from publication where document_id = ${document} on conflict do nothing`;
  const assign = (document: string, target: string, agency: string): RawBuilder<unknown> =>
    sql`insert into assignment (document_id, finding_kind, finding_id, role, agency_id, named_position, valid_from)
      values (${document}, 'target', ${target}, 'named', ${agency}, 0, '2026-01-01')`;

  /** What may happen to whatever says which figures come along. */
  function deeds(roll: (sides: number) => number): RawBuilder<unknown>[] {
    const [document, target] = [documents[roll(2)] ?? '', targetIds[roll(3)] ?? ''];
    const agency = Object.keys(agencies)[roll(4)] ?? 'a';
    const year = 2018 + roll(14);
    const seldom = () => roll(5) === 0;
    const one = sql`document_id = ${document} and id = ${target}`;
    return [
      publish(document),
      show(document, target),
      show(document, target),
      sql`delete from published_item where document_id = ${document} and finding_id = ${target}`,
      sql`update publication set withdrawn = ${seldom()}, from_day = ${seldom() ? '2026-09-01' : '2026-02-01'} where document_id = ${document}`,
      assign(document, target, agency),
      assign(document, target, agency),
      sql`update assignment set role = ${seldom() ? 'coord' : 'lead'} where finding_id = ${target}`,
      sql`update assignment set agency_id = ${agency} where document_id = ${document}`,
      sql`update assignment set finding_id = ${target} where document_id = ${document} and agency_id = ${agency}`,
      sql`delete from assignment where document_id = ${document} and agency_id = ${agency}`,
      sql`update target set indicator_id = ${seldom() ? null : ['thu', 'chi'][roll(2)]}, indicator_line = ${[null, 'x'][roll(2)]} where ${one}`,
      sql`update target set year = ${roll(3) === 0 ? null : year}, year_from = ${roll(2) === 0 ? null : year - 2} where ${one}`,
      sql`update target set review = ${seldom() ? 'rejected' : 'accepted'}, tier = ${seldom() ? 'commune' : 'province'} where ${one}`,
      sql`update document set place_id = case place_id when 'p1' then 'p2' else 'p1' end where id = ${document}`,
      sql`update document set period_from = ${year - 3}, period_to = ${roll(2) === 0 ? null : year}, issued_on = make_date(${year}, 3, 1)
        where id = ${document}`,
      sql`update agency set place_id = case place_id when 'p1' then 'p2' else 'p1' end where id = ${agency}`,
      sql`update agency set tier = ${seldom() ? 'commune' : 'province'} where id = ${agency}`,
      sql`insert into agency (id, kind, tier, place_id, source)
        values (${`new-${roll(9)}`}, 'department', 'province', 'p1', 'test') on conflict do nothing`,
    ];
  }

  it('are those of published targets, whatever happens to them', async () => {
    const { db } = database;
    const roll = dice();
    for (const document of documents) {
      await publish(document).execute(db);
      for (const target of targetIds) await show(document, target).execute(db);
    }
    const different = new Set<string>();
    for (let step = 0; step < 200; step++) {
      const possible = deeds(roll);
      await possible[roll(possible.length)]?.execute(db);
      const found = await seen(db);
      expect(found, `after step ${step}`).toEqual(await due(db));
      different.add(found.join());
    }
    expect(different.size).toBeGreaterThan(20);
  });

  it('come along as well where a target is published while somebody else changes to whom it falls', async () => {
    const { db } = database;
    const [document = ''] = documents;
    await sql`delete from publication where document_id = ${document}`.execute(db);
    await sql`update target set review = 'accepted', indicator_id = 'chi', indicator_line = null, year = 2026, tier = 'commune'`.execute(
      db,
    );
    for (const [first, second] of [
      [(one: Db) => assign(document, 't1', 'a').execute(one), (one: Db) => show(document, 't1').execute(one)],
      [(one: Db) => show(document, 't2').execute(one), (one: Db) => assign(document, 't2', 'b').execute(one)],
    ] as const) {
      await publish(document).execute(db);
      const open = await db.startTransaction().execute();
      await first(open);
      const other = second(db);
      await Promise.race([other, somebodyWaits(db)]);
      await open.commit().execute();
      await other;
      expect(await seen(db)).toEqual(await due(db));
    }
  });
});
