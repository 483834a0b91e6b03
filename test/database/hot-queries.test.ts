import { sql } from 'kysely';
import { loadModule } from 'libpg-query';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWith } from '../../bench/country.ts';
import { type Operation, readOperations, writeOperations } from '../../bench/scale-questions.ts';
import { type App, createApp } from '../../src/services/app.ts';
import { loadSeed } from '../../src/services/load-seed.ts';
import { country } from '../agencies/seeds.ts';
import { type Bound, bound } from '../bound-queries.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { type Asking, type Statement, statementsIn, statementsOf } from '../laid-tables.ts';

/**
 * What hot operations ask while they run, each statement read by PostgreSQL's own parser: whether it binds the tables that lie by province to
 * one province, or joins them by it. How each does, and what does not, stands in test/bound-queries.ts.
 */

/** Every statement asked between two moments, by whichever connection. */
class Heard {
  readonly #texts = new Set<string>();
  readonly #query = pg.Client.prototype.query;
  #listening = false;

  begin(): void {
    const heard = this;
    const original = this.#query as (...given: unknown[]) => unknown;
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [asked] = given as [string | { text?: string }];
      const text = typeof asked === 'string' ? asked : asked.text;
      if (heard.#listening && text) heard.#texts.add(text);
      return original.apply(this, given);
    } as typeof pg.Client.prototype.query;
  }
  end(): void {
    pg.Client.prototype.query = this.#query;
  }
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.#texts.clear();
    this.#listening = true;
    await work().finally(() => {
      this.#listening = false;
    });
    return [...this.#texts];
  }
}

/** "duty 2, progress 1": in how many statements each is asked in one of these ways. */
function counted(all: readonly Statement[], ways: readonly Asking['how'][]): string {
  const counts = new Map<string, number>();
  for (const { asks } of all) {
    const such = asks.filter(({ how }) => ways.includes(how));
    for (const table of new Set(such.flatMap(({ tables }) => tables))) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return [...counts]
    .sort()
    .map(([table, count]) => `${table} ${count}`)
    .join(', ');
}

describe.each(engines.slice(0, 1))('hot operations, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let laid: Set<string>;

  /** A statement, and those of the functions of ours that it calls. */
  async function allStatements(text: string, known: Set<string>): Promise<Statement[]> {
    const own = await statementsIn(text, laid);
    const called = own.flatMap(({ calls }) => calls).filter((name) => !known.has(name));
    for (const name of called) known.add(name);
    const { rows } = await sql<{ definition: string; body: string; language: string; parameters: string[] | null }>`
      select pg_get_functiondef(p.oid) as definition, p.prosrc as body, l.lanname as language, p.proargnames as parameters
      from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = 'public'::regnamespace and p.proname = any(${called}::text[]) and l.lanname in ('sql', 'plpgsql')`.execute(
      database.db,
    );
    const within: Statement[] = [];
    for (const { definition, body, language, parameters } of rows)
      for (const statement of language === 'sql' ? [body] : await statementsOf(definition))
        within.push(...(await statementsIn(statement, laid, parameters ?? [])));
    return [...own, ...within];
  }
  const heard = new Heard();

  beforeAll(async () => {
    await loadModule();
    database = await freshDatabase(engine);
    await loadSeed(database.db, country);
    app = await createApp({ db: database.db, maxFileBytes: 1, demo: false });
    const work = { provinces: 1, duties: 60, actions: 300 };
    const targets = { provinces: 1, targets: 20, years: 1, communeIndicators: 1 };
    await fillWith(database.db, { work, targets, documentsWithText: 3 }, () => undefined);
    const { rows } = await sql<{ name: string }>`
      select tgrelid::regclass::text as name from pg_trigger where tgname like '%\\_gets\\_province'`.execute(
      database.db,
    );
    laid = new Set(rows.map(({ name }) => name));
    heard.begin();
  });
  afterAll(async () => {
    heard.end();
    await app.close();
    await database.drop();
  });

  it('bind the large tables to a province or join them by it, but for what is named with its reason', async () => {
    const reading = await readOperations(app);
    const { grid, once } = await writeOperations(app);
    const found: Record<string, Omit<Bound, 'because'>> = {};
    for (const { what, questions } of [...reading, grid, ...once] satisfies Operation[]) {
      const texts = await heard.during(async () => questions[0]?.asked());
      const known = new Set<string>();
      const statements: Statement[] = [];
      for (const text of texts) statements.push(...(await allStatements(text, known)));
      expect([what, statements.length > 0]).toEqual([what, true]);
      found[what] = {
        lookedUp: counted(statements, ['lookUp']),
        unbound: counted(statements, ['apart', 'everywhere']),
      };
    }
    const told = Object.entries(bound).map(([what, { because: _, ...ways }]) => [what, ways]);
    expect(found).toEqual(Object.fromEntries(told));
  });

  it('store what they store where the database would have laid it', async () => {
    const { rows } = await sql<{ what: string; stored: number; elsewhere: number }>`
      select what, count(*)::int as stored, (count(*) filter (where own <> above or own = 'nation'))::int as elsewhere from (
        select 'action' as what, a.province as own, d.province as above from action a join duty d on d.id = a.duty_id where d.kind = 'report'
        union all select 'submission', s.province, d.province from submission s join duty d on d.id = s.duty_id
        union all select 'cell', c.province, s.province from cell c join submission s on s.id = c.submission_id
        union all select 'figure', f.province, p.province from figure f join agency_province p on p.agency_id = f.agency_id
          where f.submission_id is not null) laid
      group by what order by what`.execute(database.db);
    expect(rows).toEqual(
      ['action', 'cell', 'figure', 'submission'].map((what) => ({
        ...{ what, stored: expect.toSatisfy((count: number) => count > 0), elsewhere: 0 },
      })),
    );
  });

  it('are told apart by how they bind', async () => {
    const joined = 'select from duty d join progress p on p.duty_id = d.id';
    const together = `${joined} and p.province = d.province`;
    const ways: [text: string, ...how: Statement['asks'][number]['how'][]][] = [
      ['select from duty where id = $1', 'everywhere'],
      ['select from duty where id = $1 and province = $2::text', 'oneProvince'],
      // No more than where it lies, so that all else can name it.
      ['select id, province from duty where id = $1', 'lookUp'],
      ['select d.province from duty d where d.id = $1::uuid', 'lookUp'],
      ['select id, province, stage from duty where id = $1', 'everywhere'],
      ['select id, province from duty where id = $1 for update', 'everywhere'],
      ['select id, province from duty where root_id = $1', 'everywhere'],
      ['select id, province from duty where id = any($1)', 'everywhere'],
      [
        'select id, province from duty where id = (select duty_id from submission where id = $1)',
        ...(['everywhere', 'everywhere'] as const),
      ],
      ['select d.province from duty d join agency a on a.id = d.agency_id where d.id = $1', 'everywhere'],
      ['select from duty where id = $1 and (province = $2 or stage = $3)', 'everywhere'],
      ['select from duty d join agency a on a.id = d.agency_id where d.province = any($1::text[])', 'someProvinces'],
      [joined, 'apart'],
      [`${joined} where d.province = $1 and p.province = $2`, 'oneProvince'],
      // Of which list a row of one is beside a row of the other nothing says.
      [`${joined} where d.province = any($1) and p.province = any($2)`, 'apart'],
      [together, 'together'],
      [`${together} where d.province = any($1)`, 'someProvinces'],
      [`${together} where d.province = $1`, 'oneProvince'],
      [`${together} for update`, 'everywhere'],
      [`${together} where d.province = $1 for update of d`, 'oneProvince'],
      // Within a statement: what looks out of itself is part of what it looks at.
      [`${together} where exists (select from evidence e where e.duty_id = d.id)`, 'apart'],
      [
        `${together} where exists (select from evidence e where e.duty_id = d.id and e.province = d.province)`,
        'together',
      ],
      [
        'select from duty d where d.id = any(array(select o.duty_id from duty_origin o where o.document_id = $1))',
        ...(['everywhere', 'everywhere'] as const),
      ],
      [
        'select (select count(*) from duty where province = any($1)), (select max(at) from action where province = $1)',
        ...(['someProvinces', 'oneProvince'] as const),
      ],
      // Asked anew for every row of what all machines have: at one machine or not at all.
      [
        'select (select max(f.value) from figure f where f.agency_id = y.id and f.province = any($1)) from agency y',
        'apart',
      ],
      ['select from agency y join lateral (select from figure f where f.agency_id = y.id) f on true', 'apart'],
      [
        'select (select max(f.value) from figure f where f.agency_id = y.id and f.province = $1) from agency y',
        'oneProvince',
      ],
      ['select from agency y join figure f on f.agency_id = y.id where f.province = any($1)', 'someProvinces'],
      // What is read like a table carries its province further.
      [
        'with x as (select * from duty d where d.province = $1) select from x join progress p on p.province = x.province',
        ...(['oneProvince', 'oneProvince'] as const),
      ],
      ['select from (select d.* from duty d) x join progress p on p.province = x.province', 'together', 'together'],
      ['(select from duty where province = $1) union all select from progress', 'oneProvince', 'everywhere'],
      [
        'select from (select province from duty union all select province from question) x join progress p on p.province = x.province',
        ...(['together', 'together', 'together'] as const),
      ],
      [
        'update duty d set stage = $1 from submission s where s.duty_id = d.id and s.province = d.province and d.province = $2',
        'oneProvince',
      ],
      ['insert into duty (id) select $1', 'everywhere'],
      ['insert into duty (id, province) values ($1, $2)', 'oneProvince'],
      ['delete from progress where id = $1', 'everywhere'],
    ];
    for (const [text, ...how] of ways) {
      const [statement] = await statementsIn(text, laid);
      expect([text, ...(statement?.asks.map((one) => one.how) ?? [])]).toEqual([text, ...how]);
    }
  });

  it('lie with the province that the land of their bodies is in today, those of provinces that were merged too', async () => {
    const { rows } = await sql<{ id: string; province: string }>`
      select distinct coalesce(l.parent_id, l.id) as id, p.province from agency a join agency_province p on p.agency_id = a.id
        join place l on l.id = a.place_id
      where coalesce(l.parent_id, l.id) in ('tra-vinh', 'ben-tre', 'vinh-long-2025', 'cao-bang')`.execute(database.db);
    expect(Object.fromEntries(rows.map(({ id, province }) => [id, province]))).toEqual({
      ...{ 'tra-vinh': 'vinh-long-2025', 'ben-tre': 'vinh-long-2025', 'vinh-long-2025': 'vinh-long-2025' },
      'cao-bang': 'cao-bang',
    });
    const { rows: left } = await sql`
      select count(a.place_id) as places, array_agg(distinct a.tier) as tiers
      from agency a left join agency_province p on p.agency_id = a.id where coalesce(p.province, 'nation') = 'nation'`.execute(
      database.db,
    );
    expect(left).toEqual([{ places: 0, tiers: ['national'] }]);
  });
});
