import { sql } from 'kysely';
import { loadModule } from 'libpg-query';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWith } from '../../bench/country.ts';
import { type Operation, readOperations, writeOperations } from '../../bench/scale-questions.ts';
import { type App, createApp } from '../../src/services/app.ts';
import { loadSeed } from '../../src/services/load-seed.ts';
import { country } from '../agencies/seeds.ts';
import { engines, type FreshDatabase, freshDatabase } from '../engines.ts';
import { type Asking, askingOf, statementsOf } from '../laid-tables.ts';
import { unbound } from '../unbound-queries.ts';

/**
 * What hot operations ask while they run, each statement read by PostgreSQL's own parser: whether it binds the tables that lie by province to
 * one province, or joins them by it. What does not yet is counted in test/unbound-queries.ts.
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

/** "duty 2, progress 1": in how many statements each stands unbound. */
function counted(all: readonly Asking[]): string {
  const counts = new Map<string, number>();
  for (const { how, tables } of all)
    if (how === 'apart' || how === 'everywhere')
      for (const table of tables) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts]
    .sort()
    .map(([table, count]) => `${table} ${count}`)
    .join(', ');
}

describe.each(engines.slice(0, 1))('hot operations, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let laid: Set<string>;

  /** What a statement asks itself, and through the functions of ours that it calls. */
  async function allAskings(text: string, known = new Set<string>()): Promise<Asking[]> {
    const own = await askingOf(text, laid);
    const called = own.flatMap(({ calls }) => calls).filter((name) => !known.has(name));
    for (const name of called) known.add(name);
    const { rows } = await sql<{ definition: string; body: string; language: string; parameters: string[] | null }>`
      select pg_get_functiondef(p.oid) as definition, p.prosrc as body, l.lanname as language, p.proargnames as parameters
      from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = 'public'::regnamespace and p.proname = any(${called}::text[]) and l.lanname in ('sql', 'plpgsql')`.execute(
      database.db,
    );
    const within: Asking[] = [];
    for (const { definition, body, language, parameters } of rows)
      for (const statement of language === 'sql' ? [body] : await statementsOf(definition))
        within.push(...(await askingOf(statement, laid, parameters ?? [])));
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
    const found: Record<string, string> = {};
    for (const { what, questions } of [...reading, grid, ...once] satisfies Operation[]) {
      const texts = await heard.during(async () => questions[0]?.asked());
      const known = new Set<string>();
      const askings: Asking[] = [];
      for (const text of texts) askings.push(...(await allAskings(text, known)));
      expect([what, askings.length > 0]).toEqual([what, true]);
      found[what] = counted(askings);
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(unbound).map(([what, { tables }]) => [what, tables])));
  });

  it('are told apart by how they bind', async () => {
    const how = async (text: string) => (await askingOf(text, laid)).map((one) => one.how).join();
    const joined = 'select from duty d join progress p on p.duty_id = d.id';
    expect(
      await Promise.all([
        how('select from duty where id = $1'),
        how('select from duty where id = $1 and province = $2::text'),
        how('select from duty where id = $1 and (province = $2 or stage = $3)'),
        how(joined),
        how(`${joined} and p.province = d.province`),
        how(`${joined} and p.province = d.province where d.province = any($1)`),
        how(`${joined} and p.province = d.province where exists (select from evidence e where e.duty_id = d.id)`),
        how(
          'with x as (select * from duty d where d.province = $1) select from x join progress p on p.province = x.province',
        ),
        how('(select from duty where province = $1) union all select from progress'),
        how(
          'update duty d set stage = $1 from submission s where s.duty_id = d.id and s.province = d.province and d.province = $2',
        ),
        how('insert into duty (id) select $1'),
        how('insert into duty (id, province) values ($1, $2)'),
        how('delete from progress where id = $1'),
      ]),
    ).toEqual([
      ...['everywhere', 'oneProvince', 'everywhere', 'apart', 'together', 'oneProvince', 'apart', 'oneProvince'],
      ...['everywhere', 'oneProvince', 'everywhere', 'oneProvince', 'everywhere'],
    ]);
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
