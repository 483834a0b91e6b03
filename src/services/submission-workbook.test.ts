import exceljs from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshDatabase, freshDatabase } from '../../test/engines.ts';
import { storeProvince } from '../../test/given-duties.ts';
import { storeUser } from '../../test/readings.ts';
import { aRegime } from '../../test/regimes.ts';
import type { Person } from '../registry/may.ts';
import { addPost } from '../store/posts.ts';
import { findRegime, insertRegime } from '../store/regimes.ts';
import { type App, appFor, createApp } from './app.ts';
import { makeRound } from './open-round.ts';
import { saveCells } from './save-cells.ts';
import { compareForm, formWorkbook } from './submission-workbook.ts';

const now = new Date('2026-03-16T02:00:00Z');
const [valueColumn, reasonColumn] = ['I', 'J'];

describe.each(engines)('the form of a submission as a workbook, on $name', (engine) => {
  let database: FreshDatabase;
  let app: App;
  let officer: Person;
  let other: Person;
  const rounds: string[] = [];

  const person = async (): Promise<Person> => {
    const userId = await storeUser(database.db);
    await addPost(database.db, { userId, role: 'officer', agencyId: 'so-a', validFrom: '2000-01-01', givenBy: null });
    return {
      user: { id: userId, name: userId, email: `${userId}@thu.vn` },
      posts: [{ role: 'officer', agencyId: 'so-a' }],
    };
  };
  const as = (who: Person): App => appFor(app, who, '127.0.0.1');
  const form = async (submissionId: string) => (await formWorkbook(as(officer), officer, submissionId)).content;
  const compare = (submissionId: string, bytes: Uint8Array, who = officer) =>
    compareForm(as(who), who, submissionId, { name: 'biểu.xlsx', content: [bytes] });
  /** Opened as Excel opens it, filled in, and saved. */
  const filled = async (bytes: Uint8Array, fill: (page: exceljs.Worksheet) => void): Promise<Uint8Array> => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as never);
    const page = book.getWorksheet('Số liệu');
    if (!page) throw new Error('no sheet of figures');
    fill(page);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const { db } = database;
    app = await createApp({ db, maxFileBytes: 1_000_000, demo: false, clock: { now: () => now } });
    await storeProvince(db);
    for (const [id, name, formula] of [
      ['thu', 'Thu ngân sách', null],
      ['dan-so', 'Dân số', null],
      ['thu-dau-nguoi', 'Thu đầu người', '{thu} / {dan-so}'],
    ] as const)
      await sql`insert into indicator (id, name, unit, unit_factors, direction, measure, cumulative, breakdowns, source, formula)
        values (${id}, ${name}, 'tỷ đồng', '[]', 'up', 'level', true, '{}', 'thử', ${formula})`.execute(db);
    officer = await person();
    other = await person();
    const lines = ['thu', 'dan-so', 'thu-dau-nguoi'].map((indicatorId) => ({
      ...{ indicatorId, line: '', span: 'period' as const, basis: 'final' as const, agencyId: null },
    }));
    const asked = aRegime({ content: 'figures', calendar: 'statistical', reporters: [{ agencyId: 'so-a' }], lines });
    const regime = await findRegime(db, await insertRegime(db, asked));
    if (!regime) throw new Error('no regime');
    for (const period of ['2026-M01', '2026-M02', '2025-M12']) {
      const round = await db
        .transaction()
        .execute((trx) => makeRound(trx, regime, period, { by: officer.user, at: now }));
      const { rows } = await sql<{ id: string }>`select id from submission where round_id = ${round}`.execute(db);
      rounds.push(rows[0]?.id ?? '');
    }
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('asks for what is typed, in locked rows with words to choose from, and keeps its keys out of sight', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load((await form(rounds[0] ?? '')) as never);
    const page = book.getWorksheet('Số liệu');
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Số liệu', 'visible'],
      ['Hướng dẫn', 'visible'],
      ['khoa', 'veryHidden'],
    ]);
    const column = (letter: string) => [5, 6, 7].map((row) => page?.getCell(`${letter}${row}`).value);
    expect(column('B')).toEqual(['Thu ngân sách', 'Dân số', null]);
    expect(page?.getCell('I5').protection).toMatchObject({ locked: false });
    expect(page?.getCell('B5').protection?.locked).not.toBe(false);
    expect(page?.getCell('I5').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"không phát sinh,chưa có số liệu"'],
    });
    expect((page as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({ sheet: true });
  });

  it('comes back filled in, shows what differs with what is unusual, and is taken as if it were typed', async () => {
    const id = rounds[0] ?? '';
    const bytes = await filled(await form(id), (page) => {
      page.getCell(`${valueColumn}5`).value = 1234.5;
      page.getCell(`${reasonColumn}5`).value = '=tăng do thu tiền sử dụng đất';
      page.getCell(`${valueColumn}6`).value = 'chưa có số liệu';
    });
    const { changes, faults, same } = await compare(id, bytes);
    expect([faults, same]).toEqual([[], 0]);
    expect(changes).toMatchObject([
      { cell: 'I5', name: 'Thu ngân sách', old: { value: null, missing: null }, meanwhile: null },
      { cell: 'I6', name: 'Dân số', change: { value: null, missing: 'notYet', version: 1 } },
    ]);
    expect(changes[0]?.change).toMatchObject({ value: 1234.5, reason: '=tăng do thu tiền sử dụng đất' });
    await saveCells(
      as(officer),
      officer,
      id,
      changes.map(({ change }) => change),
    );
    expect(await compare(id, bytes)).toEqual({ changes: [], faults: [], same: 2 });
    const again = await compare(id, await form(id));
    expect(again).toEqual({ changes: [], faults: [], same: 2 });
  });

  it('tells who has typed into a cell since it was made', async () => {
    const id = rounds[1] ?? '';
    const bytes = await filled(await form(id), (page) => {
      page.getCell(`${valueColumn}5`).value = 7;
    });
    const key = { indicatorId: 'thu', line: '', span: 'period' as const, basis: 'final' as const };
    await saveCells(as(other), other, id, [{ ...key, value: 8, missing: null, reason: '', version: 1 }]);
    const { changes } = await compare(id, bytes);
    expect(changes).toMatchObject([
      { cell: 'I5', old: { value: 8 }, change: { value: 7, version: 2 }, meanwhile: { by: { id: other.user.id } } },
    ]);
  });

  it('names the cell that holds a formula, no number, or stands in another row than it did', async () => {
    const id = rounds[1] ?? '';
    const bytes = await filled(await form(id), (page) => {
      page.getCell(`${valueColumn}5`).value = { formula: '1+1', result: 2 };
      page.getCell(`${valueColumn}6`).value = 'nhiều';
    });
    expect(await compare(id, bytes)).toMatchObject({
      changes: [],
      faults: [
        { cell: 'I5', code: 'formula', value: '=1+1' },
        { cell: 'I6', code: 'notANumber', value: 'nhiều' },
      ],
    });
    const moved = await filled(await form(id), (page) => page.spliceRows(5, 1));
    expect((await compare(id, moved)).faults).toMatchObject([
      { cell: 'B5', code: 'altered', value: 'Dân số' },
      { cell: 'B6', code: 'altered' },
    ]);
  });

  it('is refused where it is of another round, no form of ours, or broken', async () => {
    const [one = '', two = ''] = rounds;
    await expect(compare(one, await form(two))).rejects.toMatchObject({
      code: 'workbookOtherRound',
      detail: { round: expect.stringContaining('tháng 2 năm 2026') },
    });
    const foreign = new exceljs.Workbook();
    foreign.addWorksheet('Số liệu').addRow(['Thu ngân sách', 5]);
    const bytes = new Uint8Array(await foreign.xlsx.writeBuffer());
    await expect(compare(one, bytes)).rejects.toMatchObject({ code: 'workbookForeign' });
    const whole = await form(one);
    await expect(compare(one, whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'fileBroken' });
    await expect(compare(one, Buffer.from('Chỉ tiêu;5'))).rejects.toMatchObject({ code: 'workbookForeign' });
  });
});
