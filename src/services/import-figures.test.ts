import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../test/condition.ts';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { windows1258 } from '../../test/old-encodings.ts';
import { storeUser } from '../../test/readings.ts';
import { guessMapping } from '../registry/figure-columns.ts';
import type { FigureImport, ImportChoices } from '../registry/figure-import.ts';
import type { Person } from '../registry/may.ts';
import { rowFaultSentence } from '../registry/row-fault-words.ts';
import { endInterruptedFigureImports, findFigureImport } from '../store/figure-imports.ts';
import { addPost } from '../store/posts.ts';
import { type App, appFor, createApp } from './app.ts';
import { cancelFigureImport } from './figure-imports.ts';
import { startFigureImport } from './import-figures.ts';

const head = ['Cơ quan', 'Chỉ tiêu', 'Kỳ', 'Số liệu', 'Giải trình'];
const mapping = guessMapping([head], { sheet: null, year: 2026 });
const row = (month: number, value: string, reason = '', indicator = 'thu') =>
  `so-a;${indicator};tháng ${month}/2025;${value};${reason}`;
const list = (...rows: string[]) => [head.join(';'), ...rows].join('\r\n');
const year = (value: (month: number) => string) => Array.from({ length: 12 }, (_, at) => row(at + 1, value(at + 1)));
/** The value at which a list waits in the middle of being stored. */
const waitsAt = 424242;
const gate = 7001;

describe.each(engines)('a list of figures, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let person: Person;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    app = await createApp({ db, maxFileBytes: 1_000_000, demo: false });
    await storeProvince(db);
    await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source, formula) values
      ('thu', 'Thu nội địa', 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'thử', null),
      ('thu-doi', 'Hai lần thu nội địa', 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'thử', '{thu} * 2')`.execute(db);
    await sql`create function wait_in_the_middle() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(7001); return new; end $$`.execute(db);
    await sql`create trigger wait_in_the_middle before insert on figure for each row
      when (new.value = 424242) execute function wait_in_the_middle()`.execute(db);
    const userId = await storeUser(db);
    const post = { role: 'coordinator', agencyId: 'ubnd' } as const;
    await addPost(db, { userId, ...post, validFrom: '2000-01-01', givenBy: null });
    person = { user: { id: userId, name: userId, email: `${userId}@thu.vn` }, posts: [post] };
  });
  beforeEach(async () => void (await sql`delete from figure`.execute(database.db)));
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const start = (content: string | Uint8Array, choices: Partial<ImportChoices> = {}) =>
    startFigureImport(
      appFor(app, person, '127.0.0.1'),
      person,
      { name: 'số liệu.csv', content: [Buffer.from(content)] },
      { mapping, choices: { keepGood: false, replace: false, keepUnusual: false, reason: '', ...choices } },
    );
  const bring = async (...given: Parameters<typeof start>): Promise<FigureImport> => (await start(...given)).ended;
  const stored = async (): Promise<{ value: number; reason: string }[]> =>
    (await sql<{ value: number; reason: string }>`select value, reason from figure order by id`.execute(database.db))
      .rows;
  /** Holds the import in the middle while something is done. */
  const whileItWaits = (work: () => Promise<unknown>) =>
    database.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${gate}::bigint)`.execute(trx);
      await work();
    });
  const waiting = () =>
    until('the list to wait in the middle', async () => {
      const { rows } =
        await sql`select from pg_locks where locktype = 'advisory' and objid = ${gate} and not granted`.execute(
          database.db,
        );
      return rows.length > 0 || undefined;
    });

  it('is held against what was before, as numbers are that are typed', async () => {
    await bring(list(...year((month) => `${100 + month}`)));
    const refused = await bring(list('so-a;thu;tháng 1/2026;105000;', 'so-a;thu;tháng 2/2026;104;'));
    expect(refused).toMatchObject({
      stage: 'failed',
      rowsRefused: 1,
      faults: [{ row: 2, column: 'D', code: 'unusual' }],
    });
    expect(refused.faults.map((fault) => rowFaultSentence(fault, 'vi'))).toEqual([
      'Gấp khoảng 1.000 lần số trước đây (101): xem lại đơn vị tính, ở đây là tỷ đồng. Hãy sửa số, hoặc ghi lý do ở cột giải trình nếu số này đúng.',
    ]);
    expect(await stored()).toHaveLength(12);
  });

  it('keeps an unusual number with the reason of its row, or with that of the whole list', async () => {
    await bring(list(...year((month) => `${100 + month}`)));
    await bring(list('so-a;thu;tháng 1/2026;105000;có khoản thu lớn'));
    expect((await stored()).at(-1)).toEqual({ value: 105000, reason: 'có khoản thu lớn' });
    await bring(list('so-a;thu;tháng 2/2026;0,1;', 'so-a;thu;tháng 3/2026;104;'), {
      keepUnusual: true,
      reason: 'đã đối chiếu',
    });
    expect((await stored()).slice(-2)).toEqual([
      { value: 0.1, reason: 'đã đối chiếu' },
      { value: 104, reason: '' },
    ]);
    await expect(start(list(row(1, '1')), { keepUnusual: true })).rejects.toMatchObject({ code: 'reasonMissing' });
  });

  it('takes a computed indicator where its parts are not there, and not where they are', async () => {
    expect(await bring(list(row(1, '9', '', 'thu-doi')))).toMatchObject({ stage: 'done', figuresStored: 1 });
    const both = await bring(list(row(2, '10'), row(2, '20', '', 'thu-doi')));
    expect(both.faults).toMatchObject([{ row: 3, column: 'B', code: 'indicatorComputed' }]);
  });

  it('is read in windows-1258, too', async () => {
    const done = await bring(windows1258(list('Sở A;Thu nội địa;tháng 1/2025;1.234,5;giảm thuế')));
    expect(done).toMatchObject({ stage: 'done', figuresStored: 1 });
    expect(await stored()).toEqual([{ value: 1234.5, reason: 'giảm thuế' }]);
  });

  const stops = list(...year((month) => (month === 12 ? String(waitsAt) : `${100 + month}`)));
  const kept = { keepUnusual: true, reason: 'thử' };

  it('that is cancelled in the middle of being stored leaves nothing but its line', async () => {
    let cancelled: Promise<FigureImport> | undefined;
    await whileItWaits(async () => {
      const { id } = await start(stops, kept);
      await waiting();
      cancelled = cancelFigureImport(app, id);
      await until('it to be told', () => app.figureImports.get(id)?.cancel.signal.aborted || undefined);
    });
    expect(await cancelled).toMatchObject({ stage: 'cancelled', figuresStored: 0 });
    expect(await stored()).toEqual([]);
  });

  it('whose server is killed in the middle of storing it leaves nothing, and says so at the next start', async () => {
    const code = `
      const { createApp, appFor } = await import(${JSON.stringify(new URL('app.ts', import.meta.url).href)});
      const { startFigureImport } = await import(${JSON.stringify(new URL('import-figures.ts', import.meta.url).href)});
      const { openDatabase } = await import(${JSON.stringify(new URL('../store/database.ts', import.meta.url).href)});
      const app = await createApp({ db: openDatabase(${JSON.stringify(database.url)}, () => undefined), maxFileBytes: 1e6, demo: false });
      const person = ${JSON.stringify(person)};
      const order = ${JSON.stringify({ mapping, choices: { keepGood: false, replace: false, ...kept } })};
      const file = { name: 'số liệu.csv', content: [Buffer.from(${JSON.stringify(stops)})] };
      const { id } = await startFigureImport(appFor(app, person, '127.0.0.1'), person, file, order);
      console.log(id);`;
    let id = '';
    await whileItWaits(async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = await once(child.stdout, 'data');
      id = String(said).trim();
      await waiting();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    });
    expect(await stored()).toEqual([]);
    expect((await findFigureImport(database.db, id))?.stage).toBe('storing');
    await endInterruptedFigureImports(database.db, new Date());
    expect(await findFigureImport(database.db, id)).toMatchObject({
      ...{ stage: 'failed', figuresStored: 0, refusal: { code: 'importInterrupted' } },
    });
    expect(await bring(stops, kept)).toMatchObject({ stage: 'done', figuresStored: 12 });
  });
});
